//! A trajectory entered with a grant, and the frame of its pages: the other's name, the tabs, how it stands.

use access::{Grant, Guarded as _, Resource};
use kernel::{PersonId, Timestamp, manifest::Action, page::Seal};
pub(super) use organisation::pages::text;
use organisation::{Desk as _, Names, SealAsk, Visit};
use store::{Opener, Reader, Work};
use ui::{Page, Tab};

use super::{Failure, local, with_news};
use crate::{
    actions::{
        APPOINTMENT_READ, DIALOGUE_READ, DIALOGUE_WRITE, GOAL_READ, PRIVATE_NOTE_READ, SHARED_NOTE_READ,
        TRAJECTORY_READ,
    },
    forms::LONGEST_LINE,
    model::{Trajectory, TrajectoryId},
    store::trajectories,
};

/// A trajectory after a decision in favour.
pub(super) struct Room {
    /// The trajectory.
    pub(super) trajectory: Trajectory,
    /// The decision.
    pub(super) grant: Grant,
}

impl Room {
    /// Finds the trajectory and decides. One query.
    pub(super) fn enter(
        visit: &Visit,
        reader: &mut Reader<'_>,
        id: TrajectoryId,
        action: &'static Action,
    ) -> Result<Self, Failure> {
        let closed = trajectories::find(&visit.scope, reader, id)?.ok_or(Failure::Absent)?;
        let grant = visit.site.access.decide(&visit.scope, action, &closed.resource())?;
        let trajectory = closed.check(&grant)?;
        Ok(Self { trajectory, grant })
    }

    /// Writes in a trajectory: found, decided about and written in one unit of work.
    pub(super) async fn write<T, F>(
        visit: &Visit,
        id: TrajectoryId,
        action: &'static Action,
        act: F,
    ) -> Result<T, Failure>
    where
        F: FnOnce(&Visit, &mut Work<'_>, Self) -> Result<T, Failure> + Send + 'static,
        T: Send + 'static,
    {
        let asker = visit.clone();
        let write = move |work: &mut Work<'_>| {
            let room = Self::enter(&asker, work, id, action)?;
            act(&asker, work, room)
        };
        visit.site.store.write(&visit.scope, write).await
    }

    /// What opens the seals of this trajectory, and the names of the two. One query.
    pub(super) fn open(&self, visit: &Visit, reader: &mut Reader<'_>) -> Result<(Opener, Names), Failure> {
        let opener = visit.site.store.opener(&visit.scope, &self.grant);
        let two = [self.trajectory.coach, self.trajectory.participant];
        let names = Names::open(&opener, visit.site.directory.people(reader, &two)?)?;
        Ok((opener, names))
    }
}

/// The tab that a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Dialogue,
    Notes,
    Goals,
    Appointments,
    PrivateNotes,
    About,
}

/// The frame of a trajectory's pages.
pub(super) struct Frame {
    /// The trajectory.
    pub(super) trajectory: Trajectory,
    /// Its container, for decisions and seals.
    about: Resource,
    /// Who looks.
    pub(super) me: PersonId,
    /// The names of the two.
    names: Names,
    /// The other's name.
    pub(super) other: String,
    /// Links to the parts of the trajectory.
    pub(super) tabs: Vec<Tab>,
    /// Whether one may still write in it.
    pub(super) writable: bool,
    /// What is said when it has ended.
    pub(super) ended: String,
    /// Whether one of the two restricts the use of the own data, so that nobody writes (GDPR Art. 18).
    pub(super) paused: bool,
    /// What has happened to it, for the dates in its seals.
    happened: Vec<(&'static str, Timestamp)>,
}

impl Frame {
    /// The frame of a trajectory's page, for one of the two.
    pub(super) fn new(
        visit: &Visit,
        trajectory: Trajectory,
        names: Names,
        place: Place,
    ) -> Result<Self, http::Problem> {
        let me = visit.member()?.member.id;
        let voice = visit.voice();
        let about = trajectory.resource();
        let other = trajectory.other(me);
        let other = names.shown(other, &voice, "coaching-someone-gone");
        let ended = trajectory.ended.map_or_else(String::new, |at| {
            voice.say1("coaching-ended-on", "date", voice.date(local(&visit.scope, at).date()))
        });
        let happened = trajectory.happened();
        let tabs = tabs(visit, &trajectory, &about, place);
        let writable = trajectory.is_open() && visit.may(&DIALOGUE_WRITE, &about);
        let paused = visit.site.access.is_paused(&about);
        Ok(Self { paused, trajectory, about, me, names, other, tabs, writable, ended, happened })
    }

    /// A path below the trajectory's own.
    pub(super) fn path(&self, rest: &str) -> String {
        path(self.trajectory.id, rest)
    }

    /// The seal of an item (X2).
    pub(super) fn seal(&self, visit: &Visit, item: &'static str) -> Seal {
        visit.seal(&self.ask(item))
    }

    /// The seal of something that only the one who looks can read so far.
    pub(super) fn own_seal(&self, visit: &Visit, item: &'static str) -> Seal {
        visit.own_seal(&self.ask(item))
    }

    fn ask(&self, item: &'static str) -> SealAsk<'_> {
        SealAsk { item, about: &self.about, names: &self.names, happened: &self.happened }
    }

    /// Whether the one who looks may do this here.
    pub(super) fn may(&self, visit: &Visit, action: &'static Action) -> bool {
        visit.may(action, &self.about)
    }

    /// The longest title.
    pub(super) fn most_line(&self) -> usize {
        LONGEST_LINE
    }

    /// The two: their names, and what is known of them.
    pub(super) fn names(&self) -> &Names {
        &self.names
    }

    /// The name of one of the two.
    pub(super) fn name(&self, person: PersonId) -> &str {
        self.names.get(person).unwrap_or(&self.other)
    }

    /// A page within this frame: with the way here, and with news of what `?done=` says has just happened.
    pub(super) fn page(&self, visit: &Visit, title: String, news: &[(&str, &str)]) -> Page {
        let mut page = visit.page(title);
        if self.trajectory.part_of(self.me).is_some() {
            page = among_mine(page);
        }
        with_news(page, visit, news)
    }
}

/// The page as a part of one's own dialogues: the way here begins there, and the rail shows where one is.
pub(super) fn among_mine(mut page: Page) -> Page {
    for item in &mut page.nav {
        item.current = item.path == crate::routes::MINE.path;
    }
    let up = page.say("coaching-nav-mine");
    page.crumb(crate::routes::MINE.path, up)
}

/// A path below a trajectory.
pub(super) fn path(id: TrajectoryId, rest: &str) -> String {
    format!("/trajectories/{id}{rest}")
}

fn tabs(visit: &Visit, trajectory: &Trajectory, about: &Resource, here: Place) -> Vec<Tab> {
    let voice = visit.voice();
    let all: [(Place, &'static Action, &str, &str); 6] = [
        (Place::Dialogue, &DIALOGUE_READ, "/dialogue", "coaching-tab-dialogue"),
        (Place::Notes, &SHARED_NOTE_READ, "/notes", "coaching-tab-notes"),
        (Place::Goals, &GOAL_READ, "/goals", "coaching-tab-goals"),
        (Place::Appointments, &APPOINTMENT_READ, "/appointments", "coaching-tab-appointments"),
        (Place::PrivateNotes, &PRIVATE_NOTE_READ, "/private-notes", "coaching-tab-private-notes"),
        (Place::About, &TRAJECTORY_READ, "", "coaching-tab-about"),
    ];
    all.into_iter()
        .filter(|(_, action, ..)| visit.may(action, about))
        .map(|(place, _, rest, word)| Tab {
            path: path(trajectory.id, rest),
            label: voice.say(word),
            current: place == here,
            count: 0,
        })
        .collect()
}
