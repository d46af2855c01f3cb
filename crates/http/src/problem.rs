//! What can go wrong, and the pages that say so.

use axum::{
    body::Body,
    http::{Response, StatusCode},
    response::IntoResponse,
};

use kernel::Attempt;

use crate::{Fields, Visit};

/// Why a request gets no ordinary answer. A handler returns it; the edge has it drawn as a page.
#[derive(Debug)]
pub enum Problem {
    /// There is nothing here.
    NotFound,
    /// There is something here, but not for this person; looks exactly like [`Problem::NotFound`]. The door hands what
    /// was tried to the access log; `None` where nobody else is concerned.
    Refused(Option<Box<Attempt>>),
    /// Sign in first. A visit is sent to `/sign-in` and back.
    SignIn,
    /// The browser does not keep the cookie that it was given at sign-in.
    CookieRefused,
    /// The session had ended when a form was sent; the page gives back what was typed.
    SessionEnded(Box<KeptForm>),
    /// A person whose data it is restricts its use (GDPR Art. 18): nobody writes, and nobody else reads. The page shows
    /// what was typed, so that it can be copied; the door fills it in.
    Paused(Option<Box<KeptForm>>),
    /// The one who asks has not accepted what the own role promises. Whoever only looks is led to `/undertakings` and
    /// back; what a form held is shown, so that it can be copied.
    Undertaking(Option<Box<KeptForm>>),
    /// The request cannot be understood; a page of ours never sends it.
    Unreadable,
    /// The form comes from another site.
    OtherSite,
    /// More was sent than fits. The number is the limit in bytes.
    TooLarge(usize),
    /// The scanner found harm in a file, or could not look at it.
    FileRefused,
    /// Something else changed in the meantime, so that this can no longer be done.
    Conflict,
    /// A single-use link that was used before, was replaced, or is too old.
    LinkSpent,
    /// The method does not fit the address.
    WrongMethod,
    /// It took too long or too many people ask at once; try again.
    Busy,
    /// The organisation is locked while its data is made whole after a restore.
    Locked,
    /// A fault of ours. The text is for the log and holds nothing personal.
    Internal(String),
}

impl Problem {
    /// A fault of ours, with a text for the log that holds nothing personal.
    pub fn internal(reason: impl std::fmt::Display) -> Self {
        Self::Internal(reason.to_string())
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::Refused(_) => StatusCode::NOT_FOUND,
            Self::SignIn | Self::SessionEnded(_) | Self::OtherSite | Self::Undertaking(_) | Self::CookieRefused => {
                StatusCode::FORBIDDEN
            }
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::FileRefused => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Paused(_) => StatusCode::LOCKED,
            Self::Conflict => StatusCode::CONFLICT,
            Self::LinkSpent => StatusCode::GONE,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Busy | Self::Locked => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The prefix of the page's words: `problem-not-found`. Refused and absent say the same.
    pub fn word(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Refused(_) => "problem-not-found",
            Self::SignIn | Self::SessionEnded(_) => "problem-session-ended",
            Self::CookieRefused => "problem-cookie-refused",
            Self::Unreadable => "problem-unreadable",
            Self::OtherSite => "problem-other-site",
            Self::TooLarge(_) => "problem-too-large",
            Self::FileRefused => "problem-file-refused",
            Self::Paused(_) => "problem-paused",
            Self::Undertaking(_) => "problem-undertaking",
            Self::Conflict => "problem-conflict",
            Self::LinkSpent => "problem-link-spent",
            Self::WrongMethod => "problem-wrong-method",
            Self::Busy => "problem-busy",
            Self::Locked => "problem-locked",
            Self::Internal(_) => "problem-internal",
        }
    }
}

/// Travels in a response's extensions from the handler to the edge, which draws it.
#[derive(Clone)]
pub(crate) struct Pending(pub(crate) std::sync::Arc<Problem>);

/// What a form held, for a page that gives it back. Whatever reads a form leaves it here.
#[derive(Clone, Default)]
pub(crate) struct Typed(std::sync::Arc<std::sync::Mutex<Option<KeptForm>>>);

impl Typed {
    /// Leaves what was typed with the request, passwords apart.
    pub(crate) fn leave(&self, fields: &Fields, multipart: bool, files_lost: bool) {
        let fields = fields.without(|name| name.contains("password"));
        let kept = KeptForm { action: String::new(), fields, multipart, files_lost };
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(kept);
    }

    /// Puts it into the response that tells of a pause or of an undertaking; any other response passes.
    pub(crate) fn give_back(&self, mut response: axum::response::Response) -> axum::response::Response {
        let told = response.extensions().get::<Pending>().and_then(|pending| match *pending.0 {
            Problem::Paused(None) => Some(Problem::Paused as fn(_) -> _),
            Problem::Undertaking(None) => Some(Problem::Undertaking as fn(_) -> _),
            _ => None,
        });
        if let Some(told) = told {
            let typed = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
            let problem = told(typed.map(Box::new));
            response.extensions_mut().insert(Pending(std::sync::Arc::new(problem)));
        }
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> axum::response::Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = self.status();
        response.extensions_mut().insert(Pending(std::sync::Arc::new(self)));
        response
    }
}

/// A form that could not be taken: its session had ended, it concerns what is paused, or something must be accepted first.
///
/// After a session's end the page shows each field back in a form of its own, aimed at the same address: the person signs in in another
/// tab and sends it again, or copies the text. It lives in that one page (never stored, never cached) and leaves out
/// passwords; files must be chosen again.
#[derive(Clone, Debug)]
pub struct KeptForm {
    /// Where it was sent.
    pub action: String,
    /// What was typed.
    pub fields: Fields,
    /// Whether the form carries files, so that it must be sent as `multipart/form-data`.
    pub multipart: bool,
    /// Whether files were lost on the way.
    pub files_lost: bool,
}

/// Draws pages for problems; the binary hands it in, with words and layout.
pub trait Renderer<S>: Send + Sync + 'static {
    /// The page, as HTML, in the visit's language. [`Problem::word`] names its words.
    fn problem(&self, visit: &Visit<S>, problem: &Problem) -> String;
    /// The page for a host that belongs to no organisation; there is no organisation to take words from, so all
    /// languages of the interface stand in it. It must not echo the host.
    fn unknown_host(&self) -> String;
}
