//! Translations: every text has the same steps and exercises, and differs from the others in its words alone.

use super::{
    block::DraftExercise,
    edition::{Draft, DraftStep},
    reader::Reader,
};
use crate::{Fault, Name, archive::text_name};

/// Holds a text against the first one, and tells where they part.
pub(super) fn hold(first: &Draft<'_>, draft: &Draft<'_>, reader: &mut Reader<'_>) {
    let other = text_name(first.language);
    if first.name.is_some() && draft.name.is_some() && first.name != draft.name {
        reader.tell(draft.at, Fault::OtherSetting { key: "programme".to_owned(), other: other.clone() });
    }
    let names = |draft: &Draft<'_>| draft.steps.iter().map(|step| step.name.clone()).collect::<Vec<_>>();
    let (theirs, ours) = (names(first), names(draft));
    for name in out_of_place(&theirs, &ours) {
        if let Some(step) = draft.steps.iter().find(|step| step.name == name) {
            reader.tell(step.at, Fault::OtherStep { name: name.to_string(), other: other.clone() });
        }
    }
    for name in theirs.iter().filter(|name| name.is_sound() && !ours.contains(name)) {
        let at = draft.steps.last().map_or(draft.at, |step| step.at);
        reader.tell(at, Fault::LacksStep { name: name.to_string(), other: other.clone() });
    }
    for step in &draft.steps {
        if let Some(twin) = first.steps.iter().find(|twin| twin.name == step.name) {
            hold_step(twin, step, &other, reader);
        }
    }
}

fn hold_step(twin: &DraftStep<'_>, step: &DraftStep<'_>, other: &str, reader: &mut Reader<'_>) {
    if twin.opens != step.opens {
        let at = if step.opens_at.is_empty() { step.at } else { step.opens_at };
        reader.tell(at, Fault::OtherSetting { key: "opens".to_owned(), other: other.to_owned() });
    }
    let names = |step: &DraftStep<'_>| step.exercises().map(|draft| draft.name.clone()).collect::<Vec<_>>();
    let (theirs, ours) = (names(twin), names(step));
    for name in out_of_place(&theirs, &ours) {
        if let Some(draft) = step.exercises().find(|draft| draft.name == name) {
            reader.tell(draft.at, Fault::OtherExercise { name: name.to_string(), other: other.to_owned() });
        }
    }
    for name in theirs.iter().filter(|name| name.is_sound() && !ours.contains(name)) {
        let (name, step_name) = (name.to_string(), step.name.to_string());
        reader.tell(step.at, Fault::LacksExercise { name, step: step_name, other: other.to_owned() });
    }
    for draft in step.exercises() {
        if let Some(twin) = twin.exercises().find(|twin| twin.name == draft.name)
            && !is_alike(twin, draft)
        {
            let (name, other) = (draft.name.to_string(), other.to_owned());
            reader.tell(draft.at, Fault::OtherDetails { name, other });
        }
    }
}

/// Whether two exercises differ in their words alone, as far as they can be read.
fn is_alike(twin: &DraftExercise<'_>, draft: &DraftExercise<'_>) -> bool {
    twin.word == draft.word
        && match (&twin.sound, &draft.sound) {
            (Some(twin), Some(sound)) => twin.bare() == sound.bare(),
            _ => true,
        }
}

/// Of our names those that the other text does not have, or else the first that stands in another order.
fn out_of_place(theirs: &[Name], ours: &[Name]) -> Vec<Name> {
    let ours = || ours.iter().filter(|name| name.is_sound());
    let strange: Vec<Name> = ours().filter(|name| !theirs.contains(name)).cloned().collect();
    if !strange.is_empty() {
        return strange;
    }
    let shared = theirs.iter().filter(|name| ours().any(|our| our == *name));
    ours().zip(shared).find(|(our, their)| our != their).map(|(our, _)| our.clone()).into_iter().collect()
}
