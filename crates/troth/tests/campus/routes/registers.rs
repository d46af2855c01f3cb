//! How the doors of the registers that people keep up by hand are tried.

use access::Resource;
use kernel::{
    Archetype, PersonId,
    manifest::{Method, Route},
};

use super::{Aim, Stage, Visitor, borrowed};
use crate::world::Browser;

/// Whether a door that wants something belongs to one of these registers.
pub(super) fn has(path: &str) -> bool {
    ["/undertakings", "/duties/", "/papers/", "/breaches/"].iter().any(|start| path.starts_with(start))
}

/// An officer sees every duty, others what they answer for; only they confirm it.
pub(super) fn answers(route: &Route, visitor: &Visitor) -> bool {
    match visitor.known.map(|(_, archetype)| archetype) {
        Some(Archetype::Technician) => true,
        Some(Archetype::Officer) => route.method == Method::Get,
        _ => false,
    }
}

fn paper(number: &str) -> Vec<(&'static str, String)> {
    [
        ("name", "Somebody"),
        ("number", number),
        ("what", "notes of a talk"),
        ("place", "cabinet 2"),
        ("period", "keep-dialogue-trajectory-ended"),
        ("from", "2026-11-01"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

fn breach(risk: &str) -> Vec<(&'static str, String)> {
    [
        ("what", "A bag with a telephone was lost."),
        ("on", "2026-11-22"),
        ("at", "09:30"),
        ("categories", "dialogue"),
        ("risk", risk),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

impl Stage {
    /// Who plays which part in the paper that is tried: Maria's, which her coach keeps. A form for a new one is of the
    /// visitor's own.
    pub(super) fn paper_of(&self, visitor: PersonId) -> Vec<(&'static str, PersonId)> {
        let (coach, maria) = (self.coach.known.unwrap().0, self.maria.known.unwrap().0);
        if visitor == maria || visitor == coach { vec![(Resource::SELF, maria), ("keeper", coach)] } else { Vec::new() }
    }

    /// A paper about Maria that her coach has written down.
    async fn paper(&mut self) -> String {
        let number = self.trajectory_id().to_string();
        let (fields, mut coach): (_, Browser) = (paper(&number), self.coach.browser.clone());
        let form = ("/papers/recording", &*borrowed(&fields));
        self.campus.make(&mut coach, form, "/papers", ("/papers/", "")).await
    }

    /// A breach that the officer has written down.
    async fn breach(&mut self, risk: &str) -> String {
        let (fields, mut officer) = (breach(risk), self.officer.browser.clone());
        let to = self.campus.done(&mut officer, "/breaches/recording", &borrowed(&fields)).await;
        to.trim_end_matches("?done=recorded").to_owned()
    }

    pub(super) async fn aim_at_register(&mut self, route: &Route, visitor: &Visitor, aim: &mut Aim) {
        match route.path {
            "/undertakings/people" => {}
            // What the visitor's own role promises; others have nothing to accept.
            "/undertakings" => {
                let promise = self.campus.site.plan.first::<statement::plan::Undertaking>().unwrap();
                aim.fields = vec![("text", store::ledger::hex(&access::text_hash(promise)))];
                let is_coach = visitor.known.is_some_and(|(_, archetype)| archetype == Archetype::Coach);
                aim.good = if is_coach { 303 } else { 409 };
            }
            // The technician answers for it.
            "/duties/{clause}" => {
                aim.path = "/duties/declare-hosting".to_owned();
                aim.fields = vec![("outcome", "kept".to_owned()), ("note", "I looked at the certificate.".to_owned())];
            }
            "/papers/recording" => aim.fields = paper(""),
            "/papers/{paper}" | "/papers/{paper}/shredding" => {
                aim.path = route.path.replace("/papers/{paper}", &self.paper().await);
                aim.fields = vec![("name", "Tim Shredder".to_owned()), ("on", "2026-11-22".to_owned())];
            }
            "/breaches/recording" => aim.fields = breach("high"),
            path if path.starts_with("/breaches/{breach}") => {
                let risk = if path.ends_with("/closure") { "unlikely" } else { "high" };
                aim.path = path.replace("/breaches/{breach}", &self.breach(risk).await);
                aim.fields = [
                    ("risk", risk),
                    ("whom", "all"),
                    ("on", "2026-11-22"),
                    ("at", "09:45"),
                    ("untold", "The key is safe."),
                ]
                .map(|(name, value)| (name, value.to_owned()))
                .to_vec();
            }
            path => panic!("{path} has no entry in this test: say how it is tried"),
        }
    }
}
