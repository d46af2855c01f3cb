//! A process that is killed at a step: it tells each step that it reaches, by the log line that the product writes there,
//! and stands still at the one at which it is to die.

use std::{
    fmt,
    sync::atomic::{AtomicUsize, Ordering},
};

use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span,
};

/// Hears the log lines that have one of these fields. It is the subscriber of the whole process.
pub struct Steps {
    fields: &'static [&'static str],
    tell: fn(&str),
    halt: Option<usize>,
    told: AtomicUsize,
}

impl Steps {
    /// Tells the value of each such field, and stands still at the one with this number, from 0.
    pub fn new(fields: &'static [&'static str], tell: fn(&str), halt: Option<usize>) -> Self {
        Self { fields, tell, halt, told: AtomicUsize::new(0) }
    }
}

impl Subscriber for Steps {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        self.fields.iter().any(|name| metadata.fields().field(name).is_some())
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Step(self));
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

struct Step<'a>(&'a Steps);

impl Visit for Step<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if !self.0.fields.contains(&field.name()) {
            return;
        }
        let step = self.0.told.fetch_add(1, Ordering::SeqCst);
        (self.0.tell)(format!("{value:?}").trim_matches('"'));
        while self.0.halt == Some(step) {
            // The killer is on its way. Nothing of this thread's work goes on, and none of its ends is run.
            std::thread::park();
        }
    }
}
