//! What slices may ask about people without knowing the slice that keeps them.

use std::{
    collections::{HashMap, HashSet},
    future::Future,
    pin::Pin,
};

use http::{Problem, SignedIn};
use kernel::{Archetype, ExposeSecret, Language, PersonId, Scope, Uuid, words::Voice};
use statement::dates::Facts;
use store::{Opener, Reader, Sealed, StoreError, Work};

use crate::Organisation;

/// People, as other slices may know them. The accounts slice implements it.
///
/// Names come sealed: the asker's own grant opens them.
pub trait Directory: Send + Sync {
    /// These people's sealed names, and what dates beside their things depend on. One query for sixteen of them.
    fn people(&self, reader: &mut Reader<'_>, ids: &[PersonId]) -> Result<Folk, StoreError>;
    /// These people's sealed names alone, for long lists. One query for sixty-four of them.
    fn names(&self, reader: &mut Reader<'_>, ids: &[PersonId]) -> Result<Vec<(PersonId, Sealed)>, StoreError> {
        Ok(self.people(reader, ids)?.names)
    }
    /// Everyone who takes part (invited or active) and has a role of this archetype.
    fn with_archetype(&self, reader: &mut Reader<'_>, archetype: Archetype) -> Result<Vec<Member>, StoreError>;
    /// How many those are.
    fn count(&self, reader: &mut Reader<'_>, archetype: Archetype) -> Result<usize, StoreError>;
    /// The sealed address of a person; `None` when the person is gone.
    fn address(&self, reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Sealed>, StoreError>;
    /// The language in which a person wishes to be addressed.
    fn language(&self, reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Language>, StoreError>;
    /// How a mail to a person is known again when it comes back.
    fn reach(&self, work: &mut Work<'_>, person: PersonId) -> Result<Reach, StoreError>;
    /// Whose mails come back.
    fn lost(&self, reader: &mut Reader<'_>) -> Result<HashSet<PersonId>, StoreError>;
    /// A mail to the mailbox with this number came back for good; true when that is news.
    fn lose(&self, work: &mut Work<'_>, number: Uuid) -> Result<bool, StoreError>;
}

/// Somebody with a role.
pub struct Member {
    /// Who it is.
    pub person: PersonId,
    /// The sealed name.
    pub name: Sealed,
    /// Active; else invited.
    pub has_joined: bool,
}

/// How a person is reached by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The statement does not speak of mails that come back, so nothing is known of that.
    Unnoted,
    /// With this number in the envelope.
    Numbered(Uuid),
    /// Not at all: mails to the address come back.
    Lost,
}

impl Reach {
    /// The number for the envelope.
    pub fn number(self) -> Option<Uuid> {
        match self {
            Self::Numbered(number) => Some(number),
            Self::Unnoted | Self::Lost => None,
        }
    }
}

/// Some people, as a page needs them.
#[derive(Default)]
pub struct Folk {
    /// Their sealed names, in any order; people who are gone are left out.
    pub names: Vec<(PersonId, Sealed)>,
    /// Their roles, and what has happened to them: when things of theirs go depends on both.
    pub facts: Facts,
}

/// Living sessions. The accounts slice implements it.
pub trait Sessions: Send + Sync {
    /// The session whose token has this hash, if it is alive at `scope.now`.
    fn find<'a>(
        &'a self,
        organisation: &'a Organisation,
        scope: &'a Scope,
        token_hash: [u8; 32],
    ) -> Pin<Box<dyn Future<Output = Result<Option<SignedIn>, Problem>> + Send + 'a>>;
}

/// People as one page knows them: opened names, and what the dates beside their things depend on.
#[derive(Default)]
pub struct Names {
    opened: HashMap<PersonId, String>,
    paused: HashSet<PersonId>,
    facts: Facts,
}

impl Names {
    /// Nobody: a seal then names the period of all things of its kind, and no date.
    pub fn none() -> Self {
        Self::default()
    }

    /// Opens names with the asker's grant. Names whose key is gone are left out: the person was erased. So are those of
    /// people who restrict the use of their data.
    pub fn open(opener: &Opener, folk: Folk) -> Result<Self, StoreError> {
        let mut names = Self::of(folk.facts);
        for (person, name) in folk.names {
            match opener.text(&name) {
                Ok(name) => names.insert(person, name.expose_secret().to_owned()),
                Err(StoreError::Gone) => {}
                Err(StoreError::Restricted) => names.pause(person),
                Err(error) => return Err(error),
            }
        }
        Ok(names)
    }

    /// People whose names are opened one by one, see [`Self::insert`].
    pub fn of(facts: Facts) -> Self {
        Self { opened: HashMap::new(), paused: HashSet::new(), facts }
    }

    /// What has happened to these people, and their roles.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// A person's name; `None` when the person is gone, or restricts the use of the own data.
    pub fn get(&self, person: PersonId) -> Option<&str> {
        self.opened.get(&person).map(String::as_str)
    }

    /// A person's name, or what stands for it: `gone` is the key of the words for somebody who is no longer there.
    pub fn shown(&self, person: PersonId, voice: &Voice, gone: &str) -> String {
        match self.get(person) {
            Some(name) => name.to_owned(),
            None if self.paused.contains(&person) => voice.say("organisation-someone-paused"),
            None => voice.say(gone),
        }
    }

    /// Notes that somebody's name is not shown, because that person restricts the use of the own data.
    pub fn pause(&mut self, person: PersonId) {
        self.paused.insert(person);
    }

    /// Adds a name.
    pub fn insert(&mut self, person: PersonId, name: String) {
        self.opened.insert(person, name);
    }
}
