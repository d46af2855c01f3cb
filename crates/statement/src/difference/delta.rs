//! Comparing values: each method says which direction is the wider one.

use super::{ChangeClass, Detail, Said};
use crate::{
    check::periods::longer,
    plan::{Period, Texts},
};

/// The details of one changed clause.
#[derive(Debug, Default)]
pub(super) struct Delta {
    pub(super) details: Vec<Detail>,
}

impl Delta {
    /// What all details mean together: one wider detail makes the change wider.
    pub(super) fn class(&self) -> Option<ChangeClass> {
        self.details.iter().map(|detail| detail.class).min()
    }

    pub(super) fn push(&mut self, class: ChangeClass, field: &'static str, old: Vec<Said>, new: Vec<Said>) {
        self.details.push(Detail { class, field, old, new });
    }

    /// A set in which more is wider: readers, items, purposes.
    pub(super) fn opens<T: PartialEq>(&mut self, field: &'static str, old: &[T], new: &[T], say: impl Fn(&T) -> Said) {
        self.sets(field, (old, new), say, ChangeClass::Wider);
    }

    /// A set in which more is narrower: rights, exceptions, undertakings.
    pub(super) fn guards<T: PartialEq>(&mut self, field: &'static str, old: &[T], new: &[T], say: impl Fn(&T) -> Said) {
        self.sets(field, (old, new), say, ChangeClass::Narrower);
    }

    /// A set in which neither is wider.
    pub(super) fn lists<T: PartialEq>(&mut self, field: &'static str, old: &[T], new: &[T], say: impl Fn(&T) -> Said) {
        self.sets(field, (old, new), say, ChangeClass::Same);
    }

    fn sets<T: PartialEq>(
        &mut self,
        field: &'static str,
        (old, new): (&[T], &[T]),
        say: impl Fn(&T) -> Said,
        more: ChangeClass,
    ) {
        let added: Vec<Said> = new.iter().filter(|value| !old.contains(value)).map(&say).collect();
        let removed: Vec<Said> = old.iter().filter(|value| !new.contains(value)).map(&say).collect();
        if !added.is_empty() {
            self.push(more, field, Vec::new(), added);
        }
        if !removed.is_empty() {
            self.push(more.reversed(), field, removed, Vec::new());
        }
    }

    /// A period in which longer is wider.
    pub(super) fn lasts(&mut self, field: &'static str, old: Period, new: Period) {
        self.periods(field, Some(old), Some(new), ChangeClass::Wider);
    }

    /// A period in which longer is narrower.
    pub(super) fn delays(&mut self, field: &'static str, old: Option<Period>, new: Option<Period>) {
        self.periods(field, old, new, ChangeClass::Narrower);
    }

    /// A period that may be absent, in which longer, or having one at all, is `more`.
    pub(super) fn periods(&mut self, field: &'static str, old: Option<Period>, new: Option<Period>, more: ChangeClass) {
        if old == new {
            return;
        }
        let class = match (old, new) {
            (Some(old), Some(new)) if longer(new, old) => more,
            (Some(old), Some(new)) if longer(old, new) => more.reversed(),
            // "12 months" and "1 year".
            (Some(_), Some(_)) => ChangeClass::Wording,
            (None, _) => more,
            (_, None) => more.reversed(),
        };
        let say = |period: Option<Period>| period.map(Said::Period).into_iter().collect();
        self.push(class, field, say(old), say(new));
    }

    /// A promise that protects while it stands.
    pub(super) fn promise(&mut self, field: &'static str, old: bool, new: bool) {
        self.flag(field, old, new, ChangeClass::Narrower);
    }

    /// A permission that opens while it stands.
    pub(super) fn permission(&mut self, field: &'static str, old: bool, new: bool) {
        self.flag(field, old, new, ChangeClass::Wider);
    }

    fn flag(&mut self, field: &'static str, old: bool, new: bool, on: ChangeClass) {
        if old != new {
            let class = if new { on } else { on.reversed() };
            self.push(class, field, vec![Said::Flag(old)], vec![Said::Flag(new)]);
        }
    }

    /// A number in which more protects.
    pub(super) fn at_least(&mut self, field: &'static str, old: u32, new: u32) {
        self.numbers(field, old, new, ChangeClass::Narrower);
    }

    /// A number in which more opens.
    pub(super) fn at_most(&mut self, field: &'static str, old: u32, new: u32) {
        self.numbers(field, old, new, ChangeClass::Wider);
    }

    fn numbers(&mut self, field: &'static str, old: u32, new: u32, more: ChangeClass) {
        if old != new {
            let class = if new > old { more } else { more.reversed() };
            self.push(class, field, vec![Said::Number(old)], vec![Said::Number(new)]);
        }
    }

    /// A value of which none is wider than another.
    pub(super) fn other(&mut self, field: &'static str, old: &str, new: &str) {
        self.classed(ChangeClass::Same, field, old, new);
    }

    /// A value whose change has a known meaning.
    pub(super) fn classed(&mut self, class: ChangeClass, field: &'static str, old: &str, new: &str) {
        if old != new {
            let say = |text: &str| if text.is_empty() { Vec::new() } else { vec![Said::Word(text.to_owned())] };
            self.push(class, field, say(old), say(new));
        }
    }

    /// A name whose absence is wider: a consent that is needed, a role to which a rule is limited.
    pub(super) fn limit(&mut self, field: &'static str, old: &Option<String>, new: &Option<String>) {
        let class = match (old, new) {
            (Some(_), None) => ChangeClass::Wider,
            (None, Some(_)) => ChangeClass::Narrower,
            _ => ChangeClass::Same,
        };
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        self.classed(class, field, &text(old), &text(new));
    }

    /// Words.
    pub(super) fn texts(&mut self, field: &'static str, old: &Texts, new: &Texts) {
        if old != new {
            self.push(ChangeClass::Wording, field, Vec::new(), Vec::new());
        }
    }
}
