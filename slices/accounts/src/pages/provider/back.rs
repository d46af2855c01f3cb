//! Coming back from the provider: who it is, and what that allows. No account is ever made here, and no mail address links
//! one.

use std::sync::Arc;

use access::Resource;
use http::{
    Problem, SessionCookie,
    axum::response::{IntoResponse as _, Response},
    cookie::ProviderCookie,
    see_other,
};
use kernel::{PersonId, Uuid};
use organisation::{Desk as _, Visit};
use store::{Reader, StoreError, Work};

use super::{
    super::{
        Failure, as_job,
        knock::Knock,
        me,
        second::{After, after_password},
        sign_in::onward,
    },
    Told, failed,
};
use crate::{
    actions::LINK,
    browser, device, factors,
    model::{LinkPurpose, State},
    provider::{
        self, Return, Subject,
        actions::{ENTER, PROVIDER_CHANGE},
        errand::{Errand, Wish},
        store as links,
    },
    store::{links as mailed, people, sessions},
};

/// `GET /sign-in/provider/back`
pub(super) async fn back(mut visit: Visit, knock: Knock) -> Result<Response, Problem> {
    let (_, name) = knock.provider(&visit).ok_or(Problem::NotFound)?;
    let Some(errand) = Errand::held(&visit, &knock.hasher, &knock.headers, visit.query.get("state")) else {
        return Told::Lost.say(&visit, &name);
    };
    // A guest goes on in the language of the page that led there.
    if visit.session.is_none() {
        visit.scope.language = errand.language;
    }
    let answer = arrive(&visit, &knock, &errand).await?;
    Ok((ProviderCookie::clear(), answer).into_response())
}

async fn arrive(visit: &Visit, knock: &Knock, errand: &Errand) -> Result<Response, Problem> {
    let (provider, name) = knock.provider(visit).ok_or(Problem::NotFound)?;
    let code = match provider.returned(visit, errand).await {
        Ok(Some(Return::Code(code))) => code,
        Ok(Some(Return::Refused)) => return Told::Refused.say(visit, &name),
        Ok(None) => return Told::Lost.say(visit, &name),
        Err(fault) => return failed(visit, &name, &fault),
    };
    let attempt = knock.at_the_way_back(visit).map_err(|_| Problem::Busy)?;
    let subject = match provider.redeem(visit, errand, &code).await {
        Ok(subject) => subject,
        Err(fault) => return failed(visit, &name, &fault),
    };
    attempt.succeeded();
    let came = match &errand.wish {
        Wish::Enter => enter(visit, knock, subject, &errand.next).await?,
        Wish::Link(session) => link(visit, subject, *session).await?,
        Wish::Accept(token) => accept(visit, knock, subject, token.clone()).await?,
    };
    came.or_else(|told| told.say(visit, &name))
}

/// Signs somebody in whose account there is linked. Our own second step follows where there is one or the role demands it,
/// unless what the provider says of the sign-in counts as two factors.
async fn enter(visit: &Visit, knock: &Knock, subject: Subject, next: &str) -> Result<Result<Response, Told>, Problem> {
    let is_strong = subject.is_strong;
    let Some(person) = find(visit, subject).await? else { return Ok(Err(Told::Unlinked)) };
    if !is_strong && let After::Page(page) = after_password(visit, knock, person, "", next).await? {
        return Ok(Ok(page));
    }
    let (device, plan) = (browser::named(&knock.headers), Arc::clone(&visit.site.plan));
    let begin = move |work: &mut Work<'_>| {
        sessions::begin(work, person, &plan, sessions::Device { name: &device, second: is_strong })
    };
    let scope = visit.scope.as_job(ENTER.name);
    let begun = visit.site.store.write::<_, StoreError, _>(&scope, begin).await.map_err(Failure::from)?;
    Ok(Ok(let_in(visit, knock, person, &begun, &onward(visit, person, next))))
}

fn let_in(visit: &Visit, knock: &Knock, person: PersonId, begun: &sessions::Begun, next: &str) -> Response {
    let remembered = device::remember(visit, &knock.hasher, person);
    (SessionCookie::set(&begun.token, begun.seconds), remembered, see_other(next)).into_response()
}

/// Whose account there it is, if the person takes part and the statement lets the person sign in this way.
async fn find(visit: &Visit, subject: Subject) -> Result<Option<PersonId>, Problem> {
    let asker = visit.clone();
    let look = move |reader: &mut Reader<'_>| {
        let Some(person) = links::person(reader, &subject)? else { return Ok(None) };
        as_job(&asker.site, &asker.scope, &ENTER, person)?;
        let active = people::standing(reader, person)?.is_some_and(|own| own.state() == State::Active);
        let roles = people::roles(reader, person)?;
        Ok(Some(person).filter(|_| active && provider::named(&asker.site.plan, Some(&roles))))
    };
    let scope = visit.scope.as_job(ENTER.name);
    Ok(visit.site.store.read::<_, Failure, _>(&scope, look).await?)
}

/// Links the account there, in the session in which the factors have been shown for that.
async fn link(visit: &Visit, subject: Subject, session: Uuid) -> Result<Result<Response, Told>, Problem> {
    if visit.session.as_ref().is_none_or(|own| own.session != session) {
        return Ok(Err(Told::Lost));
    }
    let me = me(visit)?;
    let grant = visit.decide(&PROVIDER_CHANGE, &Resource::person(me))?;
    let link = move |work: &mut Work<'_>| {
        let is_new = links::link(work, &grant, me, &subject)?;
        if is_new {
            links::tell(work, me)?;
        }
        Ok(is_new)
    };
    let is_new = visit.site.store.write::<_, Failure, _>(&visit.scope, link).await?;
    Ok(is_new.then(|| see_other("/profile/provider?done=linked")).ok_or(Told::Taken))
}

/// Accepts an invitation: whoever holds its link says which account there is theirs.
async fn accept(
    visit: &Visit,
    knock: &Knock,
    subject: Subject,
    token: String,
) -> Result<Result<Response, Told>, Problem> {
    let (site, asker, is_strong) = (Arc::clone(&visit.site), visit.scope.clone(), subject.is_strong);
    let device = browser::named(&knock.headers);
    let accept = move |work: &mut Work<'_>| {
        // Where nobody can come between: the link works once.
        let person = mailed::find(work, &token, LinkPurpose::Invitation)?.ok_or(Failure::LinkSpent)?;
        let (grant, _) = as_job(&site, &asker, &ENTER, person)?;
        let roles = people::roles(work, person)?;
        if !provider::named(&site.plan, Some(&roles)) {
            return Err(Failure::Absent);
        }
        if !links::link(work, &grant, person, &subject)? {
            return Ok(None);
        }
        let now = work.now();
        if !people::accept(work, person, now)? {
            return Err(Failure::LinkSpent);
        }
        keeper::amendments::joined(work, person)?;
        people::credentials_issued(work, person)?;
        mailed::end_all(work, person)?;
        if !is_strong && factors::demanded(&site.plan, roles.iter().map(String::as_str)) {
            return Ok(Some((person, None)));
        }
        let on = sessions::Device { name: &device, second: is_strong };
        Ok(Some((person, Some(sessions::begin(work, person, &site.plan, on)?))))
    };
    let scope = visit.scope.as_job(LINK.name);
    let Some((person, begun)) = visit.site.store.write::<_, Failure, _>(&scope, accept).await? else {
        return Ok(Err(Told::Taken));
    };
    Ok(Ok(match begun {
        Some(begun) => let_in(visit, knock, person, &begun, "/welcome"),
        None => match after_password(visit, knock, person, "", "/welcome").await? {
            After::Page(page) => page,
            After::Session => see_other(&visit.link("/sign-in")),
        },
    }))
}
