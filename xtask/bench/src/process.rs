//! A server in a process of its own, whose processor time and memory can be read.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex, PoisonError, mpsc},
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
    /// Starts a program that prints `http://localhost:PORT`, or `http://127.0.0.1:PORT`, when it listens.
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
        let output = child.stdout.take().ok_or("no stdout")?;
        let (tell, told) = mpsc::channel();
        let (kept, also) = (Arc::clone(&said), tell.clone());
        thread::spawn(move || {
            for line in BufReader::new(errors).lines().map_while(Result::ok) {
                let _ = port_in(&line).map(|port| also.send(port));
                kept.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let _ = port_in(&line).map(|port| tell.send(port));
            }
        });
        match told.recv_timeout(Duration::from_secs(120)) {
            Ok(port) => Ok(Self { child, port, said }),
            Err(_) => {
                drop(child.kill());
                drop(child.wait());
                let why = said.lock().unwrap_or_else(PoisonError::into_inner).join("\n");
                Err(format!("{program} did not listen: {why}").into())
            }
        }
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
        self.mebibytes("VmRSS:")
    }

    /// Mebibytes of memory in use when it was most.
    pub(crate) fn most_memory(&self) -> Result<f64, Failure> {
        self.mebibytes("VmHWM:")
    }

    fn mebibytes(&self, of: &str) -> Result<f64, Failure> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix(of)).ok_or("no such figure")?;
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

/// The port at the end of a line that tells where the program listens.
fn port_in(line: &str) -> Option<u16> {
    ["localhost:", "127.0.0.1:"]
        .into_iter()
        .find_map(|host| line.split(host).nth(1)?.trim_end_matches('/').parse().ok())
}
