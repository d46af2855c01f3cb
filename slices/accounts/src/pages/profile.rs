//! The own profile: name, language, colours.

use access::Resource;
use askama::Template;
use http::{Fields, Form, Problem, axum::response::Response, local_path, see_other};
use kernel::page::Seal;
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::plan::Factor;
use store::{Reader, StoreError, params};
use ui::{Choice, Page};

use super::{Failure, draw, draw_faulty, knock::Knock, language_choices, me, person, role_names, said, with_news};
use crate::{
    actions::{PROFILE_CORRECT, PROFILE_SEE},
    age,
    factors::{self, sms::actions::SMS_SEE},
    forms::{LanguageForm, ProfileForm, ThemeForm},
    queries,
    store::people,
};

#[derive(Template)]
#[template(path = "accounts/profile.html")]
struct ProfilePage {
    page: Page,
    faults: ui::Faults,
    full_name: String,
    email: String,
    roles: String,
    /// One is asked how old one is.
    asks_age: bool,
    /// What one said, and when; empty when one did not.
    age: String,
    languages: Vec<Choice>,
    seal: Seal,
    profile_seal: Seal,
    /// One can have an app for codes here.
    second: bool,
    /// One can have passkeys here.
    passkeys: bool,
    /// What the organisation's own provider is called; empty where nobody signs in with it.
    provider: String,
    /// One can have codes by text message here.
    texts: bool,
}

async fn page(visit: &Visit, knock: &Knock, typed: Option<(&Fields, ui::Faults)>) -> Result<ProfilePage, Problem> {
    let me = me(visit)?;
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| person::open(&asker, reader, &PROFILE_SEE, me);
    let profile = visit.site.store.read::<_, Failure, _>(&visit.scope, read).await?;
    let voice = visit.voice();
    let (about, names) = (Resource::person(me), Names::of(profile.facts));
    let seal = |item| visit.seal(&SealAsk { item, about: &about, names: &names, happened: &[] });
    let (fields, faults) = match typed {
        Some((fields, faults)) => (Some(fields), faults),
        None => (None, ui::Faults::none()),
    };
    let shown =
        |field: &str, stored: &str| fields.map_or_else(|| stored.to_owned(), |typed| typed.get(field).to_owned());
    let news = [("corrected", "accounts-done-profile"), ("password", "accounts-done-password")];
    Ok(ProfilePage {
        page: with_news(visit.page(voice.say("accounts-profile-title")), visit, &news),
        faults,
        full_name: shown("name", &profile.name),
        email: profile.email,
        asks_age: age::asked_of(&visit.site.plan, &profile.roles).is_some(),
        age: profile.age.unwrap_or_default(),
        roles: role_names(&visit.site.plan, &voice, &profile.roles),
        languages: language_choices(&visit.site.plan, &shown("language", profile.language.tag())),
        seal: seal("person.name"),
        profile_seal: seal("person.email"),
        second: factors::offers(&visit.site.plan, Factor::Totp),
        passkeys: factors::offers(&visit.site.plan, Factor::Passkey),
        provider: knock.provider(visit).map(|(_, name)| name).unwrap_or_default(),
        texts: factors::sms::is_offered(&visit.site.plan) && visit.may(&SMS_SEE, &about),
    })
}

/// `GET /profile`
pub(super) async fn show(visit: Visit, knock: Knock) -> Result<Response, Problem> {
    draw(&page(&visit, &knock, None).await?)
}

/// `POST /profile`
pub(super) async fn correct(visit: Visit, knock: Knock, form: Form<ProfileForm>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let grant = visit.decide(&PROFILE_CORRECT, &Resource::person(me))?;
    let profile = match form.checked {
        Ok(profile) => profile,
        Err(faults) => {
            let faults = said(&faults, &visit.voice());
            return draw_faulty(&page(&visit, &knock, Some((&form.typed, faults))).await?);
        }
    };
    let asker = visit.clone();
    let corrected = visit.site.store.write::<_, Failure, _>(&visit.scope, move |work| {
        let known = person::open(&asker, work, &PROFILE_SEE, me)?;
        // Saved as it was: nothing was corrected, and nothing of the kind is written down.
        if known.name != profile.name || known.language != profile.language {
            people::correct(work, &grant, me, &profile.name, profile.language)?;
        }
        Ok(())
    });
    corrected.await?;
    Ok(see_other("/profile?done=corrected"))
}

/// `POST /profile/language`: and back to the page where the switch stands. It holds from then on, in mails too.
pub(super) async fn choose_language(visit: Visit, form: Form<LanguageForm>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&PROFILE_CORRECT, &Resource::person(me))?;
    let LanguageForm { language, back } = form.checked.map_err(|_| Problem::Unreadable)?;
    if !visit.site.plan.languages().contains(&language) {
        return Err(Problem::Unreadable);
    }
    visit
        .site
        .store
        .write::<_, StoreError, _>(&visit.scope, move |work| {
            work.run(&queries::LANGUAGE_CHOOSE, params![me, language.tag()]).map(drop)
        })
        .await
        .map_err(Failure::from)?;
    Ok(see_other(local_path(&back).unwrap_or("/profile")))
}

/// `POST /profile/theme`: and back to the page where the switch stands.
pub(super) async fn choose_theme(visit: Visit, form: Form<ThemeForm>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&PROFILE_CORRECT, &Resource::person(me))?;
    let ThemeForm { theme, back } = form.checked.map_err(|_| Problem::Unreadable)?;
    visit
        .site
        .store
        .write::<_, StoreError, _>(&visit.scope, move |work| {
            work.run(&queries::THEME_CHOOSE, params![me, theme.key()]).map(drop)
        })
        .await
        .map_err(Failure::from)?;
    Ok(see_other(local_path(&back).unwrap_or("/profile")))
}
