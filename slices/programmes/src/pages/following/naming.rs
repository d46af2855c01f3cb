//! Steps, exercises and answers under *My data*: by their titles and questions.

use std::{collections::HashMap, sync::Arc};

use access::Resource;
use kernel::{Language, Uuid, Value, id::Id as _, words::Voice};
use organisation::{
    Visit,
    naming::{Named, Naming, Said},
    pages::Failure,
};
use store::{
    Reader,
    derived::{Field, HeldRow},
};

use super::card::lines;
use crate::{
    inventory::CONTAINERS,
    library::{Library, Volume},
    model::{EnrolmentId, Sheet, VersionId},
    store::enrolments,
};

/// Says what the short names in a programme stand for.
pub struct Titles(pub Library);

impl Naming for Titles {
    fn learn(
        &self,
        visit: &Visit,
        reader: &mut Reader<'_>,
        about: &Resource,
        rows: &[HeldRow],
    ) -> Result<Option<Box<dyn Named>>, Failure> {
        if CONTAINERS.iter().all(|own| own.name != about.container) {
            return Ok(None);
        }
        let scope = &visit.scope;
        let Some(now) = enrolments::version(scope, reader, EnrolmentId::from_uuid(about.id))? else { return Ok(None) };
        let mut volumes = HashMap::new();
        for version in rows.iter().filter_map(version).chain([now]) {
            if let Some(volume) = self.0.find(scope, reader, version)? {
                volumes.insert(version, volume);
            }
        }
        Ok(Some(Box::new(Known { volumes, now, language: scope.language })))
    }
}

/// The versions that rows belong to.
struct Known {
    volumes: HashMap<VersionId, Arc<Volume>>,
    /// What whoever follows the programme is at.
    now: VersionId,
    language: Language,
}

impl Named for Known {
    fn said(&self, voice: &Voice, row: &HeldRow, column: &str, value: &str) -> Option<Said> {
        let volume = self.volumes.get(&version(row).unwrap_or(self.now))?;
        let edition = volume.programme.edition(self.language);
        let exercise = |name: &str| Some(edition.exercise(&name.parse().ok()?)?.1);
        match column {
            "programme" => Some(Said::Value(edition.title.clone())),
            "step" => Some(Said::Value(edition.step(&value.parse().ok()?)?.title.clone())),
            "exercise" => Some(Said::Value(exercise(value)?.title.clone())),
            "moved" => Some(Said::Value(voice.say(if value == "0" { "programmes-no" } else { "programmes-yes" }))),
            "mood" => Some(Said::Value(Sheet::read(value)?.get("point")?.to_owned())),
            "answer" | "diary" => {
                let (sheet, Value::Text(name)) = (Sheet::read(value)?, open(row, "exercise")?) else { return None };
                let lines = lines(voice, exercise(name)?, &sheet);
                // What no question of the exercise stands beside is shown as it is kept, and nothing is left out.
                let asked = sheet.fields().filter(|(field, _)| !field.ends_with(".goal")).count();
                (lines.len() == asked).then_some(Said::Lines(lines))
            }
            _ => None,
        }
    }
}

/// What stands open in a column of a row.
fn open<'a>(row: &'a HeldRow, name: &str) -> Option<&'a Value> {
    row.fields.iter().find_map(|(column, field)| match field {
        Field::Open(value) if column.name == name => Some(value),
        _ => None,
    })
}

/// The version in whose words a row was written, where it is kept.
fn version(row: &HeldRow) -> Option<VersionId> {
    let Value::Bytes(id) = open(row, "version")? else { return None };
    Uuid::from_slice(id).ok().map(VersionId::from_uuid)
}
