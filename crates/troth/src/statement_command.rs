//! `troth statement …`: check, explain, diff, effect, publish, page, export, plan.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use keeper::amendments;
use kernel::{Actor, Language, words::Voice};
use organisation::Organisation;
use statement::{Checked, Plan, Severity};

use crate::{
    Failure, amending, assemble,
    cli::Statement,
    config::Config,
    ended,
    installation::{Common, Lock, source},
    print, say,
    system::{SystemClock, SystemRng},
};

/// Runs one of the commands.
pub fn run(command: &Statement) -> ExitCode {
    ended(answer(command))
}

fn answer(command: &Statement) -> Result<bool, Failure> {
    match command {
        Statement::Check { file } => check(file),
        Statement::Explain { file, clause, lang } => explain(file, clause.as_deref(), lang),
        Statement::Diff { old, new, lang } => difference(old, new, lang),
        Statement::Effect { data, new, organisation, lang, json } => {
            let told = effect(data, new, organisation.as_deref(), lang, *json);
            tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(told)
        }
        Statement::Publish { file, data, organisation } => {
            let published = publish(file, data, organisation.as_deref());
            tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(published)
        }
        Statement::Page { file, lang, html } => page(file, lang, *html),
        Statement::Export { file, form, lang } => {
            let language = voice(lang)?.language;
            let Some(plan) = plan(file)? else { return Ok(false) };
            print(&statement::export::file(&plan, *form, language)?);
            Ok(true)
        }
        Statement::Plan { file, .. } => {
            let Some(plan) = plan(file)? else { return Ok(false) };
            print(&plan.to_json()?);
            Ok(true)
        }
    }
}

fn read(file: &Path) -> Result<(Checked, String), Failure> {
    let (text, name) = source(file)?;
    let inventory = assemble::inventory().map_err(|_| "the slices contradict each other: a fault of this program")?;
    let checked = statement::check(&text, Some(&inventory));
    let report = statement::report(&checked.diagnostics, &text, &name);
    Ok((checked, report))
}

fn check(file: &Path) -> Result<bool, Failure> {
    let (checked, report) = read(file)?;
    if !report.is_empty() {
        print(&report);
    }
    let count = |severity| checked.diagnostics.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings, notes) = (count(Severity::Error), count(Severity::Warning), count(Severity::Note));
    print(&format!("{}: {errors} errors, {warnings} warnings, {notes} notes", file.display()));
    Ok(checked.plan.is_some())
}

/// The plan; `None`, with the report told, when the statement has errors.
fn plan(file: &Path) -> Result<Option<Plan>, Failure> {
    let (checked, report) = read(file)?;
    if checked.plan.is_none() {
        say(&report);
    }
    Ok(checked.plan)
}

fn voice(lang: &str) -> Result<Voice, Failure> {
    let language: Language = lang.parse().map_err(|()| format!("`{lang}` is unknown; known are en, nl and sv"))?;
    Ok(Voice::new(Arc::new(assemble::words()?), language))
}

fn explain(file: &Path, clause: Option<&str>, lang: &str) -> Result<bool, Failure> {
    let voice = voice(lang)?;
    let Some(plan) = plan(file)? else { return Ok(false) };
    let inventory = assemble::inventory().map_err(|_| "the slices contradict each other: a fault of this program")?;
    let Some(clause) = clause else {
        print(&statement::explain::list(&plan, &voice));
        return Ok(true);
    };
    match statement::explain(&plan, Some(&inventory), clause, &voice) {
        Some(text) => print(&text),
        None => {
            let near = statement::diagnostic::nearest(clause, plan.clauses().iter().map(|known| known.id.as_str()));
            let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            return Err(format!("{}: there is no clause `{clause}`{hint}", file.display()).into());
        }
    }
    Ok(true)
}

fn difference(old: &Path, new: &Path, lang: &str) -> Result<bool, Failure> {
    let voice = voice(lang)?;
    let (Some(before), Some(after)) = (plan(old)?, plan(new)?) else { return Ok(false) };
    print(&statement::difference::text(&before, &after, &voice));
    Ok(true)
}

/// What the new version would do to what an organisation holds now.
async fn effect(data: &Path, new: &Path, organisation: Option<&str>, lang: &str, json: bool) -> Result<bool, Failure> {
    let voice = voice(lang)?;
    let Some(after) = plan(new)? else { return Ok(false) };
    let (opened, _, _lock) = chosen(data, organisation)?;
    let keeper = opened.keeper();
    let after = Arc::new(after);
    let effect = keeper.effect(&opened.scope(Actor::Job(keeper::KEEP.name)), &after).await?;
    print(&if json { serde_json::to_string_pretty(&effect)? } else { effect.text(&voice, &after) });
    Ok(true)
}

/// Publishes a version.
async fn publish(file: &Path, data: &Path, organisation: Option<&str>) -> Result<bool, Failure> {
    if plan(file)?.is_none() {
        return Ok(false);
    }
    let (text, _) = source(file)?;
    let (opened, common, _lock) = chosen(data, organisation)?;
    let scope = opened.scope(Actor::Job(keeper::AMEND.name));
    let inventory = Arc::clone(&opened.inventory);
    let publish =
        move |work: &mut store::Work<'_>| amendments::publish(work, &inventory, &text, None, ::amendments::tell);
    let published = opened.store.write(&scope, publish).await.map_err(|error| amending::in_words(&common, error))?;
    print(&format!(
        "Version {} is published and holds from {}. {} people are told by mail when the server runs.",
        published.number, published.from, published.told
    ));
    Ok(true)
}

/// The organisation that is meant, opened; nobody else works on the installation while the lock is held.
fn chosen(data: &Path, organisation: Option<&str>) -> Result<(Arc<Organisation>, Common, Lock), Failure> {
    let (folder, named) = installation_of(data)?;
    let config = Config::read(&folder)?;
    let lock = Lock::take(&folder)?;
    let wanted = organisation.map(str::to_owned).or(named);
    let mut fitting =
        config.organisations.iter().filter(|own| wanted.as_deref().is_none_or(|key| own.key.as_str() == key));
    let own = match (fitting.next(), fitting.next()) {
        (Some(own), None) => own,
        (Some(_), Some(_)) => return Err("there are several organisations; choose one with --organisation".into()),
        (None, _) => return Err("there is no such organisation in this installation".into()),
    };
    let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
    Ok((common.open(&folder, own, String::new())?, common, lock))
}

/// The installation's folder, and the organisation when the path names one.
fn installation_of(path: &Path) -> Result<(PathBuf, Option<String>), Failure> {
    let is_installation = |folder: &Path| folder.join(crate::config::FILE).is_file();
    let folder = if path.is_file() { path.parent().unwrap_or(path) } else { path };
    if is_installation(folder) {
        return Ok((folder.to_owned(), None));
    }
    let key = folder.file_name().map(|name| name.to_string_lossy().into_owned());
    match folder.parent().filter(|parent| is_installation(parent)) {
        Some(parent) => Ok((parent.to_owned(), key)),
        None => Err(format!("{}: no installation is here; give its folder", path.display()).into()),
    }
}

fn page(file: &Path, lang: &str, html: bool) -> Result<bool, Failure> {
    let voice = voice(lang)?;
    let Some(plan) = plan(file)? else { return Ok(false) };
    let page = statement::render::page(&plan, voice.language);
    print(&if html { page.to_html() } else { page.to_text() });
    Ok(true)
}
