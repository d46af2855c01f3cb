//! Decisions remembered by their shape.
//!
//! What this room writes as policies asks four things of an actor and a container: what kind of actor it is, which
//! roles it holds, which parts it plays in the container, and in which state that is: open or ended, say, and whether
//! its use is restricted, by the actor or by others. Who and which they are makes no difference. So one evaluation answers for all actors and containers of the same shape; a page that asks a hundred
//! times (who reads this, and this?) costs a hundred look-ups. Debug builds, and so all tests, evaluate every time and
//! hold the remembered answer against it.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use kernel::Actor;

use crate::{Resource, restrictions::Standing};

/// Shapes held at most. A statement has a few hundred.
const MOST: usize = 8192;

/// All that a decision depends on.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Shape {
    what: What,
    container: &'static str,
    state: Option<&'static str>,
    use_of: Use,
    who: Who,
}

/// What restrictions leave of the use of a container.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Use {
    /// A party restricts it.
    paused: bool,
    /// Somebody whose own it is restricts it.
    restricted: bool,
    /// The actor is one of those.
    by_actor: bool,
}

/// Actions and jobs have names apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum What {
    Action(&'static str),
    Job(&'static str),
}

impl What {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Action(name) | Self::Job(name) => name,
        }
    }
}

#[derive(Debug, PartialEq, Eq, Hash)]
enum Who {
    Guest,
    Job(&'static str),
    /// Role keys, and the parts played in the container.
    Member(Vec<Arc<str>>, Vec<&'static str>),
}

impl Shape {
    pub(crate) fn of(what: What, actor: &Actor, about: &Resource, standing: &Standing) -> Self {
        let who = match actor {
            Actor::Guest => Who::Guest,
            Actor::Job(name) => Who::Job(name),
            Actor::Member(member) => {
                let mut roles: Vec<_> = member.roles.iter().map(|role| Arc::clone(&role.key)).collect();
                roles.sort_unstable();
                roles.dedup();
                let own = about.parties.iter().filter(|(_, person)| *person == member.id);
                let mut parts: Vec<_> = own.map(|(part, _)| *part).collect();
                parts.sort_unstable();
                parts.dedup();
                Who::Member(roles, parts)
            }
        };
        let by_actor = matches!(actor, Actor::Member(member) if standing.restricted.contains(&member.id));
        let use_of = Use { paused: standing.paused, restricted: !standing.restricted.is_empty(), by_actor };
        Self { what, container: about.container, state: about.state, use_of, who }
    }
}

/// Answers by shape.
#[derive(Default)]
pub(crate) struct Remembered(RwLock<HashMap<Shape, bool>>);

impl Remembered {
    /// The answer for a shape: remembered, or found now.
    pub(crate) fn or_find(&self, shape: Shape, find: impl Fn() -> bool) -> bool {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&shape).copied();
        if let Some(known) = known {
            debug_assert_eq!(known, find(), "a decision depends on more than its shape: {shape:?}");
            return known;
        }
        let found = find();
        let mut answers = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if answers.len() >= MOST {
            answers.clear();
        }
        answers.insert(shape, found);
        found
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.0.read().unwrap_or_else(PoisonError::into_inner).len()
    }
}
