//! What people do in the house, and what happens to them.

use access::Resource;
use kernel::{Archetype, Clock, PersonId, Timestamp, id::Id as _, jiff::civil::Date};
use store::{Cell, FileCell, StoreError, Work, params};

use super::{
    House, Trajectory,
    slice::{
        ACCOUNT, ATTACHMENT, DIALOGUE_WRITE, MESSAGE, NOTE, NOTE_WRITE, PERSON, PROFILE_WRITE, REMIND, ROLE, RowId,
        TRAJECTORY, TrajectoryId,
    },
};

impl House {
    pub async fn person(&self, name: &str, archetypes: &[Archetype]) -> PersonId {
        let id: PersonId = self.job().mint();
        let scope = self.member(id, archetypes);
        let grant = self.access.decide(&scope, &PROFILE_WRITE, &Resource::person(id)).unwrap();
        let (name, archetypes) = (name.to_owned(), archetypes.to_vec());
        self.store
            .write(&scope, move |work| {
                work.run(&PERSON, params![id])?;
                let cell = Cell { table: "account", column: "name", row: id.uuid(), holder: id.uuid(), also: None };
                let sealed = work.seal(&grant, &cell, name.as_bytes())?;
                work.run(&ACCOUNT, params![id, sealed])?;
                for archetype in archetypes {
                    let row: RowId = work.mint();
                    work.run(&ROLE, params![row, id, archetype.key()])?;
                }
                Ok::<_, StoreError>(())
            })
            .await
            .unwrap();
        id
    }

    pub async fn trajectory(&self, coach: PersonId, participant: PersonId) -> Trajectory {
        let id: TrajectoryId = self.job().mint();
        self.store
            .write(&self.job(), move |work| {
                let now = work.now();
                work.run(&TRAJECTORY, params![id, coach, participant, now])?;
                Ok::<_, StoreError>(())
            })
            .await
            .unwrap();
        Trajectory { id, coach, participant }
    }

    pub fn resource(&self, of: &Trajectory) -> Resource {
        let parties = vec![("coach", of.coach), ("participant", of.participant)];
        Resource { container: "trajectory", id: of.id.uuid(), parties, state: None }
    }

    pub async fn message(&self, of: &Trajectory, text: &str) {
        let scope = self.member(of.participant, &[Archetype::Participant]);
        let grant = self.access.decide(&scope, &DIALOGUE_WRITE, &self.resource(of)).unwrap();
        let (id, also, text) = (of.id, of.participant, text.to_owned());
        self.store
            .write(&scope, move |work| {
                let row: RowId = work.mint();
                let cell =
                    Cell { table: "message", column: "body", row: row.uuid(), holder: id.uuid(), also: Some(also) };
                let sealed = work.seal(&grant, &cell, text.as_bytes())?;
                work.run(&MESSAGE, params![row, id, sealed])?;
                Ok::<_, StoreError>(())
            })
            .await
            .unwrap();
    }

    pub async fn file(&self, of: &Trajectory, bytes: &[u8]) {
        let scope = self.member(of.participant, &[Archetype::Participant]);
        let grant = self.access.decide(&scope, &DIALOGUE_WRITE, &self.resource(of)).unwrap();
        let cell = FileCell { table: "attachment", column: "file", holder: of.id.uuid(), also: Some(of.participant) };
        let stored = self.store.files().put(&scope, &grant, &cell, bytes.to_vec()).await.unwrap();
        let id = of.id;
        self.store
            .write(&scope, move |work| {
                let row: RowId = work.mint();
                work.run(&ATTACHMENT, params![row, id, stored.id()])?;
                work.keep_file(&stored)
            })
            .await
            .unwrap();
    }

    /// A file that was sent, and of which nobody wrote a row.
    pub async fn stray(&self, of: &Trajectory, bytes: &[u8]) {
        let scope = self.member(of.participant, &[Archetype::Participant]);
        let grant = self.access.decide(&scope, &DIALOGUE_WRITE, &self.resource(of)).unwrap();
        let cell = FileCell { table: "attachment", column: "file", holder: of.id.uuid(), also: Some(of.participant) };
        self.store.files().put(&scope, &grant, &cell, bytes.to_vec()).await.unwrap();
    }

    pub async fn note(&self, of: &Trajectory, text: &str) {
        let scope = self.member(of.coach, &[Archetype::Coach]);
        let grant = self.access.decide(&scope, &NOTE_WRITE, &self.resource(of)).unwrap();
        let (id, text) = (of.id, text.to_owned());
        self.store
            .write(&scope, move |work| {
                let row: RowId = work.mint();
                let cell =
                    Cell { table: "private_note", column: "body", row: row.uuid(), holder: id.uuid(), also: None };
                let sealed = work.seal(&grant, &cell, text.as_bytes())?;
                work.run(&NOTE, params![row, id, sealed])?;
                Ok::<_, StoreError>(())
            })
            .await
            .unwrap();
    }

    pub async fn emit(&self, event: &'static str, subject: impl kernel::id::Id, at: Timestamp) {
        let subject = subject.uuid();
        self.store.write(&self.job(), move |work| work.emit(event, subject, at)).await.unwrap();
    }

    /// Lays a hold until the end of a day, as an officer would.
    pub async fn hold(&self, subject: impl kernel::id::Id, last: Date) {
        let (subject, zone) = (subject.uuid(), self.plan.zone().clone());
        let laid = move |work: &mut Work<'_>| troth_keeper::holds::hold(work, subject, last, &zone);
        self.store.write(&self.job(), laid).await.unwrap();
    }

    pub async fn release(&self, subject: impl kernel::id::Id) {
        let subject = subject.uuid();
        self.store.write(&self.job(), move |work| troth_keeper::holds::release(work, subject)).await.unwrap();
    }

    pub async fn retract(&self, event: &'static str, subject: impl kernel::id::Id) {
        let subject = subject.uuid();
        self.store.write(&self.job(), move |work| work.retract(event, subject)).await.unwrap();
    }

    /// The trajectory ends now, and with it the participant's last.
    pub async fn end(&self, of: &Trajectory) {
        self.emit("trajectory-ended", of.id, self.clock.now()).await;
        self.emit("trajectory-ended", of.participant, self.clock.now()).await;
    }

    pub async fn queue_reminder(&self, person: PersonId) {
        self.store
            .write(&self.job(), move |work| {
                let now = work.now();
                work.queue(&REMIND, serde_json::json!({ "person": person }), now)
            })
            .await
            .unwrap();
    }
}
