//! People of the firm that trains coaches: some agreed to be mailed, one thought better of it, and a mailing is on its way.

use std::sync::Arc;

use accounts::{FoundError, Hasher, Resident, settle, store::people::NewPerson};
use axum::Router;
use kernel::{Actor, Archetype, Language, Scope, SecretString};
use mailings::{forms::fields, model::Question};
use organisation::Organisation;
use registers::undertakings::accept_all;
use store::ledger::hex;
use testkit::{Person, SeededRng, people};

use super::{Acquaintance, PASSWORD, ago, visitor::Visitor};
use crate::Failure;

/// How many of each language take part; all of them are asked.
const EACH: usize = 3;

/// Fills the firm, and tells who is worth meeting.
pub(super) async fn fill(
    firm: &Arc<Organisation>,
    hasher: &Hasher,
    edge: &Router,
    host: &str,
) -> Result<Vec<Acquaintance>, Failure> {
    let hash = hasher.hash(SecretString::from(PASSWORD), &*firm.rng).await;
    let hash = hash.map_err(|_| "the hashing threads are busy")?;
    let seed = SeededRng::new(23);
    let crowds = Language::ALL.map(|language| people(language, EACH + 1, "keel", &seed));
    let [english, dutch, swedish] = &crowds;
    let now = firm.clock.now();
    let resident = |new| Resident {
        new,
        invited_at: ago(now, 92, 9),
        accepted_at: Some(ago(now, 90, 19)),
        left_at: None,
        hash: Some(hash.clone()),
    };
    let mut made = Vec::new();
    for (person, archetype, about) in [
        (&swedish[EACH], Archetype::Manager, "demo-about-office"),
        (&dutch[EACH], Archetype::Officer, "demo-about-officer"),
    ] {
        made.push(join(firm, resident(newcomer(firm, person, archetype)?), about).await?);
    }
    let takers = (0..EACH).flat_map(|place| [&english[place], &dutch[place], &swedish[place]]);
    for (place, person) in takers.enumerate() {
        let newcomer = newcomer(firm, person, Archetype::Participant)?;
        let known = join(firm, resident(newcomer), about(place)).await?;
        answer(firm, edge, host, place, &known).await?;
        if !known.about.is_empty() {
            made.push(known);
        }
    }
    let office = made.first().ok_or("the firm has an office")?;
    send(firm, &mut Visitor::sign_in(edge, host, &office.email).await?).await?;
    Ok(made)
}

/// What makes the one at this place worth a visit; nothing about most.
const fn about(place: usize) -> &'static str {
    match place {
        0 => "demo-about-agreed",
        1 => "demo-about-stopped",
        2 => "demo-about-unasked",
        _ => "",
    }
}

fn newcomer(firm: &Organisation, person: &Person, archetype: Archetype) -> Result<NewPerson, Failure> {
    Ok(NewPerson {
        name: person.name(),
        email: person.email.parse().map_err(|_| "made-up addresses are addresses")?,
        language: person.language,
        role: firm.plan.roles_of(archetype).next().ok_or("the firm has this role")?.key.clone(),
    })
}

async fn join(firm: &Arc<Organisation>, resident: Resident, about: &'static str) -> Result<Acquaintance, Failure> {
    let now = resident.accepted_at.unwrap_or(resident.invited_at);
    let scope = Scope { now, ..firm.scope(Actor::Job(accounts::actions::FOUND.name)) };
    let (name, email, role) =
        (resident.new.name.clone(), resident.new.email.as_str().to_owned(), resident.new.role.clone());
    let organisation = Arc::clone(firm);
    let settled = firm.store.write(&scope, move |work| {
        let person = settle(work, &organisation, &resident)?;
        accept_all(work, &organisation.plan, person, &resident.new.role)?;
        Ok::<_, FoundError>(person)
    });
    Ok(Acquaintance { id: settled.await?, name, email, role, about })
}

/// Everyone agrees but the third, and the second withdraws again.
async fn answer(
    firm: &Organisation,
    edge: &Router,
    host: &str,
    place: usize,
    person: &Acquaintance,
) -> Result<(), Failure> {
    let question = Question::all(&firm.plan).next().ok_or("the firm sends mailings")?;
    let (door, wording) = (format!("/my-data/consents/{}", question.consent.clause), question.wording(&firm.plan));
    let mut visitor = Visitor::sign_in(edge, host, &person.email).await?;
    if place != 2 {
        visitor.send(&door, &[("wording", &hex(&wording))]).await?;
    }
    if place == 1 {
        visitor.send(&format!("{door}/withdrawal"), &[]).await?;
    }
    Ok(())
}

/// One mailing in three languages on its way, and a draft.
async fn send(firm: &Organisation, office: &mut Visitor<'_>) -> Result<(), Failure> {
    let question = Question::all(&firm.plan).next().ok_or("the firm sends mailings")?;
    let kind = question.kinds.first().ok_or("a consent has a mailing")?.key.clone();
    let mut written = vec![("kind", kind.clone())];
    for language in Language::ALL {
        let (voice, (subject, text)) = (firm.voice(language), fields(language));
        let paragraphs = ["demo-mailing-first", "demo-mailing-second"].map(|word| voice.say(word));
        written.extend([(subject, voice.say("demo-mailing-subject")), (text, paragraphs.join("\n\n"))]);
    }
    let written: Vec<_> = written.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mailing = office.send("/mailings/writing", &written).await?;
    office.send(&format!("{mailing}/sending"), &[]).await?;
    let (voice, (subject, text)) = (firm.voice(Language::Sv), fields(Language::Sv));
    let (about, body) = (voice.say("demo-draft-subject"), voice.say("demo-draft-text"));
    office.send("/mailings/writing", &[("kind", &kind), (subject, &about), (text, &body)]).await?;
    Ok(())
}
