//! Whose refused attempts the person whose it is hears of: those of people who work here, and those at the door of the own
//! account.
//!
//! Another participant who follows an old link has done nothing, and in a small group a role is as good as a name; the officer
//! sees that line. Nobody is told of the own attempts: that would tell that there is something.

use std::{collections::HashMap, sync::Arc};

use kernel::{Archetype, PersonId, Uuid, id::Id as _};
use organisation::Organisation;
use store::{Reader, StoreError};

use crate::log::Line;

/// The people who were refused, each with the role in which the person works here, if that is so.
pub(super) struct Staff {
    site: Arc<Organisation>,
    known: HashMap<Uuid, Option<String>>,
}

impl Staff {
    /// Nobody yet.
    pub(super) fn of(site: &Arc<Organisation>) -> Self {
        Self { site: Arc::clone(site), known: HashMap::new() }
    }

    /// Asks for those who were refused in these lines and are not known.
    pub(super) fn learn(&mut self, reader: &mut Reader<'_>, lines: &[Line]) -> Result<(), StoreError> {
        let refused = lines.iter().filter(|line| line.refused.is_some()).filter_map(|line| line.actor);
        let mut new: Vec<_> =
            refused.filter(|actor| !self.known.contains_key(actor)).map(PersonId::from_uuid).collect();
        new.sort_unstable();
        new.dedup();
        if new.is_empty() {
            return Ok(());
        }
        let folk = self.site.directory.people(reader, &new)?;
        for person in new {
            let works =
                |key: &&String| self.site.plan.role(key).is_some_and(|role| role.archetype != Archetype::Participant);
            let role = folk.facts.roles(person).iter().find(works).cloned();
            self.known.insert(person.uuid(), role);
        }
        Ok(())
    }

    /// The role in which somebody who was refused works here.
    pub(super) fn role(&self, actor: Uuid) -> Option<&str> {
        self.known.get(&actor)?.as_deref()
    }

    /// Whether a line is told to the person whom it is about.
    pub(super) fn is_told(&self, line: &Line, me: PersonId) -> bool {
        line.refused.is_none()
            || line.at_door().is_some()
            || line.actor.is_some_and(|actor| actor != me.uuid() && self.role(actor).is_some())
    }
}
