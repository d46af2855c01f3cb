//! What stands in the store before an act: of some people all is to go, of somebody else all is to stay.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use access::{Grant, Resource};
use kernel::{
    Archetype::{self, Coach, Participant},
    PersonId, Scope, Uuid,
    id::Id as _,
};
use store::{Cell, FileCell, FileId, Row, Sealed, StoreError, params};
use testkit::{Canaries, SeededRng};

use crate::{
    house::{ATTACHMENTS, House, MESSAGES, NAME, NOTES, On, Trajectory},
    process::{Death, Deed, Ended, Errand, run},
};

/// A trajectory with what was written in it.
#[derive(Clone)]
pub struct Furnished {
    pub trajectory: Trajectory,
    /// The participant's name, messages, the file, notes; sorted.
    pub texts: Vec<String>,
}

/// A house on the eve of an act.
pub struct Scene {
    pub house: House,
    pub deed: Deed,
    /// With something in them, and to go.
    pub going: Vec<Furnished>,
    /// Everybody and everything to go, by id.
    pub holders: Vec<Uuid>,
    pub staying: Furnished,
    /// What a receipt has to say: rows and files by class.
    pub counts: BTreeMap<&'static str, (i64, i64)>,
    /// What was written of those who go, in the clear.
    pub canaries: Canaries,
    /// The same, as it lies on the disk.
    pub sealed: Vec<Vec<u8>>,
    /// Where their files lie, from the house's folder.
    pub files: Vec<PathBuf>,
    postgres: bool,
    root: PathBuf,
}

impl Scene {
    /// One person has been with a coach often, and wishes everything gone.
    pub async fn of_an_erasure(on: &On) -> Self {
        let mut making = Making::new(on).await;
        let joost = making.person().await;
        making.furnish(joost).await;
        making.house.queue_reminder(joost).await;
        // Their rows go in more than one unit of work.
        for _ in 0..21 {
            let trajectory = making.house.trajectory(making.coach, joost).await;
            making.holders.push(trajectory.id.uuid());
            making.count("trajectory", 1, 0);
        }
        making.finish(on, Deed::Erase(joost)).await
    }

    /// The periods of several people have passed.
    pub async fn of_a_retention_batch(on: &On) -> Self {
        let mut making = Making::new(on).await;
        for _ in 0..7 {
            let participant = making.person().await;
            making.furnish(participant).await;
        }
        for Furnished { trajectory, .. } in &making.going {
            making.house.end(trajectory).await;
        }
        making.house.clock.advance_days(1200);
        making.finish(on, Deed::Keep).await
    }

    /// Lets another process begin the act and die; the store is opened again after it.
    pub fn killed(self, death: Death) -> (Self, Ended) {
        self.away(|errand| run(errand, death))
    }

    /// Lets another process, or several, do what they are told; the store is closed meanwhile.
    pub fn away<T>(self, meanwhile: impl FnOnce(&Errand) -> T) -> (Self, T) {
        let errand = Errand {
            root: self.root.clone(),
            postgres: self.postgres,
            now: kernel::Clock::now(&*self.house.clock),
            deed: self.deed,
            beside: Some(self.staying.trajectory.clone()),
            halt: None,
        };
        let (house, told) = self.house.away(|| meanwhile(&errand));
        (Self { house, ..self }, told)
    }

    /// The same scene in another folder, where a copy of its data lies.
    pub fn copied(&self, house: House, root: &Path) -> Self {
        Self {
            house,
            deed: self.deed,
            going: self.going.clone(),
            holders: self.holders.clone(),
            staying: self.staying.clone(),
            counts: self.counts.clone(),
            canaries: self.canaries.clone(),
            sealed: self.sealed.clone(),
            files: self.files.clone(),
            postgres: self.postgres,
            root: root.to_owned(),
        }
    }
}

/// A scene while it is made.
struct Making {
    house: House,
    coach: PersonId,
    going: Vec<Furnished>,
    holders: Vec<Uuid>,
    counts: BTreeMap<&'static str, (i64, i64)>,
    canaries: Canaries,
    rng: SeededRng,
}

impl Making {
    async fn new(on: &On) -> Self {
        let house = House::new(on);
        let coach = house.person("Maria", &[Coach]).await;
        let (going, holders) = (Vec::new(), Vec::new());
        let (counts, canaries) = (BTreeMap::new(), Canaries::new());
        Self { house, coach, going, holders, counts, canaries, rng: SeededRng::new(23) }
    }

    fn count(&mut self, class: &'static str, rows: i64, files: i64) {
        let counted = self.counts.entry(class).or_default();
        *counted = (counted.0 + rows, counted.1 + files);
    }

    async fn person(&mut self) -> PersonId {
        let name = self.canaries.plant("name", &self.rng);
        let person = self.house.person(&name, &[Participant]).await;
        self.holders.push(person.uuid());
        // The account and its role.
        self.count("account", 2, 0);
        person
    }

    /// A trajectory with messages, a file and a note.
    async fn furnish(&mut self, participant: PersonId) {
        let house = &self.house;
        let trajectory = house.trajectory(self.coach, participant).await;
        for _ in 0..3 {
            house.message(&trajectory, &self.canaries.plant("message", &self.rng)).await;
        }
        house.file(&trajectory, self.canaries.plant("file", &self.rng).as_bytes()).await;
        house.note(&trajectory, &self.canaries.plant("note", &self.rng)).await;
        let texts = read(house, &trajectory).await.unwrap();
        assert_eq!(texts.len(), 6, "a name, three messages, a file, a note");
        self.holders.push(trajectory.id.uuid());
        self.going.push(Furnished { trajectory, texts });
        self.count("trajectory", 1, 0);
        self.count("dialogue", 4, 1);
        self.count("private-notes", 1, 0);
    }

    async fn finish(self, on: &On, deed: Deed) -> Scene {
        let Self { house, coach, going, holders, counts, canaries, .. } = self;
        let ines = house.person("Ines", &[Participant]).await;
        house.queue_reminder(ines).await;
        let trajectory = house.trajectory(coach, ines).await;
        house.message(&trajectory, "May I stay?").await;
        house.file(&trajectory, b"a picture that stays").await;
        house.note(&trajectory, "Stays, of course.").await;
        let staying = Furnished { texts: read(&house, &trajectory).await.unwrap(), trajectory };
        let (mut sealed, mut files) = (Vec::new(), Vec::new());
        for Furnished { trajectory, .. } in &going {
            on_disk(&house, trajectory, &mut sealed, &mut files).await;
        }
        let (postgres, root) = (matches!(on, On::Postgres(_)), house.folder.parent().unwrap().to_owned());
        Scene { house, deed, going, holders, staying, counts, canaries, sealed, files, postgres, root }
    }
}

fn may(house: &House, scope: &Scope, action: &str, about: &Resource) -> Grant {
    house.access.decide(scope, house.inventory.action(action).unwrap(), about).unwrap()
}

fn reader(house: &House, person: PersonId, archetype: Archetype) -> Scope {
    house.member(person, &[archetype])
}

/// All that was written in a trajectory, as those read it who may: sorted.
pub async fn read(house: &House, of: &Trajectory) -> Result<Vec<String>, StoreError> {
    let (participant, coach) = (reader(house, of.participant, Participant), reader(house, of.coach, Coach));
    let (id, holder, also) = (of.id, of.id.uuid(), Some(of.participant));
    let own = may(house, &participant, "profile.read", &Resource::person(of.participant));
    let dialogue = may(house, &participant, "dialogue.read", &house.resource(of));
    let notes = may(house, &coach, "note.read", &house.resource(of));

    let person = of.participant.uuid();
    let account = Cell { table: "account", column: "name", row: person, holder: person, also: None };
    let message = Cell { table: "message", column: "body", row: person, holder, also };
    let note = Cell { table: "private_note", column: "body", row: person, holder, also: None };
    let rows = move |reader: &mut store::Reader<'_>| {
        let in_row = |row: &Row, cell: Cell| row.sealed(1, Cell { row: row.uuid(0)?, ..cell });
        let name =
            reader.all(&NAME, params![person])?.iter().map(|row| row.sealed(0, account)).collect::<Result<_, _>>()?;
        let messages =
            reader.all(&MESSAGES, params![id])?.iter().map(|row| in_row(row, message)).collect::<Result<_, _>>()?;
        let notes = reader.all(&NOTES, params![id])?.iter().map(|row| in_row(row, note)).collect::<Result<_, _>>()?;
        let files = reader.all(&ATTACHMENTS, params![id])?.iter().map(|row| row.id(0)).collect::<Result<_, _>>()?;
        Ok::<([Vec<Sealed>; 3], Vec<FileId>), StoreError>(([name, messages, notes], files))
    };
    let (sealed, files) = house.store.read(&participant, rows).await?;

    let mut texts = Vec::new();
    for ((scope, grant), values) in
        [(&participant, &own), (&participant, &dialogue), (&coach, &notes)].into_iter().zip(sealed)
    {
        let opener = house.store.opener(scope, grant);
        for value in values {
            texts.push(text(&opener.bytes(&value)?));
        }
    }
    let opener = house.store.opener(&participant, &dialogue);
    let cell = FileCell { table: "attachment", column: "file", holder, also };
    for file in files {
        texts.push(text(&house.store.files().open(&opener, &cell, file, None).await?));
    }
    texts.sort();
    Ok(texts)
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The sealed values and files of a trajectory and its participant, byte for byte; and where the files lie.
async fn on_disk(house: &House, of: &Trajectory, sealed: &mut Vec<Vec<u8>>, places: &mut Vec<PathBuf>) {
    let (id, person) = (of.id, of.participant);
    let rows = move |reader: &mut store::Reader<'_>| {
        let mut values = vec![reader.all(&NAME, params![person])?[0].bytes(0)?.to_vec()];
        for sql in [&MESSAGES, &NOTES] {
            for row in &reader.all(sql, params![id])? {
                values.push(row.bytes(1)?.to_vec());
            }
        }
        let files = reader.all(&ATTACHMENTS, params![id])?.iter().map(|row| row.id(0)).collect::<Result<_, _>>()?;
        Ok::<(Vec<Vec<u8>>, Vec<FileId>), StoreError>((values, files))
    };
    let (values, files) = house.store.read(&house.job(), rows).await.unwrap();
    sealed.extend(values);
    for file in files {
        let name = file.to_string();
        let place = Path::new("files").join(&name[name.len() - 2..]).join(&name);
        sealed.push(fs::read(house.folder.join(&place)).unwrap());
        places.push(place);
    }
}
