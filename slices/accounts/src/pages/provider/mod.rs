//! Signing in with the organisation's own provider, on pages: going there, coming back, the own link, and what may still be
//! open there.

mod back;
mod go;
mod out;
mod own;

use askama::Template;
use http::{Problem, axum::http::StatusCode, axum::response::Response};
use organisation::{Desk as _, Doors, Visit, pages::draw_again};
pub(super) use out::after_sign_out;
use ui::Page;

use crate::provider::{ProviderFault, routes};

/// Binds the doors of the provider.
pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::GO, go::enter)
        .on(&routes::BACK, back::back)
        .on(&routes::OUT, out::show)
        .on(&routes::ACCEPT, go::accept)
        .on(&routes::OWN, own::show)
        .on(&routes::OWN_CHANGE, own::change)
}

/// What somebody is told whom nobody let in, and the way on.
#[derive(Template)]
#[template(path = "accounts/provider-said.html")]
struct SaidPage {
    page: Page,
    lead: String,
    way: String,
}

/// Why nobody was let in.
#[derive(Clone, Copy)]
enum Told {
    /// The provider does not answer, or cannot be used.
    Unreached,
    /// What came back is no answer to what this browser asked.
    Lost,
    /// The provider let nobody in.
    Refused,
    /// What it says is not believed.
    Unbelieved,
    /// The account there belongs to no account here.
    Unlinked,
    /// It belongs to another account here.
    Taken,
}

impl Told {
    const fn word(self) -> (&'static str, StatusCode) {
        match self {
            Self::Unreached => ("accounts-provider-unreached", StatusCode::SERVICE_UNAVAILABLE),
            Self::Lost => ("accounts-provider-lost", StatusCode::GONE),
            Self::Refused => ("accounts-provider-refused", StatusCode::FORBIDDEN),
            Self::Unbelieved => ("accounts-provider-unbelieved", StatusCode::FORBIDDEN),
            Self::Unlinked => ("accounts-provider-unlinked", StatusCode::FORBIDDEN),
            Self::Taken => ("accounts-provider-taken", StatusCode::CONFLICT),
        }
    }

    /// The page that says so of the provider with this name.
    fn say(self, visit: &Visit, provider: &str) -> Result<Response, Problem> {
        let (word, status) = self.word();
        let voice = visit.voice();
        let say = |part: &str| voice.say1(&format!("{word}-{part}"), "provider", provider);
        let page = SaidPage { page: visit.page(say("title")), lead: say("lead"), way: say("way") };
        draw_again(&page, status)
    }
}

/// Tells the log what is wrong with the provider, and whoever came that it did not work.
fn failed(visit: &Visit, provider: &str, fault: &ProviderFault) -> Result<Response, Problem> {
    tracing::warn!(organisation = %visit.site.key, request.id = %visit.scope.request, %fault, "nobody could be let in by the provider");
    match fault {
        ProviderFault::Busy => Err(Problem::Busy),
        ProviderFault::Unreached(_) | ProviderFault::Unfit(_) => Told::Unreached.say(visit, provider),
        ProviderFault::Refused(_) | ProviderFault::Token(_) => Told::Unbelieved.say(visit, provider),
    }
}
