//! What people see and do: their consents, the pages of the mails' links, and the managers' mailings.

mod consents;
mod links;
mod list;
mod one;
mod writing;

use organisation::pages::{Failure, day, draw, draw_faulty, me, said, text, with_news};
use organisation::{Doors, Visit};
use statement::plan::Mailing as Kind;

use crate::{model::AskErasure, routes};

/// Binds every route of the slice. `ask_erasure` is the rights desk's, for the link that has contact details erased.
#[must_use]
pub fn doors(doors: Doors, ask_erasure: AskErasure) -> Doors {
    let doors = doors
        .share(ask_erasure)
        .on(&routes::CONSENTS, consents::show)
        .on(&routes::GIVE, consents::give)
        .on(&routes::WITHDRAW, consents::withdraw)
        .on(&routes::OBJECT, consents::object)
        .on(&routes::STOP_FORM, links::stop_form)
        .on_one_click(&routes::STOP, links::stop)
        .on(&routes::ERASE_FORM, links::erase_form)
        .on(&routes::ERASE, links::erase);
    doors
        .on(&routes::MAILINGS, list::show)
        .on(&routes::NEW_FORM, writing::new_form)
        .on(&routes::NEW, writing::add)
        .on(&routes::MAILING, one::show)
        .on(&routes::TEXT_FORM, writing::text_form)
        .on(&routes::TEXT, writing::rewrite)
        .on(&routes::SEND, one::send)
}

/// What is mailed, in the statement's words: "invitations and offers".
fn kind_name(visit: &Visit, key: &str) -> String {
    let kind = visit.site.plan.all::<Kind>().find(|kind| kind.key == key);
    kind.and_then(|kind| kind.names.get(visit.scope.language)).unwrap_or(key).to_owned()
}
