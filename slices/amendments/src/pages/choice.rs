//! What changes for oneself, in plain words, and the choice: go on, or stop and have everything deleted (SH11, CE24).

use access::Resource;
use askama::Template;
use http::{Fields, Problem, axum::response::Response, local_path, see_other};
use keeper::{
    actions::{CHOICE_MAKE, CHOICE_SEE},
    amendments::{self, Version},
};
use kernel::page::Seal;
use organisation::{Desk as _, Names, SealAsk, Visit, changes};
use statement::{Plan, plan::rule::Changes as ChangesClause};
use store::{CHOICE_ITEM, Reader};
use ui::{Changes, Page};

use super::{Failure, draw};

/// Where everybody deletes the own account.
const DELETION: &str = "/my-data/deletion";

#[derive(Template)]
#[template(path = "amendments/changes.html")]
struct ChangesPage {
    page: Page,
    lead: String,
    groups: Vec<Changes>,
    /// The version that is asked about; empty when none is.
    version: String,
    next: String,
    /// Where the person stops; empty where the statement does not offer it.
    stop: String,
    everything: String,
    stands: String,
    seal: Seal,
}

/// The two versions between which somebody chooses, and the statements that they are.
struct Asked {
    version: Version,
    old: Plan,
    new: Plan,
}

fn asked(reader: &mut Reader<'_>, own: u32, number: u32) -> Result<Asked, Failure> {
    let version = amendments::versions(reader)?.find(number).cloned().ok_or(Failure::Absent)?;
    let old = amendments::statement_of(reader, own)?.ok_or(Failure::Absent)?;
    let new = amendments::statement_of(reader, number)?.ok_or(Failure::Absent)?;
    Ok(Asked { version, old, new })
}

/// `GET /changes`: what changes for this person's roles; wider first.
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let me = visit.person().ok_or(Problem::SignIn)?;
    let about = Resource::person(me);
    visit.decide(&CHOICE_SEE, &about)?;
    let asks = visit.site.store.choices().asks(me);
    let site = visit.site.clone();
    let read = move |reader: &mut Reader<'_>| {
        let facts = site.directory.people(reader, &[me])?.facts;
        let asked = asks.map(|(own, number)| asked(reader, own, number)).transpose()?;
        Ok::<_, Failure>((asked, facts))
    };
    let (asked, facts) = visit.site.store.read(&visit.scope, read).await?;
    let voice = visit.voice();
    let ask = SealAsk { item: CHOICE_ITEM, about: &about, names: &Names::of(facts), happened: &[] };
    let in_force = visit.site.plan.version().number;
    let own = asks.map_or(in_force, |(own, _)| own);
    let mut shown = ChangesPage {
        page: visit.page(voice.say("amendments-changes-title")),
        lead: voice.say1("amendments-nothing-asked", "number", own),
        groups: Vec::new(),
        version: String::new(),
        next: local_path(visit.query.get("next")).unwrap_or_default().to_owned(),
        stop: String::new(),
        everything: "/privacy/versions".to_owned(),
        stands: voice.say1("amendments-stands", "number", own),
        seal: visit.seal(&ask),
    };
    if let Some(Asked { version, old, new }) = asked {
        let href = |told: &statement::difference::Told| {
            let stands = new.clause(&told.clause).is_some();
            if stands { format!("/privacy/versions/{}#{}", version.number, told.clause) } else { String::new() }
        };
        let word = if version.began.is_some() { "amendments-since" } else { "amendments-from" };
        shown.lead = voice.say2(word, "number", version.number, "date", voice.date(version.from));
        shown.groups = changes((&old, &new), &voice, visit.scope.member(), href);
        shown.version = version.number.to_string();
        shown.everything = format!("/privacy/changes?from={own}&to={}", version.number);
        let may_stop = |clause: &ChangesClause| clause.may_stop;
        if visit.site.plan.first::<ChangesClause>().is_some_and(may_stop) {
            DELETION.clone_into(&mut shown.stop);
        }
    }
    draw(&shown)
}

/// `POST /changes`: goes on.
pub(super) async fn choose(visit: Visit, fields: Fields) -> Result<Response, Problem> {
    let me = visit.person().ok_or(Problem::SignIn)?;
    let grant = visit.decide(&CHOICE_MAKE, &Resource::person(me))?;
    let version = fields.get("version").parse().unwrap_or_default();
    let choose = move |work: &mut store::Work<'_>| amendments::choose(work, &grant, version);
    let chosen: Result<bool, store::StoreError> = visit.site.store.write(&visit.scope, choose).await;
    let next = local_path(fields.get("next")).unwrap_or("/");
    // Another version may be asked about by now: it is shown.
    match (chosen.map_err(Failure::from)?, visit.site.store.choices().asks(me)) {
        (true, None) => Ok(see_other(next)),
        _ => Ok(see_other("/changes")),
    }
}
