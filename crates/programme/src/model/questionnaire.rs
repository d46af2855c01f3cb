//! Questionnaires that are counted: the score, the words for it, and what a change means.

use std::{collections::BTreeMap, num::NonZeroU16, ops::RangeInclusive};

use super::Words;
use crate::Name;

/// A questionnaire: each item is answered with one of the same answers, and the points are added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    pub(crate) answers: Vec<Rung>,
    pub(crate) items: Vec<Item>,
    /// The words for the lowest scores.
    pub(crate) lowest: Band,
    /// The words for higher ones, in order.
    pub(crate) higher: Vec<Band>,
    pub(crate) reliable: Option<NonZeroU16>,
    pub(crate) more_is_better: bool,
}

/// One of the answers, with its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Its short name, unique within the questionnaire's answers.
    pub name: Name,
    /// What it says.
    pub words: Words,
    /// What it counts.
    pub points: i32,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its short name, unique within the questionnaire's items.
    pub name: Name,
    /// What it says.
    pub words: Words,
    /// How many times it counts; an item of weight 0 is asked and not counted.
    pub weight: u8,
    /// Whether it asks the other way round: the highest answer then counts as the lowest.
    pub is_reversed: bool,
    /// From which points of its answer on it shows urgent help at once.
    pub danger_from: Option<i32>,
}

/// The words for scores from here on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Band {
    pub(crate) name: Name,
    pub(crate) from: i32,
    pub(crate) words: Words,
}

/// What answers come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score<'a> {
    /// The points.
    pub points: i32,
    /// The short name of the band.
    pub band: &'a Name,
    /// The words for it.
    pub words: &'a str,
    /// Whether an answer shows urgent help at once.
    pub is_danger: bool,
}

/// Why answers are not counted: these items have no answer, or one that there is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered(pub Vec<Name>);

/// What a newer score means beside an older one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It changed by as much as counts, for the better.
    Better,
    /// It changed by as much as counts, for the worse.
    Worse,
    /// The difference can be chance.
    Same,
}

impl Questionnaire {
    /// The answers, the same for each item, in the author's order.
    pub fn answers(&self) -> &[Rung] {
        &self.answers
    }

    /// The items, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// By how many points a score must move to count as changed, where the author says so.
    pub fn reliable_change(&self) -> Option<NonZeroU16> {
        self.reliable
    }

    /// The lowest and the highest score that there can be.
    pub fn reach(&self) -> RangeInclusive<i32> {
        let (low, high) = self.ends();
        let weights: i32 = self.items.iter().map(|item| i32::from(item.weight)).sum();
        low * weights..=high * weights
    }

    /// The bands: from which score on, their short names and words, from the lowest.
    pub fn bands(&self) -> impl Iterator<Item = (i32, &Name, &str)> {
        std::iter::once(&self.lowest).chain(&self.higher).map(|band| (band.from, &band.name, band.words.as_str()))
    }

    /// Whether this answer to this item shows urgent help at once; it can be asked before the others are answered.
    pub fn is_danger(&self, item: &Name, answer: &Name) -> bool {
        let item = self.items.iter().find(|candidate| candidate.name == *item);
        let points = self.rung(answer).map(|rung| rung.points);
        item.and_then(|item| item.danger_from).zip(points).is_some_and(|(from, points)| points >= from)
    }

    /// Counts the answers, by the names of items.
    ///
    /// # Errors
    /// The items that have no answer, or one that there is not.
    pub fn score(&self, answers: &BTreeMap<Name, Name>) -> Result<Score<'_>, Unanswered> {
        let (low, high) = self.ends();
        let (mut points, mut is_danger, mut open) = (0, false, Vec::new());
        for item in &self.items {
            let Some(rung) = answers.get(&item.name).and_then(|answer| self.rung(answer)) else {
                open.push(item.name.clone());
                continue;
            };
            let counted = if item.is_reversed { low + high - rung.points } else { rung.points };
            points += i32::from(item.weight) * counted;
            is_danger |= item.danger_from.is_some_and(|from| rung.points >= from);
        }
        if !open.is_empty() {
            return Err(Unanswered(open));
        }
        let band = self.higher.iter().rev().find(|band| band.from <= points).unwrap_or(&self.lowest);
        Ok(Score { points, band: &band.name, words: &band.words, is_danger })
    }

    /// What a newer score means beside an older one; nothing, where the author does not say by how much it must move.
    pub fn change(&self, before: i32, now: i32) -> Option<Change> {
        let least = u32::from(self.reliable?.get());
        Some(if before.abs_diff(now) < least {
            Change::Same
        } else if (now > before) == self.more_is_better {
            Change::Better
        } else {
            Change::Worse
        })
    }

    /// Goes over all words in it.
    pub(super) fn all_words(&mut self, each: &mut dyn FnMut(&mut Words)) {
        self.answers.iter_mut().for_each(|rung| each(&mut rung.words));
        self.items.iter_mut().for_each(|item| each(&mut item.words));
        std::iter::once(&mut self.lowest).chain(&mut self.higher).for_each(|band| each(&mut band.words));
    }

    fn rung(&self, name: &Name) -> Option<&Rung> {
        self.answers.iter().find(|rung| rung.name == *name)
    }

    /// The lowest and the highest points of an answer.
    fn ends(&self) -> (i32, i32) {
        let points = || self.answers.iter().map(|rung| rung.points);
        (points().min().unwrap_or_default(), points().max().unwrap_or_default())
    }
}
