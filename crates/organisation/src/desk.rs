//! What a handler asks of its visit.

use std::fmt::Write as _;

use access::{Grant, Resource};
use http::Problem;
use kernel::{
    Member,
    manifest::{Action, Entry, Method, NavEntry},
    page,
    words::Voice,
};
use store::Opener;
use ui::{AccountLink, NavItem, Page, Theme};

use crate::{SealAsk, Visit, seal};

/// Where stands whom to call when it cannot wait.
const HELP: &str = "/help-now";
/// Where everybody sees the own data.
const MY_DATA: &str = "/my-data";
/// Where a person restricts the use of the own data, and lifts that again.
const RESTRICTION: &str = "/my-data/restriction";
/// Where everybody sees the own address, and what to do when mails to it come back.
const ADDRESS: &str = "/profile/address";
/// Where stands what is due: whoever answers for a declaration or keeps paper is led there, whatever the role stands on.
pub const DUTIES: &str = "/duties";

/// Where a person chooses when the statement changes.
pub const AMENDMENT: &str = "/changes";

/// What a handler asks of its visit.
pub trait Desk {
    /// The frame of a page: navigation, theme, languages, account.
    fn page(&self, title: impl Into<String>) -> Page;
    /// The words in the visitor's language.
    fn voice(&self) -> Voice;
    /// May the visitor do this? A refusal looks like absence.
    ///
    /// # Errors
    /// [`Problem::Refused`]; [`Problem::Paused`] where only a restriction stands in the way.
    fn decide(&self, action: &'static Action, about: &Resource) -> Result<Grant, Problem>;
    /// The same answer, to show or hide a button.
    fn may(&self, action: &'static Action, about: &Resource) -> bool;
    /// Spends a line of the access log; gives what opens seals.
    fn opener(&self, grant: &Grant) -> Opener;
    /// The seal of an item (X2): who reads it, when it goes, why it is held.
    fn seal(&self, ask: &SealAsk<'_>) -> page::Seal;
    /// The seal of something that only the visitor can read so far: a draft, a note that is not shared yet.
    fn own_seal(&self, ask: &SealAsk<'_>) -> page::Seal;
}

impl Desk for Visit {
    fn page(&self, title: impl Into<String>) -> Page {
        let voice = self.voice();
        let mut page = Page::new(voice, title, self.site.name(self.scope.language), &self.path);
        page.languages = self.site.plan.languages().to_vec();
        page.query = kept_query(self);
        // An organisation that uses nothing with a first page still has its statement.
        if !self.site.used().flat_map(|slice| slice.routes).any(|route| route.path == "/") {
            page.home.clone_from(&page.privacy_path);
        }
        if self.site.has_page(HELP) {
            HELP.clone_into(&mut page.help_path);
        }
        page.demo = self.site.demo.as_ref().map(|make| make(&page.voice));
        match &self.session {
            None => {
                let theme = Theme::from_key(self.query.get("theme"));
                page.theme = theme.unwrap_or_default();
                let lang = self.asked_language.map(|language| format!("lang={language}"));
                let theme = theme.map(|theme| format!("theme={}", theme.key()));
                page.carry = lang.into_iter().chain(theme).collect::<Vec<_>>().join("&");
            }
            Some(session) => {
                page.theme = match session.theme {
                    http::Theme::Device => Theme::Auto,
                    http::Theme::Light => Theme::Light,
                    http::Theme::Dark => Theme::Dark,
                };
                page.language_action = Some("/profile/language".to_owned());
                page.theme_action = Some("/profile/theme".to_owned());
                page.my_data_path = MY_DATA.to_owned();
                page.session_left = Some(session.until.duration_since(self.scope.now).as_secs());
                if self.site.store.restrictions().hold(session.member.id) && self.path != RESTRICTION {
                    page.restriction_path = RESTRICTION.to_owned();
                }
                if self.site.store.choices().asks(session.member.id).is_some() && self.path != AMENDMENT {
                    page.amendment_path = AMENDMENT.to_owned();
                }
                if session.mail_lost && self.path != ADDRESS {
                    page.mailbox_path = ADDRESS.to_owned();
                }
                page.nav = nav(self, &page.voice);
                page.account = Some(AccountLink {
                    name: page.voice.say("organisation-account"),
                    path: "/profile".to_owned(),
                    sign_out: "/sign-out".to_owned(),
                });
            }
        }
        page
    }

    fn voice(&self) -> Voice {
        self.site.voice(self.scope.language)
    }

    fn decide(&self, action: &'static Action, about: &Resource) -> Result<Grant, Problem> {
        self.site.access.decide(&self.scope, action, about).map_err(|refused| crate::refused(&refused))
    }

    fn may(&self, action: &'static Action, about: &Resource) -> bool {
        self.site.access.would_allow(&self.scope, action, about)
    }

    fn opener(&self, grant: &Grant) -> Opener {
        self.site.store.opener(&self.scope, grant)
    }

    fn seal(&self, ask: &SealAsk<'_>) -> page::Seal {
        seal::seal(&self.site, &self.scope, ask)
    }

    fn own_seal(&self, ask: &SealAsk<'_>) -> page::Seal {
        seal::own_seal(&self.site, &self.scope, ask)
    }
}

/// The rest of the query, which filters and tabs keep when the language or the theme is changed.
fn kept_query(visit: &Visit) -> String {
    let kept = visit.query.without(|name| name == "lang" || name == "theme");
    kept.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect::<Vec<_>>().join("&")
}

/// Percent-encodes all but letters and digits (RFC 3986 §2.1).
fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The action of whoever keeps paper about people.
const PAPERS: &str = "papers.see";

/// Whether one of somebody's roles answers for a declaration of the statement, or keeps paper.
fn answers(visit: &Visit, member: &Member) -> bool {
    let holds = |owner: &str| member.roles.iter().any(|role| &*role.key == owner);
    visit.site.plan.declarations().any(|declared| holds(&declared.owner))
        || visit.site.inventory.action(PAPERS).is_some_and(|action| visit.may(action, &Resource::organisation()))
}

/// Whether an entry leads somewhere: a page of the organisation that the visitor may not see is no place to go to.
fn leads(visit: &Visit, entry: &NavEntry) -> bool {
    let mut routes = visit.site.inventory.routes();
    let page = routes.find(|route| route.method == Method::Get && route.path == entry.path);
    let Some(Entry::Action(action)) = page.map(|route| route.entry) else { return true };
    action.container != Resource::ORGANISATION || visit.may(action, &Resource::organisation())
}

fn nav(visit: &Visit, voice: &Voice) -> Vec<NavItem> {
    let Some(member) = visit.scope.member() else { return Vec::new() };
    let mut entries: Vec<_> = visit
        .site
        .used()
        .flat_map(|slice| slice.nav)
        .filter(|entry| {
            entry.by.iter().any(|archetype| member.is(*archetype)) || (entry.path == DUTIES && answers(visit, member))
        })
        .filter(|entry| leads(visit, entry))
        .collect();
    entries.sort_by_key(|entry| entry.order);
    let here = |path: &str| {
        visit.path == path || (path != "/" && visit.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')))
    };
    entries
        .into_iter()
        .map(|entry| NavItem {
            path: entry.path.to_owned(),
            label: voice.say(entry.word),
            icon: entry.icon.to_owned(),
            current: here(entry.path),
            count: visit.site.waiting(entry.path),
        })
        .collect()
}
