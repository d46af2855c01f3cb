//! Mails that come back. `troth mail bounce` reads a report from the mail server and leaves the mark of the mail, which
//! is all that is needed of it, as the name of an empty file; the server takes it in from there. So a report is kept
//! whether or not the server runs, the command opens no database, and no address of the report stays on the disk.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{Duration, SystemTime},
};

use organisation::Organisation;
use post::{
    Returning,
    report::{MOST, Report},
};

use crate::{amending::Running, cli, installation, say};

/// Where marks wait for the server; no organisation can have this name.
const FOLDER: &str = "returned.mail";
/// How many wait at the most: what comes beyond is tried again by the mail server.
const ROOM: usize = 10_000;
/// How often the server looks.
const BETWEEN: Duration = Duration::from_secs(10);
/// "Try again later", to a mail server (`sysexits.h`).
const LATER: u8 = 75;

/// `troth mail bounce`. Whatever was read, nothing is answered: a report about a report would go round for ever.
pub fn bounce(command: &cli::Bounce) -> ExitCode {
    match read(io::stdin().lock()).and_then(|message| keep(command, &message)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("troth: {}: {error}", command.installation.data.display()));
            ExitCode::from(LATER)
        }
    }
}

fn read(mut from: impl io::Read) -> io::Result<Vec<u8>> {
    let mut message = Vec::new();
    from.by_ref().take(MOST as u64).read_to_end(&mut message)?;
    // To the end, so that the mail server does not find that nobody listens.
    io::copy(&mut from, &mut io::sink())?;
    Ok(message)
}

fn keep(command: &cli::Bounce, message: &[u8]) -> io::Result<()> {
    let data = &command.installation.data;
    if !data.is_dir() {
        return Err(io::Error::other("there is no installation"));
    }
    let report = Report::read(message, command.to.as_deref());
    let Some(report) = report.filter(|report| report.no_mailbox) else { return Ok(()) };
    let folder = data.join(FOLDER);
    installation::private_folder(&folder)?;
    if fs::read_dir(&folder)?.count() >= ROOM {
        return Err(io::Error::other("too much waits for the server"));
    }
    let path = folder.join(report.of.to_string());
    match File::create_new(&path) {
        Ok(file) => file.sync_all().and_then(|()| store::folders::sync_name(&path)),
        Err(known) if known.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

/// What is seen of the reports without opening them.
pub(crate) struct Seen {
    /// How many wait for the server.
    pub(crate) waiting: usize,
    /// Since when the one that came first waits.
    pub(crate) oldest: Option<SystemTime>,
    /// When one last came in or was taken in; `None` when none ever did.
    pub(crate) moved: Option<SystemTime>,
}

/// Looks at what waits.
///
/// # Errors
/// When it cannot be looked at.
pub(crate) fn seen(data: &Path) -> io::Result<Seen> {
    let folder = data.join(FOLDER);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(absent) if absent.kind() == io::ErrorKind::NotFound => {
            return Ok(Seen { waiting: 0, oldest: None, moved: None });
        }
        Err(error) => return Err(error),
    };
    let came = entries.map(|entry| entry?.metadata()?.modified()).collect::<io::Result<Vec<_>>>()?;
    Ok(Seen { waiting: came.len(), oldest: came.into_iter().min(), moved: Some(fs::metadata(&folder)?.modified()?) })
}

/// Takes in what waits, again and again, until it is dropped.
pub(crate) async fn watch(data: PathBuf, running: Vec<Running>) {
    for site in &running {
        site.current.get().unlocked().await;
    }
    loop {
        let sites: Vec<_> = running.iter().map(|site| site.current.get()).collect();
        if let Err(error) = take_in(&data, &sites).await {
            tracing::error!(%error, "what came back of mails could not be taken in; it is tried again");
        }
        tokio::time::sleep(BETWEEN).await;
    }
}

/// Takes in what waits: each mark is noted with the organisation that knows it, and with none does nothing.
///
/// # Errors
/// When something cannot be read or written; it waits on.
pub async fn take_in(data: &Path, sites: &[impl AsRef<Organisation>]) -> Result<(), crate::Failure> {
    let entries = match fs::read_dir(data.join(FOLDER)) {
        Ok(entries) => entries,
        Err(absent) if absent.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    for entry in entries {
        let entry = entry?;
        if let Some(mark) = entry.file_name().to_str().and_then(|name| name.parse::<Returning>().ok()) {
            for site in sites {
                mailings::came_back(site.as_ref(), mark).await?;
            }
        }
        fs::remove_file(entry.path())?;
    }
    Ok(())
}
