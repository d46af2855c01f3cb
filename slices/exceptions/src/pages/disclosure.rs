//! One disclosure: what was written, who agreed, and what its recipient was told since.

use access::Resource;
use askama::Template;
use http::{At, Form, Problem, axum::response::Response, see_other};
use kernel::{id::Id as _, page::Seal, words::Voice};
use organisation::{Desk as _, Visit};
use statement::render;
use store::{Opener, StoreError, Work};
use ui::{Choice, Page};

use super::{Failure, clause, draw, draw_faulty, ground, list, me, moment, proposing::start, said, text, with_news};
use crate::{
    actions::{DISCLOSURE_DECIDE, DISCLOSURE_SEE},
    forms::{LONGEST_TEXT, SilenceForm},
    model::{Disclosure, DisclosureId, Standing, Telling, Way, Written},
    store as kept,
};

#[derive(Template)]
#[template(path = "exceptions/disclosure.html")]
struct DisclosurePage {
    page: Page,
    faults: ui::Faults,
    path: String,
    standing: String,
    tone: &'static str,
    facts: Vec<(String, String)>,
    /// The visitor's word is asked for.
    may_decide: bool,
    /// The visitor proposed it and can take the package now.
    may_take: bool,
    /// The person is not told yet; the day can be moved.
    untold: bool,
    tomorrow: String,
    tellings: Vec<TellingShown>,
    ways: Vec<Choice>,
    most: usize,
    seal: Seal,
}

struct TellingShown {
    path: String,
    what: String,
    how: String,
    note: String,
    /// It is the oldest that is not told yet: its form stands here.
    asks: bool,
}

/// "Told by mail on 3 March 2027."
pub(super) fn how(visit: &Visit, voice: &Voice, telling: &Telling) -> String {
    let word = format!("exceptions-told-{}", telling.way.key());
    match telling.told_at {
        Some(at) => voice.say1(&word, "at", moment(visit, voice, at)),
        None => voice.say(&word),
    }
}

/// "Corrected on 3 March 2027."
pub(super) fn what(visit: &Visit, voice: &Voice, telling: &Telling) -> String {
    let change = voice.say(&format!("exceptions-change-{}", telling.change.key()));
    voice.say2("exceptions-changed-on", "change", change, "at", moment(visit, voice, telling.at))
}

fn telling(visit: &Visit, voice: &Voice, opener: &Opener, telling: &Telling) -> Result<TellingShown, StoreError> {
    Ok(TellingShown {
        path: format!("/exceptions/tellings/{}", telling.id),
        what: what(visit, voice, telling),
        how: how(visit, voice, telling),
        note: telling.note.as_ref().map(|note| text(opener, note)).transpose()?.unwrap_or_default(),
        asks: false,
    })
}

/// All that was written, and how it stands.
fn facts(visit: &Visit, voice: &Voice, opener: &Opener, found: &Written) -> Result<Vec<(String, String)>, StoreError> {
    let disclosure = &found.disclosure;
    let needed = clause(&visit.site.plan).map_or(2, |clause| clause.approvals);
    let agreed = voice.say2("exceptions-agreed-of", "agreed", 1 + found.others, "needed", needed);
    let categories = render::categories_phrase(&visit.site.plan, &disclosure.categories, voice.language);
    let mut facts = vec![
        ("exceptions-recipient", text(opener, &found.recipient)?),
        ("exceptions-place", text(opener, &found.place)?),
    ];
    if let Some(mail) = &found.mail {
        facts.push(("exceptions-mail", text(opener, mail)?));
    }
    facts.extend([
        ("exceptions-number", disclosure.subject.uuid().to_string()),
        ("exceptions-what", categories),
        ("exceptions-ground", ground(voice, disclosure.ground)),
        ("exceptions-reference", text(opener, &found.reference)?),
        ("exceptions-proposed", moment(visit, voice, disclosure.proposed_at)),
        ("exceptions-agreed", agreed),
    ]);
    if let Some(at) = disclosure.sent_at {
        facts.push(("exceptions-sent", moment(visit, voice, at)));
    }
    if let (Some(untold), Some(until)) = (&found.untold, disclosure.untold_until) {
        facts.push(("exceptions-untold", text(opener, untold)?));
        let day = until.to_zoned(visit.scope.zone.clone()).date();
        facts.push(("exceptions-untold-until", voice.date(day)));
    }
    Ok(facts.into_iter().map(|(word, value)| (voice.say(word), value)).collect())
}

async fn page(visit: &Visit, id: DisclosureId, faults: ui::Faults) -> Result<DisclosurePage, Problem> {
    let grant = visit.decide(&DISCLOSURE_SEE, &Resource::organisation())?;
    let opener = visit.opener(&grant);
    let read = move |reader: &mut store::Reader<'_>| kept::find(reader, &grant, id)?.ok_or(Failure::Absent);
    let found: Written = visit.site.store.read(&visit.scope, read).await?;
    let (voice, now, me) = (visit.voice(), visit.scope.now, me(visit)?);
    let disclosure = &found.disclosure;
    let standing = disclosure.standing(now);
    let is_mine = disclosure.proposed_by == me;
    let tellings = found.tellings.iter().map(|one| telling(visit, &voice, &opener, one)).collect::<Result<Vec<_>, _>>();
    let mut tellings = tellings.map_err(Failure::from)?;
    if let Some(first) = found.tellings.iter().position(|one| one.way == Way::Open) {
        tellings[first].asks = true;
    }
    let until = disclosure.untold_until.filter(|until| *until > now);
    let tomorrow = visit.scope.today().tomorrow().unwrap_or_else(|_| visit.scope.today());
    Ok(DisclosurePage {
        page: visit.page(voice.say("exceptions-disclosure")).crumb("/exceptions", voice.say("exceptions-title")),
        faults,
        path: format!("/exceptions/disclosures/{id}"),
        standing: voice.say(standing.word()),
        tone: list::tone(standing),
        facts: facts(visit, &voice, &opener, &found).map_err(Failure::from)?,
        may_decide: standing == Standing::Waits && !is_mine && visit.may(&DISCLOSURE_DECIDE, &Resource::organisation()),
        may_take: standing == Standing::Ready && is_mine,
        untold: until.is_some(),
        tomorrow: tomorrow.to_string(),
        tellings,
        ways: [Way::Letter, Way::Impossible]
            .map(|way| Choice::new(way.key(), voice.say(&format!("exceptions-way-{}", way.key()))))
            .into(),
        most: LONGEST_TEXT,
        seal: list::seal(visit, "disclosure.recipient", disclosure),
    })
}

/// `GET /exceptions/disclosures/{disclosure}`
pub(super) async fn show(visit: Visit, At(id): At<DisclosureId>) -> Result<Response, Problem> {
    let page = page(&visit, id, ui::Faults::none()).await?;
    let news = [
        ("agreed", "exceptions-done-agreed"),
        ("declined", "exceptions-done-declined"),
        ("silent", "exceptions-done-silent"),
        ("told", "exceptions-done-told"),
    ];
    draw(&DisclosurePage { page: with_news(page.page, &visit, &news), ..page })
}

/// `POST /exceptions/disclosures/{disclosure}/approval`
pub(super) async fn approve(visit: Visit, At(id): At<DisclosureId>) -> Result<Response, Problem> {
    decide(&visit, id, true).await?;
    Ok(see_other(&format!("/exceptions/disclosures/{id}?done=agreed")))
}

/// `POST /exceptions/disclosures/{disclosure}/refusal`
pub(super) async fn decline(visit: Visit, At(id): At<DisclosureId>) -> Result<Response, Problem> {
    decide(&visit, id, false).await?;
    Ok(see_other(&format!("/exceptions/disclosures/{id}?done=declined")))
}

/// Nobody decides about what they proposed themselves.
async fn decide(visit: &Visit, id: DisclosureId, agrees: bool) -> Result<(), Problem> {
    visit.decide(&DISCLOSURE_DECIDE, &Resource::organisation())?;
    let (asker, me) = (visit.clone(), me(visit)?);
    let needed = clause(&visit.site.plan).ok_or(Problem::NotFound)?.approvals;
    let write = move |work: &mut Work<'_>| {
        let grant = asker.site.access.decide(&asker.scope, &DISCLOSURE_DECIDE, &Resource::organisation())?;
        let disclosure = term(work, id)?;
        let can = disclosure.standing(work.now()) == Standing::Waits && disclosure.proposed_by != me;
        if can && kept::vote(work, &grant, (id, me, agrees), needed)? { Ok(()) } else { Err(Failure::Conflict) }
    };
    Ok(visit.site.store.write(&visit.scope, write).await?)
}

pub(super) fn term(reader: &mut store::Reader<'_>, id: DisclosureId) -> Result<Disclosure, Failure> {
    kept::term(reader, id)?.ok_or(Failure::Absent)
}

/// `POST /exceptions/disclosures/{disclosure}/silence`: the law forbids to tell the person for longer.
pub(super) async fn silence(
    visit: Visit,
    At(id): At<DisclosureId>,
    form: Form<SilenceForm>,
) -> Result<Response, Problem> {
    visit.decide(&DISCLOSURE_DECIDE, &Resource::organisation())?;
    let faults = match form.checked {
        Ok(form) if form.until > visit.scope.today() => {
            let asker = visit.clone();
            let write = move |work: &mut Work<'_>| {
                let grant = asker.site.access.decide(&asker.scope, &DISCLOSURE_DECIDE, &Resource::organisation())?;
                term(work, id)?;
                let until = start(form.until, &asker.scope.zone);
                let moved = kept::silence(work, &grant, id, (&form.untold, until))?;
                if moved { Ok(()) } else { Err(Failure::Conflict) }
            };
            visit.site.store.write(&visit.scope, write).await?;
            return Ok(see_other(&format!("/exceptions/disclosures/{id}?done=silent")));
        }
        Ok(_) => http::Faults::one("until", "exceptions-fault-past"),
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&page(&visit, id, faults).await?)
}
