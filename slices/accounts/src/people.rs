//! What other rooms ask about people: the directory and living sessions.

use std::{collections::HashSet, future::Future, pin::Pin, sync::Arc};

use http::{Problem, SignedIn};
use jiff::ToSpan;
use kernel::{Archetype, Language, PersonId, Scope, Uuid};
use organisation::{Directory, Folk, Member, Organisation, Reach, Sessions};
use statement::Plan;
use store::{Reader, Sealed, StoreError, Work, params};

use crate::{
    actions::SESSION,
    mailbox, queries,
    store::{people, sessions},
};

/// People of one organisation, as other slices and the edge may know them.
pub struct People {
    plan: Arc<Plan>,
}

impl People {
    /// The people of the organisation with this statement.
    pub fn new(plan: Arc<Plan>) -> Self {
        Self { plan }
    }
}

impl Directory for People {
    fn people(&self, reader: &mut Reader<'_>, ids: &[PersonId]) -> Result<Folk, StoreError> {
        people::folk(reader, ids)
    }

    fn names(&self, reader: &mut Reader<'_>, ids: &[PersonId]) -> Result<Vec<(PersonId, Sealed)>, StoreError> {
        people::names(reader, ids)
    }

    fn with_archetype(&self, reader: &mut Reader<'_>, archetype: Archetype) -> Result<Vec<Member>, StoreError> {
        let mut found: Vec<Member> = Vec::new();
        for role in self.plan.roles_of(archetype) {
            for member in people::with_role(reader, &role.key)? {
                // Nobody is newly brought together with somebody who restricts the use of the own data (GDPR Art. 18).
                if !reader.is_restricted(member.person) && !found.iter().any(|known| known.person == member.person) {
                    found.push(member);
                }
            }
        }
        Ok(found)
    }

    fn count(&self, reader: &mut Reader<'_>, archetype: Archetype) -> Result<usize, StoreError> {
        let mut roles = self.plan.roles_of(archetype);
        match (roles.next(), roles.next()) {
            (Some(only), None) => people::count_with_role(reader, &only.key),
            // Somebody may have several roles of one archetype, and counts once.
            _ => Ok(self.with_archetype(reader, archetype)?.len()),
        }
    }

    fn address(&self, reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Sealed>, StoreError> {
        Ok(people::mailbox(reader, person)?.map(|(address, _)| address))
    }

    fn language(&self, reader: &mut Reader<'_>, person: PersonId) -> Result<Option<Language>, StoreError> {
        let row = reader.one(&queries::LANGUAGE, params![person])?;
        row.map(|row| Ok(row.text(0)?.parse().unwrap_or_default())).transpose()
    }

    fn reach(&self, work: &mut Work<'_>, person: PersonId) -> Result<Reach, StoreError> {
        if mailbox::is_noted(&self.plan) { mailbox::store::reach(work, person) } else { Ok(Reach::Unnoted) }
    }

    fn lost(&self, reader: &mut Reader<'_>) -> Result<HashSet<PersonId>, StoreError> {
        if mailbox::is_noted(&self.plan) { mailbox::store::lost(reader) } else { Ok(HashSet::new()) }
    }

    fn lose(&self, work: &mut Work<'_>, number: Uuid) -> Result<bool, StoreError> {
        mailbox::store::lose(work, number)
    }
}

impl Sessions for People {
    fn find<'a>(
        &'a self,
        organisation: &'a Organisation,
        scope: &'a Scope,
        token_hash: [u8; 32],
    ) -> Pin<Box<dyn Future<Output = Result<Option<SignedIn>, Problem>> + Send + 'a>> {
        Box::pin(async move {
            let scope = scope.as_job(SESSION.name);
            let plan = Arc::clone(&organisation.plan);
            let found = organisation
                .store
                .glance(&scope, move |reader| sessions::find(reader, token_hash, &plan))
                .await
                .map_err(|error: StoreError| Problem::internal(error))?;
            let Some(mut found) = found else { return Ok(None) };
            // Written down now and then only: a write for each page would cost more than the page.
            if found.seen_at.checked_add(10.minutes()).is_ok_and(|due| due <= scope.now) {
                let (session, person) = (found.signed_in.session, found.signed_in.member.id);
                let noted = organisation.store.write(&scope, move |work| sessions::seen(work, session, person)).await;
                noted.map_err(|error: StoreError| Problem::internal(error))?;
                found.signed_in.until = found.lasts(&organisation.plan, scope.now);
            }
            Ok(Some(found.signed_in))
        })
    }
}
