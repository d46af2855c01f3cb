//! What people see and do: signing in, invitations, people, the own profile and the own data.

mod address;
mod age;
mod complaint;
mod correction;
mod deletion;
mod invitation;
mod invite;
mod knock;
mod mailbox;
mod own_data;
mod password;
mod people;
mod person;
mod profile;
mod provider;
mod registration;
mod renewal;
mod restriction;
mod second;
mod sessions;
mod sign_in;

use access::{Grant, Resource};
use http::Problem;
use kernel::{Attempt, Language, PersonId, Scope, Uuid, id::Id as _, manifest::Job, words::Voice};
pub(crate) use organisation::pages::{Failure, capital, day, draw, draw_faulty, me, moment, said, text, with_news};
use organisation::{Doors, Organisation, Visit};
use statement::{Password, Plan, Role};
use store::Opener;
use ui::Choice;

use crate::{Busy, Hasher, age::routes as ages, forms::LARGEST_LIST, guard::Guard, routes};

/// Binds every route of the slice.
#[must_use]
pub fn doors(doors: Doors, hasher: Hasher) -> Doors {
    let doors = doors
        .share(hasher)
        .share(Guard::default())
        .on(&routes::SIGN_IN_FORM, sign_in::form)
        .on(&routes::SIGN_IN, sign_in::sign_in)
        .on(&routes::SIGN_OUT, sign_in::sign_out)
        .on(&routes::RESET_FORM, password::reset_form)
        .on(&routes::RESET, password::reset)
        .on(&routes::NEW_PASSWORD_FORM, password::new_form)
        .on(&routes::NEW_PASSWORD, password::new)
        .on(&routes::INVITATION_SHOW, invitation::show)
        .on(&routes::INVITATION_ACCEPT, invitation::accept)
        .on(&routes::REFUSAL_FORM, invitation::refusal_form)
        .on(&routes::REFUSAL, invitation::refuse)
        .on(&routes::WELCOME, invitation::welcome);
    let doors = renewal::doors(provider::doors(registration::doors(address::doors(second::doors(doors)))))
        .on(&routes::PEOPLE, people::list)
        .on(&routes::INVITE_FORM, invite::form)
        .on(&routes::INVITE, invite::invite)
        .on(&routes::INVITE_LIST_FORM, invite::list_form)
        .on_upload(&routes::INVITE_LIST_PREVIEW, LARGEST_LIST, invite::preview)
        .on(&routes::INVITE_LIST, invite::invite_list)
        .on(&routes::PERSON, person::show)
        .on(&routes::PERSON_CORRECT, correction::correct)
        .on(&routes::AGREEMENT_END_FORM, person::end_form)
        .on(&routes::AGREEMENT_END, person::end)
        .on(&routes::INVITATION_REPEAT, person::invite_again)
        .on(&routes::WITHDRAWAL_FORM, person::withdrawal_form)
        .on(&routes::WITHDRAWAL, person::withdraw);
    doors
        .on(&routes::PROFILE, profile::show)
        .on(&routes::PROFILE_CORRECT, profile::correct)
        .on(&ages::OWN_FORM, age::form)
        .on(&ages::OWN, age::correct)
        .on(&routes::LANGUAGE, profile::choose_language)
        .on(&routes::THEME, profile::choose_theme)
        .on(&routes::PASSWORD_FORM, password::change_form)
        .on(&routes::PASSWORD, password::change)
        .on(&routes::SESSIONS, sessions::show)
        .on(&routes::SESSIONS_END, sessions::end)
        .on(&routes::SESSION_KEEP, sessions::keep)
        .on(&routes::MY_DATA, own_data::show)
        .on(&routes::MY_DATA_BUNDLE, own_data::bundle)
        .on(&routes::MY_DATA_FILE, own_data::take_along)
        .on_asset(&routes::SCHEMA, own_data::schema)
        .on(&routes::COMPLAINT, complaint::show)
        .on(&routes::RESTRICTION, restriction::show)
        .on(&routes::RESTRICTION_BEGIN, restriction::begin)
        .on(&routes::RESTRICTION_LIFT, restriction::lift)
        .on(&routes::DELETION_FORM, deletion::form)
        .on(&routes::DELETION, deletion::delete)
        .on(&routes::RECEIPT_SHOW, deletion::receipt)
}

fn busy(_: Busy) -> Problem {
    Problem::Busy
}

/// A job's grant and what opens with it, for one who has not signed in.
fn as_job(
    organisation: &Organisation,
    scope: &Scope,
    job: &'static Job,
    person: PersonId,
) -> Result<(Grant, Opener), access::Refused> {
    let scope = scope.as_job(job.name);
    let grant = organisation.access.decide_job(&scope, job, &Resource::person(person))?;
    let opener = organisation.store.opener(&scope, &grant);
    Ok((grant, opener))
}

/// Leaves a line in the access log of a password, a code or a passkey that was wrong. It is counted for nobody as for
/// somebody, and written later, where there is such a person (ASVS 16.3.1): no answer and no time tells which it was.
fn note_wrong(visit: &Visit, job: &'static Job, whose: Option<PersonId>) {
    let scope = visit.scope.as_job(job.name);
    let about = (Resource::PERSON, whose.map_or(Uuid::nil(), |person| person.uuid()));
    visit.site.store.note_refusal(&scope, &Attempt::of(&scope, job.name, about));
}

/// The languages on offer, each in its own name.
fn language_choices(plan: &Plan, chosen: &str) -> Vec<Choice> {
    plan.languages().iter().map(|language| Choice::new(language.tag(), language.own_name()).chosen_if(chosen)).collect()
}

/// The organisation's roles by name.
fn role_choices(plan: &Plan, voice: &Voice, chosen: &str) -> Vec<Choice> {
    plan.roles().iter().map(|role| Choice::new(role.key.clone(), role_name(role, voice)).chosen_if(chosen)).collect()
}

/// A role's name as the organisation says it, else the product's word.
fn role_name(role: &Role, voice: &Voice) -> String {
    let name = role.names.get(voice.language).filter(|name| !name.is_empty());
    name.map_or_else(|| voice.say(&format!("accounts-role-{}", role.archetype.key())), capital)
}

/// The names of roles by their keys; keys that the statement no longer knows stand as they are.
fn role_names(plan: &Plan, voice: &Voice, keys: &[String]) -> String {
    let named = |key: &String| plan.role(key).map_or_else(|| key.clone(), |role| role_name(role, voice));
    keys.iter().map(named).collect::<Vec<_>>().join(", ")
}

/// The password rule in words: "At least 8 signs, with a digit and a capital."
fn password_rule(rule: &Password, voice: &Voice) -> String {
    let word = match (rule.digit, rule.capital) {
        (true, true) => "accounts-password-rule-both",
        (true, false) => "accounts-password-rule-digit",
        (false, true) => "accounts-password-rule-capital",
        (false, false) => "accounts-password-rule",
    };
    voice.say1(word, "min", rule.min)
}

/// The name of a language in itself.
fn language_name(language: Language) -> &'static str {
    language.own_name()
}
