//! Made-up requests in the use of a right, so that the officer's desk is alive: one that is due soon, one that is fresh, one
//! by letter that takes longer, and one that was answered.

use std::sync::Arc;

use access::Resource;
use kernel::{Actor, Archetype, Language, Member, PersonId, Role, Scope, Timestamp};
use organisation::Organisation;
use requests::{
    actions::{REQUEST_ANSWER, REQUEST_ASK, REQUEST_ENTER, REQUEST_HANDLE},
    forms::{AskForm, EntryForm},
    inventory::OPEN,
    model::{Channel, RightsRequestId, StepKind, Verdict, about},
    store::{add_step, asking, desk, term},
};
use statement::plan::{Right, Rights};
use testkit::Person;

use super::ago;
use crate::Failure;

/// Who plays a part in it.
pub(super) struct Cast<'a> {
    pub(super) campus: &'a Arc<Organisation>,
    pub(super) officer: PersonId,
    pub(super) askers: Vec<(PersonId, &'a Person)>,
}

impl Cast<'_> {
    /// Lets them ask, and the officer do something about it.
    pub(super) async fn ask(&self, now: Timestamp) -> Result<(), Failure> {
        let soon = self.by_account(0, Right::Inspection, "demo-request-inspection", ago(now, 26, 9)).await?;
        self.step(soon, "demo-request-step", ago(now, 24, 11)).await?;
        self.by_account(1, Right::Rectification, "demo-request-rectification", ago(now, 2, 20)).await?;
        self.by_letter(ago(now, 20, 10)).await?;
        let done = self.by_account(2, Right::Portability, "demo-request-portability", ago(now, 50, 9)).await?;
        self.answer(done, ago(now, 44, 15)).await
    }

    fn scope(&self, person: PersonId, archetype: Archetype, at: Timestamp) -> Scope {
        let roles = self.campus.plan.roles_of(archetype);
        let roles: Vec<_> = roles.map(|role| Role { key: role.key.as_str().into(), archetype }).collect();
        Scope { now: at, ..self.campus.scope(Actor::Member(Member { id: person, roles: roles.into() })) }
    }

    fn rights(&self) -> Result<Rights, Failure> {
        Ok(self.campus.plan.first::<Rights>().cloned().ok_or("the campus has rights")?)
    }

    fn grant(
        &self,
        scope: &Scope,
        action: &'static kernel::manifest::Action,
        about: &Resource,
    ) -> Result<access::Grant, Failure> {
        Ok(self.campus.access.decide(scope, action, about)?)
    }

    async fn by_account(
        &self,
        asker: usize,
        kind: Right,
        words: &str,
        at: Timestamp,
    ) -> Result<RightsRequestId, Failure> {
        let (id, person) = *self.askers.get(asker).ok_or("there are enough people")?;
        let scope = self.scope(id, Archetype::Participant, at);
        let request = scope.mint();
        let grant = self.grant(&scope, &REQUEST_ASK, &about(request, Some(id), OPEN))?;
        let form = AskForm { kind, words: self.campus.voice(person.language).say(words) };
        let who = asking::Asker { name: person.name(), address: person.email.clone() };
        let (rights, zone) = (self.rights()?, scope.zone.clone());
        let write = move |work: &mut store::Work<'_>| {
            asking::by_account(work, &grant, request, (id, &who), &form, (&rights, &zone))
        };
        self.campus.store.write(&scope, write).await?;
        Ok(request)
    }

    async fn by_letter(&self, at: Timestamp) -> Result<(), Failure> {
        let (officer, scope) = (self.officer, self.scope(self.officer, Archetype::Officer, at));
        let voice = self.campus.voice(Language::Nl);
        let form = EntryForm {
            ask: AskForm { kind: Right::Objection, words: voice.say("demo-request-letter") },
            channel: Channel::Letter,
            received: scope.today(),
            name: voice.say("demo-request-letter-name"),
            address: voice.say("demo-request-letter-address"),
        };
        let request: RightsRequestId = scope.mint();
        let about = about(request, None, OPEN);
        let (entry, more) = (self.grant(&scope, &REQUEST_ENTER, &about)?, self.grant(&scope, &REQUEST_HANDLE, &about)?);
        let (rights, zone, reason) = (self.rights()?, scope.zone.clone(), voice.say("demo-request-longer"));
        let write = move |work: &mut store::Work<'_>| {
            asking::by_hand(work, &entry, request, officer, &form, (&rights, &zone))?;
            let Some(found) = term(work, request)? else { return Ok(()) };
            let Ok(found) = found.check(&more) else { return Ok(()) };
            desk::extend(work, &more, &found, officer, &reason, (&rights, &zone)).map(drop)
        };
        Ok(self.campus.store.write::<_, store::StoreError, _>(&scope, write).await?)
    }

    async fn step(&self, request: RightsRequestId, words: &str, at: Timestamp) -> Result<(), Failure> {
        let (officer, scope) = (self.officer, self.scope(self.officer, Archetype::Officer, at));
        let grant = self.grant(&scope, &REQUEST_HANDLE, &about(request, None, OPEN))?;
        let text = self.campus.voice(Language::En).say(words);
        let write =
            move |work: &mut store::Work<'_>| add_step(work, &grant, request, StepKind::Step, Some(officer), &text);
        Ok(self.campus.store.write(&scope, write).await?)
    }

    async fn answer(&self, request: RightsRequestId, at: Timestamp) -> Result<(), Failure> {
        let (officer, scope) = (self.officer, self.scope(self.officer, Archetype::Officer, at));
        let grant = self.grant(&scope, &REQUEST_ANSWER, &about(request, None, OPEN))?;
        let text = self.campus.voice(Language::Sv).say("demo-request-answer");
        let write = move |work: &mut store::Work<'_>| {
            let Some(found) = term(work, request)? else { return Ok(()) };
            let Ok(found) = found.check(&grant) else { return Ok(()) };
            desk::end(work, &found)?;
            desk::answer(work, &grant, &found, officer, (Verdict::Granted, &text), None).map(drop)
        };
        self.campus.store.write::<_, store::StoreError, _>(&scope, write).await?;
        requests::count(self.campus).await?;
        Ok(())
    }
}
