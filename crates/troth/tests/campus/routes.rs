//! Every door of every slice, tried by everyone: a stranger, people with the wrong role or of another organisation, the
//! right people, and all again after the trajectory ended (UC2 to UC6, I4, I13).
//!
//! What should happen follows from the access matrix: whom the decisions allow gets the page, everyone else sees
//! what is absent, and who has not signed in is asked to. A door without an entry in [`Stage::aim`] fails the test.

mod abroad;
mod brought;
mod by_exception;
mod coaching;
mod forms;
mod holds;
mod open;
mod own;
mod people;
mod registers;
mod requests;
mod stage;

use access::Resource;
use kernel::{
    Archetype, PersonId, Uuid,
    manifest::{Action, Method, Route},
};

use self::{
    by_exception::{looking, proposal},
    forms::{borrowed, guarded},
    stage::{Stage, Visitor},
};
use crate::world::{Answer, Browser, Campus};

/// What a door is opened with.
struct Aim {
    path: String,
    fields: Vec<(&'static str, String)>,
    /// Whose file it is about, when it is about somebody else's.
    about: Option<PersonId>,
    /// What the right person gets.
    good: u16,
}

fn no_entry(route: &Route) -> ! {
    panic!("{:?} {} has no entry in this test: say how it is tried", route.method, route.path)
}

impl Stage {
    /// How to try a door: with something of the visitor's own where the door wants that, and fresh where it is used up.
    async fn aim(&mut self, route: &Route, visitor: &Visitor, fresh: bool) -> Aim {
        let get = route.method == Method::Get;
        let mut aim = Aim {
            path: route.path.replace("/trajectories/{trajectory}", &self.trajectory),
            fields: Vec::new(),
            about: None,
            good: if get { 200 } else { 303 },
        };
        let text = |text: &str| vec![("text", text.to_owned())];
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
                | "/profile/address"
                | "/profile/sessions"
                | "/profile/second-step"
                | "/profile/passkeys"
                | "/profile/text-codes"
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
            (false, "/my-data/objection" | "/profile/address/trial") => {}
            (_, register) if registers::has(register) => self.aim_at_register(route, visitor, &mut aim).await,
            (is_get, path) if requests::has(path) => self.aim_at_request((is_get, path), visitor, &mut aim).await,
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
            (_, path) if path.starts_with("/trajectories") || path != route.path => {
                self.aim_at_coaching(route, visitor, fresh, &mut aim).await;
            }
            (_, path) if people::has(path) => self.aim_at_people(route, visitor, &mut aim).await,
            (_, path) if path.starts_with("/holds/") => self.aim_at_hold(route, &mut aim).await,
            (_, path) if own::has(path) => self.aim_at_own(route, visitor, &mut aim).await,
            (false, "/waiting/attempt" | "/waiting/clock" | "/sign-out") => {}
            (_, "/access-review/findings/{finding}") => {
                aim.path = route.path.replace("{finding}", &self.campus.finding().await);
                aim.fields = text("She was asked, and had a reason.");
            }
            (false, "/access-review/completion") => {}
            (true, "/registers/{form}" | "/registers/{form}/file") => {
                aim.path = route.path.replace("{form}", "ropa-html");
            }
            (false, "/statement") => aim.fields = text("statement \"a draft\""),
            // Neither a file nor a draft that could be published.
            (false, "/statement/file" | "/statement/publication") => aim.good = 422,
            _ => no_entry(route),
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
}

#[tokio::test(flavor = "multi_thread")]
async fn every_door_opens_to_whom_the_statement_lets_in_and_is_absent_to_all_others() {
    let mut stage = Stage::on(Campus::pair().await).await;
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
    let numbers = stage.campus.numbers().await;
    for (route, _) in &doors {
        assert!(numbers.contains(&format!("route=\"{}\"", route.path)), "{} is not counted", route.path);
    }
}
