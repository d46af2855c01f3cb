//! Changes of one's own second step: each asks for the password, and for what there is besides it.

use access::{Grant, Resource};
use http::{Fields, Problem};
use kernel::id::Id as _;
use organisation::{Desk as _, Visit};
use store::{Opener, Work};

use super::super::{Failure, knock::Knock, me, note_wrong, sign_in::own_password};
use crate::{
    actions::PASSWORD_CHANGE,
    factors::{
        actions::{CHECK, SECOND_CHANGE},
        challenge::Act,
        showing::Showing,
        store as steps,
        webauthn::Place,
    },
};

/// A field, and the word that says what is wrong with it.
pub(super) type Fault = (&'static str, &'static str);

/// Makes a change in one unit of work with what was shown for it; `code` is the form's field for a code. Whoever has no
/// second step yet shows the password alone.
pub(super) async fn change<T: Send + 'static>(
    visit: &Visit,
    knock: &Knock,
    (fields, code): (&Fields, &'static str),
    then: impl FnOnce(&mut Work<'_>, &Grant, &Opener) -> Result<T, Failure> + Send + 'static,
) -> Result<Result<T, Fault>, Problem> {
    let me = me(visit)?;
    let grant = visit.decide(&SECOND_CHANGE, &Resource::person(me))?;
    let password = kernel::SecretString::from(fields.get("password"));
    if let Err(word) = own_password(visit, knock, &PASSWORD_CHANGE, password).await? {
        return Ok(Err(("password", word)));
    }
    let Ok(attempt) = knock.at_second_step(visit, me) else { return Ok(Err((code, "accounts-password-slow"))) };
    let showing = Showing::of(visit, &knock.hasher, Act::Confirm(me.uuid()), (fields, code));
    let refusal = showing.refusal(code);
    let (opener, place) = (visit.opener(&grant), Place::at(&visit.site.base_url));
    let done = visit.site.store.write::<_, Failure, _>(&visit.scope, move |work| {
        if steps::has(work, &opener, me)? && !showing.spend(work, &opener, me, &place)? {
            return Ok(None);
        }
        then(work, &grant, &opener).map(Some)
    });
    let Some(done) = done.await? else {
        note_wrong(visit, &CHECK, Some(me));
        return Ok(Err(refusal));
    };
    attempt.succeeded();
    Ok(Ok(done))
}
