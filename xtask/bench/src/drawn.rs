//! The pages of the floor that draws: the same templates, the same words, filled from rows that hold plain texts.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use kernel::{
    Archetype, Language,
    page::{Goes, Seal},
    words::{Voice, Words},
};
use rusqlite::{Connection, types::Value};
use ui::{AccountLink, DemoBar, NavItem, Page, Tab};

use crate::Failure;

/// What one query answered.
pub(crate) type Rows = Vec<Vec<Value>>;

/// What is made ready once.
pub(crate) struct Ready {
    words: Arc<Words>,
    language: Language,
    zone: TimeZone,
    site: String,
    other: String,
    me: Value,
    trajectory: String,
    accept: String,
}

/// What is made ready once for each page: a seal, as any server that shows one could keep it.
pub(crate) struct Kept {
    path: String,
    seal: Seal,
}

struct Frame {
    trajectory: String,
    tabs: Vec<Tab>,
    ended: String,
    paused: bool,
    writable: bool,
    other: String,
}

impl Frame {
    fn path(&self, rest: &str) -> String {
        format!("/trajectories/{}{rest}", self.trajectory)
    }
}

struct Accepted {
    endings: String,
}

impl Accepted {
    fn accept(&self) -> &str {
        &self.endings
    }

    fn most_bytes(&self) -> u64 {
        10 * 1_048_576
    }
}

enum Entry {
    Day(Date),
    Message(MessageView),
}

struct MessageView {
    id: String,
    mine: bool,
    author: String,
    text: String,
    at: DateTime,
    read: String,
    fresh: bool,
    attachments: Vec<AttachmentView>,
}

struct AttachmentView {
    name: String,
    href: String,
    size: String,
}

#[derive(Template)]
#[template(path = "coaching/dialogue.html")]
struct DialoguePage {
    page: Page,
    frame: Frame,
    entries: Vec<Entry>,
    earlier: String,
    in_the_past: bool,
    faults: ui::Faults,
    typed: String,
    seal: String,
    draft_seal: Seal,
    accepted: Accepted,
    kinds: String,
    most_files: i64,
    most_text: usize,
}

#[derive(Template)]
#[template(path = "coaching/start.html")]
struct StartPage {
    page: Page,
    day: String,
    ahead: Vec<organisation::ahead::Step>,
    coach: Option<CoachPart>,
    participant: Option<ParticipantPart>,
    manager: Option<ManagerPart>,
    quiet_days: i64,
}

#[allow(dead_code, reason = "the template asks for it; the visitor is a participant")]
struct CoachPart {
    waiting: Vec<Line>,
    today: Vec<Talk>,
    quiet: Vec<Line>,
    later: Vec<Talk>,
    open: usize,
}

#[allow(dead_code, reason = "the template asks for it; the visitor is a participant")]
struct ManagerPart {
    coaches: usize,
    participants: usize,
    counts: Counts,
}

#[allow(dead_code, reason = "the template asks for it; the visitor is a participant")]
struct Counts {
    open: i64,
    ended: i64,
}

struct ParticipantPart {
    coaches: Vec<Line>,
    next: Vec<Talk>,
    unread: Vec<Line>,
    tasks: Vec<TaskLine>,
}

struct Line {
    name: String,
    href: String,
    said: String,
}

struct Talk {
    with: String,
    view: TalkView,
    href: String,
    calendar: String,
    seal: Seal,
}

struct TalkView {
    date: Date,
    hours: String,
    title: String,
    place: String,
}

struct TaskLine {
    title: String,
    href: String,
    said: String,
    completion: String,
    seal: Seal,
}

impl Ready {
    /// From the pages as Troth drew them.
    pub(crate) fn new(connection: &Connection, trajectory: &str, pages: &[&str]) -> Result<Self, Failure> {
        let dialogue = pages.iter().find(|page| page.contains("class=\"dialogue\"")).ok_or("no dialogue")?;
        let tag = between(dialogue, "<html lang=\"", "\"").next().unwrap_or_default();
        let language = Language::ALL.into_iter().find(|language| language.tag() == tag).ok_or("no language")?;
        let title = between(dialogue, "<title>", "</title>").next().unwrap_or_default();
        let theirs =
            between(dialogue, "<li class=\"message theirs", "</li>").next().ok_or("no message of the other")?;
        let me = connection.query_row(
            &format!("SELECT participant FROM trajectory WHERE id = x'{}'", trajectory.replace('-', "")),
            [],
            |row| row.get(0),
        )?;
        Ok(Self {
            words: Arc::new(troth::assemble::words()?),
            language,
            zone: TimeZone::get("Europe/Amsterdam")?,
            site: plain(title.rsplit(" – ").next().unwrap_or_default()),
            other: plain(between(theirs, "message-author\">", "<").next().unwrap_or_default()),
            me,
            trajectory: trajectory.to_owned(),
            accept: between(dialogue, "accept=\"", "\"").next().unwrap_or_default().to_owned(),
        })
    }

    /// Draws one of the two pages from what its queries answered.
    pub(crate) fn draw(&self, kept: &Kept, rows: &BTreeMap<&'static str, Rows>) -> Result<String, Failure> {
        if kept.path == "/" { self.start(kept, rows) } else { self.dialogue(kept, rows) }
    }

    fn page(&self, voice: &Voice, title: String, path: &str) -> Page {
        let mut page = Page::new(voice.clone(), title, &self.site, path);
        let mut nav: Vec<_> = troth::assemble::SLICES
            .iter()
            .flat_map(|slice| slice.nav)
            .filter(|entry| entry.by.contains(&Archetype::Participant))
            .collect();
        nav.sort_by_key(|entry| entry.order);
        page.nav = nav
            .into_iter()
            .map(|entry| NavItem {
                path: entry.path.to_owned(),
                label: voice.say(entry.word),
                icon: entry.icon.to_owned(),
                // Every page of a trajectory belongs to one's dialogues.
                current: entry.path == if path == "/" { "/" } else { coaching::routes::MINE.path },
                count: 0,
            })
            .collect();
        page.language_action = Some("/profile/language".to_owned());
        page.theme_action = Some("/profile/theme".to_owned());
        page.my_data_path = "/my-data".to_owned();
        page.account = Some(AccountLink {
            name: voice.say("organisation-account"),
            path: "/profile".to_owned(),
            sign_out: "/sign-out".to_owned(),
        });
        page.demo = Some(DemoBar {
            clock: voice.moment(Timestamp::now().to_zoned(self.zone.clone()).datetime()),
            clock_path: "http://localhost:8080/_demo/clock".to_owned(),
            outbox_path: "http://localhost:8080/_demo/mail".to_owned(),
            people_path: "http://localhost:8080/_demo".to_owned(),
        });
        page
    }

    fn dialogue(&self, kept: &Kept, rows: &BTreeMap<&'static str, Rows>) -> Result<String, Failure> {
        let voice = Voice::new(Arc::clone(&self.words), self.language);
        let tabs = [
            ("/dialogue", "coaching-tab-dialogue"),
            ("/notes", "coaching-tab-notes"),
            ("/goals", "coaching-tab-goals"),
            ("/appointments", "coaching-tab-appointments"),
            ("", "coaching-tab-about"),
        ];
        let path = |rest: &str| format!("/trajectories/{}{rest}", self.trajectory);
        let tabs = tabs
            .into_iter()
            .map(|(rest, word)| Tab {
                path: path(rest),
                label: voice.say(word),
                current: rest == "/dialogue",
                count: 0,
            })
            .collect();
        let title = voice.say1("coaching-dialogue-title", "name", &self.other);
        let page = self.page(&voice, title, &kept.path);
        let page = page.crumb("/trajectories/mine", voice.say("coaching-nav-mine"));
        let mut entries = Vec::with_capacity(24);
        let mut day = None;
        let messages = rows.get("messages").map_or(&[][..], Vec::as_slice);
        for row in messages.iter().take(20).rev() {
            let at = self.local(&row[2])?;
            if day.replace(at.date()) != Some(at.date()) {
                entries.push(Entry::Day(at.date()));
            }
            let mine = row[1] == self.me;
            let seen = !matches!(row[3], Value::Null);
            let read = if mine && seen {
                voice.say1("coaching-message-seen", "moment", voice.moment(self.local(&row[3])?))
            } else {
                String::new()
            };
            let files = rows.get("attachments").map_or(&[][..], Vec::as_slice).iter().filter(|file| file[1] == row[0]);
            entries.push(Entry::Message(MessageView {
                id: format!("message-{}", id(&row[0])),
                mine,
                author: self.other.clone(),
                text: text(&row[4]),
                at,
                read,
                fresh: !mine && !seen,
                attachments: files
                    .map(|file| AttachmentView {
                        name: text(&file[5]),
                        href: path(&format!("/attachments/{}", id(&file[0]))),
                        size: page.size(&whole(&file[4]).unsigned_abs()),
                    })
                    .collect(),
            }));
        }
        let earlier = match messages.get(19) {
            Some(first) if messages.len() > 20 => path(&format!("/dialogue?before={}", id(&first[0]))),
            _ => String::new(),
        };
        let drawn = DialoguePage {
            seal: ui::draw_seal(&page, &kept.seal),
            draft_seal: Seal { readers: vec![voice.say("ui-seal-you")], ..kept.seal.clone() },
            frame: Frame {
                trajectory: self.trajectory.clone(),
                tabs,
                ended: String::new(),
                paused: false,
                writable: true,
                other: self.other.clone(),
            },
            page,
            entries,
            earlier,
            in_the_past: false,
            faults: ui::Faults::none(),
            typed: String::new(),
            kinds: self.accept.replace(",.", ", ").trim_start_matches('.').to_uppercase(),
            accepted: Accepted { endings: self.accept.clone() },
            most_files: organisation::attachments::MOST_FILES_MIB as i64,
            most_text: 20_000,
        };
        Ok(drawn.render()?)
    }

    fn start(&self, kept: &Kept, rows: &BTreeMap<&'static str, Rows>) -> Result<String, Failure> {
        let voice = Voice::new(Arc::clone(&self.words), self.language);
        let today = Timestamp::now().to_zoned(self.zone.clone()).date();
        let all = |name| rows.get(name).map_or(&[][..], Vec::as_slice);
        let with = || voice.say1("coaching-with", "name", &self.other);
        let (mut coaches, mut unread, mut next, mut tasks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for row in all("overviews") {
            let path = format!("/trajectories/{}/dialogue", id(&row[0]));
            let since = voice.date(self.local(&row[3])?.date());
            let line = |rest: &str, said| Line { name: self.other.clone(), href: format!("{path}{rest}"), said };
            if whole(&row[7]) > 0 {
                unread.push(line("#latest", voice.say1("coaching-unread", "count", whole(&row[7]))));
            }
            coaches.push(line("#write", voice.say1("coaching-since", "date", since)));
        }
        for row in all("talks").iter().take(3) {
            let (from, until) = (self.local(&row[3])?, self.local(&row[4])?);
            let clock = |at: DateTime| format!("{:02}:{:02}", at.hour(), at.minute());
            let path = format!("/trajectories/{}/appointments", id(&row[1]));
            next.push(Talk {
                with: self.other.clone(),
                view: TalkView {
                    date: from.date(),
                    hours: voice.say2("coaching-hours", "from", clock(from), "until", clock(until)),
                    title: text(&row[8]),
                    place: text(&row[9]),
                },
                calendar: format!("{path}/{}/calendar", id(&row[0])),
                href: path,
                seal: kept.seal.clone(),
            });
        }
        for row in all("tasks") {
            let path = format!("/trajectories/{}", id(&row[1]));
            tasks.push(TaskLine {
                title: text(&row[7]),
                href: format!("{path}/goals"),
                said: with(),
                completion: format!("{path}/tasks/{}/completion", id(&row[0])),
                seal: kept.seal.clone(),
            });
        }
        let drawn = StartPage {
            page: self.page(&voice, voice.say("coaching-start-title"), "/"),
            day: format!("{} {}", voice.weekday(today), voice.date(today)),
            ahead: Vec::new(),
            coach: None,
            participant: Some(ParticipantPart { coaches, next, unread, tasks }),
            manager: None,
            quiet_days: 14,
        };
        Ok(drawn.render()?)
    }

    fn local(&self, at: &Value) -> Result<DateTime, Failure> {
        let at = Timestamp::from_microsecond(whole(at))?.to_zoned(self.zone.clone()).datetime();
        Ok(at.date().at(at.hour(), at.minute(), 0, 0))
    }
}

impl Kept {
    /// From the page as Troth drew it.
    pub(crate) fn new(path: &str, page: &str, other: &str) -> Self {
        let mut told = between(page, "<dd>", "</dd>").map(plain);
        let mut next = || told.next().unwrap_or_default();
        let seal = Seal {
            readers: vec!["you".to_owned(), other.to_owned()],
            goes: Goes::AfterEvent,
            category: next(),
            purpose: next(),
            basis: next(),
            period: next(),
            clause: between(page, "/privacy#", "\"").next().unwrap_or_default().to_owned(),
        };
        Self { path: path.to_owned(), seal }
    }
}

impl Ready {
    /// The other's name.
    pub(crate) fn other(&self) -> &str {
        &self.other
    }
}

/// Puts the plain texts of the pages where the sealed ones stand.
pub(crate) fn put_plain_texts(connection: &Connection, page: &str, talks: &Rows, tasks: &Rows) -> Result<(), Failure> {
    for part in page.split("id=\"message-").skip(1) {
        let text = between(part, "<p class=\"message-text\">", "</p>").next().unwrap_or_default();
        let id = uuid_bytes(part.get(..36).unwrap_or_default())?;
        connection.execute("UPDATE message SET body = ?1 WHERE id = ?2", (plain(text).into_bytes(), id))?;
    }
    for (part, row) in page.split("<div class=\"talk-words\">").skip(1).zip(talks) {
        let title = between(part, "\">", "</a></h3>").next().unwrap_or_default();
        let said = between(part, "<p>", "</p>").next().unwrap_or_default();
        let place = said.split(" · ").nth(2).unwrap_or_default();
        connection.execute(
            "UPDATE appointment SET title = ?1, place = ?2 WHERE id = ?3",
            (plain(title).into_bytes(), plain(place).into_bytes(), &row[0]),
        )?;
    }
    for (part, row) in page.split("/completion\">").skip(1).zip(tasks) {
        let title = between(part, "<span class=\"unseen\"> ", "</span>").next().unwrap_or_default();
        connection.execute("UPDATE task SET title = ?1 WHERE id = ?2", (plain(title).into_bytes(), &row[0]))?;
    }
    Ok(())
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, from: &'a str, until: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(from).skip(1).filter_map(move |rest| rest.split(until).next())
}

fn plain(html: &str) -> String {
    let signs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    signs.into_iter().fold(html.to_owned(), |text, (sign, meant)| text.replace(sign, meant))
}

fn uuid_bytes(text: &str) -> Result<Vec<u8>, Failure> {
    let number = u128::from_str_radix(&text.replace('-', ""), 16)?;
    Ok(number.to_be_bytes().to_vec())
}

fn id(value: &Value) -> String {
    let Value::Blob(bytes) = value else { return String::new() };
    let number = bytes.iter().fold(0u128, |number, byte| number << 8 | u128::from(*byte));
    let hex = format!("{number:032x}");
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

fn text(value: &Value) -> String {
    match value {
        Value::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

fn whole(value: &Value) -> i64 {
    if let Value::Integer(number) = value { *number } else { 0 }
}
