//! Doors that open by exception, and what is filled in there.

use kernel::{Archetype, PersonId, manifest::Route};

use super::{Aim, Stage, Visitor, forms::borrowed};
use crate::world::links;

impl Stage {
    /// A break-glass that the door wants: asked for by the visitor, to look; by another technician, to decide about it.
    pub(super) async fn aim_at_glass(&mut self, route: &Route, visitor: &Visitor, aim: &mut Aim) {
        let about_her = route.path.starts_with("/my-data/");
        let person = match about_her {
            true => self.maria.known.unwrap().0,
            false => self.somebody(Archetype::Participant, true).await,
        };
        let mut technician = visitor.browser.clone();
        if visitor.known.is_none_or(|(_, archetype)| archetype != Archetype::Technician) {
            self.somebody(Archetype::Technician, true).await;
            technician = self.campus.sign_in(&self.campus.site, &format!("Somebody {}", self.count)).await;
        }
        let fields = looking(person);
        let made = ("/exceptions/break-glass/asking", &*borrowed(&fields));
        let start = ("/exceptions/break-glass/", "");
        let glass = self.campus.make(&mut technician, made, "/exceptions", start).await;
        aim.path = route.path.replace("{glass}", glass.rsplit('/').next().unwrap());
        aim.about = about_her.then_some(person);
        if route.path.ends_with("/rows") {
            self.campus.done(&mut self.officer.browser.clone(), &format!("{glass}/approval"), &[]).await;
        }
    }

    /// A disclosure that the door wants: proposed by the visitor, to take it; by another, to decide about it.
    pub(super) async fn aim_at_disclosure(&mut self, route: &Route, visitor: &Visitor, aim: &mut Aim) {
        let about_her = route.path.starts_with("/my-data/");
        let person = match about_her {
            true => self.maria.known.unwrap().0,
            false => self.somebody(Archetype::Participant, true).await,
        };
        let until = if route.path.ends_with("/silence") { "2027-01-01" } else { "" };
        let takes = route.path.ends_with("/package") || route.path.contains("{telling}");
        let (mut one, mut other) = (self.manager.browser.clone(), self.officer.browser.clone());
        if (visitor.name == self.manager.name) != takes {
            std::mem::swap(&mut one, &mut other);
        }
        let fields = proposal(person, until);
        let made = ("/exceptions/disclosures/proposal", &*borrowed(&fields));
        let start = ("/exceptions/disclosures/", "");
        let disclosure = self.campus.make(&mut one, made, "/exceptions", start).await;
        aim.path = route.path.replace("/exceptions/disclosures/{disclosure}", &disclosure);
        aim.path = aim.path.replace("{disclosure}", disclosure.rsplit('/').next().unwrap());
        if about_her {
            // Nobody's consent is asked: it is the law.
            (aim.about, aim.good) = (Some(person), 409);
        }
        if route.path.ends_with("/silence") {
            aim.fields = vec![("untold", "It still does.".to_owned()), ("until", "2027-02-01".to_owned())];
        }
        if takes {
            self.campus.done(&mut other, &format!("{disclosure}/approval"), &[]).await;
            aim.good = 200;
        }
        if route.path.contains("{telling}") {
            assert_eq!(self.campus.post(&mut one, &format!("{disclosure}/package"), &[]).await.status, 200);
            self.campus.clock.advance(jiff::SignedDuration::from_secs(5));
            let mut own = self.campus.sign_in(&self.campus.site, &format!("Somebody {}", self.count)).await;
            self.campus.done(&mut own, "/profile", &[("name", "Somebody Else"), ("language", "en")]).await;
            self.campus.clock.advance(jiff::SignedDuration::from_secs(5));
            exceptions::look(&self.campus.site).await.unwrap();
            aim.path = links(&self.campus.page(&mut one, &disclosure).await, "/exceptions/tellings/", "").remove(0);
            (aim.fields, aim.good) = (vec![("way", "letter".to_owned()), ("note", "Mia, today".to_owned())], 303);
        }
    }
}

pub(super) fn looking(person: PersonId) -> Vec<(&'static str, String)> {
    let number = person.to_string();
    [("kind", "person"), ("number", &number), ("reason", "It stays white."), ("problem", "4711")]
        .map(|(name, value)| (name, value.to_owned()))
        .to_vec()
}

pub(super) fn proposal(person: PersonId, until: &str) -> Vec<(&'static str, String)> {
    let number = person.to_string();
    let mut fields = vec![
        ("number", number.as_str()),
        ("categories", "names"),
        ("ground", "law"),
        ("recipient", "The District Court"),
        ("place", "Hall Street 1"),
        ("reference", "Order 113"),
    ];
    if !until.is_empty() {
        fields.extend([("untold", "The law forbids it."), ("until", until)]);
    }
    fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect()
}
