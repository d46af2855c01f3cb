//! The outermost part of a request: organisation, instant, origin, headers, log line.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
};
use kernel::{Actor, RequestId, Scope, manifest::Route, scope};
use tokio::time::Instant;
use tower_http::{CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    Bound, Current, Fields, Meters, Problem, Renderer, Site, Theme, Visit,
    answered::Asked,
    doors::{FromNoPage, Known, Pattern, guest_language},
    headers, origin,
    problem::Pending,
};

/// What the edge is told by configuration.
#[derive(Clone, Copy, Debug, Default)]
pub struct EdgeSettings {
    /// Browsers reach us by TLS (our own or a proxy's): ask them to keep to it, and accept forms from `https` only.
    pub tls: bool,
}

/// Finds the organisation of a request by its host, and guards all that goes in and out.
pub struct Edge<S> {
    sites: HashMap<String, Current<S>>,
    renderer: Arc<dyn Renderer<S>>,
    settings: EdgeSettings,
    meters: Arc<Meters>,
}

/// What is known of a request before its door is found.
pub(crate) struct Arrival<S> {
    site: Arc<S>,
    scope: Scope,
    host: String,
}

impl<S> Clone for Arrival<S> {
    fn clone(&self) -> Self {
        Self { site: Arc::clone(&self.site), scope: self.scope.clone(), host: self.host.clone() }
    }
}

impl<S: Site> Arrival<S> {
    /// The visit of a guest; the door adds the session.
    pub(crate) fn visit(&self, request: &Request, route: Option<&'static Route>) -> Visit<S> {
        let query = Fields::from_urlencoded(request.uri().query().unwrap_or(""));
        let offered = self.site.languages();
        let asked = query.get("lang").parse().ok().filter(|language| offered.contains(language));
        let accept = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let language = guest_language(asked, accept, offered);
        Visit {
            site: Arc::clone(&self.site),
            scope: Scope { language, ..self.scope.clone() },
            session: None,
            path: request.uri().path().to_owned(),
            theme: Theme::from_key(query.get("theme")).unwrap_or_default(),
            query,
            asked_language: asked,
            route,
            host: self.host.clone(),
        }
    }
}

impl<S: Site> Edge<S> {
    /// An edge for these hosts (any case; a port is left out of account).
    pub fn new(
        sites: impl IntoIterator<Item = (String, impl Into<Current<S>>)>,
        renderer: Arc<dyn Renderer<S>>,
        settings: EdgeSettings,
    ) -> Self {
        let sites =
            sites.into_iter().map(|(host, site)| (without_port(&host).to_ascii_lowercase(), site.into())).collect();
        Self { sites, renderer, settings, meters: Arc::default() }
    }

    /// Counts what is answered.
    #[must_use]
    pub fn metered(self, meters: Arc<Meters>) -> Self {
        Self { meters, ..self }
    }

    /// The doors with the edge around them, ready to [serve](crate::serve()) or to test.
    pub fn router(self, doors: Bound<S>) -> Router {
        let Bound { router, shared, .. } = doors;
        let edge = Arc::new((self, shared));
        router
            .layer(CatchPanicLayer::custom(|_| Problem::internal("a handler panicked").into_response()))
            .layer(middleware::from_fn_with_state(edge, around::<S>))
            // Brotli's fourth level, the library's default, makes style sheets larger than gzip does.
            .layer(CompressionLayer::new().gzip(true).br(true).quality(CompressionLevel::Precise(6)))
    }

    fn arrival(&self, request: &Request) -> Option<Arrival<S>> {
        let host = host_of(request)?.to_ascii_lowercase();
        let site = self.sites.get(without_port(&host))?.get();
        let now = site.clock().now();
        let rng = Arc::clone(site.rng());
        let scope = Scope {
            organisation: site.key().clone(),
            actor: Actor::Guest,
            now,
            zone: site.zone(),
            language: site.languages().first().copied().unwrap_or_default(),
            request: scope::mint::<RequestId>(now, &*rng),
            session: None,
            rng,
        };
        Some(Arrival { site, scope, host })
    }

    /// A problem becomes a page; anything else passes.
    fn draw(&self, mut response: Response, arrival: &Arrival<S>) -> Response {
        let visit = response.extensions_mut().remove::<Visit<S>>();
        let Some(Pending(problem)) = response.extensions_mut().remove::<Pending>() else { return response };
        let visit = visit.unwrap_or_else(|| arrival.visit(&Request::new(Body::empty()), None));
        if matches!(*problem, Problem::SignIn) {
            return crate::see_other(&crate::sign_in_path(&visit.path));
        }
        if let Problem::Internal(reason) = &*problem {
            tracing::error!(request.id = %visit.scope.request, organisation = %visit.scope.organisation, reason, "fault");
        }
        let (mut parts, _) = response.into_parts();
        parts.headers.insert(header::CONTENT_TYPE, HTML);
        parts.headers.remove(header::CONTENT_LENGTH);
        Response::from_parts(parts, Body::from(self.renderer.problem(&visit, &problem)))
    }

    fn nowhere(&self) -> Response {
        let body = self.renderer.unknown_host();
        let mut response = (StatusCode::MISDIRECTED_REQUEST, [(header::CONTENT_TYPE, HTML)], body).into_response();
        headers::write(response.headers_mut(), false, self.settings.tls);
        response
    }
}

/// What pages are drawn with is served while an organisation is locked, too: its page says so in proper clothes.
const ASSETS: &str = "/assets/";

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

async fn around<S: Site>(
    State(edge): State<Arc<(Edge<S>, axum::http::Extensions)>>,
    mut request: Request,
    next: Next,
) -> Response {
    let (edge, shared) = &*edge;
    let (began, method) = (Instant::now(), request.method().clone());
    let Some(arrival) = edge.arrival(&request) else {
        tracing::info!(status = 421, "request for an unknown host");
        let response = edge.nowhere();
        edge.meters.answered(&method, "", response.status(), began.elapsed());
        return response;
    };
    let is_noted = arrival.site.notes_visits() && !request.uri().path().starts_with(ASSETS);
    let asked = is_noted.then(|| Asked::of(&request, arrival.scope.now, without_port(&arrival.host)));
    let is_ours = origin::allows(&method, request.headers(), &arrival.host, edge.settings.tls);
    let mut response = if arrival.site.is_locked() && !request.uri().path().starts_with(ASSETS) {
        let visit = arrival.visit(&request, None);
        let mut response = Problem::Locked.into_response();
        response.extensions_mut().insert(visit);
        response
    } else if is_ours || origin::is_from_no_page(request.headers()) {
        if !is_ours {
            request.extensions_mut().insert(FromNoPage);
        }
        request.extensions_mut().extend(shared.clone());
        request.extensions_mut().insert(arrival.clone());
        next.run(request).await
    } else {
        let visit = arrival.visit(&request, None);
        let mut response = Problem::OtherSite.into_response();
        response.extensions_mut().insert(visit);
        response
    };
    let (route, is_kept) =
        response.extensions_mut().remove::<Pattern>().map_or(("", true), |pattern| (pattern.path, pattern.is_noted));
    let signed_in = response.extensions_mut().remove::<Known>().is_some();
    let mut response = edge.draw(response, &arrival);
    headers::write(response.headers_mut(), signed_in, edge.settings.tls);
    edge.meters.answered(&method, route, response.status(), began.elapsed());
    if let Some(asked) = asked.filter(|_| is_kept) {
        arrival.site.note_visit(asked.answered(began.elapsed(), route, &response));
    }
    tracing::info!(
        request.id = %arrival.scope.request,
        organisation = %arrival.scope.organisation,
        %method,
        route,
        status = response.status().as_u16(),
        "request",
    );
    response
}

/// The host asked for, with its port: HTTP/2's authority, else the one `Host` header.
pub(crate) fn host_of(request: &Request) -> Option<&str> {
    if let Some(authority) = request.uri().authority() {
        return Some(authority.as_str());
    }
    let mut lines = request.headers().get_all(header::HOST).iter();
    let host = lines.next()?.to_str().ok()?;
    lines.next().is_none().then_some(host)
}

pub(crate) fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}
