//! Who takes part: names, roles, states and dates; never content (UC3).

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use organisation::{Desk as _, Visit};
use store::StoreError;
use ui::{Page, Tab};

use super::{Failure, day, draw, mailbox, role_names, text, with_news};
use crate::{
    actions::{PEOPLE_INVITE, PEOPLE_LIST},
    model::{Standing, State},
    store::people,
};

/// How many people stand on a page.
const PAGE: i64 = 100;

#[derive(Template)]
#[template(path = "accounts/people.html")]
struct PeoplePage {
    page: Page,
    tabs: Vec<Tab>,
    rows: Vec<PersonRow>,
    columns: Vec<String>,
    may_invite: bool,
    empty: String,
    earlier: String,
    later: String,
}

struct PersonRow {
    href: String,
    name: String,
    roles: String,
    state: String,
    tone: &'static str,
    since: String,
    /// Mails to this person come back.
    lost: bool,
}

impl PersonRow {
    /// Somebody who restricts the use of the own data: counted, and nothing more is shown (GDPR Art. 18).
    fn of_someone_who_froze(name: String) -> Self {
        Self {
            href: String::new(),
            name,
            roles: String::new(),
            state: String::new(),
            tone: "",
            since: String::new(),
            lost: false,
        }
    }
}

/// The date that tells most about where a person stands, and the key of what it is.
pub(super) fn standing_line(standing: &Standing) -> (&'static str, kernel::Timestamp) {
    match (standing.left_at, standing.accepted_at) {
        (Some(at), _) => ("accounts-left-on", at),
        (None, Some(at)) => ("accounts-active-since", at),
        (None, None) => ("accounts-invited-on", standing.invited_at),
    }
}

/// The colour of a state.
pub(super) const fn tone(state: State) -> &'static str {
    match state {
        State::Invited => "accent",
        State::Active => "success",
        State::Left => "",
    }
}

/// `GET /people`
pub(super) async fn list(visit: Visit) -> Result<Response, Problem> {
    let about = Resource::organisation();
    let grant = visit.decide(&PEOPLE_LIST, &about)?;
    let state = State::ALL.into_iter().find(|state| state.key() == visit.query.get("state"));
    let number = visit.query.get("page").parse::<i64>().unwrap_or(1).clamp(1, 10_000);
    let (listed, counts) = visit
        .site
        .store
        .read::<_, StoreError, _>(&visit.scope, move |reader| {
            Ok((people::list(reader, state, PAGE + 1, (number - 1) * PAGE)?, people::counts(reader)?))
        })
        .await
        .map_err(Failure::from)?;
    let lost = mailbox::lost(&visit).await?;
    let voice = visit.voice();
    let opener = visit.opener(&grant);
    let more = listed.len() > usize::try_from(PAGE).unwrap_or(usize::MAX);
    let mut rows = Vec::with_capacity(listed.len());
    for person in listed.into_iter().take(usize::try_from(PAGE).unwrap_or(usize::MAX)) {
        let name = match text(&opener, &person.name) {
            Ok(name) => name,
            Err(StoreError::Gone) => continue,
            Err(StoreError::Restricted) => {
                rows.push(PersonRow::of_someone_who_froze(voice.say("organisation-someone-paused")));
                continue;
            }
            Err(error) => return Err(Failure::from(error).into()),
        };
        let (word, at) = standing_line(&person.standing);
        rows.push(PersonRow {
            href: format!("/people/{}", person.person),
            name,
            roles: role_names(&visit.site.plan, &voice, &person.roles),
            state: voice.say(person.standing.state().word()),
            tone: tone(person.standing.state()),
            since: voice.say1(word, "date", day(&visit, &voice, at)),
            lost: lost.contains(&person.person),
        });
    }
    let path = |number: i64| match state {
        Some(state) => format!("/people?state={}&page={number}", state.key()),
        None => format!("/people?page={number}"),
    };
    let tab = |key: &str, word: &str| Tab {
        path: if key.is_empty() { "/people".to_owned() } else { format!("/people?state={key}") },
        label: word.to_owned(),
        current: state.map_or("", State::key) == key,
        count: 0,
    };
    let counted = |word: &str, count: i64| voice.say1(word, "count", count);
    let page = visit.page(voice.say("accounts-people-title"));
    let news = [
        ("invited", "accounts-done-invited"),
        ("list", "accounts-done-list"),
        ("withdrawn", "accounts-done-withdrawn"),
    ];
    draw(&PeoplePage {
        page: with_news(page, &visit, &news),
        tabs: vec![
            tab("", &counted("accounts-tab-all", counts.active + counts.invited + counts.left)),
            tab("active", &counted("accounts-tab-active", counts.active)),
            tab("invited", &counted("accounts-tab-invited", counts.invited)),
            tab("left", &counted("accounts-tab-left", counts.left)),
        ],
        rows,
        columns: ["accounts-name", "accounts-role", "accounts-state", "accounts-dates"]
            .map(|word| voice.say(word))
            .into(),
        may_invite: visit.may(&PEOPLE_INVITE, &about),
        empty: voice.say(match state {
            Some(_) => "accounts-people-none-so",
            None => "accounts-people-none",
        }),
        earlier: if number > 1 { path(number - 1) } else { String::new() },
        later: if more { path(number + 1) } else { String::new() },
    })
}
