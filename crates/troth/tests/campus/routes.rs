//! Every door of every slice, tried by everyone: a stranger, people with the wrong role or of another organisation, the
//! right people, and all again after the trajectory ended (UC2 to UC6, I4, I13).
//!
//! What should happen follows from the access matrix: whom the decisions allow gets the page, everyone else sees
//! what is absent, and who has not signed in is asked to. A door without an entry in [`Stage::aim`] fails the test.

mod abroad;
mod brought;
mod by_exception;
mod forms;
mod open;
mod registers;
mod requests;

use access::Resource;
use kernel::{
    Archetype, PersonId, Uuid,
    manifest::{Action, Method, Route},
};
use testkit::Canaries;
use troth::system::SystemRng;

use self::by_exception::{looking, proposal};
use self::forms::{appointment, borrowed, guarded, hold_on, make, own_part, request_of, trimmed};
use crate::{
    archive,
    world::{Answer, Browser, Campus, address, links},
};

/// Somebody at the door.
#[derive(Clone)]
struct Visitor {
    name: &'static str,
    /// Their id and role here; a stranger has none.
    known: Option<(PersonId, Archetype)>,
    browser: Browser,
    /// The names of canaries that they may see.
    may_see: &'static [&'static str],
}

/// What a door is opened with.
struct Aim {
    path: String,
    fields: Vec<(&'static str, String)>,
    /// Whose file it is about, when it is about somebody else's.
    about: Option<PersonId>,
    /// What the right person gets.
    good: u16,
}

struct Stage {
    campus: Campus,
    canaries: Canaries,
    manager: Visitor,
    coach: Visitor,
    maria: Visitor,
    officer: Visitor,
    /// A hold with a canary as its reason.
    hold: String,
    /// A request of Maria's with a canary in it.
    request: String,
    trajectory: String,
    attachment: String,
    /// Notes written while it was open: the coach's private one, and one each of both.
    private_note: String,
    notes: [String; 2],
    /// Notes that were shared: the coach's, and hers.
    shared: [String; 2],
    /// What Maria brought along: the part, and its file.
    brought: [String; 2],
    goal: String,
    task: String,
    appointment: String,
    ended: bool,
    count: usize,
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
    async fn set() -> Self {
        let campus = Campus::new().await;
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
    fn allows(&self, visitor: &Visitor, action: &'static Action, about: Option<PersonId>) -> bool {
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

    fn trajectory_id(&self) -> Uuid {
        self.trajectory.rsplit('/').next().unwrap().parse().unwrap()
    }

    /// Somebody new, who has come or not yet.
    async fn somebody(&mut self, archetype: Archetype, came: bool) -> PersonId {
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

    /// How to try a door: with something of the visitor's own where the door wants that, and fresh where it is used up.
    async fn aim(&mut self, route: &Route, visitor: &Visitor, fresh: bool) -> Aim {
        let t = self.trajectory.clone();
        let own = usize::from(visitor.name == self.maria.name);
        let get = route.method == Method::Get;
        let mut aim = Aim {
            path: route.path.replace("/trajectories/{trajectory}", &t),
            fields: Vec::new(),
            about: None,
            good: if get { 200 } else { 303 },
        };
        let text = |text: &str| vec![("text", text.to_owned())];
        let title = |title: &str| vec![("title", title.to_owned())];
        let mut writer = visitor.browser.clone();
        let rest = route.path.strip_prefix("/trajectories/{trajectory}").unwrap_or(route.path);
        match (get, rest) {
            // Pages that need nothing but somebody.
            (
                true,
                "/"
                | "/trajectories"
                | "/trajectories/mine"
                | "/trajectories/new"
                | ""
                | "/closure"
                | "/dialogue"
                | "/private-notes"
                | "/notes"
                | "/goals"
                | "/appointments"
                | "/people"
                | "/people/invitation"
                | "/people/invitations"
                | "/welcome"
                | "/profile"
                | "/profile/password"
                | "/my-data"
                | "/my-data/file"
                | "/my-data/complaint"
                | "/my-data/restriction"
                | "/my-data/deletion"
                | "/holds"
                | "/holds/laying"
                | "/waiting"
                | "/my-data/looks"
                | "/my-data/brought-along"
                | "/my-data/recipients"
                | "/my-data/openings"
                | "/exceptions/break-glass/asking"
                | "/exceptions"
                | "/exceptions/disclosures/proposal"
                | "/access-review"
                | "/registers"
                | "/ledger-head"
                | "/undertakings"
                | "/duties"
                | "/papers"
                | "/papers/recording"
                | "/breaches"
                | "/breaches/recording"
                | "/my-data/notices"
                | "/my-data/requests"
                | "/requests"
                | "/requests/entry"
                | "/changes"
                | "/statement"
                | "/statement/preview"
                | "/statement/publication"
                | "/my-data/consents"
                | "/mailings"
                | "/mailings/writing",
            ) => {}
            // The campus sends no mailings: they have tests of their own.
            (_, path) if path.starts_with("/mailings") || path.starts_with("/my-data/consents/") => {
                let path = route.path.replace("{mailing}", &Uuid::nil().to_string());
                aim.path = path.replace("{clause}", "consent-offers");
            }
            (false, "/my-data/objection") => {}
            (_, register) if registers::has(register) => self.aim_at_register(route, visitor, &mut aim).await,
            (is_get, path) if requests::has(path) => self.aim_at_request((is_get, path), visitor, &mut aim).await,
            (true, "/holds/{hold}") => aim.path = self.hold.clone(),
            (_, "/holds/{hold}" | "/holds/{hold}/release") => {
                let person = self.somebody(Archetype::Participant, true).await;
                let (fields, mut officer) = (hold_on(person, "A claim."), self.officer.browser.clone());
                let laid = ("/holds/laying", &*borrowed(&fields));
                let hold = self.campus.make(&mut officer, laid, "/holds", ("/holds/", "")).await;
                aim.path = route.path.replace("/holds/{hold}", &hold);
                aim.fields = vec![("until", "2027-02-01".to_owned())];
            }
            (false, "/holds/laying") => {
                let person = self.somebody(Archetype::Participant, true).await;
                aim.fields = hold_on(person, "A claim.");
            }
            (false, "/exceptions/disclosures/proposal") => {
                let person = self.somebody(Archetype::Participant, true).await;
                aim.fields = proposal(person, "");
            }
            (false, "/exceptions/break-glass/asking") => {
                aim.fields = looking(self.somebody(Archetype::Participant, true).await);
            }
            (_, path) if path.contains("{glass}") => self.aim_at_glass(route, visitor, &mut aim).await,
            (_, path) if path.starts_with("/exceptions/") || path.starts_with("/my-data/recipients/{") => {
                self.aim_at_disclosure(route, visitor, &mut aim).await;
            }
            (false, "/waiting/attempt" | "/waiting/clock") => {}
            (_, "/access-review/findings/{finding}") => {
                aim.path = route.path.replace("{finding}", &self.campus.finding().await);
                aim.fields = text("She was asked, and had a reason.");
            }
            (false, "/access-review/completion") => {}
            (true, "/registers/{form}" | "/registers/{form}/file") => {
                aim.path = route.path.replace("{form}", "ropa-html");
            }
            (true, "/attachments/{attachment}") => aim.path = self.attachment.clone(),
            (true, "/private-notes/{note}") => aim.path = self.private_note.clone(),
            (true, "/notes/{note}") => aim.path = self.notes[own].clone(),
            (true, "/notes/{note}/sharing") => aim.path = format!("{}/sharing", self.notes[own]),
            (_, "/notes/{note}/view" | "/notes/{note}/view/removal") => {
                aim.path = format!("{}{}", self.shared[1 - own], rest.trim_start_matches("/notes/{note}"));
                aim.fields = text("How I see it.");
            }
            (true, "/appointments/{appointment}") => aim.path = self.appointment.clone(),
            (true, "/appointments/{appointment}/calendar") => aim.path = format!("{}/calendar", self.appointment),
            (
                true,
                "/people/{person}" | "/people/{person}/agreement-end" | "/people/{person}/invitation-withdrawal",
            ) => {
                let came = !rest.ends_with("withdrawal");
                let person = self.somebody(Archetype::Participant, came).await;
                aim.path = route.path.replace("{person}", &person.to_string());
                aim.about = Some(person);
            }
            (false, "/my-data/brought-along") => aim.good = 422,
            (false, "/my-data/brought-along/keeping") => {
                (aim.fields, aim.good) = (vec![("archive", Uuid::nil().to_string())], 409);
            }
            (false, "/my-data/brought-along/removal") => {}
            (true, "/my-data/brought-along/{holder}") => {
                let own = visitor.known.map_or_else(Uuid::nil, |(id, _)| kernel::id::Id::uuid(id));
                aim.path = format!("/my-data/brought-along/{own}");
            }
            (_, "/my-data/brought-along/parts/{part}" | "/my-data/brought-along/parts/{part}/removal") => {
                aim.path = self.part(visitor, rest, 0).await;
            }
            (true, "/my-data/brought-along/files/{entry}") => aim.path = self.part(visitor, rest, 1).await,
            (true, "/my-data/{class}/{holder}") => {
                let own = visitor.known.map_or_else(Uuid::nil, |(id, _)| kernel::id::Id::uuid(id));
                aim.path = format!("/my-data/account/{own}?category=names");
            }
            (false, "/trajectories") => {
                let coach = self.somebody(Archetype::Coach, true).await;
                let participant = self.somebody(Archetype::Participant, true).await;
                aim.fields = vec![("coach", coach.to_string()), ("participant", participant.to_string())];
            }
            // Ends only at the end of the open part.
            (false, "/closure") => {}
            (false, "/messages") => aim.fields = text("Hello."),
            (false, "/draft") => aim.fields = text("Hel"),
            (false, "/private-notes" | "/notes") => aim.fields = text("A thought."),
            (false, "/private-notes/{note}" | "/private-notes/{note}/removal") => {
                let page = format!("{t}/private-notes");
                let note = if fresh {
                    trimmed(&make(&self.campus, &mut writer, "text", "Another.", &page, "").await)
                } else {
                    self.private_note.clone()
                };
                aim.path = if rest.ends_with("removal") { format!("{note}/removal") } else { note };
                aim.fields = text("Better.");
            }
            (false, "/notes/{note}" | "/notes/{note}/sharing" | "/notes/{note}/removal") => {
                let note = if fresh {
                    trimmed(&make(&self.campus, &mut writer, "text", "Another.", &format!("{t}/notes"), "").await)
                } else {
                    self.notes[1].clone()
                };
                aim.path = format!("{note}{}", rest.trim_start_matches("/notes/{note}"));
                aim.fields = text("Better.");
            }
            (false, "/goals") => aim.fields = title("Rest"),
            (false, "/goals/{goal}/completion" | "/goals/{goal}/reopening" | "/goals/{goal}/tasks") => {
                aim.path = format!("{}{}", self.goal, rest.trim_start_matches("/goals/{goal}"));
                aim.fields = title("Walk");
                aim.fields.push(("doer", "coach".to_owned()));
            }
            (false, "/tasks/{task}/completion" | "/tasks/{task}/reopening") => {
                aim.path = format!("{}{}", self.task, rest.trim_start_matches("/tasks/{task}"));
            }
            (false, "/appointments") => aim.fields = appointment("A talk", ""),
            (false, "/appointments/{appointment}" | "/appointments/{appointment}/cancellation") => {
                let one = if fresh {
                    let (page, fields) = (format!("{t}/appointments"), appointment("Another talk", ""));
                    let start = format!("{page}/");
                    let fields = borrowed(&fields);
                    let made = self.campus.make(&mut writer, (&page, &fields), &page, (&start, "/calendar")).await;
                    made.trim_end_matches("/calendar").to_owned()
                } else {
                    self.appointment.clone()
                };
                aim.path = format!("{one}{}", rest.trim_start_matches("/appointments/{appointment}"));
                aim.fields = appointment("A later talk", "");
            }
            (false, "/people/invitation") => {
                self.count += 1;
                let email = format!("guest{}@people.example", self.count);
                aim.fields = [("name", "A Guest"), ("email", &email), ("role", "coach"), ("language", "sv")]
                    .map(|(name, value)| (name, value.to_owned()))
                    .to_vec();
            }
            (false, "/people/invitations" | "/people/invitations/preview") => {
                self.count += 1;
                aim.fields = vec![("list", format!("A Guest;listed{}@people.example;coach;sv", self.count))];
                aim.good = if rest.ends_with("preview") { 200 } else { 303 };
            }
            (
                false,
                "/people/{person}"
                | "/people/{person}/agreement-end"
                | "/people/{person}/invitation"
                | "/people/{person}/invitation-withdrawal",
            ) => {
                let came = !rest.contains("/invitation");
                let person = self.somebody(Archetype::Participant, came).await;
                self.count += 1;
                aim.path = route.path.replace("{person}", &person.to_string());
                aim.about = Some(person);
                let email = format!("moved{}@people.example", self.count);
                aim.fields = vec![("name", "Moved".to_owned()), ("email", email), ("language", "nl".to_owned())];
            }
            (false, "/profile") => {
                aim.fields = vec![("name", visitor.name.to_owned()), ("language", "en".to_owned())];
            }
            (false, "/profile/language") => {
                aim.fields = vec![("language", "en".to_owned()), ("back", "/".to_owned())];
            }
            (false, "/profile/theme") => aim.fields = vec![("theme", "dark".to_owned()), ("back", "/".to_owned())],
            (false, "/profile/password") => {
                aim.fields = vec![("present", "Not-this-one-7".to_owned()), ("password", "Whatever-else-8".to_owned())];
                aim.good = 422;
            }
            (false, "/my-data/deletion") => {
                aim.fields = vec![("password", "Not-this-one-7".to_owned())];
                aim.good = 422;
            }
            (false, "/my-data/restriction") => (aim.fields, aim.good) = (vec![("reason", "long ".repeat(500))], 422),
            (false, "/changes") => aim.fields = vec![("version", "12".to_owned())],
            (false, "/statement") => aim.fields = text("statement \"a draft\""),
            // Neither a file nor a draft that could be published.
            (false, "/statement/file" | "/statement/publication") => aim.good = 422,
            (false, "/my-data/restriction/lifting" | "/sign-out") => {}
            _ => panic!("{:?} {} has no entry in this test: say how it is tried", route.method, route.path),
        }
        aim
    }

    async fn knock(&self, route: &Route, aim: &Aim, browser: &mut Browser) -> Answer {
        let fields = borrowed(&aim.fields);
        match route.method {
            Method::Get => self.campus.get(browser, &aim.path).await,
            Method::Post
                if ["/messages", "/preview", "/brought-along", "/statement/file"]
                    .iter()
                    .any(|end| route.path.ends_with(end)) =>
            {
                self.campus.upload(browser, &aim.path, &fields, &[]).await
            }
            Method::Post => self.campus.post(browser, &aim.path, &fields).await,
        }
    }

    /// One door, one visitor.
    async fn try_door(&mut self, route: &'static Route, action: &'static Action, visitor: &Visitor) {
        let who = format!(
            "{} at {:?} {} ({})",
            visitor.name,
            route.method,
            route.path,
            if self.ended { "ended" } else { "open" }
        );
        let allowed_in_general = self.allows(visitor, action, None) || action.container == Resource::PERSON;
        let fresh = allowed_in_general && !self.ended && action.container == "trajectory";
        let aim = self.aim(route, visitor, fresh).await;
        let mut allowed = self.allows(visitor, action, aim.about);
        // UC10: the statement gives this to participants alone, beside the decision.
        if (route.method, route.path) == (Method::Post, "/my-data/deletion") {
            allowed &= visitor.known.is_some_and(|(_, archetype)| archetype == Archetype::Participant);
        }
        // UC18: an officer sees every duty, others what they answer for; only they confirm it.
        if route.path == "/duties/{clause}" {
            allowed &= registers::answers(route, visitor);
        }
        let mut browser = visitor.browser.clone();
        if route.path == "/sign-out" && visitor.known.is_some() {
            browser = self.campus.sign_in(&self.campus.site, visitor.name).await;
        }
        let answer = self.knock(route, &aim, &mut browser).await;
        let status = answer.status.as_u16();
        let seen: Vec<_> = self.canaries.in_bytes(&answer.body).into_iter().map(|(field, ..)| field).collect();
        let wrong: Vec<_> = seen.iter().filter(|field| !visitor.may_see.contains(&field.as_str())).collect();
        assert!(wrong.is_empty(), "{who} sees {wrong:?}");
        match (visitor.known, route.method) {
            (None, Method::Get) => {
                assert!(status == 303 && answer.location().starts_with("/sign-in"), "{who}: {status}");
            }
            (None, Method::Post) => assert_eq!(status, 403, "{who}"),
            (Some(_), _) if allowed => assert_eq!(status, aim.good, "{who}"),
            // What was being written when the trajectory ended is given back to those who may still read it.
            (Some(_), _) if self.ended && route.path.ends_with("/messages") && visitor.may_see.contains(&"message") => {
                assert_eq!(status, 409, "{who}");
            }
            (Some(_), _) => assert_eq!(status, 404, "{who}"),
        }
    }

    /// Others who are not in the trajectory.
    async fn others(&mut self) -> Vec<Visitor> {
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
        let other = self.campus.other.clone();
        self.campus.resident(&other, "Fremd Manager", Archetype::Manager).await;
        let browser = self.campus.sign_in(&other, "Fremd Manager").await;
        assert!(self.campus.get_from(&other, &mut browser.clone(), "/people").await.status == 200);
        all.push(Visitor { name: "Fremd Manager of another organisation", known: None, browser, may_see: &[] });
        all
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_opens_to_whom_the_statement_lets_in_and_is_absent_to_all_others() {
    let mut stage = Stage::set().await;
    let mut visitors = stage.others().await;
    visitors.extend([stage.manager.clone(), stage.coach.clone(), stage.maria.clone(), stage.officer.clone()]);
    let doors = guarded(&stage.campus);
    assert!(doors.len() > 60, "{}", doors.len());
    let is_end = |route: &Route| route.path == "/trajectories/{trajectory}/closure" && route.method == Method::Post;
    for (route, action) in doors.iter().filter(|(route, _)| !is_end(route)) {
        for visitor in &visitors {
            stage.try_door(route, action, visitor).await;
        }
    }
    // The end comes last: those who may not, then the coach.
    for (route, action) in doors.iter().filter(|(route, _)| is_end(route)) {
        for visitor in &visitors {
            if !stage.allows(visitor, action, None) {
                stage.try_door(route, action, visitor).await;
            }
        }
        assert!(stage.allows(&stage.manager, action, None) && stage.allows(&stage.coach, action, None));
        let coach = stage.coach.clone();
        stage.try_door(route, action, &coach).await;
    }
    stage.ended = true;
    let of_trajectories = |action: &Action| action.container == "trajectory";
    for (route, action) in doors.iter().filter(|(_, action)| of_trajectories(action)) {
        for visitor in &visitors {
            stage.try_door(route, action, visitor).await;
        }
    }
}
