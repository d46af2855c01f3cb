//! Mia manages, Olaf is the officer, Tom the technician, Hanna coaches Maria.

use axum::http::StatusCode;
use kernel::{Archetype, PersonId};

use crate::world::{Browser, Campus, links, statement};

pub struct Stage {
    pub campus: Campus,
    pub mia: Browser,
    pub olaf: Browser,
    pub tom: Browser,
    pub hanna: Browser,
    pub maria: Browser,
    pub maria_id: PersonId,
    pub trajectory: String,
}

const PEOPLE: [(&str, Archetype); 5] = [
    ("Mia Manager", Archetype::Manager),
    ("Olaf Officer", Archetype::Officer),
    ("Tom Technician", Archetype::Technician),
    ("Hanna Coach", Archetype::Coach),
    ("Maria Bloem", Archetype::Participant),
];

impl Stage {
    pub async fn set() -> Self {
        Self::with(&statement("campus")).await
    }

    /// A campus that may also hand over what the person agrees to.
    pub async fn with_consent() -> Self {
        let source = statement("campus");
        let clause = "disclose \"law\" \"contract\"";
        assert!(source.contains(clause));
        Self::with(&source.replace(clause, "disclose \"law\" \"contract\" \"consent\"")).await
    }

    pub async fn with(statement: &str) -> Self {
        let campus = Campus::with(statement).await;
        let (mut ids, mut browsers) = (Vec::new(), Vec::new());
        for (name, archetype) in PEOPLE {
            ids.push(campus.resident(&campus.site, name, archetype).await);
            browsers.push(campus.sign_in(&campus.site, name).await);
        }
        let [mut mia, olaf, tom, hanna, maria] = <[Browser; 5]>::try_from(browsers).ok().unwrap();
        let trajectory = campus.link(&mut mia, ids[3], ids[4]).await;
        campus.run_jobs().await;
        Self { campus, mia, olaf, tom, hanna, maria, maria_id: ids[4], trajectory }
    }

    /// Time goes by; everyone signs in again.
    pub async fn later(&mut self, days: i64) {
        self.campus.clock.advance(jiff::SignedDuration::from_hours(24 * days));
        for ((name, _), browser) in
            PEOPLE.iter().zip([&mut self.mia, &mut self.olaf, &mut self.tom, &mut self.hanna, &mut self.maria])
        {
            if self.campus.person(&crate::world::address(name)).await.is_some() {
                *browser = self.campus.sign_in(&self.campus.site, name).await;
            }
        }
    }

    /// What a proposal about Maria says, with some of it said otherwise.
    pub fn proposal<'a>(maria: &'a str, other: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        let usual = [
            ("number", maria),
            ("categories", "names"),
            ("ground", "law"),
            ("recipient", "The District Court"),
            ("place", "Hall Street 1, Amsterdam"),
            ("mail", ""),
            ("reference", "Order 2026-113"),
        ];
        let kept = usual.into_iter().filter(|(name, _)| other.iter().all(|(own, _)| own != name));
        kept.chain(other.iter().copied()).collect()
    }

    /// Mia proposes; the disclosure's address.
    pub async fn propose(&mut self, other: &[(&str, &str)]) -> String {
        let maria = self.maria_id.to_string();
        let fields = Self::proposal(&maria, other);
        let made = ("/exceptions/disclosures/proposal", &*fields);
        self.campus.make(&mut self.mia, made, "/exceptions", ("/exceptions/disclosures/", "")).await
    }

    /// Mia tries to propose, in vain.
    pub async fn propose_in_vain(&mut self, other: &[(&str, &str)]) -> String {
        let maria = self.maria_id.to_string();
        let fields = Self::proposal(&maria, other);
        let answer = self.campus.post(&mut self.mia, "/exceptions/disclosures/proposal", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{other:?}");
        answer.text()
    }

    /// Mia proposes and Olaf agrees.
    pub async fn agreed(&mut self, other: &[(&str, &str)]) -> String {
        let path = self.propose(other).await;
        self.campus.done(&mut self.olaf, &format!("{path}/approval"), &[]).await;
        path
    }

    /// Mia tries to take the package.
    pub async fn take(&mut self, path: &str) -> (StatusCode, String) {
        let answer = self.campus.post(&mut self.mia, &format!("{path}/package"), &[]).await;
        (answer.status, String::from_utf8_lossy(&answer.body).into_owned())
    }

    /// Mia proposes, Olaf agrees, Mia takes the package.
    pub async fn handed_over(&mut self, other: &[(&str, &str)]) -> String {
        let path = self.agreed(other).await;
        assert_eq!(self.take(&path).await.0, StatusCode::OK);
        path
    }

    /// What Maria sees of who received her data.
    pub async fn received(&mut self) -> String {
        self.campus.page(&mut self.maria, "/my-data/recipients").await
    }

    /// One look, and the mails that come of it.
    pub async fn look(&self) -> usize {
        self.campus.clock.advance(jiff::SignedDuration::from_secs(1));
        let fresh = exceptions::look(&self.campus.site).await.unwrap();
        self.campus.run_jobs().await;
        fresh
    }
}

/// The forms of a page that lead to something that a recipient is told.
pub fn tellings(page: &str) -> Vec<String> {
    links(page, "/exceptions/tellings/", "")
}
