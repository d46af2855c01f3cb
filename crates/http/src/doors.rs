//! Routes, bound to handlers: each declared one exactly once, and no other (I4).

use std::{collections::BTreeMap, marker::PhantomData, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRequest, Request},
    handler::Handler,
    http::{Extensions, header::CONTENT_TYPE},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter, on},
};
use kernel::{
    Actor, Inventory, Language,
    manifest::{Entry, Method, Route},
};

use crate::{
    Fields, KeptForm, Problem, SignedIn, Site, Unarrived, Upload, Visit, cookie,
    edge::Arrival,
    given,
    path::see_other,
    problem::{Pending, Typed},
    sign_in_path, undertakings_path,
};

/// The most that an ordinary form may send, in bytes.
const FORM_LIMIT: usize = 512 * 1024;

/// How a door treats what comes through.
#[derive(Clone, Copy)]
struct Door {
    route: Option<&'static Route>,
    limit: usize,
    patience: Duration,
    reads_session: bool,
    /// What comes from no page passes, too: the token in the path is all that it needs.
    is_for_machines: bool,
}

impl Door {
    const fn ordinary(route: Option<&'static Route>) -> Self {
        let patience = Duration::from_secs(30);
        Self { route, limit: FORM_LIMIT, patience, reads_session: true, is_for_machines: false }
    }

    const fn to(route: &'static Route) -> Self {
        Self::ordinary(Some(route))
    }
}

/// What writes and comes from no page. One kind of door lets it pass.
#[derive(Clone, Copy)]
pub(crate) struct FromNoPage;

/// The limit on the body of the request at hand, for the message that says so.
#[derive(Clone, Copy)]
struct BodyLimit(usize);

pub(crate) fn limit_of(request: &Request) -> usize {
    request.extensions().get::<BodyLimit>().map_or(FORM_LIMIT, |limit| limit.0)
}

/// The pattern of the route that answered, for the log line.
#[derive(Clone, Copy)]
pub(crate) struct Pattern {
    /// The path with its parameters' names.
    pub(crate) path: &'static str,
    /// Whether the visit is noted. What is the same for everyone says nothing of a visit, and urgent help must not.
    pub(crate) is_noted: bool,
}

/// Whether somebody has signed in, for the headers.
#[derive(Clone, Copy)]
pub(crate) struct Known;

/// Binds the routes of the manifests to handlers.
///
/// Handlers are axum handlers without state; they take [`Visit`], [`At`](crate::At), [`Form`](crate::Form),
/// [`Upload`], and `axum::Extension<T>` of what was [shared](Self::share).
pub struct Doors<S> {
    bound: Vec<(&'static Route, MethodRouter)>,
    shared: Extensions,
    of: PhantomData<fn() -> S>,
}

/// What is wrong with the doors; the server does not start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DoorFault {
    /// A manifest declares it, no handler stands behind it.
    #[error("{0:?} {1} is declared, but no handler is bound to it")]
    Unbound(Method, &'static str),
    /// Two handlers are bound to it.
    #[error("{0:?} {1} is bound twice")]
    Twice(Method, &'static str),
    /// A handler is bound to it, no manifest declares it.
    #[error("{0:?} {1} is bound, but no manifest declares it")]
    Undeclared(Method, &'static str),
    /// Two manifests declare it.
    #[error("{0:?} {1} is declared twice")]
    DeclaredTwice(Method, &'static str),
}

/// All doors, each declared one bound exactly once; [`Edge::router`](crate::Edge::router) hangs them.
pub struct Bound<S> {
    pub(crate) router: Router,
    pub(crate) shared: Extensions,
    of: PhantomData<fn() -> S>,
}

impl<S> Bound<S> {
    /// Gives every handler `axum::Extension<T>`: what the installation's configuration says.
    #[must_use]
    pub fn share<T: Clone + Send + Sync + 'static>(mut self, value: T) -> Self {
        self.shared.insert(value);
        self
    }
}

impl<S: Site> Default for Doors<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S: Site> Doors<S> {
    /// No doors yet.
    pub fn new() -> Self {
        Self { bound: Vec::new(), shared: Extensions::new(), of: PhantomData }
    }

    /// Gives every handler `axum::Extension<T>`: a slice's own services, such as a pool of hashing threads.
    #[must_use]
    pub fn share<T: Clone + Send + Sync + 'static>(mut self, value: T) -> Self {
        self.shared.insert(value);
        self
    }

    /// Binds a handler. A body may have 512 KiB; the answer may take 30 seconds.
    #[must_use]
    pub fn on<H, T>(self, route: &'static Route, handler: H) -> Self
    where
        H: Handler<T, ()>,
        T: 'static,
    {
        self.bind(route, Door::to(route), handler)
    }

    /// Binds a handler that takes files: at most `most` bytes in all, within five minutes. Of more, the rest is
    /// taken in and forgotten, so that the answer reaches the browser.
    #[must_use]
    pub fn on_upload<H, T>(self, route: &'static Route, most: usize, handler: H) -> Self
    where
        H: Handler<T, ()>,
        T: 'static,
    {
        let door = Door { limit: most, patience: Duration::from_secs(300), ..Door::to(route) };
        self.bind(route, door, handler)
    }

    /// Binds a handler of things that are the same for everyone, such as fonts: no session is looked up.
    #[must_use]
    pub fn on_asset<H, T>(self, route: &'static Route, handler: H) -> Self
    where
        H: Handler<T, ()>,
        T: 'static,
    {
        self.bind(route, Door { reads_session: false, ..Door::to(route) }, handler)
    }

    /// Binds a handler at which a mail program may knock by itself, with the token of a mail and nothing else (RFC 8058):
    /// no session is looked up, so that there is nothing which another site could use.
    #[must_use]
    pub fn on_one_click<H, T>(self, route: &'static Route, handler: H) -> Self
    where
        H: Handler<T, ()>,
        T: 'static,
    {
        self.bind(route, Door { reads_session: false, is_for_machines: true, ..Door::to(route) }, handler)
    }

    fn bind<H, T>(mut self, route: &'static Route, door: Door, handler: H) -> Self
    where
        H: Handler<T, ()>,
        T: 'static,
    {
        let filter = match route.method {
            Method::Get => MethodFilter::GET,
            Method::Post => MethodFilter::POST,
        };
        self.bound.push((route, hang::<S>(on(filter, handler), door)));
        self
    }

    /// Holds the doors against the manifests: each declared route bound exactly once, and no other.
    pub fn close(self, inventory: &Inventory) -> Result<Bound<S>, Vec<DoorFault>> {
        let mut counts: BTreeMap<(Method, &'static str), (usize, usize)> = BTreeMap::new();
        for route in inventory.routes() {
            counts.entry((route.method, route.path)).or_default().0 += 1;
        }
        for (route, _) in &self.bound {
            counts.entry((route.method, route.path)).or_default().1 += 1;
        }
        let faults: Vec<_> = counts
            .into_iter()
            .filter_map(|((method, path), count)| match count {
                (1, 1) => None,
                (0, _) => Some(DoorFault::Undeclared(method, path)),
                (1, 0) => Some(DoorFault::Unbound(method, path)),
                (1, _) => Some(DoorFault::Twice(method, path)),
                _ => Some(DoorFault::DeclaredTwice(method, path)),
            })
            .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let elsewhere = Door::ordinary(None);
        let mut router = Router::new();
        for (route, method_router) in self.bound {
            router = router.route(route.path, method_router);
        }
        let absent = hang::<S>(axum::routing::any(|| async { Problem::NotFound }), elsewhere);
        let misused = axum::routing::any(|| async { Problem::WrongMethod });
        let misused = hang::<S>(misused, elsewhere);
        let router = router.fallback_service(absent).method_not_allowed_fallback(move |request: Request| {
            let misused = misused.clone();
            async move { tower::ServiceExt::oneshot(misused, request).await.unwrap_or_else(|never| match never {}) }
        });
        Ok(Bound { router, shared: self.shared, of: PhantomData })
    }
}

fn hang<S: Site>(inner: MethodRouter, door: Door) -> MethodRouter {
    inner.layer(DefaultBodyLimit::max(door.limit)).layer(middleware::from_fn(
        move |request: Request, next: Next| async move { pass::<S>(door, request, next).await },
    ))
}

/// Who comes, is there a door here at all, may they try the handle, and then the handler, within its time.
async fn pass<S: Site>(door: Door, mut request: Request, next: Next) -> Response {
    let hash = cookie::session_hash(request.headers()).filter(|_| door.reads_session);
    let arrived = request.extensions().get::<Arrival<S>>().map(|arrival| arrival.visit(&request, door.route));
    let visit = match arrive(arrived, hash).await {
        Ok(visit) => visit,
        Err(problem) => return problem.into_response(),
    };
    // A link that was mailed goes on working when a later statement says nothing of it any more.
    let is_closed = door.route.is_some_and(|route| !matches!(route.entry, Entry::Link(_)) && !visit.site.offers(route));
    let is_forged = request.extensions_mut().remove::<FromNoPage>().is_some() && !door.is_for_machines;
    if is_closed || is_forged {
        let problem = if is_closed { Problem::NotFound } else { Problem::OtherSite };
        let mut response = problem.into_response();
        response.extensions_mut().insert(visit);
        return response;
    }
    if let Some(on) = given::way_on(&request).filter(|_| door.reads_session) {
        let kept = visit.session.is_some();
        let mut response = if kept { see_other(&on) } else { Problem::CookieRefused.into_response() };
        response.extensions_mut().insert(visit);
        return response;
    }
    let guarded = matches!(door.route, Some(Route { entry: Entry::Action(_), .. }));
    request.extensions_mut().insert(BodyLimit(door.limit));
    let mut response = if guarded && visit.session.is_none() {
        turn_away(request).await
    } else {
        let typed = Typed::default();
        request.extensions_mut().insert(visit.clone());
        request.extensions_mut().insert(typed.clone());
        let looking = (request.method() == axum::http::Method::GET).then(|| path_of(&request));
        match tokio::time::timeout(door.patience, next.run(request)).await {
            Ok(response) => given::marked(&visit.path, led(response, looking.as_deref(), &typed)),
            Err(_) => Problem::Busy.into_response(),
        }
    };
    if let Some(Pending(problem)) = response.extensions().get::<Pending>()
        && let Problem::Refused(Some(attempt)) = &**problem
    {
        visit.site.note_refusal(&visit.scope, attempt);
    }
    if visit.session.is_some() {
        response.extensions_mut().insert(Known);
    }
    if let Some(route) = door.route {
        response.extensions_mut().insert(Pattern { path: route.path, is_noted: door.reads_session });
    }
    response.extensions_mut().insert(visit);
    response
}

async fn arrive<S: Site>(arrived: Option<Visit<S>>, hash: Option<[u8; 32]>) -> Result<Visit<S>, Problem> {
    let mut visit = arrived.ok_or_else(|| Problem::internal("no edge before the door"))?;
    if let Some(hash) = hash {
        let site = Arc::clone(&visit.site);
        visit.session = site.find_session(&visit.scope, hash).await?;
        if let Some(SignedIn { session, member, language, theme, .. }) = &visit.session {
            visit.scope.actor = Actor::Member(member.clone());
            visit.scope.session = Some(*session);
            visit.theme = *theme;
            let own = language.filter(|language| site.languages().contains(language));
            visit.scope.language = visit.asked_language.or(own).unwrap_or(visit.scope.language);
        }
    }
    Ok(visit)
}

fn path_of(request: &Request) -> String {
    request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned()
}

/// Whoever must accept something first, and was only looking, is led there and back; a form is given back.
fn led(response: Response, looking: Option<&str>, typed: &Typed) -> Response {
    let waits =
        response.extensions().get::<Pending>().is_some_and(|pending| matches!(*pending.0, Problem::Undertaking(None)));
    match looking {
        Some(path) if waits => see_other(&undertakings_path(path)),
        _ => typed.give_back(response),
    }
}

/// Somebody without a session: sent to sign in and back; what a form held is given back to them.
async fn turn_away(request: Request) -> Response {
    let path = path_of(&request);
    if request.method() != axum::http::Method::POST {
        return see_other(&sign_in_path(&path));
    }
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    let multipart = content_type.starts_with("multipart/form-data");
    let kept = if multipart {
        match Upload::arriving(request, &()).await {
            Ok(upload) => Ok((upload.typed, !upload.files.is_empty())),
            Err(Unarrived::TooLarge { typed, .. }) => Ok((typed, true)),
            Err(unarrived) => Err(unarrived.into()),
        }
    } else {
        Fields::from_request(request, &()).await.map(|fields| (fields, false))
    };
    match kept {
        Ok((fields, files_lost)) => {
            let fields = fields.without(|name| name.contains("password"));
            Problem::SessionEnded(Box::new(KeptForm { action: path, fields, multipart, files_lost })).into_response()
        }
        Err(problem) => problem.into_response(),
    }
}

/// The language of a guest: asked for in the address, else by the browser, else the organisation's first.
pub(crate) fn guest_language(asked: Option<Language>, accept: Option<&str>, offered: &[Language]) -> Language {
    asked.or_else(|| Language::from_accept(accept?, offered)).or_else(|| offered.first().copied()).unwrap_or_default()
}
