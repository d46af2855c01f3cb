//! What the people concerned are told (GDPR Art. 34): in their own place, and by a mail without content.

use access::Resource;
use askama::Template;
use http::{At, Form, Problem, axum::response::Response, see_other};
use kernel::{ExposeSecret as _, page::Seal};
use organisation::{Desk as _, SealAsk, Visit, notify};
use store::StoreError;
use ui::Page;

use super::{
    BREACH_TELL, NOTICES, NOTICES_SEE,
    forms::TellForm,
    inventory::{MAIL_TOLD, NOTICE},
    model::BreachId,
    page::{again, change, open},
    store as written,
};
use crate::frame::{Failure, draw, facts_of, moment};

/// `POST /breaches/{breach}/telling`
pub(super) async fn tell(visit: Visit, At(id): At<BreachId>, form: Form<TellForm>) -> Result<Response, Problem> {
    let checked = match form.checked {
        Ok(checked) => checked,
        Err(faults) => return again(&visit, id, &form.typed, &faults).await,
    };
    if !checked.text.is_empty() && open(&visit, id).await?.people.is_empty() {
        return again(&visit, id, &form.typed, &http::Faults::one("text", "registers-fault-nobody-concerned")).await;
    }
    let asker = visit.clone();
    let write = move |work: &mut store::Work<'_>, grant: &access::Grant, _: &super::model::Course| {
        if !checked.text.is_empty() {
            let people = written::concerned(work, id)?;
            let living = asker.site.directory.people(work, &people)?;
            // Who is gone since has no place to read it, and no address.
            for (person, _) in living.names {
                let own = asker.site.access.decide(&asker.scope, &BREACH_TELL, &Resource::person(person))?;
                if written::tell(work, &own, id, person, &checked.text)? {
                    notify(work, person, MAIL_TOLD, NOTICES.path)?;
                }
            }
        }
        Ok::<_, Failure>(written::told_people(work, grant, id, &checked.untold)?)
    };
    change(&visit, id, write).await?;
    Ok(see_other(&format!("/breaches/{id}?done=told")))
}

#[derive(Template)]
#[template(path = "registers/notices.html")]
struct NoticesPage {
    page: Page,
    notices: Vec<(String, String)>,
    contact: String,
    seal: Seal,
}

/// `GET /my-data/notices`
pub(super) async fn show(visit: Visit) -> Result<Response, Problem> {
    let about = Resource::person(visit.member()?.member.id);
    let grant = visit.decide(&NOTICES_SEE, &about)?;
    let me = visit.member()?.member.id;
    let found = visit.site.store.read(&visit.scope, move |reader| written::notices(reader, me)).await;
    let found: Vec<_> = found.map_err(Failure::from)?;
    let voice = visit.voice();
    let mut notices = Vec::with_capacity(found.len());
    let opener = (!found.is_empty()).then(|| visit.opener(&grant));
    for (text, at) in &found {
        let Some(opener) = &opener else { continue };
        match opener.text(text) {
            Ok(text) => notices.push((moment(&visit, &voice, *at), text.expose_secret().to_owned())),
            Err(StoreError::Gone) => {}
            Err(error) => return Err(Failure::from(error).into()),
        }
    }
    let names = facts_of(&visit, vec![me]).await?;
    draw(&NoticesPage {
        notices,
        contact: visit.site.plan.controller().contact.clone(),
        seal: visit.seal(&SealAsk { item: NOTICE, about: &about, names: &names, happened: &[] }),
        page: visit.page(voice.say("registers-notices-title")).crumb("/my-data", voice.say("registers-my-data")),
    })
}
