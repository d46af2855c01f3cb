//! Deleting one's account: what goes, what stays, the password, and the receipt (UC9, UC10).

use access::Resource;
use askama::Template;
use http::{
    At, Form, Problem, SessionCookie,
    axum::response::{IntoResponse, Response},
    see_other,
};
use keeper::{ActId, Extent, HeldItem, Receipt, Stays, Why};
use kernel::PersonId;
use organisation::{Desk as _, Visit};
use statement::{
    What,
    plan::{
        Right,
        rule::{Changes, Rights, SelfService},
    },
    render,
};
use ui::{Line, Page};

use super::{
    capital, draw, draw_faulty,
    knock::Knock,
    me, moment,
    own_data::{category_name, requests},
    said,
    sign_in::own_password,
};
use crate::{actions::ACCOUNT_DELETE, erasure, forms::PasswordForm};

#[derive(Template)]
#[template(path = "accounts/deletion.html")]
struct DeletionPage {
    page: Page,
    faults: ui::Faults,
    goes: Vec<Line>,
    stays: Vec<Line>,
    contact: String,
    /// Where one asks for it instead; empty where the organisation has no such page.
    requests: &'static str,
    may_delete: bool,
    words: Words,
    /// What the form says of how much goes.
    keep: &'static str,
    /// The way to the other extent; empty where the statement offers only one.
    other: &'static str,
}

/// The words for one extent of erasure.
struct Words {
    password: &'static str,
    button: &'static str,
    other: &'static str,
}

const EVERYTHING: Words = Words {
    password: "accounts-deletion-password",
    button: "accounts-deletion-button",
    other: "accounts-deletion-but-contact-link",
};
const BUT_CONTACT: Words = Words {
    password: "accounts-deletion-but-contact-password",
    button: "accounts-deletion-but-contact-button",
    other: "accounts-deletion-everything-link",
};

/// The word in the address and the form by which the contact details stay.
const CONTACT: &str = "contact";

#[derive(Template)]
#[template(path = "accounts/receipt.html")]
struct ReceiptPage {
    page: Page,
    at: String,
    lead: String,
    went: Vec<Line>,
    stays: Vec<Line>,
    number: String,
    ledger: String,
}

/// Whether the statement lets this person delete the account without asking anybody: always, or because it changes and
/// the person has not agreed to go on.
pub(super) fn may_delete_alone(visit: &Visit) -> bool {
    let Some(member) = visit.scope.member() else { return false };
    let may_stop = visit.site.plan.first::<Changes>().is_some_and(|changes| changes.may_stop);
    if may_stop && visit.site.store.choices().asks(member.id).is_some() {
        return true;
    }
    visit.site.plan.all::<SelfService>().any(|rule| {
        rule.act == statement::plan::SelfAct::Erase
            && rule.what == What::Everything
            && rule.by.as_ref().is_none_or(|role| member.roles.iter().any(|held| *held.key == **role))
    })
}

/// Whether the statement offers erasure of everything but the contact details (TF18).
fn offers_but_contact(visit: &Visit) -> bool {
    let offers = |rights: &Rights| rights.offers.contains(&Right::ErasureButContact);
    visit.site.plan.first::<Rights>().is_some_and(offers)
}

/// How much is asked for: everything, unless the statement offers less and less was chosen.
fn extent(visit: &Visit, keep: &str) -> Extent {
    if keep == CONTACT && offers_but_contact(visit) { Extent::AllButContact } else { Extent::Everything }
}

fn lines(visit: &Visit, held: &[HeldItem]) -> Vec<Line> {
    let mut lines: Vec<(String, i64)> = Vec::new();
    for held in held {
        let name = category_name(visit, &held.category);
        match lines.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => *rows += held.rows,
            None => lines.push((name, held.rows)),
        }
    }
    let voice = visit.voice();
    lines
        .into_iter()
        .map(|(name, rows)| Line::new(name).detail(voice.say1("accounts-deletion-rows", "count", rows)))
        .collect()
}

fn stays_lines(visit: &Visit, stays: &[Stays]) -> Vec<Line> {
    let voice = visit.voice();
    stays
        .iter()
        .map(|stays| {
            let why = match stays.why {
                Why::Others => "accounts-stays-others",
                Why::Wished => "accounts-stays-wished",
                Why::Law => "accounts-stays-law",
                Why::Hold => "accounts-stays-hold",
                Why::Restricted => "accounts-stays-restricted",
            };
            let until = stays.until.map(|day| voice.say1("accounts-stays-until", "date", voice.date(day)));
            let detail = std::iter::once(voice.say(why)).chain(until).collect::<Vec<_>>().join(" ");
            Line::new(names(visit, &stays.categories)).detail(detail)
        })
        .collect()
}

async fn page(visit: &Visit, me: PersonId, extent: Extent, faults: ui::Faults) -> Result<DeletionPage, Problem> {
    let erasure = visit.site.keeper().erasure(&visit.scope, me, extent).await.map_err(erasure::problem)?;
    let voice = visit.voice();
    let (title, words, keep, other) = match extent {
        Extent::Everything => ("accounts-deletion-title", EVERYTHING, "", "/my-data/deletion?keep=contact"),
        Extent::AllButContact => ("accounts-deletion-but-contact-title", BUT_CONTACT, CONTACT, "/my-data/deletion"),
    };
    let page = visit.page(voice.say(title));
    Ok(DeletionPage {
        words,
        keep,
        other: if offers_but_contact(visit) { other } else { "" },
        page: page.crumb("/my-data", voice.say("accounts-my-data-title")),
        faults,
        goes: lines(visit, &erasure.goes),
        stays: stays_lines(visit, &erasure.stays),
        contact: visit.site.plan.controller().contact.clone(),
        requests: requests(visit),
        may_delete: may_delete_alone(visit),
    })
}

/// "The names and the profile", in the statement's words.
fn names(visit: &Visit, categories: &[String]) -> String {
    capital(&render::categories_phrase(&visit.site.plan, categories, visit.scope.language))
}

/// `GET /my-data/deletion`: what goes and what stays.
pub(super) async fn form(visit: Visit) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&ACCOUNT_DELETE, &Resource::person(me))?;
    let extent = extent(&visit, visit.query.get("keep"));
    draw(&page(&visit, me, extent, ui::Faults::none()).await?)
}

/// `POST /my-data/deletion`: with the password; the receipt stays open to whoever has its number.
pub(super) async fn delete(visit: Visit, knock: Knock, form: Form<PasswordForm>) -> Result<Response, Problem> {
    let me = me(&visit)?;
    visit.decide(&ACCOUNT_DELETE, &Resource::person(me))?;
    if !may_delete_alone(&visit) {
        return Err(Problem::Refused(None));
    }
    let extent = extent(&visit, form.typed.get("keep"));
    let faults = match form.checked {
        Ok(form) => match own_password(&visit, &knock, &ACCOUNT_DELETE, form.password).await? {
            Ok(()) => {
                let receipt = erasure::erase(&visit.site, &visit.scope, me, extent).await?;
                let path = format!("/receipts/{}", receipt.id);
                return Ok((SessionCookie::clear(), see_other(&path)).into_response());
            }
            Err(word) => http::Faults::one("password", word),
        },
        Err(faults) => faults,
    };
    let faults = said(&faults, &visit.voice());
    draw_faulty(&page(&visit, me, extent, faults).await?)
}

/// `GET /receipts/{receipt}`: what went, after the account is gone.
pub(super) async fn receipt(visit: Visit, At(id): At<ActId>) -> Result<Response, Problem> {
    let found = visit.site.keeper().receipt(&visit.scope, id).await.map_err(erasure::problem)?;
    let receipt: Receipt = found.ok_or(Problem::NotFound)?;
    let voice = visit.voice();
    let went = receipt.went.iter().map(|went| {
        let categories = visit.site.plan.categories().iter().filter(|category| {
            visit.site.inventory.items_of(&went.class).any(|item| category.items.iter().any(|own| own.name == item))
        });
        let keys: Vec<_> = categories.map(|category| category.key.clone()).collect();
        let count = went.rows + went.files;
        Line::new(names(&visit, &keys)).detail(voice.say1("accounts-deletion-rows", "count", count))
    });
    let lead = match receipt.kind {
        keeper::Kind::Erasure => "accounts-receipt-erasure",
        keeper::Kind::Retention => "accounts-receipt-retention",
    };
    draw(&ReceiptPage {
        page: visit.page(voice.say("accounts-receipt-title")),
        at: moment(&visit, &voice, receipt.at),
        lead: voice.say1(lead, "organisation", visit.site.name(visit.scope.language)),
        went: went.collect(),
        stays: stays_lines(&visit, &receipt.stays),
        number: receipt.id.to_string(),
        ledger: receipt.ledger_hash,
    })
}
