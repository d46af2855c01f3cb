//! Who knocks: what a step that asks for a secret needs besides the secret.

use std::sync::Arc;

use http::{
    Peer, Problem,
    axum::{
        extract::FromRequestParts,
        http::{HeaderMap, request::Parts},
    },
};
use kernel::{PersonId, Timestamp};
use organisation::Visit;
use post::Number;

use crate::{
    Hasher, device,
    guard::{Guard, Pace, Taken, Trier},
    provider::{Provider, Providers},
};

/// The services that check a secret, and what is known of whoever shows it.
pub(super) struct Knock {
    /// Hashes passwords.
    pub(super) hasher: Hasher,
    /// Counts attempts.
    pub(super) guard: Guard,
    providers: Providers,
    /// The request's headers: the cookie of a known device, the name of the browser.
    pub(super) headers: HeaderMap,
    peer: Option<Peer>,
}

impl<State: Sync> FromRequestParts<State> for Knock {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Problem> {
        let services = parts.extensions.get().cloned().zip(parts.extensions.get().cloned());
        let (hasher, guard) = services.ok_or_else(|| Problem::internal("the doors share no hasher"))?;
        let providers = parts.extensions.get().cloned().unwrap_or_default();
        Ok(Self { hasher, guard, providers, headers: parts.headers.clone(), peer: parts.extensions.get().copied() })
    }
}

impl Knock {
    /// Takes an attempt at the password of an account, or says when there is one again. It counts for a known device
    /// alone, else for the address typed, and for where the request comes from.
    pub(super) fn at_account(&self, visit: &Visit, typed: &str, person: Option<PersonId>) -> Result<Taken, Timestamp> {
        let device = device::known(visit, &self.hasher, &self.headers, person);
        let trier = match (person, device.as_deref()) {
            (Some(person), Some(device)) => Trier::Device(person, device),
            _ => Trier::Unknown { typed, from: self.peer.map(|peer| peer.0) },
        };
        self.take(visit, trier)
    }

    /// Takes an attempt of somebody who is known already, and is asked once more.
    pub(super) fn at_person(&self, visit: &Visit, person: PersonId) -> Result<Taken, Timestamp> {
        self.take(visit, Trier::Person(person))
    }

    /// Takes an attempt at the second step of somebody whose password was right. A known device has its own here, too.
    pub(super) fn at_second_step(&self, visit: &Visit, person: PersonId) -> Result<Taken, Timestamp> {
        let device = device::known(visit, &self.hasher, &self.headers, Some(person));
        self.take(visit, device.as_deref().map_or(Trier::Person(person), |device| Trier::Device(person, device)))
    }

    /// Takes an attempt of somebody who comes from elsewhere, and is not known yet.
    pub(super) fn at_the_way_back(&self, visit: &Visit) -> Result<Taken, Timestamp> {
        self.take(visit, Trier::Nobody(self.peer.map(|peer| peer.0)))
    }

    /// The organisation's own provider and what it is called, where one signs in with it.
    pub(super) fn provider(&self, visit: &Visit) -> Option<(Arc<Provider>, String)> {
        self.providers.of(&visit.site, visit.scope.language)
    }

    /// Takes a text message that somebody has sent to a number, or says when there is one again. It is not given back.
    pub(super) fn at_text(&self, visit: &Visit, person: PersonId, number: &Number) -> Result<(), Timestamp> {
        let from = self.peer.map(|peer| peer.0);
        self.take(visit, Trier::Text { person, number: number.as_str(), from }).map(drop)
    }

    /// Gives all attempts at the accounts with these addresses back.
    pub(super) fn forgive(&self, visit: &Visit, addresses: &[String]) {
        addresses.iter().for_each(|address| self.guard.forgive(visit.site.key.as_str(), address));
    }

    fn take(&self, visit: &Visit, trier: Trier<'_>) -> Result<Taken, Timestamp> {
        self.guard.attempt(visit.site.key.as_str(), trier, Pace::of(&visit.site.plan), visit.scope.now)
    }
}
