//! Decisions.

use kernel::{
    Scope,
    manifest::{Action, Job},
};

use crate::{Grant, Refused, Resource};

/// One organisation's decisions.
pub struct Access {
    policies: String,
}

impl Access {
    /// Decides whether the scope's actor may do `action` to `about`.
    pub fn decide(&self, scope: &Scope, action: &'static Action, about: &Resource) -> Result<Grant, Refused> {
        if self.would_allow(scope, action, about) {
            Ok(Grant::new(action.name, about.clone(), scope, action.discloses.iter().chain(action.writes).copied()))
        } else {
            Err(Refused::policy(action.name))
        }
    }

    /// The same answer, to show or hide a button; no grant comes of it.
    pub fn would_allow(&self, _scope: &Scope, action: &'static Action, _about: &Resource) -> bool {
        unimplemented!("{}", action.name)
    }

    /// A named job's grant to handle what its manifest declares, such as an address to send a mail to; never content.
    pub fn decide_job(&self, _scope: &Scope, job: &'static Job, _about: &Resource) -> Result<Grant, Refused> {
        Err(Refused::unknown(job.name))
    }

    /// The policies as Cedar text.
    pub fn policies(&self) -> String {
        self.policies.clone()
    }
}
