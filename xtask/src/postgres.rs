//! A PostgreSQL cluster of our own for one run: on a unix socket in a temporary folder, gone afterwards.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{shell, tools};

/// A running cluster; stopped and removed when dropped.
pub(crate) struct Cluster {
    folder: PathBuf,
    programs: PathBuf,
    servant: bool,
}

impl Cluster {
    /// Makes and starts one for tests: it lives for minutes, holds nothing, and need not survive a power cut.
    pub(crate) fn start() -> Result<Self, String> {
        Self::start_in(&shell::scratch(), "off")
    }

    /// Makes and starts one whose commits are durable, as a measurement needs.
    pub(crate) fn start_durable() -> Result<Self, String> {
        Self::start_in(&std::env::temp_dir(), "on")
    }

    /// PostgreSQL will not run as root; then `nobody` runs it.
    fn start_in(place: &Path, fsync: &str) -> Result<Self, String> {
        let programs = tools::folder_of(&tools::need(&tools::INITDB)?);
        let folder = place.join(format!("troth-postgres-{}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| format!("no folder for PostgreSQL: {error}"))?;
        let cluster = Self { folder, programs, servant: tools::is_root() };
        if cluster.servant {
            shell::quiet("chown", &["nobody", &cluster.path("")]);
        }
        cluster.order(
            "initdb",
            &["-D", &cluster.path("data"), "-U", "troth", "-A", "trust", "-E", "UTF8", "--locale=C"],
        )?;
        let options = format!(
            "-c listen_addresses= -c unix_socket_directories={} -c fsync={fsync} -c max_connections=300",
            cluster.path("")
        );
        let (data, log) = (cluster.path("data"), cluster.path("log"));
        cluster.order("pg_ctl", &["-D", &data, "-l", &log, "-o", &options, "-w", "start"])?;
        Ok(cluster)
    }

    /// How to reach it.
    pub(crate) fn url(&self) -> String {
        format!("host={} user=troth dbname=postgres", self.path("").trim_end_matches('/'))
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string().trim_end_matches('/').to_owned()
    }

    fn order(&self, program: &str, args: &[&str]) -> Result<(), String> {
        let program = self.programs.join(program).display().to_string();
        let ended = if self.servant {
            let mut words = vec!["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--", program.as_str()];
            words.extend(args);
            quiet_in(&self.folder, "setpriv", &words)
        } else {
            quiet_in(&self.folder, &program, args)
        };
        if ended.0 { Ok(()) } else { Err(format!("{program} failed: {}", ended.1)) }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let data = self.path("data");
        drop(self.order("pg_ctl", &["-D", &data, "-m", "immediate", "stop"]));
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// Runs without keeping the streams open: a started server would hold them.
fn quiet_in(folder: &Path, program: &str, args: &[&str]) -> (bool, String) {
    use std::process::{Command, Stdio};
    let report = folder.join(format!("report-{}", args.len()));
    let Ok(file) = fs::File::create(&report) else { return (false, "no file for its report".to_owned()) };
    let Ok(copy) = file.try_clone() else { return (false, "no file for its report".to_owned()) };
    let status = Command::new(program)
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::from(file))
        .stderr(Stdio::from(copy))
        .status();
    let said = fs::read_to_string(&report).unwrap_or_default();
    match status {
        Ok(status) => (status.success(), said),
        Err(error) => (false, error.to_string()),
    }
}
