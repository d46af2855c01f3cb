//! What `troth verify` sees: one fault of each kind is found and named, and nothing else is (A whole house gives no alarm
//! in the tests of the program, where there is more in it.)

use std::{fs, sync::Arc};

use kernel::{Uuid, Value, id::Id as _, manifest::Sql};
use store::{
    Cell, FileId, StoreError,
    copies::Source,
    ledger::{self, Act, ActKind, Fault, Head},
    params, queries,
    survey::{self, Flaw, Survey},
};

use crate::{
    copies::quiet,
    erasure::path_of,
    files,
    world::{On, World, key, slice},
};

crate::on_both!(each_kind_of_fault_is_found_and_named, a_witness_finds_a_ledger_that_was_cut);

const SAID: &str = "I would like to talk about my work, and about what comes after it.";

/// A world in which everything is as it should be, with something of everything.
pub(crate) struct House {
    pub(crate) world: World,
    pub(crate) trajectory: slice::TrajectoryId,
    messages: [slice::MessageId; 2],
    file: FileId,
    attachment: Uuid,
}

impl House {
    pub(crate) async fn new(on: On) -> Self {
        let world = World::new(on);
        let (coach, participant) = (world.coach, world.participant);
        world.add_person(coach, "Maria van der Velden", "maria.van.der.velden@people.example").await;
        world.add_person(participant, "Joost Timmermans", "joost.timmermans@people.example").await;
        let trajectory = world.add_trajectory().await;
        let messages = [world.say(trajectory, SAID).await, world.say(trajectory, "Yes.").await];
        let file = files::put(&world, trajectory, &files::content(200_000)).await;
        let attachment = Uuid::from_u128(70);
        let house = Self { world, trajectory, messages, file, attachment };
        let scope = house.world.scope(participant);
        let grant = house.world.grant(&scope, &slice::DIALOGUE, &house.world.trajectory(trajectory));
        let message = messages[0];
        let attach = move |work: &mut store::Work<'_>| {
            let also = Some(participant);
            let cell = Cell { table: "attachment", column: "name", row: attachment, holder: trajectory.uuid(), also };
            let name = work.seal(&grant, &cell, b"a picture.png")?;
            work.run(&slice::ADD_ATTACHMENT, params![attachment, message, trajectory, file, name])
        };
        let attached: Result<u64, StoreError> = house.world.store.write(&scope, attach).await;
        assert_eq!(attached.unwrap(), 1);
        for n in 0..4 {
            house.act(n).await;
        }
        house.sign().await;
        house
    }

    async fn act(&self, n: u32) {
        let evidence = format!("act {n}; rows 1");
        let act = Act { kind: ActKind::Correction, subject: Uuid::from_u128(1), class: None, clause: None, evidence };
        let told: Result<i64, StoreError> =
            self.world.store.write(&self.world.scope(self.world.coach), move |work| work.record(act)).await;
        told.unwrap();
    }

    async fn sign(&self) -> Head {
        let signed: Result<_, StoreError> =
            self.world.store.write(&self.world.scope(self.world.coach), |work| work.sign_head()).await;
        signed.unwrap()
    }

    /// Changes something behind everybody's back.
    async fn run(&self, sql: &'static Sql, values: &[Value]) {
        let values = values.to_vec();
        let scope = self.world.scope(self.world.coach);
        let run: Result<u64, StoreError> = self.world.store.write(&scope, move |work| work.run(sql, &values)).await;
        assert!(run.unwrap() > 0, "{}", sql.name);
    }

    /// A sealed body, as it lies there.
    async fn body(&self, n: usize) -> Value {
        let trajectory = self.trajectory;
        let wanted = self.messages[n].uuid();
        let scope = self.world.scope(self.world.coach);
        let body: Result<_, StoreError> = self
            .world
            .store
            .read(&scope, move |reader| {
                let rows = reader.all(&slice::MESSAGES, params![9, trajectory])?;
                let row = rows.iter().find(|row| row.uuid(0) == Ok(wanted)).unwrap();
                Ok(Value::from(row.bytes(1)?.to_vec()))
            })
            .await;
        body.unwrap()
    }

    /// Beside the store, which is open all the time.
    async fn survey(&self, heads: &[Head]) -> Survey {
        let source = Source {
            config: self.world.config.clone(),
            organisation: key("world"),
            inventory: Arc::clone(&self.world.inventory),
            clock: Arc::clone(&self.world.clock) as _,
            rng: Arc::clone(&self.world.rng) as _,
        };
        survey::survey(&source, heads, &quiet()).await.unwrap()
    }

    /// What is found, by place; each flaw once.
    async fn found(&self) -> Vec<(Flaw, String)> {
        let findings = self.survey(&[]).await.findings;
        assert!(findings.iter().all(|finding| !finding.which.is_empty()), "each says which: {findings:?}");
        let mut found: Vec<_> = findings.into_iter().map(|finding| (finding.flaw, finding.place)).collect();
        found.dedup();
        found
    }
}

/// A fault, how it is made, and what has to be found.
macro_rules! seeded {
    ($on:expr, $what:literal, |$house:ident| $seed:block, $($flaw:expr => $place:literal),+) => {{
        let $house = House::new($on).await;
        assert_eq!($house.found().await, [], "before: {}", $what);
        $seed
        assert_eq!($house.found().await, [$(($flaw, $place.to_owned())),+], "{}", $what);
    }};
}

async fn each_kind_of_fault_is_found_and_named(on: On) {
    let whole = House::new(on).await.survey(&[]).await;
    assert_eq!((whole.values, whole.files, whole.findings.len()), (7, 1, 0));
    assert!(whole.rows > 10 && whole.keys == 4 && whole.heads == 1, "{whole:?}");
    assert_eq!(whole.ledger, Some(ledger::Held { first: 1, last: 4 }));
    in_the_ledger(on).await;
    in_the_database(on).await;
    among_files_and_keys(on).await;
}

async fn in_the_ledger(on: On) {
    seeded!(on, "a changed entry", |house| {
        house.run(&slice::SET_EVIDENCE, params![2, "act 1; rows 2"]).await;
    }, Flaw::Ledger(Fault::Changed(2)) => "ledger");
    seeded!(on, "a tail that was cut off", |house| {
        house.run(&slice::CUT_LEDGER, params![3]).await;
    }, Flaw::Ledger(Fault::Cut { last: 3, head: 4 }) => "ledger");
    seeded!(on, "a forged head", |house| {
        house.run(&slice::SET_SIGNATURE, params![vec![7_u8; 64]]).await;
    }, Flaw::ForgedHead => "ledger_head");
}

async fn in_the_database(on: On) {
    seeded!(on, "text in a sealed column", |house| {
        house.run(&slice::SET_BODY, params![house.messages[1], b"Not sealed at all, this one.".to_vec()]).await;
    }, Flaw::NotSealed => "message.body");
    seeded!(on, "a value from another cell", |house| {
        let other = house.body(0).await;
        house.run(&slice::SET_BODY, &[Value::from(house.messages[1]), other]).await;
    }, Flaw::Tampered => "message.body");
    seeded!(on, "a sealed text in an argument", |house| {
        let scope = house.world.scope(house.world.coach);
        let arguments = serde_json::json!({ "say": SAID });
        let queue = move |work: &mut store::Work<'_>| work.queue(&slice::REMIND, arguments, work.now());
        let queued: Result<_, StoreError> = house.world.store.write(&scope, queue).await;
        queued.unwrap();
    }, Flaw::InPlain => "job.arguments");
    seeded!(on, "a hash of another address", |house| {
        house.run(&slice::SET_HASH, params![house.world.coach, vec![7_u8; 32]]).await;
    }, Flaw::OtherHash => "person.email_hash");
    seeded!(on, "a trajectory of nobody", |house| {
        house.run(&slice::SET_COACH, params![house.trajectory, Uuid::from_u128(99)]).await;
    }, Flaw::Orphan => "trajectory.coach");
    seeded!(on, "an event of nothing", |house| {
        let scope = house.world.scope(house.world.coach);
        let emit = |work: &mut store::Work<'_>| work.emit("trajectory-ended", Uuid::from_u128(99), work.now());
        let emitted: Result<(), StoreError> = house.world.store.write(&scope, emit).await;
        emitted.unwrap();
    }, Flaw::Orphan => "event.subject");
    seeded!(on, "a mark of a newer keyring", |house| {
        house.run(&queries::SET_MARK, params!["ring", "99.1"]).await;
    }, Flaw::OldRing => "keyring");
}

async fn among_files_and_keys(on: On) {
    seeded!(on, "a file that was removed", |house| {
        fs::remove_file(path_of(&house.world, house.file)).unwrap();
    }, Flaw::NoFile => "files");
    seeded!(on, "a file with a flipped bit", |house| {
        let path = path_of(&house.world, house.file);
        let mut bytes = fs::read(&path).unwrap();
        bytes[150_000] ^= 1;
        fs::write(&path, bytes).unwrap();
    }, Flaw::DamagedFile => "files");
    seeded!(on, "a file without its end", |house| {
        let path = path_of(&house.world, house.file);
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..8 + 2 * (64 * 1024 + 16)]).unwrap();
    }, Flaw::DamagedFile => "files");
    seeded!(on, "a file that nothing kept", |house| {
        let scope = house.world.scope(house.world.participant);
        let grant = house.world.grant(&scope, &slice::DIALOGUE, &house.world.trajectory(house.trajectory));
        let cell = files::cell(&house.world, house.trajectory);
        house.world.store.files().put(&scope, &grant, &cell, vec![1]).await.unwrap();
        assert_eq!(house.found().await, [], "it may be on its way");
        house.world.clock.advance_days(1);
    }, Flaw::NoRow => "files");
    seeded!(on, "a file that no slice names", |house| {
        house.run(&slice::DROP_ATTACHMENT, params![house.attachment]).await;
    }, Flaw::NoRow => "file");
    seeded!(on, "a name of a file that is not kept", |house| {
        house.run(&queries::DROP_FILE, params![house.file]).await;
        fs::remove_file(path_of(&house.world, house.file)).unwrap();
    }, Flaw::NoFile => "attachment.file");
    seeded!(on, "a key that was destroyed before its time", |house| {
        let scope = house.world.scope(house.world.coach);
        house.world.store.destroy(&scope, vec![("dialogue", house.trajectory.uuid())]).await.unwrap();
    }, Flaw::KeyGone => "message.body", Flaw::KeyGone => "attachment.name", Flaw::KeyGone => "files");
    seeded!(on, "a person who went, and whose key did not", |house| {
        let somebody = kernel::PersonId::from_uuid(Uuid::from_u128(3));
        house.world.add_person(somebody, "Somebody Else", "somebody.else@people.example").await;
        assert_eq!(house.found().await, []);
        house.run(&slice::DROP_PERSON, params![somebody]).await;
    }, Flaw::IdleKey => "keyring");
}

// X5: what no chain shows by itself.
async fn a_witness_finds_a_ledger_that_was_cut(on: On) {
    let house = House::new(on).await;
    house.act(5).await;
    let head = house.sign().await;
    assert_eq!(house.survey(std::slice::from_ref(&head)).await.findings, []);
    house.run(&slice::CUT_LEDGER, params![4]).await;
    house.run(&slice::CUT_HEADS, params![4]).await;
    assert_eq!(house.survey(&[]).await.findings, [], "whoever cuts it cuts its own heads, too");
    let found = house.survey(&[head]).await.findings;
    assert_eq!(
        found.iter().map(|found| found.flaw).collect::<Vec<_>>(),
        [Flaw::Ledger(Fault::Cut { last: 4, head: 5 })]
    );
}
