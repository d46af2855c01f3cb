//! What somebody filled in: the fields of one exercise, as they are sealed.

use std::collections::BTreeMap;

use jiff::civil::Time;
use programme::{Field, FieldKind, Kind, Name, Opt, Questionnaire, Score, Unanswered};

use super::HandedInId;

/// The most bytes in all fields together.
pub const MOST_SIGNS: usize = 60_000;
/// The most rows of a list or a table.
const MOST_ROWS: u8 = 100;
/// How a goal went, as a check-in keeps it.
pub const WENT: [&str; 3] = ["done", "partly", "not"];
/// What is chosen, where there is nothing to say but yes.
const YES: &str = "yes";

/// The fields of an exercise that are filled in, by their names. It reads itself whatever the exercise has become since, so
/// nothing that was written is lost to a newer version.
///
/// | exercise | fields |
/// |---|---|
/// | writing | `text` |
/// | list, goals | `1`, `2`, … |
/// | check-in of goals | `1.goal` with its words, `1.went` with a [`WENT`], `1.remark`, … |
/// | scale | `point` |
/// | choice | `choice`, with the short name of an answer |
/// | choices | the short name of each chosen answer, with `yes` |
/// | table | `1.thought`, `1.feeling`, `2.thought`, … |
/// | diary | the short name of each field |
/// | timer | `done`, with `yes` |
/// | upload | `text`, and `file.` with the id of each file, with its size and name |
/// | questionnaire | the short name of each item, with that of an answer |
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet(BTreeMap<String, String>);

/// There is more in the fields than is kept of one exercise; nothing of it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

impl Sheet {
    /// Of a form's fields: what the exercise asks and is filled in. With the names of fields whose values do not fit it, such
    /// as a time that there is not; those are left out.
    ///
    /// # Errors
    /// When there is too much.
    pub fn of(kind: &Kind, fields: impl IntoIterator<Item = (String, String)>) -> Result<(Self, Vec<String>), TooMuch> {
        let (mut sheet, mut misfits, mut signs) = (Self::default(), Vec::new(), 0_usize);
        for (field, value) in fields {
            let Some(asks) = Asked::by(kind, &field) else { continue };
            if value.trim().is_empty() {
                continue;
            }
            signs = signs.saturating_add(value.len());
            if signs > MOST_SIGNS {
                return Err(TooMuch);
            }
            if asks.fits(&value) {
                sheet.0.insert(field, value);
            } else {
                misfits.push(field);
            }
        }
        Ok((sheet, misfits))
    }

    /// A mood, from 0 to 10; `None` for another number.
    pub fn of_mood(point: u8) -> Option<Self> {
        (point <= 10).then(|| Self([("point".to_owned(), point.to_string())].into()))
    }

    /// From the text that was sealed; `None` when it is none of this kind.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().map(Self)
    }

    /// The text that is sealed, and that its writer takes along: a JSON object with texts.
    pub fn text(&self) -> String {
        let fields = self.0.iter().map(|(field, value)| (field.clone(), serde_json::Value::String(value.clone())));
        serde_json::Value::Object(fields.collect()).to_string()
    }

    /// What stands in a field.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.0.get(field).map(String::as_str)
    }

    /// The fields that are filled in.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(field, value)| (field.as_str(), value.as_str()))
    }

    /// The goals that a check-in asks about, each with its row; none where it is no check-in.
    pub fn goals_asked(&self) -> Vec<(u8, &str)> {
        goals_asked(|row| self.get(&format!("{row}.goal")).unwrap_or_default())
    }

    /// The files that it holds, as far as they are there.
    pub fn files(&self) -> Vec<HandedInId> {
        self.0.keys().filter_map(|field| file_of(field)).collect()
    }

    /// The same, each with its size in bytes and the name that it had on its writer's device.
    pub fn files_said(&self) -> Vec<(HandedInId, u64, &str)> {
        self.fields().filter_map(|(field, value)| file_said(field, value)).collect()
    }

    /// Puts a file in, with its size and name: a page that shows it asks for nothing more.
    pub fn hand_in(&mut self, file: HandedInId, size: usize, name: &str) {
        self.0.insert(file_field(file), format!("{size} {name}"));
    }

    /// Whether nothing is filled in. What a check-in asks about is not its answer.
    pub fn is_blank(&self, kind: &Kind) -> bool {
        let is_asked = |field: &str| matches!(kind, Kind::Goals(_)) && field.ends_with(".goal");
        self.0.keys().all(|field| is_asked(field))
    }

    /// Whether an answer in it shows urgent help at once; it can be asked while others are open.
    pub fn is_danger(&self, kind: &Kind) -> bool {
        let chosen = |option: &Opt| option.is_danger && self.chooses(kind, option);
        match kind {
            Kind::Scale(scale) => {
                self.get("point").and_then(|point| point.parse().ok()).is_some_and(|p| scale.is_danger(p))
            }
            Kind::Choice(options) | Kind::Choices(options) => options.iter().any(chosen),
            Kind::Questionnaire(questionnaire) => {
                self.answers().iter().any(|(item, answer)| questionnaire.is_danger(item, answer))
            }
            Kind::Writing
            | Kind::List(_)
            | Kind::Table(_)
            | Kind::Diary(_)
            | Kind::Goals(_)
            | Kind::Timer(_)
            | Kind::Upload(_) => false,
        }
    }

    /// Counts a questionnaire.
    ///
    /// # Errors
    /// The items that are open.
    pub fn score<'a>(&self, questionnaire: &'a Questionnaire) -> Result<Score<'a>, Unanswered> {
        questionnaire.score(&self.answers())
    }

    fn chooses(&self, kind: &Kind, option: &Opt) -> bool {
        match kind {
            Kind::Choice(_) => self.get("choice") == Some(option.name.as_str()),
            _ => self.get(option.name.as_str()) == Some(YES),
        }
    }

    /// The fields whose names and values are short names.
    fn answers(&self) -> BTreeMap<Name, Name> {
        self.0.iter().filter_map(|(field, value)| Some((field.parse().ok()?, value.parse().ok()?))).collect()
    }
}

/// What a field of an exercise asks.
enum Asked<'a> {
    Words,
    Went,
    File,
    Yes,
    Of(&'a FieldKind),
    Point(&'a programme::Scale),
    Option(&'a [Opt]),
    Answer(&'a Questionnaire),
}

impl<'a> Asked<'a> {
    /// What the exercise asks in this field; `None` when it has no such field.
    fn by(kind: &'a Kind, field: &str) -> Option<Self> {
        match kind {
            Kind::Writing => (field == "text").then_some(Self::Words),
            Kind::List(_) => is_row(field).then_some(Self::Words),
            Kind::Goals(_) => match field.split_once('.') {
                None => is_row(field).then_some(Self::Words),
                Some((row, part)) => Self::of_check_in(part).filter(|_| is_row(row)),
            },
            Kind::Scale(scale) => (field == "point").then_some(Self::Point(scale)),
            Kind::Choice(options) => (field == "choice").then_some(Self::Option(options)),
            Kind::Choices(options) => options.iter().any(|option| option.name.as_str() == field).then_some(Self::Yes),
            Kind::Table(columns) => {
                let (row, column) = field.split_once('.')?;
                named(columns, column).filter(|_| is_row(row)).map(Self::Of)
            }
            Kind::Diary(fields) => named(fields, field).map(Self::Of),
            Kind::Timer(_) => (field == "done").then_some(Self::Yes),
            Kind::Upload(_) if field == "text" => Some(Self::Words),
            Kind::Upload(_) => file_of(field).map(|_| Self::File),
            Kind::Questionnaire(questionnaire) => {
                let is_item = questionnaire.items().iter().any(|item| item.name.as_str() == field);
                is_item.then_some(Self::Answer(questionnaire))
            }
        }
    }

    /// What a check-in asks of a goal.
    fn of_check_in(part: &str) -> Option<Self> {
        match part {
            "goal" | "remark" => Some(Self::Words),
            "went" => Some(Self::Went),
            _ => None,
        }
    }

    fn fits(&self, value: &str) -> bool {
        match self {
            Self::Words | Self::Of(FieldKind::Text) => true,
            Self::File => size_and_name(value).is_some(),
            Self::Went => WENT.contains(&value),
            Self::Yes => value == YES,
            Self::Of(FieldKind::YesNo) => matches!(value, YES | "no"),
            Self::Of(FieldKind::Time) => value.len() == "00:00".len() && value.parse::<Time>().is_ok(),
            Self::Of(FieldKind::Number(reach) | FieldKind::Scale(reach)) => {
                value.parse().is_ok_and(|number: u16| reach.contains(&number))
            }
            Self::Point(scale) => value.parse().is_ok_and(|point: u8| scale.reach().contains(&point)),
            Self::Option(options) => options.iter().any(|option| option.name.as_str() == value),
            Self::Answer(questionnaire) => questionnaire.answers().iter().any(|rung| rung.name.as_str() == value),
        }
    }
}

fn named<'a>(fields: &'a [Field], name: &str) -> Option<&'a FieldKind> {
    fields.iter().find(|field| field.name.as_str() == name).map(|field| &field.kind)
}

/// The goals that stand in the rows of a check-in, whose words `goal` says.
pub(crate) fn goals_asked<S: AsRef<str>>(goal: impl Fn(u8) -> S) -> Vec<(u8, S)> {
    (1..=MOST_ROWS).map(|row| (row, goal(row))).filter(|(_, words)| !words.as_ref().trim().is_empty()).collect()
}

/// The field of a file.
pub(crate) fn file_field(file: HandedInId) -> String {
    format!("file.{file}")
}

/// What a field of a file says of it; `None` for other fields.
pub(crate) fn file_said<'a>(field: &str, value: &'a str) -> Option<(HandedInId, u64, &'a str)> {
    let (size, name) = size_and_name(value)?;
    Some((file_of(field)?, size, name))
}

fn size_and_name(value: &str) -> Option<(u64, &str)> {
    let (size, name) = value.split_once(' ')?;
    let size = size.parse().ok()?;
    (name.chars().count() <= 200).then_some((size, name))
}

fn file_of(field: &str) -> Option<HandedInId> {
    field.strip_prefix("file.")?.parse().ok()
}

fn is_row(field: &str) -> bool {
    !field.starts_with(['0', '+']) && field.parse().is_ok_and(|row: u8| (1..=MOST_ROWS).contains(&row))
}
