//! Registering on pages: the address first, and by the link that is mailed there, the rest.

pub(super) mod begin;
mod finish;

use organisation::{Desk as _, Doors, Visit};
use statement::plan::rule::Field;

use crate::registration::routes;

/// Binds the doors of registering.
pub(super) fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::BEGIN_FORM, begin::form)
        .on(&routes::BEGIN, begin::begin)
        .on(&routes::FINISH_FORM, finish::form)
        .on(&routes::FINISH, finish::finish)
}

/// A field as the statement has it: its label, and what it is asked for.
pub(super) struct Asked {
    pub(super) label: String,
    pub(super) purpose: String,
    pub(super) required: bool,
}

impl Asked {
    pub(super) fn of(visit: &Visit, field: &Field) -> Self {
        let (voice, language) = (visit.voice(), visit.scope.language);
        let purpose = visit.site.plan.purpose(&field.purpose).and_then(|purpose| purpose.texts.get(language));
        Self {
            label: field.names.get(language).unwrap_or_default().to_owned(),
            purpose: voice.say1("accounts-register-purpose", "purpose", purpose.unwrap_or_default()),
            required: field.required,
        }
    }
}
