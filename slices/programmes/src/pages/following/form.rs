//! An exercise as a form that works without script.

use programme::{Exercise, FieldKind, Kind, Opt};
use ui::Choice;

use crate::model::{WENT, goals_asked};

/// Fields that belong together, such as a row of a table.
pub(super) struct Group {
    /// What they are called together; empty where there is one group.
    pub(super) legend: String,
    pub(super) fields: Vec<FieldView>,
}

/// A field.
pub(super) struct FieldView {
    /// Unique on the page.
    pub(super) id: String,
    /// What the form sends.
    pub(super) name: String,
    pub(super) label: String,
    pub(super) input: Input,
    pub(super) value: String,
    /// What is wrong with it; empty for nothing.
    pub(super) error: String,
}

/// How a field is filled in.
pub(super) enum Input {
    /// Many words.
    Area,
    /// A line; with the id of a list of ideas, or none.
    Line(String),
    /// What is sent along and not asked.
    Hidden,
    /// A time of day.
    Time,
    /// A whole number.
    Number(String, String),
    /// One of these, in a row.
    Scale(Vec<Choice>),
    /// One of these.
    Choice(Vec<Choice>),
    /// Yes or nothing.
    Check(bool),
}

/// What fills a form: what was kept, or what was just typed.
pub(super) struct Filled<'a> {
    pub(super) voice: &'a kernel::words::Voice,
    pub(super) value: &'a dyn Fn(&str) -> String,
    /// The fields that something is wrong with.
    pub(super) misfits: &'a [String],
}

/// A few lines stand open where one writes goals.
const GOALS: usize = 3;

impl Filled<'_> {
    /// The fields of an exercise.
    pub(super) fn groups(&self, exercise: &Exercise) -> Vec<Group> {
        let title = exercise.title.as_str();
        match &exercise.kind {
            Kind::Writing => vec![Group::alone(vec![self.field(exercise, "text", title, Input::Area)])],
            Kind::List(lines) => vec![Group::alone(self.lines(exercise, usize::from(lines.get()), ""))],
            Kind::Goals(_) if !self.goals_asked().is_empty() => self.check_in(exercise),
            Kind::Goals(goals) => {
                let ideas = if goals.ideas.is_empty() { String::new() } else { format!("{}-ideas", exercise.name) };
                vec![Group::alone(self.lines(exercise, GOALS, &ideas))]
            }
            Kind::Scale(scale) => {
                let words = |point: u8| scale.words().get(&point).cloned().unwrap_or_default();
                let points = scale.reach().map(|point| (point.to_string(), words(point)));
                vec![Group::alone(vec![self.scale(exercise, "point", title, points)])]
            }
            Kind::Choice(options) => {
                let value = (self.value)("choice");
                let choices = options.iter().map(|option| choice(option).chosen_if(&value)).collect();
                vec![Group::alone(vec![self.field(exercise, "choice", title, Input::Choice(choices))])]
            }
            Kind::Choices(options) => {
                let fields = options.iter().map(|option| self.check(exercise, option.name.as_str(), &option.words));
                vec![Group { legend: title.to_owned(), fields: fields.collect() }]
            }
            Kind::Table(columns) => self.rows(exercise, columns),
            Kind::Diary(fields) => {
                let fields = fields.iter().map(|field| self.asked(exercise, "", field));
                vec![Group::alone(fields.collect())]
            }
            Kind::Timer(_) => {
                let label = self.voice.say("programmes-timer-done");
                vec![Group::alone(vec![self.check(exercise, "done", &label)])]
            }
            Kind::Upload(_) => {
                let label = self.voice.say("programmes-upload-remark");
                vec![Group::alone(vec![self.field(exercise, "text", &label, Input::Area)])]
            }
            Kind::Questionnaire(questionnaire) => {
                let items = questionnaire.items().iter().map(|item| {
                    let value = (self.value)(item.name.as_str());
                    let rungs = questionnaire.answers().iter();
                    let choices = rungs.map(|rung| Choice::new(rung.name.as_str(), &*rung.words).chosen_if(&value));
                    self.field(exercise, item.name.as_str(), &item.words, Input::Choice(choices.collect()))
                });
                vec![Group::alone(items.collect())]
            }
        }
    }

    fn goals_asked(&self) -> Vec<(u8, String)> {
        goals_asked(|row| (self.value)(&format!("{row}.goal")))
    }

    /// How each goal went; its words are sent along, so that what is said belongs to what was shown.
    fn check_in(&self, exercise: &Exercise) -> Vec<Group> {
        let group = |(row, goal): (u8, String)| {
            let name = |part: &str| format!("{row}.{part}");
            let value = (self.value)(&name("went"));
            let choice = |key: &'static str| Choice::new(key, self.voice.say(went_word(key))).chosen_if(&value);
            let (asks, remark) =
                (self.voice.say("programmes-check-in-went"), self.voice.say("programmes-check-in-remark"));
            let fields = vec![
                self.field(exercise, &name("goal"), "", Input::Hidden),
                self.field(exercise, &name("went"), &asks, Input::Choice(WENT.map(choice).into())),
                self.field(exercise, &name("remark"), &remark, Input::Area),
            ];
            Group { legend: goal, fields }
        };
        self.goals_asked().into_iter().map(group).collect()
    }

    /// As many lines as are filled and one more, at least so many.
    fn lines(&self, exercise: &Exercise, least: usize, ideas: &str) -> Vec<FieldView> {
        let filled = (1..=100).rev().find(|row| !(self.value)(&row.to_string()).is_empty()).unwrap_or(0);
        let lines = least.max(filled + 1).min(100);
        let line = |row: usize| {
            let label = self.voice.say1("programmes-line", "number", row as i64);
            self.field(exercise, &row.to_string(), &label, Input::Line(ideas.to_owned()))
        };
        (1..=lines).map(line).collect()
    }

    /// The rows that are filled, and an empty one.
    fn rows(&self, exercise: &Exercise, columns: &[programme::Field]) -> Vec<Group> {
        let is_filled =
            |row: &usize| columns.iter().any(|column| !(self.value)(&format!("{row}.{}", column.name)).is_empty());
        let filled = (1..=100).rev().find(is_filled).unwrap_or(0);
        let group = |row: usize| Group {
            legend: self.voice.say1("programmes-row", "number", row as i64),
            fields: columns.iter().map(|column| self.asked(exercise, &format!("{row}."), column)).collect(),
        };
        (1..=(filled + 1).min(100)).map(group).collect()
    }

    /// A column of a table or a field of a diary.
    fn asked(&self, exercise: &Exercise, before: &str, field: &programme::Field) -> FieldView {
        let name = format!("{before}{}", field.name);
        match &field.kind {
            FieldKind::Text => self.field(exercise, &name, &field.words, Input::Area),
            FieldKind::Time => self.field(exercise, &name, &field.words, Input::Time),
            FieldKind::Number(reach) => {
                let input = Input::Number(reach.start().to_string(), reach.end().to_string());
                self.field(exercise, &name, &field.words, input)
            }
            FieldKind::Scale(reach) => {
                let points = reach.clone().map(|point| (point.to_string(), String::new()));
                self.scale(exercise, &name, &field.words, points)
            }
            FieldKind::YesNo => {
                let value = (self.value)(&name);
                let choices = [("yes", "programmes-yes"), ("no", "programmes-no")]
                    .map(|(key, word)| Choice::new(key, self.voice.say(word)).chosen_if(&value));
                self.field(exercise, &name, &field.words, Input::Choice(choices.into()))
            }
        }
    }

    fn scale(
        &self,
        exercise: &Exercise,
        name: &str,
        label: &str,
        points: impl Iterator<Item = (String, String)>,
    ) -> FieldView {
        let value = (self.value)(name);
        let choices = points.map(|(point, words)| Choice::new(point.clone(), point).hint(words).chosen_if(&value));
        self.field(exercise, name, label, Input::Scale(choices.collect()))
    }

    fn check(&self, exercise: &Exercise, name: &str, label: &str) -> FieldView {
        let is_ticked = (self.value)(name) == "yes";
        self.field(exercise, name, label, Input::Check(is_ticked))
    }

    fn field(&self, exercise: &Exercise, name: &str, label: &str, input: Input) -> FieldView {
        let is_misfit = self.misfits.iter().any(|misfit| misfit == name);
        let word = match input {
            Input::Choice(_) | Input::Scale(_) => "programmes-fault-choose",
            _ => "programmes-fault-fits",
        };
        FieldView {
            id: field_id(exercise, name),
            name: name.to_owned(),
            label: label.to_owned(),
            input,
            value: (self.value)(name),
            error: if is_misfit { self.voice.say(word) } else { String::new() },
        }
    }
}

impl Group {
    fn alone(fields: Vec<FieldView>) -> Self {
        Self { legend: String::new(), fields }
    }

    /// What is wrong with its fields.
    pub(super) fn faults(&self) -> impl Iterator<Item = ui::Fault> {
        let faulty = self.fields.iter().filter(|field| !field.error.is_empty());
        faulty.map(|field| ui::Fault { field: field.id.clone(), text: format!("{}: {}", field.label, field.error) })
    }
}

/// How a goal went, as people read it.
pub(super) fn went_word(went: &str) -> &'static str {
    match went {
        "done" => "programmes-check-in-done",
        "partly" => "programmes-check-in-partly",
        _ => "programmes-check-in-not",
    }
}

fn choice(option: &Opt) -> Choice {
    Choice::new(option.name.as_str(), &*option.words)
}

/// The id of a field: names of exercises are unique on a page.
fn field_id(exercise: &Exercise, name: &str) -> String {
    format!("{}-{}", exercise.name, name.replace('.', "-"))
}
