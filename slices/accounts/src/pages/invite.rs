//! Inviting: one person, or a list with a preview. Nothing that was typed or uploaded is lost.

use std::collections::HashSet;

use access::{Grant, Resource};
use askama::Template;
use http::{
    Fields, Problem, Unarrived, Upload,
    axum::{http::StatusCode, response::Response},
    see_other,
};
use kernel::{Archetype, PersonId, words::Voice};
use organisation::{Desk as _, Visit};
use store::{StoreError, Work};
use ui::{Choice, Page};

use super::{Failure, draw, draw_faulty, language_choices, me, role_choices, role_name, said};
use crate::{
    actions::PEOPLE_INVITE,
    csv,
    forms::{Entry, InviteForm, LARGEST_LIST, LONGEST_NOTE, read_list},
    jobs::queue_link,
    store::people::{self, NewPerson},
};

#[derive(Template)]
#[template(path = "accounts/invite.html")]
struct InvitePage {
    page: Page,
    faults: ui::Faults,
    full_name: String,
    email: String,
    note: String,
    roles: Vec<Choice>,
    languages: Vec<Choice>,
    most_note: usize,
}

#[derive(Template)]
#[template(path = "accounts/invite-list.html")]
struct InviteListPage {
    page: Page,
    faults: ui::Faults,
    list: String,
    note: String,
    most_note: usize,
    example: String,
    role_words: String,
    max_bytes: u64,
    /// What came of the list; `None` before there is one.
    preview: Option<Preview>,
}

struct Preview {
    summary: String,
    columns: Vec<String>,
    lines: Vec<PreviewLine>,
    good: usize,
    button: String,
}

struct PreviewLine {
    number: usize,
    name: String,
    email: String,
    role: String,
    language: String,
    faults: Vec<String>,
}

fn one_page(visit: &Visit, typed: &Fields, faults: ui::Faults) -> InvitePage {
    let voice = visit.voice();
    let plan = &visit.site.plan;
    let language = match typed.get("language") {
        "" => visit.scope.language.tag(),
        typed => typed,
    };
    let page = visit.page(voice.say("accounts-invite-title"));
    InvitePage {
        page: page.crumb("/people", voice.say("accounts-people-title")),
        faults,
        full_name: typed.get("name").to_owned(),
        email: typed.get("email").to_owned(),
        note: typed.get("note").to_owned(),
        roles: role_choices(plan, &voice, typed.get("role")),
        languages: language_choices(plan, language),
        most_note: LONGEST_NOTE,
    }
}

/// `GET /people/invitation`
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&PEOPLE_INVITE, &Resource::organisation())?;
    draw(&one_page(&visit, &Fields::default(), ui::Faults::none()))
}

/// `POST /people/invitation`
pub(super) async fn invite(visit: Visit, typed: Fields) -> Result<Response, Problem> {
    let grant = visit.decide(&PEOPLE_INVITE, &Resource::organisation())?;
    let faults = match InviteForm::read(&typed, &visit.site.plan) {
        Err(faults) => faults,
        Ok(form) => {
            let skipped = write(&visit, grant, vec![form.new], form.note).await?;
            if skipped == 0 {
                return Ok(see_other("/people?done=invited"));
            }
            http::Faults::one("email", "accounts-email-known")
        }
    };
    draw_faulty(&one_page(&visit, &typed, said(&faults, &visit.voice())))
}

/// Invites everybody whose address is not known yet; gives how many were left out.
async fn write(visit: &Visit, grant: Grant, people: Vec<NewPerson>, note: String) -> Result<usize, Problem> {
    let by = me(visit)?;
    let skipped = visit
        .site
        .store
        .write::<_, StoreError, _>(&visit.scope, move |work| {
            let mut skipped = 0;
            for new in &people {
                if !write_one(work, &grant, new, by, &note)? {
                    skipped += 1;
                }
            }
            Ok(skipped)
        })
        .await
        .map_err(Failure::from)?;
    Ok(skipped)
}

fn write_one(
    work: &mut Work<'_>,
    grant: &Grant,
    new: &NewPerson,
    by: PersonId,
    note: &str,
) -> Result<bool, StoreError> {
    if people::by_email(work, &new.email)?.is_some() {
        return Ok(false);
    }
    let now = work.now();
    let person = people::insert(work, grant, new, now)?;
    people::invite(work, grant, person, by, note)?;
    queue_link(work, person)?;
    Ok(true)
}

fn list_page(visit: &Visit, list: &str, note: &str, faults: ui::Faults, preview: Option<Preview>) -> InviteListPage {
    let voice = visit.voice();
    let page = visit.page(voice.say("accounts-list-title"));
    let roles: Vec<String> = visit.site.plan.roles().iter().map(|role| role_name(role, &voice)).collect();
    let role = visit.site.plan.roles_of(Archetype::Participant).next();
    let role = role.map_or_else(String::new, |role| role_name(role, &voice));
    InviteListPage {
        page: page.crumb("/people", voice.say("accounts-people-title")),
        faults,
        list: list.to_owned(),
        note: note.to_owned(),
        most_note: LONGEST_NOTE,
        example: voice.say1("accounts-list-example", "role", role),
        role_words: roles.join(", "),
        max_bytes: LARGEST_LIST as u64,
        preview,
    }
}

/// `GET /people/invitations`
pub(super) async fn list_form(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&PEOPLE_INVITE, &Resource::organisation())?;
    draw(&list_page(&visit, "", "", ui::Faults::none(), None))
}

/// `POST /people/invitations/preview`: reads the pasted text, or the file when one was chosen.
pub(super) async fn preview(visit: Visit, upload: Result<Upload, Unarrived>) -> Result<Response, Problem> {
    visit.decide(&PEOPLE_INVITE, &Resource::organisation())?;
    let upload = match upload {
        Ok(upload) => upload,
        Err(Unarrived::TooLarge { typed, most }) => return too_large(&visit, &typed, most),
        Err(Unarrived::Unscanned { typed, word }) => {
            let faults = said(&http::Faults::one("file", word), &visit.voice());
            return draw_faulty(&list_page(&visit, typed.get("list"), typed.get("note"), faults, None));
        }
        Err(unarrived) => return Err(unarrived.into()),
    };
    let typed = upload.typed.get("list");
    let list = match upload.file("file") {
        Some(file) => csv::decode(&file.bytes).into_owned(),
        None => typed.to_owned(),
    };
    let note = upload.typed.get("note");
    let faults = list_faults(&list, note);
    if !faults.is_empty() {
        return draw_faulty(&list_page(&visit, &list, note, said(&faults, &visit.voice()), None));
    }
    let entries = read_list(&list, &visit.site.plan);
    let known = known(&visit, &entries).await?;
    let preview = preview_of(&visit.voice(), &visit, &entries, &known);
    draw(&list_page(&visit, &list, note, ui::Faults::none(), Some(preview)))
}

/// The form once more, with what was typed and the largest file that fits.
fn too_large(visit: &Visit, typed: &Fields, most: usize) -> Result<Response, Problem> {
    let mut faults = http::Faults::none();
    faults.add_with("file", "form-file-too-large", i64::try_from(most / (1024 * 1024)).unwrap_or(i64::MAX));
    let faults = said(&faults, &visit.voice());
    let mut response = draw_faulty(&list_page(visit, typed.get("list"), typed.get("note"), faults, None))?;
    *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE;
    Ok(response)
}

fn list_faults(list: &str, note: &str) -> http::Faults {
    let mut faults = http::Faults::none();
    if list.trim().is_empty() {
        faults.add("list", "accounts-list-empty");
    }
    if csv::lines(list).len() > csv::MOST_LINES + 1 {
        faults.add_with("list", "accounts-list-long", csv::MOST_LINES as i64);
    }
    faults.limit("note", note, LONGEST_NOTE);
    faults
}

/// The lines whose address is known already.
async fn known(visit: &Visit, entries: &[Entry]) -> Result<HashSet<usize>, Problem> {
    let asked: Vec<_> =
        entries.iter().filter_map(|entry| Some((entry.number, entry.person.as_ref().ok()?.email.clone()))).collect();
    let known = visit
        .site
        .store
        .read::<_, StoreError, _>(&visit.scope, move |reader| {
            let mut known = HashSet::new();
            for (number, email) in asked {
                if people::by_email(reader, &email)?.is_some() {
                    known.insert(number);
                }
            }
            Ok(known)
        })
        .await
        .map_err(Failure::from)?;
    Ok(known)
}

fn preview_of(voice: &Voice, visit: &Visit, entries: &[Entry], known: &HashSet<usize>) -> Preview {
    let plan = &visit.site.plan;
    let mut good = 0;
    let mut lines = Vec::with_capacity(entries.len());
    for entry in entries {
        let [name, email, role, language] = entry.shown.clone();
        let mut line = PreviewLine { number: entry.number, name, email, role, language, faults: Vec::new() };
        match &entry.person {
            Err(faults) => {
                line.faults = faults.iter().map(|fault| voice.say1(fault.word, "cell", &fault.cell)).collect();
            }
            Ok(_) if known.contains(&entry.number) => line.faults.push(voice.say("accounts-email-known")),
            Ok(new) => {
                good += 1;
                new.email.as_str().clone_into(&mut line.email);
                line.role = plan.role(&new.role).map_or(line.role, |role| role_name(role, voice));
                new.language.own_name().clone_into(&mut line.language);
            }
        }
        lines.push(line);
    }
    Preview {
        summary: voice.say2("accounts-list-summary", "good", good, "bad", lines.len() - good),
        columns: ["accounts-line", "accounts-name", "accounts-email", "accounts-role", "accounts-language"]
            .map(|word| voice.say(word))
            .into(),
        lines,
        good,
        button: voice.say1("accounts-list-button", "count", good),
    }
}

/// `POST /people/invitations`: invites those lines with which nothing is wrong.
pub(super) async fn invite_list(visit: Visit, typed: Fields) -> Result<Response, Problem> {
    let grant = visit.decide(&PEOPLE_INVITE, &Resource::organisation())?;
    let (list, note) = (typed.get("list"), typed.get("note"));
    let faults = list_faults(list, note);
    if !faults.is_empty() {
        return draw_faulty(&list_page(&visit, list, note, said(&faults, &visit.voice()), None));
    }
    let people: Vec<_> = read_list(list, &visit.site.plan).into_iter().filter_map(|entry| entry.person.ok()).collect();
    write(&visit, grant, people, note.trim().to_owned()).await?;
    Ok(see_other("/people?done=list"))
}
