//! Break-glass as people see it.

mod asking;
mod openings;
mod show;

use organisation::{Doors, Visit};
use statement::{Plan, plan::BreakGlass};

use super::{
    model::{Glass, GlassId},
    routes, store as kept,
};
use crate::pages::Failure;

pub(crate) use show::rows as list_rows;

/// Binds every route.
pub(crate) fn doors(doors: Doors) -> Doors {
    doors
        .on(&routes::ASKING_FORM, asking::form)
        .on(&routes::ASKING, asking::ask)
        .on(&routes::GLASS, show::show)
        .on(&routes::APPROVAL, show::approve)
        .on(&routes::REFUSAL, show::decline)
        .on(&routes::END, show::end)
        .on(&routes::ROWS, show::look)
        .on(&routes::OPENINGS, openings::show)
        .on(&routes::OPENING_END, openings::end)
}

/// The statement's clause; the first, where there are several.
pub(crate) fn clause(plan: &Plan) -> Option<&BreakGlass> {
    plan.first::<BreakGlass>()
}

/// Whether the organisation uses break-glass at all.
pub(crate) fn is_used(visit: &Visit) -> bool {
    clause(&visit.site.plan).is_some() && visit.site.used().any(|slice| slice.name == super::SLICE.name)
}

fn term(reader: &mut store::Reader<'_>, id: GlassId) -> Result<Glass, Failure> {
    kept::term(reader, id)?.ok_or(Failure::Absent)
}
