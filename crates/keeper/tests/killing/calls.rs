//! What a process asked of the file system, call by call, as `strace` wrote it down.

use std::{collections::HashMap, path::PathBuf};

/// The calls that are written down: all with which this program, SQLite and the file store change files.
pub const CALLS: &str = "open,openat,creat,close,dup,dup2,dup3,lseek,write,writev,pwrite64,pwritev,pwritev2,truncate,\
                         ftruncate,fallocate,copy_file_range,sendfile,fsync,fdatasync,rename,renameat,renameat2,link,\
                         linkat,symlink,symlinkat,unlink,unlinkat,mkdir,mkdirat,rmdir";

/// One call that came to its end.
#[derive(Clone, Debug)]
pub struct Call {
    /// The line at which it was asked.
    pub asked: usize,
    /// The line at which it was answered.
    pub answered: usize,
    pub name: String,
    /// Its arguments, but for strings.
    pub arguments: Vec<String>,
    /// The strings among its arguments, byte for byte.
    pub texts: Vec<Vec<u8>>,
    /// What it returned; under zero is an error.
    pub result: i64,
}

impl Call {
    /// A number among the arguments.
    pub fn number(&self, n: usize) -> i64 {
        self.arguments[n].parse().unwrap_or_else(|_| panic!("argument {n} of {self:?} is no number"))
    }

    /// A string among the arguments, as a path.
    pub fn path(&self, n: usize) -> PathBuf {
        PathBuf::from(String::from_utf8(self.texts[n].clone()).unwrap())
    }
}

/// Reads what `strace -f -xx` wrote. Calls come in the order in which they were answered; one that another thread's
/// call interrupted is put together again.
pub fn read(written: &str) -> Vec<Call> {
    let mut unfinished: HashMap<&str, (usize, &str)> = HashMap::new();
    let mut calls = Vec::new();
    for (line, text) in written.lines().enumerate() {
        let (process, rest) = text.split_once(' ').unwrap();
        let rest = rest.trim_start();
        if let Some(begun) = rest.strip_suffix("<unfinished ...>") {
            if begun.starts_with("close(") {
                // Its number is free as soon as the system begins: another thread can get it before this is answered.
                calls.extend(call(&format!("{}) = 0", begun.trim_end()), line, line));
            } else {
                unfinished.insert(process, (line, begun));
            }
        } else if let Some((_, end)) = rest.strip_prefix("<... ").and_then(|rest| rest.split_once("resumed>")) {
            if let Some((asked, begun)) = unfinished.remove(process) {
                calls.extend(call(&format!("{begun}{end}"), asked, line));
            }
        } else if !rest.starts_with("+++") && !rest.starts_with("---") {
            calls.extend(call(rest, line, line));
        }
    }
    calls
}

/// `None` for a call that the end of the process cut off.
fn call(text: &str, asked: usize, answered: usize) -> Option<Call> {
    let (before, result) = text.rsplit_once(" = ")?;
    let result = result.split([' ', '<']).next()?.parse().ok()?;
    let (name, arguments) = before.trim_end().strip_suffix(')')?.split_once('(')?;
    let (mut plain, mut texts) = (Vec::new(), Vec::new());
    for argument in arguments.split(", ").map(str::trim) {
        match argument.strip_prefix('"').and_then(|argument| argument.strip_suffix('"')) {
            Some(quoted) => {
                texts.push(bytes(quoted));
                plain.push("a text".to_owned());
            }
            None => plain.push(argument.to_owned()),
        }
    }
    Some(Call { asked, answered, name: name.to_owned(), arguments: plain, texts, result })
}

/// `\x61\x62` as bytes.
fn bytes(written: &str) -> Vec<u8> {
    written.split("\\x").skip(1).map(|digits| u8::from_str_radix(digits, 16).unwrap()).collect()
}

#[test]
fn a_number_that_another_thread_gets_before_its_close_is_answered_is_that_threads() {
    let written = "1 close(12 <unfinished ...>\n\
                   2 openat(AT_FDCWD, \"\\x61\", O_RDWR) = 12\n\
                   1 <... close resumed>)              = 0\n\
                   2 write(12, \"\\x62\", 1 <unfinished ...>\n\
                   1 fsync(7)                          = 0\n\
                   2 <... write resumed>)              = 1\n";
    let names: Vec<_> = read(written).into_iter().map(|call| (call.name, call.result)).collect();
    let wanted = [("close", 0), ("openat", 12), ("fsync", 0), ("write", 1)];
    assert_eq!(names, wanted.map(|(name, result)| (name.to_owned(), result)));
}
