//! The stage: a campus with something of everything, and who tries its doors.

use access::Resource;
use kernel::{Archetype, PersonId, Uuid, manifest::Action};
use testkit::Canaries;
use troth::system::SystemRng;

use super::forms::{appointment, borrowed, hold_on, make, own_part, request_of, trimmed};
use crate::{
    archive,
    world::{Browser, Campus, address, links},
};

/// Somebody at the door.
#[derive(Clone)]
pub(super) struct Visitor {
    pub(super) name: &'static str,
    /// Their id and role here; a stranger has none.
    pub(super) known: Option<(PersonId, Archetype)>,
    pub(super) browser: Browser,
    /// The names of canaries that they may see.
    pub(super) may_see: &'static [&'static str],
}

pub(super) struct Stage {
    pub(super) campus: Campus,
    pub(super) canaries: Canaries,
    pub(super) manager: Visitor,
    pub(super) coach: Visitor,
    pub(super) maria: Visitor,
    pub(super) officer: Visitor,
    /// A hold with a canary as its reason.
    pub(super) hold: String,
    /// A request of Maria's with a canary in it.
    pub(super) request: String,
    pub(super) trajectory: String,
    pub(super) attachment: String,
    /// Notes written while it was open: the coach's private one, and one each of both.
    pub(super) private_note: String,
    pub(super) notes: [String; 2],
    /// Notes that were shared: the coach's, and hers.
    pub(super) shared: [String; 2],
    /// What Maria brought along: the part, and its file.
    pub(super) brought: [String; 2],
    pub(super) goal: String,
    pub(super) task: String,
    pub(super) appointment: String,
    pub(super) ended: bool,
    pub(super) count: usize,
}

const COACHS: &[&str] = &[
    "message",
    "file name",
    "file",
    "shared note",
    "goal",
    "task",
    "title",
    "place",
    "private note",
    "coach's draft",
    "coach's note",
    "coach's shared note",
    "view",
];
const HERS: &[&str] = &[
    "message",
    "file name",
    "file",
    "shared note",
    "goal",
    "task",
    "title",
    "place",
    "her draft",
    "her note",
    "coach's shared note",
    "view",
    "request",
    "brought",
    "brought file",
    "brought name",
];

impl Stage {
    pub(super) async fn set() -> Self {
        Self::on(Campus::new().await).await
    }

    pub(super) async fn on(campus: Campus) -> Self {
        let mut canaries = Canaries::new();
        let mut plant = |field: &str| canaries.plant(field, &SystemRng);
        let mut people = Vec::new();
        for (name, archetype, may_see) in [
            ("Mia Manager", Archetype::Manager, &[][..]),
            ("Hanna Coach", Archetype::Coach, COACHS),
            ("Maria", Archetype::Participant, HERS),
            ("Ine Officer", Archetype::Officer, &["hold reason", "request"][..]),
        ] {
            let id = campus.resident(&campus.site, name, archetype).await;
            let browser = campus.sign_in(&campus.site, name).await;
            people.push(Visitor { name, known: Some((id, archetype)), browser, may_see });
        }
        let [mut manager, mut coach, mut maria, officer] = <[Visitor; 4]>::try_from(people).ok().unwrap();
        let (coach_id, maria_id) = (coach.known.unwrap().0, maria.known.unwrap().0);
        let trajectory = campus.link(&mut manager.browser, coach_id, maria_id).await;
        let at = |rest: &str| format!("{trajectory}{rest}");
        let (c, m) = (&mut coach.browser, &mut maria.browser);
        let file = format!("{}.txt", plant("file name"));
        campus.send(m, &trajectory, &plant("message"), &[(&file, &plant("file"))]).await;
        let page = campus.page(c, &at("/dialogue")).await;
        let attachment = links(&page, &at("/attachments/"), "").remove(0);
        for (browser, field) in [(&mut *c, "coach's draft"), (&mut *m, "her draft")] {
            campus.post(browser, &at("/draft"), &[("text", &plant(field))]).await;
        }
        let note = plant("private note");
        let private_note = make(&campus, c, "text", &note, &at("/private-notes"), "").await;
        let mut notes = Vec::new();
        for (browser, field) in [(&mut *c, "coach's note"), (&mut *m, "her note")] {
            let text = plant(field);
            notes.push(make(&campus, browser, "text", &text, &at("/notes"), "").await);
        }
        let mut shared = Vec::new();
        for (browser, field) in [(&mut *c, "coach's shared note"), (&mut *m, "shared note")] {
            let sharing = campus.done(browser, &at("/notes"), &[("text", &plant(field)), ("share", "yes")]).await;
            campus.done(browser, &sharing, &[]).await;
            shared.push(trimmed(&sharing));
        }
        campus.done(c, &format!("{}/view", shared[1]), &[("text", &plant("view"))]).await;
        let diary = archive::diary(&plant("brought"), &plant("brought file"), &plant("brought name"));
        let brought = own_part(&campus, m, &diary).await;
        let goal = make(&campus, c, "title", &plant("goal"), &at("/goals"), "/tasks").await;
        let task = plant("task");
        let task = [("title", task.as_str()), ("doer", "participant")];
        let tasks = at("/tasks/");
        let task = campus.make(c, (&format!("{goal}/tasks"), &task), &at("/goals"), (&tasks, "/completion")).await;
        let fields = appointment(&plant("title"), &plant("place"));
        let fields = borrowed(&fields);
        let start = at("/appointments/");
        let appointment =
            campus.make(c, (&at("/appointments"), &fields), &at("/appointments"), (&start, "/calendar")).await;
        let fields = hold_on(maria_id, &plant("hold reason"));
        let laid = ("/holds/laying", &*borrowed(&fields));
        let hold = campus.make(&mut officer.browser.clone(), laid, "/holds", ("/holds/", "")).await;
        let request = request_of(&campus, m, &plant("request")).await;
        Self {
            attachment,
            officer,
            hold,
            request,
            private_note: private_note.trim_end_matches("/removal").to_owned(),
            notes: <[String; 2]>::try_from(notes).unwrap().map(|note| trimmed(&note)),
            shared: <[String; 2]>::try_from(shared).unwrap(),
            brought,
            goal,
            task: task.trim_end_matches("/completion").to_owned(),
            appointment: appointment.trim_end_matches("/calendar").to_owned(),
            campus,
            canaries,
            manager,
            coach,
            maria,
            trajectory,
            ended: false,
            count: 0,
        }
    }

    /// What the decisions say.
    pub(super) fn allows(&self, visitor: &Visitor, action: &'static Action, about: Option<PersonId>) -> bool {
        let Some((id, archetype)) = visitor.known else { return false };
        let about = match action.container {
            Resource::ORGANISATION => Resource::organisation(),
            Resource::PERSON => Resource::person(about.unwrap_or(id)),
            "paper" => Resource { container: "paper", id: Uuid::nil(), parties: self.paper_of(id), state: None },
            "breach" => Resource { container: "breach", id: Uuid::nil(), parties: Vec::new(), state: None },
            of @ ("disclosure" | "break-glass") => {
                let parties = vec![(Resource::SELF, about.unwrap_or(id))];
                Resource { container: of, id: Uuid::nil(), parties, state: None }
            }
            "mailing" => Resource { container: "mailing", id: Uuid::nil(), parties: Vec::new(), state: Some("draft") },
            "hold" => Resource { container: "hold", id: Uuid::nil(), parties: Vec::new(), state: None },
            "request" => Resource {
                container: "request",
                id: Uuid::nil(),
                parties: vec![("self", about.unwrap_or(self.maria.known.unwrap().0))],
                state: Some("open"),
            },
            _ => Resource {
                container: "trajectory",
                id: self.trajectory_id(),
                parties: vec![("coach", self.coach.known.unwrap().0), ("participant", self.maria.known.unwrap().0)],
                state: Some(if self.ended { "ended" } else { "open" }),
            },
        };
        self.campus.site.access.would_allow(&self.campus.scope_of(id, archetype), action, &about)
    }

    pub(super) fn trajectory_id(&self) -> Uuid {
        self.trajectory.rsplit('/').next().unwrap().parse().unwrap()
    }

    /// Somebody new, who has come or not yet.
    pub(super) async fn somebody(&mut self, archetype: Archetype, came: bool) -> PersonId {
        self.count += 1;
        let name = format!("Somebody {}", self.count);
        if came {
            return self.campus.resident(&self.campus.site, &name, archetype).await;
        }
        let email = address(&name);
        let fields = [("name", name.as_str()), ("email", &email), ("role", "participant"), ("language", "en")];
        let mut manager = self.manager.browser.clone();
        self.campus.done(&mut manager, "/people/invitation", &fields).await;
        self.campus.person(&email).await.unwrap()
    }

    /// Others who are not in the trajectory.
    pub(super) async fn others(&mut self) -> Vec<Visitor> {
        let mut all = vec![Visitor { name: "a stranger", known: None, browser: Browser::default(), may_see: &[] }];
        for (name, archetype) in [
            ("Otto Coach", Archetype::Coach),
            ("Piet", Archetype::Participant),
            ("Tom Technician", Archetype::Technician),
        ] {
            let id = self.campus.resident(&self.campus.site, name, archetype).await;
            let browser = self.campus.sign_in(&self.campus.site, name).await;
            all.push(Visitor { name, known: Some((id, archetype)), browser, may_see: &[] });
        }
        // I13: a cookie of another organisation is none here.
        let other = self.campus.other().clone();
        self.campus.resident(&other, "Fremd Manager", Archetype::Manager).await;
        let browser = self.campus.sign_in(&other, "Fremd Manager").await;
        assert!(self.campus.get_from(&other, &mut browser.clone(), "/people").await.status == 200);
        all.push(Visitor { name: "Fremd Manager of another organisation", known: None, browser, may_see: &[] });
        all
    }
}
