//! The rights desk, through the front door: asking with and without an account, the clock, the officer's desk, and what an
//! answer carries out (UC9, UC11, UC12, TF18, SH11).

mod alternatives;
mod answers;
mod clock;
mod desk;
mod open;

use kernel::{Archetype, PersonId};

use crate::world::{Browser, Campus, address};

/// A campus with people in each role.
struct Stage {
    campus: Campus,
    manager: Browser,
    coach: Browser,
    maria: Browser,
    maria_id: PersonId,
    piet: Browser,
    officer: Browser,
    second_officer: Browser,
}

impl Stage {
    async fn set() -> Self {
        let campus = Campus::new().await;
        let mut ids = Vec::new();
        for (name, archetype) in [
            ("Mia Manager", Archetype::Manager),
            ("Hanna Coach", Archetype::Coach),
            ("Maria", Archetype::Participant),
            ("Piet", Archetype::Participant),
            ("Ine Officer", Archetype::Officer),
            ("Oscar Officer", Archetype::Officer),
        ] {
            ids.push(campus.resident(&campus.site, name, archetype).await);
        }
        let browser = async |name: &str| campus.sign_in(&campus.site, name).await;
        let (manager, coach, maria) =
            (browser("Mia Manager").await, browser("Hanna Coach").await, browser("Maria").await);
        let (piet, officer) = (browser("Piet").await, browser("Ine Officer").await);
        let second_officer = browser("Oscar Officer").await;
        Self { manager, coach, maria, maria_id: ids[2], piet, officer, second_officer, campus }
    }

    /// What somebody asks from the own account: the request's number.
    async fn ask(&self, who: &Browser, kind: &str, words: &str) -> String {
        let fields = [("kind", kind), ("words", words)];
        number(&self.campus.done(&mut who.clone(), "/my-data/requests", &fields).await)
    }

    /// What is asked without an account: the path of the mailed link.
    async fn ask_without(&self, kind: &str, email: &str, words: &str) -> String {
        let fields = [("kind", kind), ("email", email), ("words", words)];
        let answer = self.campus.post(&mut Browser::default(), "/ask", &fields).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        self.campus.run_jobs().await;
        self.campus.mailed_link(email)
    }

    /// A page as an officer sees it.
    async fn desk(&self, path: &str) -> String {
        self.campus.page(&mut self.officer.clone(), path).await
    }

    async fn officer_posts(&self, path: &str, fields: &[(&str, &str)]) -> crate::world::Answer {
        self.campus.post(&mut self.officer.clone(), path, fields).await
    }

    /// How many mails went to somebody.
    fn mails_to(&self, email: &str) -> usize {
        self.campus.outbox.mails().iter().filter(|mail| mail.to().as_str() == email).count()
    }

    /// The same people after days have passed: they sign in again.
    async fn later(mut self, days: i64) -> Self {
        self.campus.clock.advance_days(days);
        for (name, browser) in [
            ("Maria", &mut self.maria),
            ("Ine Officer", &mut self.officer),
            ("Oscar Officer", &mut self.second_officer),
        ] {
            *browser =
                self.campus.sign_in_with(&self.campus.site, &address(name), crate::world::PASSWORD).await.unwrap();
        }
        self
    }
}

/// The number in a request's path.
fn number(path: &str) -> String {
    path.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned()
}
