//! Every component in every state, on one page; the demonstration serves it at `/_gallery`.

use askama::Template;
use jiff::civil::{Date, DateTime, date};
use kernel::page::{Goes, Seal};

use crate::{Bundle, Choice, Faults, Line, NavItem, Page, Tab, Theme, Timeline, Tone};

#[derive(Template)]
#[template(path = "gallery.html")]
struct Gallery {
    page: Page,
    seal: Seal,
    open_seal: Seal,
    own_seal: Seal,
    faults: Faults,
    choices: Vec<Choice>,
    tabs: Vec<Tab>,
    goes: Vec<Line>,
    stays: Vec<Line>,
    timeline: Timeline,
    day: Date,
    at: DateTime,
    tones: [Tone; 4],
    steps: Vec<String>,
    columns: Vec<String>,
    kinds: [&'static str; 3],
    pages: Vec<(String, &'static str)>,
    icons: &'static [&'static str],
}

impl Gallery {
    fn word(&self, name: &str) -> String {
        word(&self.page, name)
    }

    fn button(&self, kind: &str) -> String {
        word(&self.page, &format!("button-{kind}"))
    }
}

fn word(page: &Page, name: &str) -> String {
    page.say(&format!("ui-gallery-{name}"))
}

/// The gallery, in the page's language and theme. Where the page has no navigation, it gets a made-up one.
pub fn gallery(page: &Page) -> String {
    let mut page = page.clone();
    page.title = word(&page, "title");
    if page.nav.is_empty() {
        page.nav = nav(&page);
    }
    page.my_data_path = "/my-data".to_owned();
    let text = |name: &str| word(&page, name);
    let you = page.say("ui-seal-you");
    let day = date(2026, 11, 24);
    let mut faults = Faults::none();
    faults.add("gallery-email-faulty", text("email-fault"));
    faults.add("gallery-seats", text("seats-fault"));
    let hint = text("choice-hint");
    let choice = |name: &str| Choice::new(name, text(name));
    let tab = |name: &str, current, count| Tab { path: "#tabs".to_owned(), label: text(name), current, count };
    let shown = Gallery {
        seal: seal(&page, vec![you.clone(), "Maria".to_owned()], Goes::On(date(2028, 3, 14))),
        open_seal: seal(&page, vec![you.clone(), "Maria".to_owned()], Goes::AfterEvent),
        own_seal: seal(&page, vec![you], Goes::On(date(2028, 3, 14))),
        faults,
        choices: vec![choice("choice-weekly").hint(hint), choice("choice-monthly").chosen_if("choice-monthly")],
        tabs: vec![tab("tab-dialogue", true, 2), tab("tab-goals", false, 0), tab("tab-notes", false, 0)],
        goes: vec![Line::new(text("goes-dialogue")), Line::new(text("goes-notes")).detail(text("goes-notes-detail"))],
        stays: vec![Line::new(text("stays-invoice")).detail(text("stays-invoice-detail"))],
        timeline: timeline(&page),
        day,
        at: day.at(9, 30, 0, 0),
        tones: [Tone::Info, Tone::Success, Tone::Warning, Tone::Danger],
        steps: vec![text("step-list"), text("step-check"), text("step-send")],
        columns: vec![text("column-name"), text("column-state"), text("column-seats")],
        kinds: ["primary", "quiet", "danger"],
        pages: Theme::ALL.iter().map(|theme| (page.in_theme(theme), theme.word())).collect(),
        icons: crate::ICONS,
        page,
    };
    // Rendering into a string has nothing to fail on.
    shown.render().unwrap_or_default()
}

fn nav(page: &Page) -> Vec<NavItem> {
    [
        ("today", "house"),
        ("people", "users"),
        ("talks", "message-circle"),
        ("calendar", "calendar"),
        ("data", "archive"),
    ]
    .into_iter()
    .map(|(name, icon)| NavItem {
        path: format!("#{name}"),
        label: word(page, &format!("nav-{name}")),
        icon: icon.to_owned(),
        current: name == "talks",
        count: if name == "talks" { 2 } else { 0 },
    })
    .collect()
}

fn seal(page: &Page, readers: Vec<String>, goes: Goes) -> Seal {
    Seal {
        readers,
        goes,
        period: word(page, "seal-period"),
        category: word(page, "seal-category"),
        purpose: word(page, "seal-purpose"),
        basis: word(page, "seal-basis"),
        clause: "keep-dialogue".to_owned(),
    }
}

fn timeline(page: &Page) -> Timeline {
    let bundle = |name: &str, since, goes| Bundle {
        name: word(page, name),
        path: "#timeline".to_owned(),
        since,
        goes,
        period: word(page, "seal-period"),
        clause: "keep-dialogue".to_owned(),
    };
    Timeline {
        title: word(page, "timeline"),
        today: date(2026, 11, 22),
        bundles: vec![
            bundle("tab-dialogue", date(2025, 9, 3), Goes::AfterEvent),
            bundle("bundle-earlier", date(2023, 2, 14), Goes::On(date(2027, 3, 14))),
            bundle("bundle-account", date(2023, 2, 1), Goes::AfterEvent),
            bundle("bundle-access", date(2026, 6, 1), Goes::On(date(2027, 6, 1))),
        ],
    }
}
