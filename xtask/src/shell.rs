//! Running other programs, with what they say shown and kept.

use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{Arc, Mutex, OnceLock, PoisonError},
    thread,
};

use crate::look_over::WRAPPER;

/// Where what tests write for a moment lies, once [`use_memory`] has found a place in memory for it.
static SCRATCH: OnceLock<PathBuf> = OnceLock::new();

/// Free memory that has to be there for it, in bytes: tests write some hundred megabytes at most.
const ROOM: u64 = 4 << 30;

/// From now on programs put temporary files into memory, where there is room for them: a disk's file system takes long over the
/// thousands of small files that tests make and remove. Who has set `TMPDIR` has chosen.
pub(crate) fn use_memory() {
    let memory = Path::new("/dev/shm");
    let free = answer("df", &["--block-size=1", "--output=avail,fstype", "/dev/shm"]).unwrap_or_default();
    let mut words = free.lines().nth(1).unwrap_or_default().split_whitespace();
    let has_room = words.next().and_then(|free| free.parse::<u64>().ok()).is_some_and(|free| free >= ROOM);
    if has_room && words.next() == Some("tmpfs") && std::env::var_os("TMPDIR").is_none() {
        println!("temporary files of tests lie in memory ({})", memory.display());
        SCRATCH.get_or_init(|| memory.to_owned());
    }
}

/// Where temporary files lie.
pub(crate) fn scratch() -> PathBuf {
    SCRATCH.get().cloned().unwrap_or_else(std::env::temp_dir)
}

/// This program, where it stands in for the compiler of our own packages, once [`look_over_what_is_built`] was called.
static COMPILER: OnceLock<PathBuf> = OnceLock::new();

/// From now on what is built is looked over in passing (`look_over`).
pub(crate) fn look_over_what_is_built() -> std::io::Result<()> {
    let own = std::env::current_exe()?;
    COMPILER.get_or_init(|| own);
    Ok(())
}

/// How a program ended.
pub(crate) struct Ended {
    /// Whether it succeeded.
    pub(crate) good: bool,
    /// All that it said, both streams as they came.
    pub(crate) said: String,
}

/// Runs a program in the workspace's folder; every line is printed as it comes.
pub(crate) fn run(program: &str, args: &[&str], environment: &[(&str, &str)]) -> Ended {
    run_in(&crate::root(), program, args, environment)
}

/// Runs a program in `folder`; every line is printed as it comes.
pub(crate) fn run_in(folder: &Path, program: &str, args: &[&str], environment: &[(&str, &str)]) -> Ended {
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).env("TMPDIR", scratch()).envs(COMPILER.get().map(|own| (WRAPPER, own)));
    command.envs(environment.iter().copied());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => return Ended { good: false, said: format!("{program} does not start: {error}\n") },
    };
    let said = Arc::new(Mutex::new(String::new()));
    let readers = [
        child.stdout.take().map(|stream| listen(stream, Arc::clone(&said))),
        child.stderr.take().map(|stream| listen(stream, Arc::clone(&said))),
    ];
    for reader in readers.into_iter().flatten() {
        drop(reader.join());
    }
    let good = child.wait().is_ok_and(|status| status.success());
    let said = std::mem::take(&mut *said.lock().unwrap_or_else(PoisonError::into_inner));
    Ended { good, said }
}

fn listen(stream: impl Read + Send + 'static, said: Arc<Mutex<String>>) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).into_owned();
            println!("    {line}");
            let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
            said.push_str(&line);
            said.push('\n');
        }
    })
}

/// Runs a program without showing what it says.
pub(crate) fn quiet(program: &str, args: &[impl AsRef<OsStr>]) -> Ended {
    match Command::new(program).args(args).current_dir(crate::root()).stdin(Stdio::null()).output() {
        Ok(output) => {
            let mut said = String::from_utf8_lossy(&output.stdout).into_owned();
            said.push_str(&String::from_utf8_lossy(&output.stderr));
            Ended { good: output.status.success(), said }
        }
        Err(error) => Ended { good: false, said: format!("{program} does not start: {error}\n") },
    }
}

/// Only what a program writes to its standard output, if it succeeds.
pub(crate) fn answer(program: &str, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).current_dir(crate::root()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
