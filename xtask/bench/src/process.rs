//! A server in a process of its own, whose processor time and memory can be read.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

use crate::Failure;

/// A running server; stopped when dropped.
pub(crate) struct Server {
    child: Child,
    /// Where it listens.
    pub(crate) port: u16,
    said: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts a program that prints `http://localhost:PORT` when it listens.
    pub(crate) fn start(program: &str, args: &[&str], environment: &[(&str, &str)]) -> Result<Self, Failure> {
        let mut child = Command::new(program)
            .args(args)
            .envs(environment.iter().copied())
            .env("NO_COLOR", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let said = Arc::new(Mutex::new(Vec::new()));
        let errors = child.stderr.take().ok_or("no stderr")?;
        let kept = Arc::clone(&said);
        thread::spawn(move || {
            for line in BufReader::new(errors).lines().map_while(Result::ok) {
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        let output = child.stdout.take().ok_or("no stdout")?;
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let port = line.split("localhost:").nth(1).and_then(|rest| rest.trim_end_matches('/').parse().ok());
            if let Some(port) = port {
                return Ok(Self { child, port, said });
            }
        }
        thread::sleep(Duration::from_millis(200));
        let why = said.lock().unwrap_or_else(PoisonError::into_inner).join("\n");
        Err(format!("{program} ended before it listened: {why}").into())
    }

    /// Seconds of processor time of all its threads so far.
    pub(crate) fn cpu(&self) -> Result<f64, Failure> {
        let mut nanoseconds = 0u64;
        for task in fs::read_dir(format!("/proc/{}/task", self.child.id()))? {
            let text = fs::read_to_string(task?.path().join("schedstat")).unwrap_or_default();
            nanoseconds += text.split_whitespace().next().and_then(|first| first.parse::<u64>().ok()).unwrap_or(0);
        }
        #[allow(clippy::cast_precision_loss, reason = "seconds of a benchmark")]
        Ok(nanoseconds as f64 / 1e9)
    }

    /// Mebibytes of memory in use.
    pub(crate) fn memory(&self) -> Result<f64, Failure> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        Ok(line.split_whitespace().next().ok_or("no figure")?.parse::<f64>()? / 1024.0)
    }

    /// What it wrote to its log since the last time.
    pub(crate) fn log(&self) -> Vec<String> {
        thread::sleep(Duration::from_millis(150));
        std::mem::take(&mut *self.said.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
