//! *Who looked*: every opening of what is held about oneself, by whom, when, what, why, and from which action.

use std::collections::BTreeSet;

use access::Resource;
use askama::Template;
use http::{Problem, axum::response::Response};
use jiff::ToSpan as _;
use kernel::{
    Archetype, PersonId, Timestamp, Uuid,
    id::Id as _,
    manifest::{Action, ActionKind},
    words::Voice,
};
use organisation::{Desk as _, Names, Visit};
use statement::render;
use store::{Reader, StoreError, derived};
use ui::{Choice, Page, Tab};

use super::{draw, tries::Staff};
use crate::{
    actions::LOOKS_OWN,
    log::{self, Line},
};

/// Lines on one page.
const PAGE: usize = 50;
/// Where it stands.
const PATH: &str = "/my-data/looks";

#[derive(Template)]
#[template(path = "evidence/looks.html")]
struct LooksPage {
    page: Page,
    tabs: Vec<Tab>,
    days: Vec<Day>,
    empty: String,
    earlier: String,
    /// The categories to choose from, and whether the page shows one's own lines too.
    categories: Vec<Choice>,
    all: bool,
}

/// The lines of one day: those of others; one's own, with the program's, folded behind a word.
struct Day {
    date: String,
    others: Vec<Shown>,
    own: Vec<Shown>,
    own_word: String,
}

struct Shown {
    time: String,
    who: String,
    what: String,
    why: String,
    deed: String,
    action: String,
    /// The exception under which it was opened: what it is called, and where it is told of. Or what to do about it.
    ground: Option<(String, &'static str)>,
}

/// Whose lines are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Others,
    All,
}

/// What a page is asked to show: whose lines, and of which category alone.
#[derive(Clone)]
struct Wish {
    me: PersonId,
    whose: Whose,
    /// The names of the actions and jobs that touch the category; `None` for all.
    actions: Option<BTreeSet<&'static str>>,
}

impl Wish {
    fn of(visit: &Visit, me: PersonId, category: &str) -> Self {
        let whose = if visit.query.get("who") == "all" { Whose::All } else { Whose::Others };
        let actions = (!category.is_empty()).then(|| {
            let (plan, inventory) = (&visit.site.plan, &visit.site.inventory);
            let names = inventory.actions().map(|action| action.name).chain(inventory.jobs().map(|job| job.name));
            let touches =
                |name: &&str| log::categories(plan, inventory, name).iter().any(|known| known.key == category);
            names.filter(touches).collect()
        });
        Self { me, whose, actions }
    }

    fn wants(&self, line: &Line) -> bool {
        (self.whose == Whose::All || is_others(line, self.me))
            && self.actions.as_ref().is_none_or(|actions| actions.contains(line.action.as_str()))
    }
}

/// `GET /my-data/looks`: `?who=all` shows one's own lines too, `?what=` one category alone, `?before=` the page behind.
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let me = visit.person().ok_or(Problem::SignIn)?;
    visit.decide(&LOOKS_OWN, &Resource::person(me))?;
    let chosen =
        visit.site.plan.category(visit.query.get("what")).map_or("", |category| category.key.as_str()).to_owned();
    let wish = Wish::of(&visit, me, &chosen);
    let whose = wish.whose;
    let Found { mine, lines, more, staff } = read(&visit, wish).await?;
    let names = names(&visit, &mine).await?;
    let voice = visit.voice();
    let last = lines.last().map(|line| line.at.as_microsecond());
    let tab = |word: &str, of: Whose| Tab {
        path: address(of, &chosen, None),
        label: voice.say(word),
        current: whose == of,
        count: 0,
    };
    let page = visit.page(voice.say("evidence-looks-title"));
    draw(&LooksPage {
        page: page.crumb("/my-data", voice.say("evidence-my-data")),
        tabs: vec![tab("evidence-looks-others", Whose::Others), tab("evidence-looks-all", Whose::All)],
        days: Speaker { visit: &visit, voice: &voice, me, mine: &mine, names: &names, staff: &staff }.days(&lines),
        empty: voice.say(if chosen.is_empty() { "evidence-looks-none" } else { "evidence-looks-none-so" }),
        categories: categories(&visit, &chosen),
        all: whose == Whose::All,
        earlier: if more { address(whose, &chosen, last) } else { String::new() },
    })
}

/// The page's address with its filters.
fn address(whose: Whose, category: &str, before: Option<i64>) -> String {
    let before = before.map(|at| format!("before={at}"));
    let who = (whose == Whose::All).then(|| "who=all".to_owned());
    let what = (!category.is_empty()).then(|| format!("what={category}"));
    let query: Vec<String> = before.into_iter().chain(who).chain(what).collect();
    if query.is_empty() { PATH.to_owned() } else { format!("{PATH}?{}", query.join("&")) }
}

/// One's own containers, the lines about them that are asked for, whether there are more, and who of the staff was refused.
struct Found {
    mine: Vec<Resource>,
    lines: Vec<Line>,
    more: bool,
    staff: Staff,
}

async fn read(visit: &Visit, wish: Wish) -> Result<Found, Problem> {
    let before = visit.query.get("before").parse::<i64>().ok();
    let before = before.and_then(|at| Timestamp::from_microsecond(at).ok()).unwrap_or(Timestamp::MAX);
    let site = visit.site.clone();
    visit
        .site
        .store
        .read::<_, StoreError, _>(&visit.scope, move |reader| {
            let mine = mine(reader, &site.inventory, wish.me)?;
            let containers: Vec<Uuid> = mine.iter().map(|own| own.id).collect();
            let mut staff = Staff::of(&site);
            let (lines, more) = page_of(reader, &containers, &wish, before, &mut staff)?;
            Ok(Found { mine, lines, more, staff })
        })
        .await
        .map_err(Problem::internal)
}

/// The categories that anything shows or handles, to choose one from.
fn categories(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let (plan, language) = (&visit.site.plan, visit.scope.language);
    let all = Choice::new("all", visit.voice().say("evidence-looks-every"));
    let all = if chosen.is_empty() { all.chosen_if("all") } else { all };
    let each = plan.categories().iter().filter(|category| category.in_use()).map(|category| {
        Choice::new(category.key.clone(), render::category_name(plan, category, language)).chosen_if(chosen)
    });
    std::iter::once(all).chain(each).collect()
}

/// The own file, and every container in which one plays a part.
fn mine(reader: &mut Reader<'_>, inventory: &kernel::Inventory, me: PersonId) -> Result<Vec<Resource>, StoreError> {
    let mut mine = vec![Resource::person(me)];
    for container in inventory.containers().filter(|container| container.name != Resource::PERSON) {
        let mut ids: BTreeSet<Uuid> = BTreeSet::new();
        for party in container.parties {
            ids.extend(derived::containers_of(reader, container, party.name, me)?);
        }
        for id in ids {
            let parties = derived::parties(reader, container, id)?;
            mine.push(Resource { container: container.name, id, parties, state: None });
        }
    }
    Ok(mine)
}

/// One page of lines, and whether there are more. A page ends between two instants, so that none of the lines of one
/// request falls between two pages. What is one's own is passed over where it is not asked for.
fn page_of(
    reader: &mut Reader<'_>,
    containers: &[Uuid],
    wish: &Wish,
    before: Timestamp,
    staff: &mut Staff,
) -> Result<(Vec<Line>, bool), StoreError> {
    const STEP: usize = 200;
    let (mut kept, mut from) = (Vec::new(), before);
    loop {
        let mut lines = log::about(reader, containers, from, STEP)?;
        let full = lines.len() == STEP;
        if let Some(end) = lines.last().map(|line| line.at).filter(|end| full && lines[0].at > *end) {
            lines.retain(|line| line.at > end);
            from = end.checked_add(1.microsecond()).unwrap_or(end);
        } else if let Some(end) = lines.last().map(|line| line.at) {
            from = end;
        }
        staff.learn(reader, &lines)?;
        kept.extend(lines.into_iter().filter(|line| wish.wants(line) && staff.is_told(line, wish.me)));
        if !full || kept.len() > PAGE {
            break;
        }
    }
    let mut end = PAGE.min(kept.len());
    while end > 0 && end < kept.len() && kept[end].at == kept[end - 1].at {
        end += 1;
    }
    let more = end < kept.len();
    kept.truncate(end);
    Ok((kept, more))
}

/// Whether another person looked, or somebody was refused at the door; what the program itself handles, such as signing in,
/// goes with one's own looks.
fn is_others(line: &Line, me: PersonId) -> bool {
    line.at_door().is_some() || line.actor.is_some_and(|actor| actor != me.uuid())
}

/// The names of those with whom one shares a container, opened by the decisions that guard the container's own pages.
async fn names(visit: &Visit, mine: &[Resource]) -> Result<Names, Problem> {
    let mut names = Names::none();
    for own in mine.iter().filter(|own| own.container != Resource::PERSON) {
        let Some(action) = naming(visit, own) else { continue };
        // Before an undertaking is accepted, others have no name here either.
        let Ok(grant) = visit.decide(action, own) else { continue };
        let ids: Vec<PersonId> = own.parties.iter().map(|(_, person)| *person).collect();
        let site = visit.site.clone();
        let asked = ids.clone();
        let folk = visit
            .site
            .store
            .read::<_, StoreError, _>(&visit.scope, move |reader| site.directory.people(reader, &asked))
            .await
            .map_err(Problem::internal)?;
        let opened = Names::open(&visit.opener(&grant), folk).map_err(Problem::internal)?;
        for id in ids {
            if let Some(name) = opened.get(id) {
                names.insert(id, name.to_owned());
            }
        }
    }
    Ok(names)
}

/// An action that shows the names of a container's parties to this visitor.
fn naming(visit: &Visit, about: &Resource) -> Option<&'static Action> {
    let shows = |action: &&'static Action| {
        action.container == about.container
            && action.kind == ActionKind::Read
            && action.discloses.contains(&"person.name")
            && visit.may(action, about)
    };
    visit.site.inventory.actions().find(shows)
}

struct Speaker<'a> {
    visit: &'a Visit,
    voice: &'a Voice,
    me: PersonId,
    mine: &'a [Resource],
    names: &'a Names,
    staff: &'a Staff,
}

impl Speaker<'_> {
    fn days(&self, lines: &[Line]) -> Vec<Day> {
        let mut days: Vec<(jiff::civil::Date, Day)> = Vec::new();
        for line in lines {
            let at = line.at.to_zoned(self.visit.scope.zone.clone()).datetime();
            if days.last().is_none_or(|(date, _)| *date != at.date()) {
                let date = self.voice.date(at.date());
                days.push((at.date(), Day { date, others: Vec::new(), own: Vec::new(), own_word: String::new() }));
            }
            let shown = self.shown(line, at);
            if let Some((_, day)) = days.last_mut() {
                if is_others(line, self.me) { day.others.push(shown) } else { day.own.push(shown) }
            }
        }
        days.into_iter()
            .map(|(_, day)| {
                let own_word = self.voice.say1("evidence-looks-own", "count", day.own.len());
                Day { own_word, ..day }
            })
            .collect()
    }

    fn shown(&self, line: &Line, at: jiff::civil::DateTime) -> Shown {
        let (plan, inventory) = (&self.visit.site.plan, &self.visit.site.inventory);
        let categories = log::touched(plan, inventory, line);
        if let Some(word) = line.at_door() {
            return self.at_door(line, at, word);
        }
        Shown {
            time: format!("{:02}:{:02}", at.hour(), at.minute()),
            who: self.who(line),
            what: log::what(plan, &categories, self.voice),
            why: self.why(line, &log::why(plan, &categories, self.voice)),
            ground: self.ground(line),
            deed: match line.refused {
                Some(times) => self.voice.say1("evidence-deed-refused", "count", times),
                None => self.voice.say(log::deed(inventory, &line.action)),
            },
            action: line.action.clone(),
        }
    }

    /// Somebody was refused at the door: who it was is not known, and what to do about it stands beside it.
    fn at_door(&self, line: &Line, at: jiff::civil::DateTime, word: &str) -> Shown {
        Shown {
            time: format!("{:02}:{:02}", at.hour(), at.minute()),
            who: self.voice.say("evidence-who-someone"),
            what: String::new(),
            why: self.voice.say("evidence-looks-door"),
            deed: self.voice.say1(word, "count", line.refused.unwrap_or_default()),
            action: line.action.clone(),
            ground: Some((self.voice.say("evidence-looks-password"), "/profile/password")),
        }
    }

    /// What for; or, where somebody was refused, what that means.
    fn why(&self, line: &Line, purposes: &str) -> String {
        match line.refused {
            Some(_) => self.voice.say("evidence-looks-refused"),
            None if purposes.is_empty() => String::new(),
            None => self.voice.say1("evidence-looks-why", "why", purposes),
        }
    }

    /// The exception under which somebody looked; those of the house are told of in *My data*.
    fn ground(&self, line: &Line) -> Option<(String, &'static str)> {
        line.exception?;
        let (word, path) = match line.action.as_str() {
            "break-glass.read" => ("evidence-looks-glass", "/my-data/openings"),
            _ => ("evidence-looks-disclosure", "/my-data/recipients"),
        };
        Some((self.voice.say(word), path))
    }

    /// By name for those whom one knows from the container; by role for others of the staff.
    fn who(&self, line: &Line) -> String {
        let Some(actor) = line.actor else { return self.voice.say("evidence-who-program") };
        if actor == self.me.uuid() {
            return self.voice.say("evidence-who-you");
        }
        let person = PersonId::from_uuid(actor);
        let container = self.mine.iter().find(|own| own.id == line.resource);
        let part = container.and_then(|own| own.parties.iter().find(|(_, party)| *party == person));
        let (plan, language) = (&self.visit.site.plan, self.voice.language);
        let role = match part {
            Some((part, _)) => {
                Archetype::from_key(part).and_then(|of| plan.roles_of(of).next()).map(|role| role.key.as_str())
            }
            // Whoever was refused is not of the action's circle.
            None if line.refused.is_some() => self.staff.role(actor),
            None => self.visit.site.inventory.action(&line.action).and_then(|action| log::role_of_circle(plan, action)),
        };
        let role = role.map(|role| render::role_name(plan, role, language));
        match (self.names.get(person).filter(|_| part.is_some()), role) {
            (Some(name), Some(role)) => self.voice.say2("evidence-who-named", "name", name, "role", role),
            (Some(name), None) => name.to_owned(),
            (None, Some(role)) => self.voice.say1("evidence-who-role", "role", role),
            (None, None) => self.voice.say("evidence-who-staff"),
        }
    }
}
