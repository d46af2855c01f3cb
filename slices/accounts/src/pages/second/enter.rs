//! Signing in with a passkey alone. It is two factors in one: the device, and the PIN or body that unlocks it. No address
//! is asked for, so none can be tried; whatever is wrong, the answer is the same.

use http::{
    Fields, Problem,
    axum::response::{IntoResponse as _, Response},
    local_path, see_other,
};
use organisation::{Desk as _, Visit};
use store::{Reader, StoreError};

use super::{
    super::{Failure, draw_faulty, knock::Knock, sign_in},
    door,
};
use crate::{
    factors::{self, actions::CHECK, challenge::Act, showing::Showing},
    store::people,
};

/// `POST /sign-in/passkey`
pub(in crate::pages) async fn enter(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    if !factors::enters(&visit.site.plan, None) {
        return Err(Problem::NotFound);
    }
    let next = local_path(fields.get("next")).unwrap_or_default();
    let showing = Showing::of(&visit, &knock.hasher, Act::Enter, (&fields, "passkey"));
    let person = match &showing {
        Showing::Passkey(shown, _) => shown.person,
        Showing::Code(_) | Showing::CodeOrText(..) | Showing::Nothing => None,
    };
    if let Some(person) = person {
        let look = move |reader: &mut Reader<'_>| people::roles(reader, person);
        let scope = visit.scope.as_job(CHECK.name);
        let roles = visit.site.store.read::<_, StoreError, _>(&scope, look).await.map_err(Failure::from)?;
        if factors::enters(&visit.site.plan, Some(&roles))
            && let Some(begun) = door::enter(&visit, &knock, person, showing).await?
        {
            return Ok((begun, see_other(&sign_in::onward(&visit, person, next))).into_response());
        }
    }
    let mut faults = ui::Faults::none();
    faults.add("passkey", visit.voice().say("accounts-passkey-wrong"));
    draw_faulty(&sign_in::page(&visit, &knock, "", next, faults))
}
