//! A few entries in the registers that people keep up by hand, written as people write them: through the front door.

use std::sync::Arc;

use axum::Router;
use jiff::{ToSpan as _, civil::Date};
use kernel::{Actor, PersonId, Uuid, words::Voice};
use organisation::Organisation;

use super::{Acquaintance, visitor::Visitor};
use crate::Failure;

/// Writes the entries of the officer and of the first coach.
pub(super) async fn fill(
    campus: &Arc<Organisation>,
    edge: &Router,
    host: &str,
    people: &[Acquaintance],
) -> Result<(), Failure> {
    let of = |role: &str| people.iter().find(|person| person.role == role).ok_or("the campus has one of each");
    let (officer, coach) = (of("officer")?, of("coach")?);
    let trajectories = trajectories(campus, coach.id).await?;
    let [first, second, ..] = trajectories.as_slice() else { return Err("a coach has trajectories".into()) };
    let today = campus.clock.now().to_zoned(campus.plan.zone().clone()).date();
    let mut visitor = Visitor::sign_in(edge, host, &officer.email).await?;
    duties(&mut visitor, &campus.voice(kernel::Language::Nl)).await?;
    breaches(&mut visitor, &campus.voice(kernel::Language::Nl), today, *first).await?;
    let mut visitor = Visitor::sign_in(edge, host, &coach.email).await?;
    papers(&mut visitor, &campus.voice(kernel::Language::En), today, [*first, *second]).await
}

/// The coach's trajectories, the latest first.
async fn trajectories(campus: &Arc<Organisation>, coach: PersonId) -> Result<Vec<Uuid>, Failure> {
    let container = campus.inventory.container("trajectory").ok_or("coaching has trajectories")?;
    let scope = campus.scope(Actor::Job(keeper::KEEP.name));
    let read = move |reader: &mut store::Reader<'_>| store::derived::containers_of(reader, container, "coach", coach);
    let mut found: Vec<Uuid> = campus.store.read::<_, store::StoreError, _>(&scope, read).await?;
    found.reverse();
    Ok(found)
}

async fn duties(officer: &mut Visitor<'_>, voice: &Voice) -> Result<(), Failure> {
    let note = voice.say("demo-entry-partners");
    officer.send("/duties/declare-partners", &[("outcome", "kept"), ("note", &note)]).await?;
    let (note, document) = (voice.say("demo-entry-agreement"), "VK-2026-02");
    let fields = [("outcome", "kept"), ("note", &*note), ("document", document)];
    officer.send("/duties/recipient-backup-store", &fields).await?;
    Ok(())
}

/// One that is still open, discovered yesterday, and one that harmed nobody.
async fn breaches(officer: &mut Visitor<'_>, voice: &Voice, today: Date, trajectory: Uuid) -> Result<(), Failure> {
    let (yesterday, earlier) = (today.checked_sub(1.day())?.to_string(), today.checked_sub(40.days())?.to_string());
    let what = voice.say("demo-entry-breach");
    let fields =
        [("what", &*what), ("on", &*yesterday), ("at", "14:20"), ("categories", "appointments"), ("risk", "some")];
    let breach = officer.send("/breaches/recording", &fields).await?;
    let number = trajectory.to_string();
    officer.send(&format!("{breach}/people"), &[("whom", "number"), ("number", &number)]).await?;
    let measures = voice.say("demo-entry-breach-measures");
    officer.send(&format!("{breach}/account"), &[("risk", "some"), ("measures", &measures)]).await?;
    let what = voice.say("demo-entry-harmless");
    let fields = [("what", &*what), ("on", &*earlier), ("at", "09:05"), ("categories", "names"), ("risk", "unlikely")];
    let harmless = officer.send("/breaches/recording", &fields).await?;
    officer.send(&format!("{harmless}/closure"), &[]).await?;
    Ok(())
}

/// One that is to be shredded within three weeks, and one that is overdue.
async fn papers(coach: &mut Visitor<'_>, voice: &Voice, today: Date, of: [Uuid; 2]) -> Result<(), Failure> {
    for (trajectory, days) in of.into_iter().zip([20, -5]) {
        let from = today.checked_sub(2.years())?.checked_add(days.days())?.to_string();
        let say = |word| voice.say(word);
        let (name, what, place) = (say("demo-entry-name"), say("demo-entry-paper"), say("demo-entry-place"));
        let fields = [
            ("name", &*name),
            ("number", &trajectory.to_string()),
            ("what", &what),
            ("place", &place),
            ("period", "keep-private-notes-trajectory-ended"),
            ("from", &from),
        ];
        coach.send("/papers/recording", &fields).await?;
    }
    Ok(())
}
