//! Questionnaires: answers with points, items, and bands with words.

use super::{
    exercise::Asked,
    parts::{RawPart, reach},
    reader::Reader,
};
use crate::{Fault, Item, Name, Questionnaire, Rung, model::Band};

/// The sections of a questionnaire.
pub(super) const SECTIONS: &[&str] = &["answers", "items", "bands"];
const ANSWER: &str = "- never (0): Never";
const ITEM: &str = "- rested (reversed, weight 2): I woke up rested.";
const BAND: &str = "- calm (0-6): Your nights are mostly calm.";
/// The most points of an answer, to either side of nothing.
const MOST_POINTS: i32 = 100;
/// The most that an item weighs.
const MOST_WEIGHT: u8 = 20;

impl<'a> Asked<'_, 'a> {
    pub(super) fn questionnaire(&mut self) -> Option<Questionnaire> {
        let before = self.reader.count();
        self.sections();
        let answers = self.each("answers", rung);
        let items = self.each("items", |reader, name, part| item(reader, name, part, &answers));
        let better = self.settings.value(self.reader, "better", "better: lower, better: higher", |text| match text {
            "lower" => Some(false),
            "higher" => Some(true),
            _ => None,
        });
        let more_is_better = better.unwrap_or_default();
        let reliable = self.settings.value(self.reader, "change", "change: 6", |text| text.parse().ok());
        let mut bands = self.bands();
        if bands.is_empty() || answers.is_empty() {
            return None;
        }
        let ends: Vec<i32> = bands.iter().map(|(_, to)| *to).collect();
        let lowest = bands.remove(0).0;
        let higher = bands.into_iter().map(|(band, _)| band).collect();
        let read = Questionnaire { answers, items, lowest, higher, reliable, more_is_better };
        // Where a number cannot be read, what it comes to is not known either.
        if self.reader.count() == before {
            self.counts(&read, &ends);
        }
        Some(read)
    }

    /// Each section is there, and every line stands in one.
    fn sections(&mut self) {
        for (section, example, least) in [("answers", ANSWER, 2), ("items", ITEM, 1), ("bands", BAND, 1)] {
            let count = self.body.section(section).count();
            let stray = self.body.section("").next().filter(|_| section == "answers" && count >= least);
            if count < least || stray.is_some() {
                let (section, example) = (format!("{section}:"), example.to_owned());
                let at = stray.map_or(self.block.opening, |part| part.at);
                self.reader.tell(at, Fault::SectionMissing { section, example });
            }
        }
    }

    /// The bands as they are written, each with its last score.
    fn bands(&mut self) -> Vec<(Band, i32)> {
        self.each("bands", |reader, name, part| {
            let scores = reach::<i32>(part.mark);
            if scores.is_none() {
                part.tell_mark(reader, part.mark, BAND);
            }
            let (from, to) = scores.unwrap_or(0..=0).into_inner();
            (Band { name, from, words: part.words.clone() }, to)
        })
    }

    /// Something counts, a change can be reached, and each score has its words once.
    fn counts(&mut self, read: &Questionnaire, ends: &[i32]) {
        let (low, high) = read.reach().into_inner();
        if low == high {
            self.reader.tell(self.block.opening, Fault::NoWeight {});
            return;
        }
        if let (Some(change), Some(at)) = (read.reliable, self.settings.place("change"))
            && i32::from(change.get()) > high - low
        {
            self.reader.tell(at, Fault::ChangeOutOfReach { most: (high - low).to_string() });
        }
        let mut wanted = low;
        let (from, to) = (low.to_string(), high.to_string());
        let parts = self.body.section("bands").zip(read.bands()).zip(ends);
        for ((part, (begins, name, _)), end) in parts {
            if begins != wanted {
                let (band, wanted) = (name.to_string(), wanted.to_string());
                self.reader.tell(part.mark_at(), Fault::Bands { band, wanted, from: from.clone(), to: to.clone() });
                return;
            }
            wanted = end.saturating_add(1);
        }
        if wanted != high + 1 {
            let last = self.body.section("bands").last().map_or(self.block.opening, RawPart::mark_at);
            self.reader.tell(last, Fault::BandsEnd { from, to });
        }
    }
}

/// An answer with its points.
fn rung<'a>(reader: &mut Reader<'a>, name: Name, part: &RawPart<'a>) -> Rung {
    let points = part.mark.parse().ok().filter(|points: &i32| (-MOST_POINTS..=MOST_POINTS).contains(points));
    if points.is_none() {
        part.tell_mark(reader, part.mark, ANSWER);
    }
    Rung { name, words: part.words.clone(), points: points.unwrap_or_default() }
}

/// An item with what stands in its brackets.
fn item<'a>(reader: &mut Reader<'a>, name: Name, part: &RawPart<'a>, answers: &[Rung]) -> Item {
    let mut item = Item { name, words: part.words.clone(), weight: 1, is_reversed: false, danger_from: None };
    for mark in part.mark.split(',').map(str::trim).filter(|mark| !mark.is_empty()) {
        let weight = mark.strip_prefix("weight ").and_then(|n| n.parse().ok()).filter(|n: &u8| *n <= MOST_WEIGHT);
        let danger =
            mark.strip_prefix("danger from ").and_then(|name| answers.iter().find(|a| a.name.as_str() == name));
        match (mark, weight, danger) {
            ("reversed", ..) => item.is_reversed = true,
            (_, Some(weight), _) => item.weight = weight,
            (_, _, Some(rung)) => item.danger_from = Some(rung.points),
            _ => {
                let first = answers.get(1).map_or("often", |rung| rung.name.as_str());
                part.tell_mark(reader, mark, &format!("(reversed), (weight 2), (danger from {first})"));
            }
        }
    }
    item
}
