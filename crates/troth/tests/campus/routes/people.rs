//! Doors to people's files, to invitations, and to the own profile.

use kernel::{
    Archetype,
    manifest::{Method, Route},
};

use super::{Aim, Stage, Visitor, no_entry};

/// Whether a door that wants something belongs to these.
pub(super) fn has(path: &str) -> bool {
    path.starts_with("/people/") || path.starts_with("/profile")
}

impl Stage {
    pub(super) async fn aim_at_people(&mut self, route: &Route, visitor: &Visitor, aim: &mut Aim) {
        let rest = route.path;
        match (route.method == Method::Get, rest) {
            (
                true,
                "/people/{person}"
                | "/people/{person}/agreement-end"
                | "/people/{person}/second-step"
                | "/people/{person}/invitation-withdrawal",
            ) => {
                let came = !rest.ends_with("withdrawal");
                let person = self.somebody(Archetype::Participant, came).await;
                aim.path = route.path.replace("{person}", &person.to_string());
                aim.about = Some(person);
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
                aim.fields.push(("saw", "yes".to_owned()));
            }
            (false, "/people/{person}/second-step" | "/people/{person}/second-step/answer") => {
                let person = self.somebody(Archetype::Participant, true).await;
                aim.path = route.path.replace("{person}", &person.to_string());
                aim.about = Some(person);
                let how = [("how", "Seen at the desk.")];
                if rest.ends_with("answer") {
                    let mut manager = self.manager.browser.clone();
                    self.campus.done(&mut manager, aim.path.trim_end_matches("/answer"), &how).await;
                    aim.fields = vec![("do", "stop".to_owned())];
                } else {
                    aim.fields = how.map(|(name, value)| (name, value.to_owned())).to_vec();
                }
            }
            (false, "/profile") => {
                aim.fields = vec![("name", visitor.name.to_owned()), ("language", "en".to_owned())];
            }
            (false, "/profile/language") => {
                aim.fields = vec![("language", "en".to_owned()), ("back", "/".to_owned())];
            }
            (false, "/profile/theme") => aim.fields = vec![("theme", "dark".to_owned()), ("back", "/".to_owned())],
            (false, "/profile/session") => aim.good = 200,
            (false, "/profile/sessions") => aim.fields = vec![("session", kernel::Uuid::nil().to_string())],
            // With neither password nor code nothing changes.
            (
                false,
                "/profile/second-step"
                | "/profile/second-step/change"
                | "/profile/passkeys"
                | "/profile/passkeys/made"
                | "/profile/text-codes"
                | "/profile/text-codes/confirmation"
                | "/profile/text-codes/removal"
                | "/profile/address",
            ) => aim.good = 422,
            (get, "/profile/passkeys/{passkey}") => {
                let own = match visitor.known {
                    Some((person, _)) => self.campus.give_passkey(person).await.to_string(),
                    None => kernel::Uuid::nil().to_string(),
                };
                aim.path = route.path.replace("{passkey}", &own);
                aim.good = if get { 200 } else { 422 };
            }
            (false, "/profile/address/stop") => {}
            (false, "/profile/password") => {
                aim.fields = vec![("present", "Not-this-one-7".to_owned()), ("password", "Whatever-else-8".to_owned())];
                aim.good = 422;
            }
            _ => no_entry(route),
        }
    }
}
