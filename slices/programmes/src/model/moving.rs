//! How somebody in the middle of a programme comes into a newer version of it.

use std::collections::BTreeSet;

use programme::{Difference, Name, StepDifference};

/// What becomes of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moving {
    /// It is shown in the newer version from now on: nothing that was written changes its meaning.
    Moves,
    /// What was written may not fit any more, so its writer is asked.
    Asks,
    /// It is not there any more, and something stands in it: it stays as it was.
    Stays,
}

/// What becomes of a step whose difference is known, where something was `written` in these exercises.
pub fn moving(step: &StepDifference, written: &BTreeSet<Name>) -> Moving {
    let concerned = |difference: Difference| {
        step.exercises.iter().any(|exercise| exercise.difference == difference && written.contains(&exercise.name))
    };
    match step.difference {
        Difference::Gone if concerned(Difference::Gone) => Moving::Stays,
        Difference::Changed if concerned(Difference::Changed) || concerned(Difference::Gone) => Moving::Asks,
        Difference::Same | Difference::Reworded | Difference::New | Difference::Changed | Difference::Gone => {
            Moving::Moves
        }
    }
}
