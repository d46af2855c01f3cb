//! What is otherwise in a newer version of a programme, so that people in the middle of it can be moved step by step.

use crate::{Edition, Exercise, Name, Programme, Step};

/// How something in the newer version stands to the older one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Nothing is otherwise.
    Same,
    /// The words are otherwise, in some language; answers mean what they meant.
    Reworded,
    /// More than words: an answer that was given may not fit any more, or something opens or is shared otherwise.
    Changed,
    /// It was not there.
    New,
    /// It is not there any more.
    Gone,
}

/// An exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExerciseDifference {
    /// Its short name.
    pub name: Name,
    /// How it stands.
    pub difference: Difference,
}

/// A step with its exercises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDifference {
    /// Its short name.
    pub name: Name,
    /// How it stands.
    pub difference: Difference,
    /// The exercises that stand in it now, wherever they stood before; then those that stood in it and are nowhere any more.
    pub exercises: Vec<ExerciseDifference>,
}

/// Holds a newer version against an older one: its steps in order, then those that have gone. Languages that only one of them has
/// do not count.
pub fn differences(old: &Programme, new: &Programme) -> Vec<StepDifference> {
    let pairs: Vec<(&Edition, &Edition)> = new
        .editions()
        .filter_map(|edition| Some((old.editions().find(|before| before.language == edition.language)?, edition)))
        .collect();
    // Both have a language in common nearly always; where not, only their form is compared.
    let (Some(before), Some(now)) = (old.editions().next(), new.editions().next()) else { return Vec::new() };
    let held = Held { pairs, before, now };
    let stay = now.steps.iter().map(|step| held.step(step));
    let gone = before.steps.iter().filter(|step| now.step(&step.name).is_none()).map(|step| StepDifference {
        name: step.name.clone(),
        difference: Difference::Gone,
        exercises: held.gone_from(step),
    });
    stay.chain(gone).collect()
}

struct Held<'a> {
    /// The editions of each language that both have.
    pairs: Vec<(&'a Edition, &'a Edition)>,
    before: &'a Edition,
    now: &'a Edition,
}

impl Held<'_> {
    fn step(&self, step: &Step) -> StepDifference {
        let mut exercises: Vec<ExerciseDifference> = step
            .exercises()
            .map(|exercise| ExerciseDifference { name: exercise.name.clone(), difference: self.exercise(exercise) })
            .collect();
        let difference = match self.before.step(&step.name) {
            None => Difference::New,
            Some(before) => {
                exercises.extend(self.gone_from(before));
                let names = |step: &Step| step.exercises().map(|exercise| exercise.name.clone()).collect::<Vec<_>>();
                let alike = exercises
                    .iter()
                    .all(|exercise| matches!(exercise.difference, Difference::Same | Difference::Reworded));
                if before.opens != step.opens || names(before) != names(step) || !alike {
                    Difference::Changed
                } else if self.pairs.iter().all(|(before, now)| before.step(&step.name) == now.step(&step.name)) {
                    Difference::Same
                } else {
                    Difference::Reworded
                }
            }
        };
        StepDifference { name: step.name.clone(), difference, exercises }
    }

    fn exercise(&self, exercise: &Exercise) -> Difference {
        let Some((_, before)) = self.before.exercise(&exercise.name) else { return Difference::New };
        let of = |edition: &Edition| edition.exercise(&exercise.name).map(|(_, exercise)| exercise.clone());
        if before.bare() != exercise.bare() {
            Difference::Changed
        } else if self.pairs.iter().all(|(before, now)| of(before) == of(now)) {
            Difference::Same
        } else {
            Difference::Reworded
        }
    }

    /// The exercises of an older step that are nowhere any more.
    fn gone_from(&self, step: &Step) -> Vec<ExerciseDifference> {
        let gone = step.exercises().filter(|exercise| self.now.exercise(&exercise.name).is_none());
        gone.map(|exercise| ExerciseDifference { name: exercise.name.clone(), difference: Difference::Gone }).collect()
    }
}
