//! A second step set up at the door: for somebody whose role demands one, and who has none yet.

use std::sync::Arc;

use access::Grant;
use askama::Template;
use http::{
    Fields, Form, Problem, SessionCookie,
    axum::response::{IntoResponse as _, Response},
    local_path, see_other,
};
use kernel::{PersonId, id::Id as _};
use organisation::{Desk as _, Visit, notify};
use statement::plan::Factor;
use store::Work;
use ui::Page;

use super::{
    super::{Failure, as_job, draw_faulty, knock::Knock, said, sign_in::onward},
    app::{AppForm, Offered, shown_once},
    prompt::Prompt,
};
use crate::{
    browser, device,
    factors::{
        self,
        actions::CHECK,
        challenge::{self, Act},
        codes, halfway,
        inventory::MAIL_SECOND_CHANGED,
        passkeys, store as steps,
    },
    renewal::store as renewal,
    store::sessions,
};

/// The page on which it is set up: with what the statement offers.
#[derive(Template)]
#[template(path = "accounts/second-app.html")]
pub(super) struct SetUpPage {
    page: Page,
    faults: ui::Faults,
    proof: String,
    next: String,
    app: Option<Offered>,
    prompt: Option<Prompt>,
}

/// The signed field, and where somebody was going.
type Carried<'a> = (&'a str, &'a str);

/// The page for a person; `account` is what an app or a device calls the account.
pub(super) fn page(
    visit: &Visit,
    knock: &Knock,
    (proof, next): Carried<'_>,
    (person, account): (PersonId, &str),
    (secret, faults): (&[u8], ui::Faults),
) -> SetUpPage {
    let plan = &visit.site.plan;
    let act = Act::SetUp(person.uuid());
    let prompt = || Prompt::of(visit, &knock.hasher, act, (person, account), &[]);
    SetUpPage {
        page: visit.page(visit.voice().say("accounts-second-app-title")),
        faults,
        proof: proof.to_owned(),
        next: next.to_owned(),
        app: factors::offers(plan, Factor::Totp).then(|| Offered::of(visit, secret, account)),
        prompt: factors::offers(plan, Factor::Passkey).then(prompt),
    }
}

/// `POST /sign-in/second-step/app`
pub(in crate::pages) async fn app(visit: Visit, knock: Knock, form: Form<AppForm>) -> Result<Response, Problem> {
    let (proof, next) = (form.typed.get("proof"), local_path(form.typed.get("next")).unwrap_or_default());
    let Some(person) = halfway::person(&visit, &knock.hasher, proof) else {
        return Ok(see_other(&visit.link("/sign-in")));
    };
    let secret = codes::secret_of(form.typed.get("secret")).unwrap_or_else(|| codes::secret(&*visit.scope.rng));
    let again = |faults: &http::Faults| {
        page(&visit, &knock, (proof, next), (person, ""), (&secret, said(faults, &visit.voice())))
    };
    let form = match form.checked {
        Ok(form) => form,
        Err(faults) => return draw_faulty(&again(&faults)),
    };
    let Some(shown) = codes::fitting(&form.secret, &form.code, visit.scope.now, 0) else {
        return draw_faulty(&again(&http::Faults::one("code", "accounts-second-wrong")));
    };
    let set = move |work: &mut Work<'_>, grant: &Grant| Ok(steps::set(work, grant, person, &form.secret, shown)?);
    enter(&visit, &knock, (person, next), set).await
}

/// `POST /sign-in/second-step/passkey`
pub(in crate::pages) async fn passkey(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    let (proof, next) = (fields.get("proof"), local_path(fields.get("next")).unwrap_or_default());
    let Some(person) = halfway::person(&visit, &knock.hasher, proof) else {
        return Ok(see_other(&visit.link("/sign-in")));
    };
    if !factors::offers(&visit.site.plan, Factor::Passkey) {
        return Err(Problem::NotFound);
    }
    let answer = challenge::answered(&visit, &knock.hasher, Act::SetUp(person.uuid()), fields.get("passkey"));
    let Some((kept, challenged)) = answer else {
        let faults = said(&http::Faults::one("passkey", "accounts-passkey-not-made"), &visit.voice());
        let secret = codes::secret(&*visit.scope.rng);
        return draw_faulty(&page(&visit, &knock, (proof, next), (person, ""), (&secret, faults)));
    };
    let name = passkeys::first_name(&visit.voice(), &browser::named(&knock.headers));
    let set = move |work: &mut Work<'_>, grant: &Grant| {
        let is_new = passkeys::add(work, grant, person, (&kept, &name), challenged)?;
        if is_new { Ok(()) } else { Err(Failure::LinkSpent) }
    };
    enter(&visit, &knock, (person, next), set).await
}

/// Sets a first second step and begins a session with it; the sessions that began without one end.
async fn enter(
    visit: &Visit,
    knock: &Knock,
    (person, next): (PersonId, &str),
    set: impl FnOnce(&mut Work<'_>, &Grant) -> Result<(), Failure> + Send + 'static,
) -> Result<Response, Problem> {
    let (device, site) = (browser::named(&knock.headers), Arc::clone(&visit.site));
    let scope = visit.scope.as_job(CHECK.name);
    let asker = scope.clone();
    let begin = move |work: &mut Work<'_>| {
        let (grant, opener) = as_job(&site, &asker, &CHECK, person)?;
        // Whoever has a second step shows it: a password alone never replaces it.
        if steps::has(work, &opener, person)? {
            return Err(Failure::LinkSpent);
        }
        set(work, &grant)?;
        renewal::shown(work, person)?;
        let made = steps::first_codes(work, &site.plan, person)?;
        notify(work, person, MAIL_SECOND_CHANGED, "/sign-in/help")?;
        sessions::end_all(work, person)?;
        Ok((made, sessions::begin(work, person, &site.plan, sessions::Device { name: &device, second: true })?))
    };
    let (made, begun) = visit.site.store.write::<_, Failure, _>(&scope, begin).await?;
    let remembered = device::remember(visit, &knock.hasher, person);
    let cookie = SessionCookie::set(&begun.token, begun.seconds);
    Ok((cookie, remembered, shown_once(visit, made, onward(visit, person, next))?).into_response())
}
