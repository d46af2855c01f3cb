//! What is filled in at the doors.

use kernel::{
    PersonId,
    manifest::{Action, Entry, Route},
};

use crate::{
    archive,
    world::{Browser, Campus, links},
};

pub(super) fn hold_on(person: PersonId, reason: &str) -> Vec<(&'static str, String)> {
    let number = person.to_string();
    [("kind", "person"), ("number", &number), ("ground", "claim"), ("reason", reason), ("until", "2027-01-01")]
        .map(|(name, value)| (name, value.to_owned()))
        .to_vec()
}

pub(super) fn appointment(title: &str, place: &str) -> Vec<(&'static str, String)> {
    [("title", title), ("place", place), ("date", "2026-12-01"), ("from", "10:00"), ("until", "11:00")]
        .map(|(name, value)| (name, value.to_owned()))
        .to_vec()
}

pub(super) fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

pub(super) fn trimmed(note: &str) -> String {
    note.trim_end_matches("/removal").trim_end_matches("/sharing").to_owned()
}

/// Something new by a form with one field: its path, without what stands behind `end`.
pub(super) async fn make(
    campus: &Campus,
    browser: &mut Browser,
    field: &str,
    text: &str,
    page: &str,
    end: &str,
) -> String {
    let start = format!("{page}/");
    let made = campus.make(browser, (page, &[(field, text)]), page, (&start, end)).await;
    made.strip_suffix(end).unwrap().to_owned()
}

pub(super) fn asking(words: &str) -> Vec<(&'static str, String)> {
    vec![("kind", "inspection".to_owned()), ("words", words.to_owned())]
}

/// Something that somebody asks from the own account; its number.
pub(super) async fn request_of(campus: &Campus, browser: &mut Browser, words: &str) -> String {
    let fields = asking(words);
    let made = campus.done(browser, "/my-data/requests", &borrowed(&fields)).await;
    made.trim_start_matches("/my-data/requests/").split('?').next().unwrap().to_owned()
}

/// A part that was brought along, and a file in it.
pub(super) async fn own_part(campus: &Campus, browser: &mut Browser, bytes: &[u8]) -> [String; 2] {
    let parts = archive::bring(campus, &campus.site, browser, bytes).await;
    let page = campus.page(browser, &parts[0]).await;
    [parts[0].clone(), links(&page, "/my-data/brought-along/files/", "").remove(0)]
}

/// The doors that stand behind an action.
pub(super) fn guarded(campus: &Campus) -> Vec<(&'static Route, &'static Action)> {
    // What the campus does not use is tried where it is: see `requests::alternatives`.
    let routes = campus.common.inventory.routes().filter(|route| http::Site::offers(&*campus.site, route));
    routes
        .filter_map(|route| match route.entry {
            Entry::Action(action) => Some((route, action)),
            Entry::Public(_) | Entry::Link(_) => None,
        })
        .collect()
}
