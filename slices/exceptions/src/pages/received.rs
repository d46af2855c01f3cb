//! *Who received my data*: where it comes from, who receives it by the statement, and each disclosure to somebody else
//! (GDPR Art. 15(1)(c) and (g)).

use access::{Guarded as _, Resource};
use askama::Template;
use http::{At, Problem, axum::response::Response, see_other};
use kernel::{page::Seal, words::Voice};
use organisation::{Desk as _, Visit};
use statement::{plan::Recipient, render};
use store::{Opener, Reader, StoreError, Work};
use ui::Page;

use super::{
    Failure,
    disclosure::{how, term, what},
    draw, ground, list, me, moment, text, with_news,
};
use crate::{
    actions::{DISCLOSURE_CONSENT, RECEIVED_LIST, RECEIVED_SEE},
    model::{DisclosureId, Standing, Written},
    store as kept,
};

#[derive(Template)]
#[template(path = "exceptions/received.html")]
struct ReceivedPage {
    page: Page,
    disclosures: Vec<Shown>,
    recipients: Vec<Named>,
    sources: Vec<(String, String)>,
    seal: Option<Seal>,
}

struct Shown {
    recipient: String,
    standing: String,
    tone: &'static str,
    facts: Vec<(String, String)>,
    tellings: Vec<String>,
    /// Where consent is given; empty when it is not asked for, or was given.
    consent: String,
    /// Where it is taken back; empty when it was not given, or it is too late.
    withdrawal: String,
}

struct Named {
    name: String,
    about: String,
    what: String,
}

fn facts(visit: &Visit, voice: &Voice, opener: &Opener, found: &Written) -> Result<Vec<(String, String)>, StoreError> {
    let disclosure = &found.disclosure;
    let what = render::categories_phrase(&visit.site.plan, &disclosure.categories, voice.language);
    let mut facts = vec![
        ("exceptions-what", what),
        ("exceptions-ground", ground(voice, disclosure.ground)),
        ("exceptions-reference", text(opener, &found.reference)?),
        ("exceptions-place", text(opener, &found.place)?),
        ("exceptions-proposed", moment(visit, voice, disclosure.proposed_at)),
        ("exceptions-agreed", voice.say1("exceptions-agreed-by", "count", 1 + found.others)),
    ];
    if let Some(at) = disclosure.sent_at {
        facts.push(("exceptions-sent", moment(visit, voice, at)));
    }
    if let Some(at) = disclosure.consented_at {
        facts.push(("exceptions-consented", moment(visit, voice, at)));
    }
    if let Some(untold) = &found.untold {
        facts.push(("exceptions-was-untold", text(opener, untold)?));
    }
    Ok(facts.into_iter().map(|(word, value)| (voice.say(word), value)).collect())
}

fn shown(visit: &Visit, voice: &Voice, opener: &Opener, found: &Written) -> Result<Shown, StoreError> {
    let disclosure = &found.disclosure;
    let standing = disclosure.standing(visit.scope.now);
    let asks = disclosure.asks_consent(visit.scope.now);
    let path = |is: bool, end: &str| {
        if is { format!("/my-data/recipients/{}/{end}", disclosure.id) } else { String::new() }
    };
    let tellings =
        found.tellings.iter().map(|telling| format!("{} {}", what(visit, voice, telling), how(visit, voice, telling)));
    Ok(Shown {
        recipient: text(opener, &found.recipient)?,
        standing: voice.say(standing.word()),
        tone: if standing == Standing::Sent { "warning" } else { list::tone(standing) },
        facts: facts(visit, voice, opener, found)?,
        tellings: tellings.collect(),
        consent: path(asks && disclosure.consented_at.is_none(), "consent"),
        withdrawal: path(asks && disclosure.consented_at.is_some(), "withdrawal"),
    })
}

/// Those of which the person may know, each decided by itself.
fn read(visit: &Visit, reader: &mut Reader<'_>, grant: &access::Grant) -> Result<Vec<(Written, Opener)>, Failure> {
    let person = me(visit).map_err(|_| Failure::Absent)?;
    let mut found = Vec::new();
    for id in kept::received(reader, grant, person)? {
        let about = term(reader, id)?.resource();
        let grant = visit.site.access.decide(&visit.scope, &RECEIVED_SEE, &about)?;
        let opener = visit.opener(&grant);
        found.extend(kept::find(reader, &grant, id)?.map(|written| (written, opener)));
    }
    Ok(found)
}

/// `GET /my-data/recipients`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let grant = visit.decide(&RECEIVED_LIST, &Resource::person(me(&visit)?))?;
    let asker = visit.clone();
    let found = visit.site.store.read(&visit.scope, move |reader| read(&asker, reader, &grant)).await?;
    let (plan, voice, language) = (&visit.site.plan, visit.voice(), visit.scope.language);
    let disclosures = found.iter().map(|(written, opener)| shown(&visit, &voice, opener, written));
    let recipients = plan.all::<Recipient>().map(|recipient| Named {
        name: recipient.names.get(language).unwrap_or(&recipient.key).to_owned(),
        about: recipient.about.get(language).unwrap_or_default().to_owned(),
        what: render::categories_phrase(plan, &recipient.categories, language),
    });
    let stored = plan.categories().iter().filter(|category| category.in_use() && !category.sources.is_empty());
    let sources = stored.map(|category| {
        (render::category_name(plan, category, language), render::sources_phrase(plan, category, language))
    });
    let news = [("agreed", "exceptions-done-consent"), ("withdrawn", "exceptions-done-withdrawn")];
    let page = with_news(visit.page(voice.say("exceptions-received-title")), &visit, &news);
    draw(&ReceivedPage {
        disclosures: disclosures.collect::<Result<_, _>>().map_err(Failure::from)?,
        recipients: recipients.collect(),
        sources: sources.collect(),
        seal: found.first().map(|(written, _)| list::seal(&visit, "disclosure.recipient", &written.disclosure)),
        page: page.crumb("/my-data", voice.say("exceptions-my-data")),
    })
}

/// `POST /my-data/recipients/{disclosure}/consent`
pub(super) async fn consent(visit: Visit, At(id): At<DisclosureId>) -> Result<Response, Problem> {
    say(&visit, id, true).await?;
    Ok(see_other("/my-data/recipients?done=agreed"))
}

/// `POST /my-data/recipients/{disclosure}/withdrawal`
pub(super) async fn withdraw(visit: Visit, At(id): At<DisclosureId>) -> Result<Response, Problem> {
    say(&visit, id, false).await?;
    Ok(see_other("/my-data/recipients?done=withdrawn"))
}

async fn say(visit: &Visit, id: DisclosureId, agrees: bool) -> Result<(), Problem> {
    let asker = visit.clone();
    let write = move |work: &mut Work<'_>| {
        let disclosure = term(work, id)?;
        let grant = asker.site.access.decide(&asker.scope, &DISCLOSURE_CONSENT, &disclosure.resource())?;
        let is_asked = disclosure.asks_consent(work.now());
        if is_asked && kept::consent(work, &grant, id, agrees)? { Ok(()) } else { Err(Failure::Conflict) }
    };
    Ok(visit.site.store.write(&visit.scope, write).await?)
}
