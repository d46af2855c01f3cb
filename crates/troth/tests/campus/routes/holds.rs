//! Doors of legal holds.

use kernel::{
    Archetype,
    manifest::{Method, Route},
};

use super::{
    Aim, Stage,
    forms::{borrowed, hold_on},
    no_entry,
};

impl Stage {
    pub(super) async fn aim_at_hold(&mut self, route: &Route, aim: &mut Aim) {
        match (route.method == Method::Get, route.path) {
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
            _ => no_entry(route),
        }
    }
}
