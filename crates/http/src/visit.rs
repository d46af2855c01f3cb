//! One request, as a handler sees it.

use std::sync::Arc;

use axum::{extract::FromRequestParts, http::request::Parts};
use kernel::{Language, PersonId, Scope, manifest::Route};

use crate::{Fields, Problem, SignedIn, Site, Theme};

/// One request of one person to one organisation: the first argument of every handler.
///
/// Made once at the door; extracting it again costs a few reference counts.
#[derive(Debug)]
pub struct Visit<S> {
    /// The organisation.
    pub site: Arc<S>,
    /// Who acts, where and when: one reading of the clock for the whole request.
    pub scope: Scope,
    /// The living session, if somebody has signed in.
    pub session: Option<SignedIn>,
    /// The path without the query.
    pub path: String,
    /// What the query asks for: filters, pages, `lang`.
    pub query: Fields,
    /// Light or dark.
    pub theme: Theme,
    /// The language that the address asks for by `?lang=`; a guest's links keep it.
    pub asked_language: Option<Language>,
    /// The door that was opened; `None` on a page that does not exist.
    pub route: Option<&'static Route>,
    /// The host by which the organisation was reached, with the port if there was one.
    pub host: String,
}

impl<S> Visit<S> {
    /// The signed-in person.
    pub fn person(&self) -> Option<PersonId> {
        self.session.as_ref().map(|session| session.member.id)
    }

    /// The signed-in person, where the route makes sure that there is one.
    pub fn member(&self) -> Result<&SignedIn, Problem> {
        self.session.as_ref().ok_or(Problem::SignIn)
    }

    /// A path that keeps the language which a guest chose by `?lang=`.
    pub fn link(&self, path: &str) -> String {
        match (&self.session, self.asked_language) {
            (None, Some(language)) => {
                let joint = if path.contains('?') { '&' } else { '?' };
                format!("{path}{joint}lang={language}")
            }
            _ => path.to_owned(),
        }
    }
}

impl<S> Clone for Visit<S> {
    fn clone(&self) -> Self {
        Self {
            site: Arc::clone(&self.site),
            scope: self.scope.clone(),
            session: self.session.clone(),
            path: self.path.clone(),
            query: self.query.clone(),
            theme: self.theme,
            asked_language: self.asked_language,
            route: self.route,
            host: self.host.clone(),
        }
    }
}

impl<S: Site, State: Sync> FromRequestParts<State> for Visit<S> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(|| Problem::internal("the request did not pass a door"))
    }
}
