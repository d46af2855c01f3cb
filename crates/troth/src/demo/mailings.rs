//! People of the firm that trains coaches: some agreed to be mailed, one thought better of it, a mailing is on its way,
//! and a trainer has begun with a client.

use std::sync::Arc;

use accounts::Hasher;
use axum::Router;
use kernel::{Language, id::Id as _};
use mailings::{forms::fields, model::Question};
use organisation::Organisation;
use store::ledger::hex;
use testkit::{SeededRng, people};

use super::{Acquaintance, joining::Joining, visitor::Visitor};
use crate::Failure;

/// How many of each language take part; all of them are asked.
const EACH: usize = 3;
/// For how many days everyone has been there.
const DAYS: i64 = 90;

/// Fills the firm, and tells who is worth meeting.
pub(super) async fn fill(
    firm: &Arc<Organisation>,
    hasher: &Hasher,
    edge: &Router,
    host: &str,
) -> Result<Vec<Acquaintance>, Failure> {
    let joining = Joining::new(firm, hasher).await?;
    let seed = SeededRng::new(23);
    let crowds = Language::ALL.map(|language| people(language, EACH + 1, "keel", &seed));
    let [english, dutch, swedish] = &crowds;
    let office = joining.join(&swedish[EACH], "office", DAYS, "demo-about-office").await?;
    let trainer = joining.join(&english[EACH], "trainer", DAYS, "demo-about-trainer").await?;
    let officer = joining.join(&dutch[EACH], "officer", DAYS, "demo-about-officer").await?;
    let mut writing = Visitor::sign_in(edge, host, &office.email).await?;
    let mut made = vec![office, trainer.clone(), officer];
    let takers = (0..EACH).flat_map(|place| [&english[place], &dutch[place], &swedish[place]]);
    for (place, person) in takers.enumerate() {
        let known = joining.join(person, "client", DAYS, about(place)).await?;
        answer(firm, edge, host, place, &known).await?;
        if place == 0 {
            let (coach, participant) = (trainer.id.uuid().to_string(), known.id.uuid().to_string());
            writing.send("/trajectories", &[("coach", &coach), ("participant", &participant)]).await?;
        }
        if !known.about.is_empty() {
            made.push(known);
        }
    }
    send(firm, &mut writing).await?;
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
