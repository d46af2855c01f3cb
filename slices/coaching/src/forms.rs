//! What the forms of coaching mean, and everything that can be wrong with them.

use http::{Faults, Fields, FromFields, Upload, Uploaded};
use jiff::{
    civil::{Date, Time},
    tz::TimeZone,
};
use kernel::{PersonId, Timestamp};
use organisation::attachments::{self, Accepted, NewFile};

use crate::{model::Part, store::appointments::Plan};

/// The longest message or note, in signs.
pub const LONGEST_TEXT: usize = 20_000;
/// The longest title or place, in signs.
pub const LONGEST_LINE: usize = 200;
/// A new message.
pub struct MessageForm {
    /// The text; may be empty when files go along.
    pub text: String,
    /// The files.
    pub files: Vec<NewFile>,
}

impl MessageForm {
    /// Reads the form of a message; `accepted` says which files.
    pub fn read(upload: Upload, accepted: &Accepted) -> Result<Self, Faults> {
        let mut faults = Faults::none();
        let chosen: Vec<Uploaded> = upload.files.into_iter().filter(|file| file.field == "files").collect();
        let text = if chosen.is_empty() {
            upload.typed.text("text", LONGEST_TEXT, &mut faults)
        } else {
            upload.typed.text_or_empty("text", LONGEST_TEXT, &mut faults)
        };
        if chosen.len() > attachments::MOST_FILES {
            faults.add_with("files", "organisation-file-many", attachments::MOST_FILES as i64);
        }
        let (files, refused) = accepted.take_all(chosen);
        for one in refused {
            faults.add_with("files", one.unfit.word(), i64::from(accepted.most_mib));
        }
        if faults.is_empty() { Ok(Self { text, files }) } else { Err(faults) }
    }
}

/// A text of its own: a note.
pub struct TextForm {
    /// The text.
    pub text: String,
}

impl FromFields for TextForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        Some(Self { text: fields.text("text", LONGEST_TEXT, faults) })
    }
}

/// A goal.
pub struct GoalForm {
    /// What is to be reached.
    pub title: String,
}

impl FromFields for GoalForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        Some(Self { title: fields.line("title", LONGEST_LINE, faults) })
    }
}

/// A task and who does it.
pub struct TaskForm {
    /// What is to be done.
    pub title: String,
    /// By whom.
    pub doer: Part,
}

impl FromFields for TaskForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let title = fields.line("title", LONGEST_LINE, faults);
        let doer = fields.parse_with("doer", faults, |word| match word {
            "coach" => Some(Part::Coach),
            "participant" => Some(Part::Participant),
            _ => None,
        });
        Some(Self { title, doer: doer? })
    }
}

/// An appointment as it is typed: a local day and times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppointmentForm {
    /// What it is about.
    pub title: String,
    /// Where; may be empty.
    pub place: String,
    /// The day.
    pub date: Date,
    /// When it begins.
    pub from: Time,
    /// When it ends.
    pub until: Time,
}

impl FromFields for AppointmentForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let title = fields.line("title", LONGEST_LINE, faults);
        let date = fields.date("date", faults);
        let from = fields.time("from", faults);
        let until = fields.time("until", faults);
        let place = fields.line_or_empty("place", LONGEST_LINE, faults);
        let form = Self { title, place, date: date?, from: from?, until: until? };
        if form.until <= form.from {
            faults.add("until", "coaching-appointment-backwards");
        }
        Some(form)
    }
}

impl AppointmentForm {
    /// The instants in a zone. A time that the clock skips that night is no time; one that it shows twice is the
    /// first of the two. What has begun already is not planned any more.
    pub fn in_zone(self, zone: &TimeZone, now: Timestamp) -> Result<Plan, Faults> {
        let mut faults = Faults::none();
        let mut instant = |field: &'static str, time: Time| {
            let ambiguous = zone.to_ambiguous_timestamp(self.date.to_datetime(time));
            if matches!(ambiguous.offset(), jiff::tz::AmbiguousOffset::Gap { .. }) {
                faults.add(field, "coaching-appointment-skipped");
                return None;
            }
            ambiguous.earlier().ok()
        };
        let (begins, ends) = (instant("from", self.from), instant("until", self.until));
        match (begins, ends) {
            (Some(begins), _) if begins < now => Err(Faults::one("date", "coaching-appointment-past")),
            (Some(begins), Some(ends)) if faults.is_empty() => {
                Ok(Plan { begins, ends, title: self.title, place: self.place })
            }
            _ if faults.is_empty() => Err(Faults::one("date", "form-not-a-date")),
            _ => Err(faults),
        }
    }
}

/// A coach and a participant to link.
pub struct LinkForm {
    /// The coach.
    pub coach: PersonId,
    /// The participant.
    pub participant: PersonId,
}

impl FromFields for LinkForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let coach = fields.parse::<PersonId>("coach", faults);
        let participant = fields.parse::<PersonId>("participant", faults);
        let form = Self { coach: coach?, participant: participant? };
        if form.coach == form.participant {
            faults.add("participant", "coaching-link-same");
        }
        Some(form)
    }
}
