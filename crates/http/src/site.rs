//! What the edge needs to know of an organisation.

use std::{
    future::Future,
    sync::{Arc, PoisonError, RwLock},
};

use jiff::tz::TimeZone;
use kernel::{Attempt, Clock, Language, Member, OrganisationKey, Rng, Scope, Timestamp, Uuid, manifest::Route};

use crate::{Answered, Problem};

/// An organisation as the edge sees it; the `organisation` room implements it.
pub trait Site: Send + Sync + 'static {
    /// The organisation's short name.
    fn key(&self) -> &OrganisationKey;
    /// The languages offered, the preferred one first.
    fn languages(&self) -> &[Language];
    /// The statement's time zone.
    fn zone(&self) -> TimeZone;
    /// The time.
    fn clock(&self) -> &Arc<dyn Clock>;
    /// Random bytes.
    fn rng(&self) -> &Arc<dyn Rng>;
    /// Whether nobody may be served yet: the data is an old copy, in which acts have to be done again first.
    fn is_locked(&self) -> bool {
        false
    }
    /// Whether the organisation has this door: it uses what stands behind it. A closed one looks like none.
    fn offers(&self, _: &Route) -> bool {
        true
    }
    /// Notes in the access log that somebody was refused. Whoever waits for the answer does not wait for that.
    fn note_refusal(&self, scope: &Scope, attempt: &Attempt);
    /// Whether visitor data is noted here: only where the statement speaks of it.
    fn notes_visits(&self) -> bool {
        false
    }
    /// Notes a request that was answered. Whoever waits for the answer does not wait for that.
    fn note_visit(&self, _: Answered) {}
    /// The session whose token has this SHA-256 hash, if it is alive at `scope.now`; `scope.actor` is still a guest.
    ///
    /// Idle and absolute limits are judged here, from the session's record.
    fn find_session(
        &self,
        scope: &Scope,
        token_hash: [u8; 32],
    ) -> impl Future<Output = Result<Option<SignedIn>, Problem>> + Send;
}

/// The organisation that is at work under one host: another takes its place when its statement changes.
///
/// Requests under way keep the one with which they began.
pub struct Current<S>(Arc<RwLock<Arc<S>>>);

impl<S> Current<S> {
    /// The one that is at work now.
    pub fn get(&self) -> Arc<S> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts another in its place, for whatever begins from now on.
    pub fn replace(&self, site: Arc<S>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = site;
    }
}

impl<S> Clone for Current<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S> From<Arc<S>> for Current<S> {
    fn from(site: Arc<S>) -> Self {
        Self(Arc::new(RwLock::new(site)))
    }
}

/// A living session and whose it is.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The session's id (not its token).
    pub session: Uuid,
    /// The person and the roles.
    pub member: Member,
    /// The person's language.
    pub language: Option<Language>,
    /// The person's choice of colours.
    pub theme: Theme,
    /// When it ends if it is not used again.
    pub until: Timestamp,
    /// Mails to the person come back.
    pub mail_lost: bool,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device prefers.
    #[default]
    Device,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::Device, Self::Light, Self::Dark];

    /// The word in forms and records.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Device => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The choice of a word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.key() == key)
    }
}
