//! Versions and drafts of programmes that were read, kept in memory: none of them is personal. A version never changes, and a
//! draft that changes has another number. Beside them stands how many each coach had a while ago.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use jiff::SignedDuration;
use kernel::{Language, OrganisationKey, PersonId, Scope, Timestamp};
use organisation::{Member, pages::Failure};
use programme::{Finding, Programme, StepDifference, differences};
use store::{Reader, StoreError};

use crate::{
    model::{Draft, DraftId, Version, VersionId},
    store::{enrolments, versions},
};

/// For how long a count of everybody gives the order of coaches.
const COUNTED: SignedDuration = SignedDuration::from_mins(10);
/// How many versions are kept; where there are more, all are read anew.
const MOST: usize = 64;

/// A version with what its texts say.
#[derive(Debug)]
pub struct Volume {
    /// The version as it was published.
    pub version: Version,
    /// What it says.
    pub programme: Programme,
}

/// How many drafts are kept.
const MOST_DRAFTS: usize = 16;

/// A draft as it was read.
#[derive(Debug)]
pub struct Proof {
    /// The programme that it would be, or all that speaks against it.
    pub read: Result<Programme, Vec<Finding>>,
    /// The draft's files that no text of it names; none while something speaks against it.
    pub unused: Vec<String>,
    drawn: Mutex<HashMap<(Language, Language), Arc<str>>>,
    /// How it stands to a version.
    compared: Mutex<Option<(VersionId, Arc<[StepDifference]>)>>,
}

impl Proof {
    /// How it stands to a version, step by step; nothing while something speaks against it. Found out once.
    pub fn against(&self, older: &Volume) -> Arc<[StepDifference]> {
        let mut compared = held(&self.compared);
        if let Some((_, known)) = compared.as_ref().filter(|(version, _)| *version == older.version.id) {
            return Arc::clone(known);
        }
        let found = self.read.as_ref().map_or_else(|_| Vec::new(), |new| differences(&older.programme, new));
        let found = Arc::<[_]>::from(found);
        *compared = Some((older.version.id, Arc::clone(&found)));
        found
    }

    /// What the editor shows beside a text, for a visitor's language: drawn once.
    ///
    /// # Errors
    /// As `draw` says.
    pub fn beside<E>(
        &self,
        text: Language,
        own: Language,
        draw: impl FnOnce() -> Result<String, E>,
    ) -> Result<Arc<str>, E> {
        if let Some(drawn) = held(&self.drawn).get(&(text, own)) {
            return Ok(Arc::clone(drawn));
        }
        let drawn = Arc::<str>::from(draw()?);
        held(&self.drawn).insert((text, own), Arc::clone(&drawn));
        Ok(drawn)
    }
}

/// What was read, by whose it is and which.
type Shelves = HashMap<(OrganisationKey, VersionId), Arc<Volume>>;
/// The same of drafts, by the number of the change, too.
type Desk = HashMap<(OrganisationKey, DraftId, i64), Arc<Proof>>;

/// How many each coach has; who is not in it has nobody.
type Loads = HashMap<PersonId, i64>;
/// The same, and when that was counted.
type Counts = HashMap<OrganisationKey, (Timestamp, Arc<Loads>)>;

/// What was read, of all organisations of an installation; each finds its own alone.
#[derive(Clone, Debug, Default)]
pub struct Library(Arc<(Mutex<Shelves>, Mutex<Desk>, Mutex<Counts>)>);

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Library {
    /// A version, from memory or else with two queries; `None` when there is none.
    ///
    /// # Errors
    /// When the store cannot be read, or when this program can show nothing of what an earlier one published.
    pub fn find(&self, scope: &Scope, reader: &mut Reader<'_>, id: VersionId) -> Result<Option<Arc<Volume>>, Failure> {
        let key = (scope.organisation.clone(), id);
        if let Some(volume) = self.shelves().get(&key) {
            return Ok(Some(Arc::clone(volume)));
        }
        let Some(version) = versions::find(scope, reader, id)? else { return Ok(None) };
        let programme = version.read().ok().or_else(|| version.recall()).ok_or_else(|| {
            let (name, number) = (&version.programme, version.number);
            Failure::Ours(format!("version {number} of programme {name} has nothing that this program can show"))
        })?;
        let volume = Arc::new(Volume { version, programme });
        let mut shelves = self.shelves();
        if shelves.len() >= MOST {
            shelves.clear();
        }
        shelves.insert(key, Arc::clone(&volume));
        Ok(Some(volume))
    }

    /// A draft as it stands, read once for each change of it.
    pub fn proof(&self, scope: &Scope, draft: &Draft) -> Arc<Proof> {
        let key = (scope.organisation.clone(), draft.id, draft.edition);
        if let Some(proof) = held(&self.0.1).get(&key) {
            return Arc::clone(proof);
        }
        let names = draft.names();
        let read = programme::read(&draft.texts(), &names);
        let unused = read.as_ref().map_or_else(|_| Vec::new(), |new| names.difference(&new.files()).cloned().collect());
        let proof = Arc::new(Proof { read, unused, drawn: Mutex::default(), compared: Mutex::default() });
        let mut desk = held(&self.0.1);
        if desk.len() >= MOST_DRAFTS {
            desk.clear();
        }
        desk.insert(key, Arc::clone(&proof));
        proof
    }

    /// Those of these coaches with the fewest people, some of them at a time, each with how many that is now. Who is invited and
    /// has not joined comes last.
    ///
    /// All are counted once in ten minutes, which gives the order; after that only those who are shown. Costs one query.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn fewest(
        &self,
        scope: &Scope,
        reader: &mut Reader<'_>,
        mut coaches: Vec<Member>,
        (skip, take): (usize, usize),
    ) -> Result<Vec<(i64, Member)>, StoreError> {
        let known = held(&self.0.2).get(&scope.organisation).cloned();
        let known = known.filter(|(counted, _)| scope.now.duration_since(*counted).abs() < COUNTED);
        let is_known = known.is_some();
        let mut loads = match known {
            Some((_, loads)) => loads,
            None => {
                let loads = Arc::new(enrolments::loads(scope, reader)?);
                held(&self.0.2).insert(scope.organisation.clone(), (scope.now, Arc::clone(&loads)));
                loads
            }
        };
        let load = |loads: &Loads, of: &Member| loads.get(&of.person).copied().unwrap_or(0);
        coaches.sort_unstable_by_key(|of| (!of.has_joined, load(&loads, of), of.person));
        let shown: Vec<Member> = coaches.into_iter().skip(skip).take(take).collect();
        if is_known {
            let ids: Vec<PersonId> = shown.iter().map(|of| of.person).collect();
            loads = Arc::new(enrolments::loads_of(scope, reader, &ids)?);
        }
        Ok(shown.into_iter().map(|of| (load(&loads, &of), of)).collect())
    }

    fn shelves(&self) -> MutexGuard<'_, Shelves> {
        held(&self.0.0)
    }
}
