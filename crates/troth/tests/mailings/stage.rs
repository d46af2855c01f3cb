//! Mia manages Keel Coaching, Olaf is its officer; Maria, Noor and Otto take part.

use kernel::{Archetype, PersonId};
use post::Kept;

use crate::world::{Browser, Campus, address, links, statement};

pub const SUBJECT: &str = "An evening about listening";
pub const TEXT: &str = "We meet on 3 December.\n\nCome & bring a friend.";

pub struct Stage {
    pub campus: Campus,
    pub mia: Browser,
    pub olaf: Browser,
    pub maria: Browser,
    pub noor: Browser,
    pub maria_id: PersonId,
}

const PEOPLE: [(&str, Archetype); 5] = [
    ("Mia Manager", Archetype::Manager),
    ("Olaf Officer", Archetype::Officer),
    ("Maria", Archetype::Participant),
    ("Noor", Archetype::Participant),
    ("Otto", Archetype::Participant),
];

impl Stage {
    pub async fn set() -> Self {
        Self::with(&statement("training")).await
    }

    pub async fn with(statement: &str) -> Self {
        let campus = Campus::with(statement).await;
        let (mut ids, mut browsers) = (Vec::new(), Vec::new());
        for (name, archetype) in PEOPLE {
            ids.push(campus.resident(&campus.site, name, archetype).await);
            browsers.push(campus.sign_in(&campus.site, name).await);
        }
        campus.run_jobs().await;
        let [mia, olaf, maria, noor, _] = <[Browser; 5]>::try_from(browsers).ok().unwrap();
        Self { campus, mia, olaf, maria, noor, maria_id: ids[2] }
    }

    /// Somebody agrees to what the page asks.
    pub async fn agree(&self, browser: &mut Browser) {
        let page = self.campus.page(browser, "/my-data/consents").await;
        let action = links(&page, "/my-data/consents/", "").remove(0);
        self.campus.done(browser, &action, &[("wording", &wording(&page))]).await;
    }

    /// Maria and Noor agree; Otto does not.
    pub async fn two_agree(&mut self) {
        for browser in [&mut self.maria.clone(), &mut self.noor.clone()] {
            self.agree(browser).await;
        }
    }

    /// Mia writes a mailing; its path.
    pub async fn write(&mut self) -> String {
        let fields = [("kind", "offers"), ("subject-en", SUBJECT), ("text-en", TEXT)];
        let made = self.campus.done(&mut self.mia, "/mailings/writing", &fields).await;
        made.split('?').next().unwrap().to_owned()
    }

    /// Mia writes and sends a mailing; it waits in the queue.
    pub async fn send(&mut self) -> String {
        let path = self.write().await;
        self.campus.done(&mut self.mia, &format!("{path}/sending"), &[]).await;
        path
    }

    /// The mailings that came to somebody.
    pub fn received(&self, name: &str) -> Vec<Kept> {
        let to = address(name);
        let mails = self.campus.outbox.mails();
        mails.into_iter().filter(|mail| mail.stop().is_some() && mail.to().as_str() == to).collect()
    }

    /// The path of a link in the latest mailing to somebody.
    pub fn link(&self, name: &str, start: &str) -> String {
        let mail = self.received(name).remove(0);
        let wanted = format!("{}{start}", self.campus.site.base_url);
        let line = mail.text().lines().find(|line| line.starts_with(&wanted)).expect("the mail has such a link");
        line.strip_prefix(self.campus.site.base_url.as_str()).unwrap().to_owned()
    }
}

/// The hash of what a page asks.
pub fn wording(page: &str) -> String {
    let field = page.split("name=\"wording\" value=\"").nth(1).expect("the page asks something");
    field.split('"').next().unwrap().to_owned()
}
