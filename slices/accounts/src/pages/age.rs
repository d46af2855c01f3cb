//! How old one says to be: as it is shown, and where one corrects it.

use access::Resource;
use askama::Template;
use http::{Faults, Fields, Problem, axum::response::Response, see_other};
use kernel::{PersonId, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit};
use statement::plan::rule::Field;
use store::{Reader, Work};
use ui::Page;

use super::{Failure, day, draw, draw_faulty, me, person, registration::Asked, said, text};
use crate::{
    actions::PROFILE_SEE,
    age::{
        self,
        actions::{AGE_CORRECT, AGE_SEE},
        store as kept,
    },
    store::people,
};

#[derive(Template)]
#[template(path = "accounts/age.html")]
struct AgePage {
    page: Page,
    faults: ui::Faults,
    /// What one said, and when; empty when one did not.
    told: String,
    asked: Asked,
    typed: String,
    highest: String,
    seal: Seal,
}

/// What somebody said, and when: "23, as of 3 March 2026". `None` also when the visitor does not see that.
pub(super) fn told(visit: &Visit, reader: &mut Reader<'_>, person: PersonId) -> Result<Option<String>, Failure> {
    let about = Resource::person(person);
    if !visit.may(&AGE_SEE, &about) {
        return Ok(None);
    }
    let Some((age, at)) = kept::said(reader, person)? else { return Ok(None) };
    let grant = visit.site.access.decide(&visit.scope, &AGE_SEE, &about)?;
    let (voice, age) = (visit.voice(), text(&visit.opener(&grant), &age)?);
    Ok(Some(voice.say2("accounts-age-told", "age", age, "date", day(visit, &voice, at))))
}

/// The page; `None` for whoever is not asked.
async fn page(visit: &Visit, typed: Option<(&Fields, ui::Faults)>) -> Result<(AgePage, Field), Problem> {
    let me = me(visit)?;
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| person::open(&asker, reader, &PROFILE_SEE, me);
    let profile = visit.site.store.read::<_, Failure, _>(&visit.scope, read).await?;
    let field = age::asked_of(&visit.site.plan, &profile.roles).ok_or(Problem::NotFound)?;
    let (about, names) = (Resource::person(me), Names::of(profile.facts));
    let voice = visit.voice();
    let (typed, faults) = match typed {
        Some((fields, faults)) => (fields.get(age::NAME).to_owned(), faults),
        None => (String::new(), ui::Faults::none()),
    };
    let drawn = AgePage {
        page: visit.page(voice.say("accounts-age-title")).crumb("/profile", voice.say("accounts-profile-title")),
        faults,
        told: profile.age.unwrap_or_default(),
        asked: Asked::of(visit, field),
        typed,
        highest: age::HIGHEST.to_string(),
        seal: visit.seal(&SealAsk { item: age::inventory::ITEM, about: &about, names: &names, happened: &[] }),
    };
    Ok((drawn, field.clone()))
}

/// `GET /profile/age`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&AGE_CORRECT, &Resource::person(me(&visit)?))?;
    draw(&page(&visit, None).await?.0)
}

/// `POST /profile/age`: it is said anew. Of an age that the statement refuses nothing is kept.
pub(super) async fn correct(visit: Visit, fields: Fields) -> Result<Response, Problem> {
    let me = me(&visit)?;
    let grant = visit.decide(&AGE_CORRECT, &Resource::person(me))?;
    let (_, field) = page(&visit, None).await?;
    let mut faults = Faults::none();
    let age = age::typed(&Field { required: true, ..field }, &fields, &mut faults);
    if age.is_some_and(|age| age.refused_below(&visit.site.plan).is_some()) {
        faults.add(age::NAME, "accounts-age-too-young");
    }
    let Some(age) = age.filter(|_| faults.is_empty()) else {
        let faults = said(&faults, &visit.voice());
        return draw_faulty(&page(&visit, Some((&fields, faults))).await?.0);
    };
    let write = move |work: &mut Work<'_>| {
        if kept::said(work, me)?.is_some() {
            people::note_correction(work, me, "age")?;
        }
        Ok::<_, Failure>(kept::say(work, &grant, me, age)?)
    };
    visit.site.store.write(&visit.scope, write).await?;
    Ok(see_other("/profile?done=corrected"))
}
