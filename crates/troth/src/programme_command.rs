//! `troth programme …`: check and pack, with the same faults as the editor's.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::ExitCode,
};

use kernel::Language;
use programme::{Finding, MOST_MIB, Package, Texts, report};

use crate::{Failure, cli::Programme, ended, print};

/// Runs one of the commands.
pub fn run(command: &Programme) -> ExitCode {
    ended(answer(command))
}

fn answer(command: &Programme) -> Result<bool, Failure> {
    match command {
        Programme::Check { from, lang } => Ok(checked(from, lang)?.is_some()),
        Programme::Pack { folder, to, lang } => {
            let Some(package) = checked(folder, lang)? else { return Ok(false) };
            let file = to.clone().unwrap_or_else(|| PathBuf::from(format!("{}.zip", package.programme().name())));
            std::fs::write(&file, package.write()?).map_err(|error| format!("{}: {error}", file.display()))?;
            print(&file.display().to_string());
            Ok(true)
        }
    }
}

/// What the bytes of a programme come to: a sound one with notes, or all that is wrong.
type Judged = Result<(Package, Vec<Finding>), Vec<Finding>>;

/// A sound programme; `None`, with everything told, when something is wrong.
fn checked(from: &Path, lang: &str) -> Result<Option<Package>, Failure> {
    let language: Language = lang.parse().map_err(|()| format!("`{lang}` is unknown; known are en, nl and sv"))?;
    let (texts, judged) = if from.is_dir() { folder(from)? } else { file(from)? };
    let (package, findings) = match judged {
        Ok((package, notes)) => (Some(package), notes),
        Err(findings) => (None, findings),
    };
    let told = report(&findings, &texts, language);
    if !told.is_empty() {
        print(told.trim_end());
    }
    Ok(package)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let most = u64::try_from(MOST_MIB)?.saturating_mul(1024 * 1024);
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    if std::fs::metadata(path).map_err(told)?.len() > most {
        return Err(format!("{}: larger than {MOST_MIB} MiB", path.display()).into());
    }
    Ok(std::fs::read(path).map_err(told)?)
}

fn file(path: &Path) -> Result<(Texts, Judged), Failure> {
    let bytes = read(path)?;
    Ok((Package::texts_in(&bytes), Package::read(&bytes)))
}

fn folder(path: &Path) -> Result<(Texts, Judged), Failure> {
    let (mut texts, mut files) = (Texts::new(), BTreeMap::new());
    for language in Language::ALL {
        let text = path.join(format!("programme.{language}.md"));
        if text.exists() {
            let read = String::from_utf8(read(&text)?);
            texts.insert(language, read.map_err(|_| format!("{}: the text is not in UTF-8", text.display()))?);
        }
    }
    let media = path.join("media");
    if media.is_dir() {
        for entry in std::fs::read_dir(&media)? {
            let entry = entry?;
            if entry.file_type()?.is_file() {
                files.insert(format!("media/{}", entry.file_name().to_string_lossy()), read(&entry.path())?);
            }
        }
    }
    Ok((texts.clone(), Package::of(texts, files)))
}
