//! The registers: what the law asks an organisation to show, made of the statement that the program carries out (I12).

use access::Resource;
use askama::Template;
use http::{
    At, Problem,
    axum::{
        http::{HeaderValue, header},
        response::{IntoResponse, Response},
    },
};
use organisation::{Desk as _, Visit};
use statement::export::{self, Form};
use ui::Page;

use super::draw;
use crate::actions::REGISTERS_READ;

#[derive(Template)]
#[template(path = "evidence/registers.html")]
struct RegistersPage {
    page: Page,
    registers: Vec<Register>,
}

/// One register on offer.
struct Register {
    title: String,
    about: String,
    /// Where it is read; nothing for one that only machines read.
    read: String,
    file: String,
}

#[derive(Template)]
#[template(path = "evidence/register.html")]
struct RegisterPage {
    page: Page,
    document: String,
    file: String,
}

/// `GET /registers`.
pub(super) async fn list(visit: Visit) -> Result<Response, Problem> {
    visit.decide(&REGISTERS_READ, &Resource::organisation())?;
    let registers = Form::ALL.map(|form| {
        let (title, about) = form.title(visit.scope.language);
        let read = export::document(&visit.site.plan, form, visit.scope.language);
        let read = read.map(|_| format!("/registers/{}", form.key())).unwrap_or_default();
        Register { title, about, read, file: file_path(form) }
    });
    let page = visit.page(visit.voice().say("evidence-registers-title"));
    draw(&RegistersPage { page, registers: registers.into() })
}

/// `GET /registers/{form}`.
pub(super) async fn show(visit: Visit, At(form): At<String>) -> Result<Response, Problem> {
    visit.decide(&REGISTERS_READ, &Resource::organisation())?;
    let form = Form::from_key(&form).ok_or(Problem::NotFound)?;
    let document = export::document(&visit.site.plan, form, visit.scope.language).ok_or(Problem::NotFound)?;
    let page = visit.page(document.title.clone());
    let page = page.crumb("/registers", visit.voice().say("evidence-registers-title"));
    draw(&RegisterPage { page, document: document.to_html(), file: file_path(form) })
}

/// `GET /registers/{form}/file`.
pub(super) async fn file(visit: Visit, At(form): At<String>) -> Result<Response, Problem> {
    visit.decide(&REGISTERS_READ, &Resource::organisation())?;
    let form = Form::from_key(&form).ok_or(Problem::NotFound)?;
    let plan = &visit.site.plan;
    let body = export::file(plan, form, visit.scope.language).map_err(Problem::internal)?;
    let name =
        format!("attachment; filename=\"{}-{}-{}.{}\"", plan.key(), plan.version().number, form.key(), form.ending());
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(form.media_type())),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(Problem::internal)?),
    ];
    Ok((headers, body).into_response())
}

fn file_path(form: Form) -> String {
    format!("/registers/{}/file", form.key())
}
