//! What every page carries: the frame around its own content.

use std::cmp::Ordering;

use jiff::civil::{Date, DateTime};
use kernel::{Language, page::Goes, page::Seal, words::Voice};

use crate::{assets, timeline::Bundle};

/// Everything that the layout needs. Slices keep it in the field `page` of each page struct.
#[derive(Clone)]
pub struct Page {
    /// The words, in the page's language.
    pub voice: Voice,
    /// The page's title: its heading and the window's.
    pub title: String,
    /// The organisation's name.
    pub site: String,
    /// The path of this page, without the query.
    pub path: String,
    /// The rest of the address that filters and tabs keep, without `lang` and `theme`; empty for none.
    pub query: String,
    /// The languages that the organisation offers.
    pub languages: Vec<Language>,
    /// Light, dark, or as the device says.
    pub theme: Theme,
    /// What a guest chose in the address (`lang=nl&theme=dark`); [`Page::to`] carries it along, so that no cookie
    /// is needed. Empty for members, whose choices are kept in their account.
    pub carry: String,
    /// Where a member's choice of language is posted (fields `language` and `back`); `None` offers links instead.
    pub language_action: Option<String>,
    /// Where a member's choice of theme is posted (fields `theme` and `back`); `None` offers links instead.
    pub theme_action: Option<String>,
    /// The rail or bottom bar; empty on public pages.
    pub nav: Vec<NavItem>,
    /// The signed-in person's own corner.
    pub account: Option<AccountLink>,
    /// The way here, without the page itself; shown from the second level on.
    pub crumbs: Vec<Crumb>,
    /// What just happened, told once.
    pub notice: Option<Notice>,
    /// Where the organisation's name leads: the first page.
    pub home: String,
    /// Where the privacy statement stands.
    pub privacy_path: String,
    /// Where a person finds all that is held about them; empty for guests.
    pub my_data_path: String,
    /// Where a person who restricts the use of the own data lifts that again; empty for all others.
    pub restriction_path: String,
    /// Where a person chooses who has not answered a change of the statement; empty for all others.
    pub amendment_path: String,
    /// Where a person sees what to do whose mails come back; empty for all others.
    pub mailbox_path: String,
    /// Where stands whom to call when it cannot wait; empty where the organisation has no such page.
    pub help_path: String,
    /// In how many seconds the session ends, if it is not used; `None` for guests.
    pub session_left: Option<i64>,
    /// The bar of the demonstration; `None` in a normal installation.
    pub demo: Option<DemoBar>,
}

impl Page {
    /// A page for a guest, in the device's theme, without navigation.
    pub fn new(voice: Voice, title: impl Into<String>, site: impl Into<String>, path: impl Into<String>) -> Self {
        Self {
            voice,
            title: title.into(),
            site: site.into(),
            path: path.into(),
            query: String::new(),
            languages: Language::ALL.to_vec(),
            theme: Theme::Auto,
            carry: String::new(),
            language_action: None,
            theme_action: None,
            nav: Vec::new(),
            account: None,
            crumbs: Vec::new(),
            notice: None,
            home: "/".to_owned(),
            privacy_path: "/privacy".to_owned(),
            my_data_path: String::new(),
            restriction_path: String::new(),
            amendment_path: String::new(),
            mailbox_path: String::new(),
            help_path: String::new(),
            session_left: None,
            demo: None,
        }
    }

    /// The same page with one more step in the way here. Where the page lies below no entry of the navigation, a step that is one
    /// is marked there.
    #[must_use]
    pub fn crumb(mut self, path: impl Into<String>, label: impl Into<String>) -> Self {
        let path = path.into();
        if !self.nav.iter().any(|item| item.current) {
            self.nav.iter_mut().for_each(|item| item.current = item.path == path);
        }
        self.crumbs.push(Crumb { path, label: label.into() });
        self
    }

    /// The same page with news of what just happened.
    #[must_use]
    pub fn with_notice(mut self, tone: Tone, text: impl Into<String>) -> Self {
        self.notice = Some(Notice { tone, text: text.into(), link: None });
        self
    }

    /// A word of the interface.
    pub fn say(&self, key: &str) -> String {
        self.voice.say(key)
    }

    /// The path of an asset, with the hash of its content.
    pub fn asset(&self, name: &str) -> &'static str {
        assets::asset_path(name)
    }

    /// The same path with what a guest chose in the address.
    pub fn to(&self, path: &str) -> String {
        join(path, &[self.carry.as_str()])
    }

    /// This page in another language.
    pub fn in_language(&self, language: &Language) -> String {
        let theme = self.carried("theme");
        join(&self.path, &[&self.query, &theme, &format!("lang={}", language.tag())])
    }

    /// This page in another theme, for guests.
    pub fn in_theme(&self, theme: &Theme) -> String {
        let lang = self.carried("lang");
        join(&self.path, &[&self.query, &lang, &format!("theme={}", theme.key())])
    }

    fn carried(&self, key: &str) -> String {
        let own = |part: &&str| part.split_once('=').is_some_and(|(name, _)| name == key);
        self.carry.split('&').find(own).unwrap_or_default().to_owned()
    }

    /// The value of `data-theme` on the root element.
    pub fn theme_key(&self) -> &'static str {
        self.theme.key()
    }

    /// Who can read something, as the seal's sentence: "Only you and Maria can read this".
    pub fn readers_line(&self, seal: &Seal) -> String {
        if seal.readers.is_empty() {
            return self.say("ui-seal-nobody");
        }
        self.voice.say1("ui-seal-readers", "readers", self.voice.list(&seal.readers))
    }

    /// Who is about to be able to read something; `readers` is a list in words.
    pub fn sharing_line(&self, readers: &str) -> String {
        self.voice.say1("ui-sharing", "readers", readers)
    }

    /// When something goes: "goes 14 March 2028", or the period where the date is not known yet.
    pub fn goes_line(&self, seal: &Seal) -> String {
        match seal.goes {
            Goes::On(date) => self.voice.say1("ui-seal-goes", "date", self.voice.date(date)),
            Goes::AfterEvent => self.voice.say1("ui-seal-goes-after", "period", &seal.period),
            Goes::Paused => self.say("ui-seal-paused"),
        }
    }

    /// A day, written out.
    pub fn date(&self, date: &Date) -> String {
        self.voice.date(*date)
    }

    /// A day and a time, written out.
    pub fn moment(&self, at: &DateTime) -> String {
        self.voice.moment(*at)
    }

    /// The time of a day: "09:30".
    pub fn clock(&self, at: &DateTime) -> String {
        format!("{:02}:{:02}", at.hour(), at.minute())
    }

    /// The weekday's name.
    pub fn weekday(&self, date: &Date) -> String {
        self.voice.weekday(*date)
    }

    /// The month's name.
    pub fn month(&self, date: &Date) -> String {
        self.say(&format!("month-{}", date.month()))
    }

    /// What stands for those who do not see that a number is a count of waiting things.
    pub fn waiting(&self, count: &u32) -> String {
        self.voice.say1("ui-waiting", "count", *count)
    }

    /// Where a clause of the statement stands.
    pub fn clause_path(&self, clause: &str) -> String {
        format!("{}#{clause}", self.to(&self.privacy_path))
    }

    /// The name of the link from a clause to itself.
    pub fn clause_link_word(&self, clause: &str) -> String {
        self.voice.say1("ui-clause-link", "clause", clause)
    }

    /// How a clause stands, in a word: `enforced`, `declared` or `not-in-use`.
    pub fn clause_word(&self, state: &str) -> String {
        self.say(match state {
            "enforced" => "ui-clause-enforced",
            "declared" => "ui-clause-declared",
            _ => "ui-clause-not-in-use",
        })
    }

    /// The icon of how a clause stands.
    pub fn clause_icon(&self, state: &str) -> &'static str {
        match state {
            "enforced" => "badge-check",
            "declared" => "feather",
            _ => "circle",
        }
    }

    /// When a bundle of the timeline goes, with the verb.
    pub fn bundle_goes(&self, bundle: &Bundle) -> String {
        match bundle.goes {
            Goes::On(date) => self.voice.say1("ui-seal-goes", "date", self.voice.date(date)),
            Goes::AfterEvent => self.voice.say1("ui-seal-goes-after", "period", &bundle.period),
            Goes::Paused => self.say("ui-seal-paused"),
        }
    }

    /// When a bundle of the timeline goes: a date, or that none is known yet.
    pub fn bundle_date(&self, bundle: &Bundle) -> String {
        match bundle.goes {
            Goes::On(date) => self.voice.date(date),
            Goes::AfterEvent => self.say("ui-timeline-open"),
            Goes::Paused => self.say("ui-seal-paused"),
        }
    }

    /// Whether a step is `past`, `present` or `future`; both count from 1.
    pub fn step_state(&self, step: &usize, now: &usize) -> &'static str {
        match step.cmp(now) {
            Ordering::Less => "past",
            Ordering::Equal => "present",
            Ordering::Greater => "future",
        }
    }

    /// The themes on offer.
    pub fn themes(&self) -> &'static [Theme] {
        &Theme::ALL
    }

    /// A size in words, rounded up: "10 MB", "240 kB" (1 kB is 1,024 bytes here, as limits are set).
    pub fn size(&self, bytes: &u64) -> String {
        match *bytes {
            0..1_024 => format!("{bytes} B"),
            1_024..1_048_576 => format!("{} kB", bytes.div_ceil(1_024)),
            _ => {
                let tenths = bytes.saturating_mul(10).div_ceil(1_048_576);
                let mark = if self.voice.language == Language::En { '.' } else { ',' };
                match tenths % 10 {
                    0 => format!("{} MB", tenths / 10),
                    rest => format!("{}{mark}{rest} MB", tenths / 10),
                }
            }
        }
    }

    /// What a notice is, in a word for those who do not see its colour.
    pub fn tone_word(&self, tone: &Tone) -> String {
        self.say(match tone {
            Tone::Info => "ui-tone-info",
            Tone::Success => "ui-tone-success",
            Tone::Warning => "ui-tone-warning",
            Tone::Danger => "ui-tone-danger",
        })
    }
}

fn join(path: &str, queries: &[&str]) -> String {
    let (path, fragment) = path.split_once('#').map_or((path, None), |(path, fragment)| (path, Some(fragment)));
    let mut link = path.to_owned();
    for query in queries.iter().filter(|query| !query.is_empty()) {
        link.push(if link.contains('?') { '&' } else { '?' });
        link.push_str(query);
    }
    if let Some(fragment) = fragment {
        link.push('#');
        link.push_str(fragment);
    }
    link
}

/// Light, dark, or as the device says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The value in addresses, forms and `data-theme`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of an address's or form's value.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }

    /// The icon's name.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Auto => "monitor",
            Self::Light => "sun",
            Self::Dark => "moon",
        }
    }

    /// The key of its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "ui-theme-auto",
            Self::Light => "ui-theme-light",
            Self::Dark => "ui-theme-dark",
        }
    }
}

/// A place in the rail or bottom bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// Where it leads.
    pub path: String,
    /// Its name.
    pub label: String,
    /// The icon's name; one of [`crate::ICONS`].
    pub icon: String,
    /// Whether this page is there or below it.
    pub current: bool,
    /// How many things wait there; 0 shows nothing.
    pub count: u32,
}

/// The signed-in person's own corner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountLink {
    /// The person's name.
    pub name: String,
    /// The page of the account.
    pub path: String,
    /// Where signing out is posted.
    pub sign_out: String,
}

/// One step of the way to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// Where it leads.
    pub path: String,
    /// Its name.
    pub label: String,
}

/// How much something matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// It worked.
    Success,
    /// Think before going on.
    Warning,
    /// It went wrong, or something goes for good.
    Danger,
}

impl Tone {
    /// The class in the style sheet.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    /// The icon's name.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "circle-check",
            Self::Warning => "triangle-alert",
            Self::Danger => "circle-alert",
        }
    }
}

/// News at the top of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub tone: Tone,
    /// What happened, and the way on.
    pub text: String,
    /// A page to open: path and label.
    pub link: Option<(String, String)>,
}

/// The bar of the demonstration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DemoBar {
    /// What the demonstration's clock says, written out.
    pub clock: String,
    /// Where the clock can be turned.
    pub clock_path: String,
    /// Where outgoing mail can be read.
    pub outbox_path: String,
    /// Where one can sign in as somebody.
    pub people_path: String,
}
