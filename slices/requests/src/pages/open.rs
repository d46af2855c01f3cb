//! Without an account: the public form, and the mailed link that confirms it. No cookie, no script; the same answer for
//! every address.

use askama::Template;
use http::{
    At, Fields, Form, Problem,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use organisation::{Desk as _, Visit};
use statement::plan::rule::Rights;
use store::{Reader, Work};
use ui::{Choice, Page};

use super::{Failure, draw, draw_again, kinds, recount, rights, said, tell_officers};
use crate::{
    actions::LINK,
    forms::{LONGEST, OpenForm},
    inventory::ASKED,
    jobs::queue_mail,
    model::{Request, RightsRequestId, StepKind, about},
    store::{
        self as written,
        asking::{self, Crowd, FOLLOW_WITHIN, MOST_BY_ONE},
        links, note_of,
    },
};

#[derive(Template)]
#[template(path = "requests/ask.html")]
struct AskPage {
    page: Page,
    faults: ui::Faults,
    kinds: Vec<Choice>,
    email: String,
    words: String,
    most: usize,
    readers: String,
}

#[derive(Template)]
#[template(path = "requests/ask-sent.html")]
struct SentPage {
    page: Page,
    most_mails: i64,
}

#[derive(Template)]
#[template(path = "requests/confirm.html")]
struct ConfirmPage {
    page: Page,
    kind: String,
    words: String,
    action: String,
}

/// The statement's clause, where it lets people without an account ask.
fn offered(visit: &Visit) -> Result<Rights, Problem> {
    rights(&visit.site).ok().filter(|rights| rights.without_account).ok_or(Problem::NotFound)
}

fn page(visit: &Visit, rights: &Rights, typed: Option<&Fields>, faults: ui::Faults) -> AskPage {
    let voice = visit.voice();
    let typed = |field: &str| typed.map_or_else(String::new, |typed| typed.get(field).to_owned());
    AskPage {
        page: visit.page(voice.say("requests-ask-title")),
        faults,
        kinds: kinds(rights, &voice, &typed("kind")),
        email: typed("email"),
        words: typed("words"),
        most: LONGEST,
        readers: voice.say("requests-readers"),
    }
}

/// `GET /ask`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    let rights = offered(&visit)?;
    draw(&page(&visit, &rights, None, ui::Faults::none()))
}

/// `POST /ask`: one row and one mail to the address that was given, whoever's it is. Who asked too often gets the same
/// page, and no mail.
pub(super) async fn ask(visit: Visit, form: Form<OpenForm>) -> Result<Response, Problem> {
    let rights = offered(&visit)?;
    let faults = match form.checked {
        Ok(form) if rights.offers.contains(&form.ask.kind) => {
            let (site, scope) = (std::sync::Arc::clone(&visit.site), visit.scope.as_job(LINK.name));
            let (id, outer): (RightsRequestId, _) = (visit.scope.mint(), scope.clone());
            let write = move |work: &mut Work<'_>| match asking::crowd(work, &form.email)? {
                Crowd::All => Err(Failure::Busy),
                Crowd::One => Ok(()),
                Crowd::Room => {
                    let grant = site.access.decide_job(&outer, &LINK, &about(id, None, ASKED))?;
                    asking::by_page(work, &grant, id, &form)?;
                    Ok(queue_mail(work, id)?)
                }
            };
            visit.site.store.write(&scope, write).await?;
            let page = visit.page(visit.voice().say("requests-ask-sent-title"));
            return draw(&SentPage { page, most_mails: MOST_BY_ONE });
        }
        Ok(_) => http::Faults::one("kind", "form-unknown"),
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_again(&page(&visit, &rights, Some(&form.typed), faults), StatusCode::UNPROCESSABLE_ENTITY)
}

/// The request of a link, with what was written at first.
async fn found(visit: &Visit, token: &str) -> Result<(Request, String), Problem> {
    let (asker, scope, token) = (visit.clone(), visit.scope.as_job(LINK.name), token.to_owned());
    let outer = scope.clone();
    let read = move |reader: &mut Reader<'_>| {
        let id = links::find(reader, &token)?.ok_or(Failure::LinkSpent)?;
        let found = written::told(reader, id)?.ok_or(Failure::LinkSpent)?;
        let grant = asker.site.access.decide_job(&outer, &LINK, &found.resource())?;
        let told = found.check(&grant)?;
        let opener = asker.site.store.opener(&outer, &grant);
        let words = note_of(&told, StepKind::Received).map(|words| opener.text(words)).transpose()?;
        let words = words.map_or_else(String::new, |words| kernel::ExposeSecret::expose_secret(&words).to_owned());
        Ok::<_, Failure>((told.request, words))
    };
    Ok(visit.site.store.read(&scope, read).await?)
}

/// `GET /ask/{token}`: opening the link changes nothing.
pub(super) async fn confirm_form(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let (request, words) = found(&visit, &token).await?;
    if request.clock.is_some() {
        return Ok(see_other(&visit.link(&format!("/asked/{token}"))));
    }
    let voice = visit.voice();
    draw(&ConfirmPage {
        page: visit.page(voice.say("requests-confirm-title")),
        kind: super::kind_name(&voice, request.kind),
        words,
        action: visit.link(&format!("/ask/{token}")),
    })
}

/// `POST /ask/{token}`: the request is received now, and the clock begins. The link then shows how it stands.
pub(super) async fn confirm(visit: Visit, At(token): At<String>) -> Result<Response, Problem> {
    let (request, _) = found(&visit, &token).await?;
    let rights = offered(&visit)?;
    let (site, scope, own) = (std::sync::Arc::clone(&visit.site), visit.scope.as_job(LINK.name), token.clone());
    let zone = visit.scope.zone.clone();
    let write = move |work: &mut Work<'_>| {
        if asking::confirm(work, request.id, (&rights, &zone))? {
            let ends = work.now().checked_add(FOLLOW_WITHIN).unwrap_or_else(|_| work.now());
            links::prolong(work, request.id, &own, ends)?;
            tell_officers(&site, work)?;
        }
        Ok::<_, Failure>(())
    };
    visit.site.store.write(&scope, write).await?;
    recount(&visit.site).await;
    Ok(see_other(&visit.link(&format!("/asked/{token}"))))
}
