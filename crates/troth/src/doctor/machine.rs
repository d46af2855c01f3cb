//! The machine: its clock, its room, its limits, and the program on it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use jiff::SignedDuration;
use kernel::Timestamp;

use super::{
    Visit,
    data::Known,
    report::{Finding, Point},
};
use crate::config::Config;

/// How far the clock may be behind what was written last: what several threads write crosses.
const BEHIND: SignedDuration = SignedDuration::from_secs(60);
/// The least room, in bytes.
const ROOM: u64 = 1 << 30;
/// Files that the server opens besides its connections.
const FILES: u64 = 256;
/// From which age on a program is old.
const OLD: SignedDuration = SignedDuration::from_hours(183 * 24);

/// The clock, against what was written last and against what the system says of it.
pub(super) fn clock(visit: &Visit<'_>, known: &Known) -> Vec<Finding> {
    let newest = known.signs().filter_map(|(_, signs)| signs.newest).max();
    vec![against_the_newest(visit.common.clock.now(), newest), against_the_system(kept_right().as_deref())]
}

fn against_the_newest(now: Timestamp, newest: Option<Timestamp>) -> Finding {
    match newest {
        Some(newest) if newest.duration_since(now) > BEHIND => Point::Clock.act(
            format!("the clock says {now:.0}, and something was written at {newest:.0}: it is behind, or was ahead"),
            "Set the clock right (`timedatectl set-ntp true`). If it was ahead for more than a day, erasing waits until \
             somebody confirms it: *What waits*, or `troth keep --clock-is-right`.",
        ),
        Some(newest) => Point::Clock.good(format!("the clock says {now:.0}; the newest entry is of {newest:.0}")),
        None => Point::Clock.note(format!("the clock says {now:.0}; nothing was written yet to hold it against"), ""),
    }
}

/// What systemd says of the kernel's clock: `yes` or `no`.
fn kept_right() -> Option<String> {
    let asked = Command::new("timedatectl").args(["show", "--property=NTPSynchronized", "--value"]).output().ok()?;
    asked.status.success().then(|| String::from_utf8_lossy(&asked.stdout).trim().to_owned())
}

fn against_the_system(kept_right: Option<&str>) -> Finding {
    match kept_right {
        Some("yes") => Point::Clock.good("the system keeps the clock right"),
        Some("no") => Point::Clock.act(
            "nothing keeps the clock right: periods, one-time codes and certificates depend on it",
            "Install systemd-timesyncd or chrony: `apt install systemd-timesyncd`, then `timedatectl set-ntp true`.",
        ),
        Some(_) | None => Point::Clock.note(
            "whether something keeps the clock right cannot be told here: `timedatectl` does not answer",
            "Look by hand: `chronyc tracking`; in a container, look on its host.",
        ),
    }
}

/// Room on each disk that holds something.
pub(super) fn disk(config: &Config) -> Vec<Finding> {
    let mut places = vec![config.folder.clone()];
    places.extend(config.backup.as_ref().map(|backup| PathBuf::from(&backup.to)).filter(|to| to.is_absolute()));
    places.iter().map(|place| room(place)).collect()
}

fn room(place: &Path) -> Finding {
    match rustix::fs::statvfs(place) {
        Ok(disk) => enough_room(place, disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize),
        Err(error) => Point::Disk.unseen(format!("{}: {error}", place.display()), "See whether the disk is mounted."),
    }
}

fn enough_room(place: &Path, free: u64, total: u64) -> Finding {
    let told = format!("{}: {} MiB of {} MiB are free", place.display(), free >> 20, total >> 20);
    if free < ROOM.max(total / 10) {
        Point::Disk.act(
            told,
            "Make room before it is full: what cannot be written is refused, erasures wait, and backups fail.",
        )
    } else {
        Point::Disk.good(told)
    }
}

/// How many files the server may open.
pub(super) fn open_files(visit: &Visit<'_>) -> Vec<Finding> {
    let wanted = visit.config.edge.limits.connections as u64 + FILES;
    let of_server = visit.server.and_then(|process| fs::read_to_string(format!("/proc/{process}/limits")).ok());
    let limit = of_server.as_deref().and_then(soft_limit);
    let own = rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    vec![match (visit.server, limit) {
        (Some(_), Some(limit)) => enough_files("the server", limit, wanted),
        (Some(_), None) => Point::OpenFiles.unseen(
            "what the running server may open cannot be read",
            "Run `troth doctor` as the user under whom the server runs, or as root.",
        ),
        (None, _) => enough_files("a program that is started here", own.unwrap_or(u64::MAX), wanted),
    }]
}

/// The soft limit in `/proc/…/limits`.
fn soft_limit(limits: &str) -> Option<u64> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    let word = line.split_whitespace().next()?;
    if word == "unlimited" { Some(u64::MAX) } else { word.parse().ok() }
}

fn enough_files(who: &str, limit: u64, wanted: u64) -> Finding {
    let told = format!("{who} may open {limit} files; {wanted} are wanted for the connections and what is kept");
    if limit < wanted {
        let how = format!("systemd: LimitNOFILE={}; by hand: ulimit -n", wanted.next_power_of_two());
        Point::OpenFiles.act(told, how)
    } else {
        Point::OpenFiles.good(told)
    }
}

/// The program that is installed, and the one that runs.
pub(super) fn updates(visit: &Visit<'_>) -> Vec<Finding> {
    let about = std::env::current_exe().and_then(|own| fs::metadata(own)?.modified());
    let built = about.ok().and_then(|at| Timestamp::try_from(at).ok());
    let runs = visit.server.and_then(|process| fs::read_link(format!("/proc/{process}/exe")).ok());
    let mut found = vec![newness(visit.common.clock.now(), built)];
    found.extend(runs.as_deref().and_then(is_replaced));
    found
}

fn newness(now: Timestamp, built: Option<Timestamp>) -> Finding {
    let version = env!("CARGO_PKG_VERSION");
    let Some(built) = built else {
        return Point::Updates.note(format!("this is troth {version}"), "Compare with the newest version by hand.");
    };
    let told = format!("this is troth {version}; its file is of {}", built.strftime("%Y-%m-%d"));
    if now.duration_since(built) > OLD {
        Point::Updates.act(
            told,
            "Nobody is asked whether there is a newer one. Look where you got it from, read CHANGELOG.md, make a backup, and \
             restart the server with it. If this is the newest, `touch` the file.",
        )
    } else {
        Point::Updates.good(told)
    }
}

/// Linux marks the file of a running program that was replaced.
fn is_replaced(runs: &Path) -> Option<Finding> {
    runs.to_string_lossy().ends_with(" (deleted)").then(|| {
        Point::Updates
            .act("the server still runs the program that was there before", "Restart it: `systemctl restart troth`.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::State;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_clock_behind_what_was_written_last_is_told() {
        let now = at("2026-11-26T12:00:00Z");
        let state = |newest: &str| against_the_newest(now, Some(at(newest))).state;
        assert_eq!(state("2026-11-26T12:00:30Z"), State::Good, "what several threads write crosses");
        assert_eq!(state("2026-11-26T13:00:00Z"), State::Do);
        assert_eq!(against_the_newest(now, None).state, State::Note);
    }

    #[test]
    fn a_clock_that_nothing_keeps_right_is_told_and_what_cannot_be_told_is_not_made_up() {
        assert_eq!(against_the_system(Some("yes")).state, State::Good);
        assert_eq!(against_the_system(Some("no")).state, State::Do);
        let untold = against_the_system(None);
        assert_eq!(untold.state, State::Note);
        assert!(untold.found.contains("cannot be told"), "{untold:?}");
    }

    #[test]
    fn a_disk_that_is_nearly_full_is_told() {
        let gib = 1 << 30;
        let state = |free, total| enough_room(Path::new("/data"), free, total).state;
        assert_eq!(state(20 * gib, 100 * gib), State::Good);
        assert_eq!(state(9 * gib, 100 * gib), State::Do);
        assert_eq!(state(gib - 1, 2 * gib), State::Do);
        assert_eq!(room(Path::new("/")).point, "disk");
        assert_eq!(room(Path::new("/there/is/no/such/disk")).state, State::Unseen);
    }

    #[test]
    fn too_few_open_files_for_the_connections_are_told() {
        let limits = "Limit                     Soft Limit           Hard Limit           Units     \n\
                      Max open files            1024                 524288               files     \n";
        let soft = soft_limit(limits).unwrap();
        assert_eq!(enough_files("the server", soft, 1280).state, State::Do);
        assert_eq!(enough_files("the server", soft, 1024).state, State::Good);
    }

    #[test]
    fn an_old_program_and_one_that_was_replaced_under_the_server_are_told() {
        let now = at("2026-11-26T12:00:00Z");
        assert_eq!(newness(now, Some(at("2026-10-01T12:00:00Z"))).state, State::Good);
        assert_eq!(newness(now, Some(at("2026-01-01T12:00:00Z"))).state, State::Do);
        assert!(is_replaced(Path::new("/usr/local/bin/troth (deleted)")).is_some_and(|told| told.state == State::Do));
        assert!(is_replaced(Path::new("/usr/local/bin/troth")).is_none());
    }
}
