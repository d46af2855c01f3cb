//! What made-up people say to each other: stories of coaching, written for the demo, about nobody.

use kernel::Language;

/// Who says a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// The coach.
    Coach,
    /// The participant.
    Participant,
}

/// A goal, with the tasks that lead to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Goal {
    /// What the participant wants.
    pub title: String,
    /// Steps towards it.
    pub tasks: Vec<String>,
}

/// A talk that was planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// What it is about.
    pub title: String,
    /// Where.
    pub place: String,
}

/// One trajectory's worth of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// What it is about, for whoever arranges the demo; shown nowhere.
    pub theme: String,
    /// The dialogue, in order.
    pub messages: Vec<(Speaker, String)>,
    /// What the coach keeps to herself.
    pub private_notes: Vec<String>,
    /// What the coach shares, with a title each.
    pub shared_notes: Vec<(String, String)>,
    /// Goals with their tasks.
    pub goals: Vec<Goal>,
    /// Talks.
    pub appointments: Vec<Appointment>,
    /// A message begun and not sent.
    pub drafts: Vec<(Speaker, String)>,
}

/// The stories in a language, with `{coach}` and `{participant}` standing for given names.
pub fn stories(language: Language) -> Vec<Story> {
    parse(match language {
        Language::En => include_str!("stories/en.txt"),
        Language::Nl => include_str!("stories/nl.txt"),
        Language::Sv => include_str!("stories/sv.txt"),
    })
}

impl Story {
    /// The story with these given names in it.
    #[must_use]
    pub fn told_by(&self, coach: &str, participant: &str) -> Self {
        let name = |text: &String| text.replace("{coach}", coach).replace("{participant}", participant);
        let said = |lines: &Vec<(Speaker, String)>| lines.iter().map(|(who, text)| (*who, name(text))).collect();
        Self {
            theme: self.theme.clone(),
            messages: said(&self.messages),
            private_notes: self.private_notes.iter().map(name).collect(),
            shared_notes: self.shared_notes.iter().map(|(title, text)| (name(title), name(text))).collect(),
            goals: self
                .goals
                .iter()
                .map(|goal| Goal { title: name(&goal.title), tasks: goal.tasks.iter().map(name).collect() })
                .collect(),
            appointments: self
                .appointments
                .iter()
                .map(|talk| Appointment { title: name(&talk.title), place: name(&talk.place) })
                .collect(),
            drafts: said(&self.drafts),
        }
    }
}

/// Reads the format of `stories/*.txt`: a mark, a colon, a text; `=` begins a story.
fn parse(text: &str) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if let Some(theme) = line.strip_prefix("= ") {
            stories.push(Story { theme: theme.to_owned(), ..Story::default() });
            continue;
        }
        let (Some(story), Some((mark, rest))) = (stories.last_mut(), line.split_once(": ")) else { continue };
        let (rest, pair) = (rest.to_owned(), rest.split_once(" | ").map(|(a, b)| (a.to_owned(), b.to_owned())));
        match (mark, pair) {
            ("c", _) => story.messages.push((Speaker::Coach, rest)),
            ("p", _) => story.messages.push((Speaker::Participant, rest)),
            ("private", _) => story.private_notes.push(rest),
            ("shared", Some(pair)) => story.shared_notes.push(pair),
            ("goal", _) => story.goals.push(Goal { title: rest, tasks: Vec::new() }),
            ("task", _) => story.goals.last_mut().into_iter().for_each(|goal| goal.tasks.push(rest.clone())),
            ("talk", Some((title, place))) => story.appointments.push(Appointment { title, place }),
            ("draft-c", _) => story.drafts.push((Speaker::Coach, rest)),
            ("draft-p", _) => story.drafts.push((Speaker::Participant, rest)),
            _ => {}
        }
    }
    stories
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_story_is_read() {
        for (language, text) in [
            (Language::En, include_str!("stories/en.txt")),
            (Language::Nl, include_str!("stories/nl.txt")),
            (Language::Sv, include_str!("stories/sv.txt")),
        ] {
            let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).count();
            let read: usize = stories(language)
                .iter()
                .map(|story| {
                    1 + story.messages.len()
                        + story.private_notes.len()
                        + story.shared_notes.len()
                        + story.goals.iter().map(|goal| 1 + goal.tasks.len()).sum::<usize>()
                        + story.appointments.len()
                        + story.drafts.len()
                })
                .sum();
            assert_eq!(lines, read, "{language}: a line has an unknown mark");
            assert!(stories(language).len() >= 6, "{language}");
        }
    }

    #[test]
    fn stories_have_the_same_shape_in_each_language() {
        let shape = |language| -> Vec<_> {
            stories(language)
                .iter()
                .map(|s| (s.messages.len(), s.private_notes.len(), s.shared_notes.len(), s.goals.len(), s.drafts.len()))
                .collect()
        };
        assert_eq!(shape(Language::En), shape(Language::Nl));
        assert_eq!(shape(Language::En), shape(Language::Sv));
    }

    #[test]
    fn names_are_filled_in() {
        for language in Language::ALL {
            for story in stories(language) {
                let told = format!("{:?}", story.told_by("Maria", "Tess"));
                assert!(told.contains("Tess") && !told.contains("{coach}") && !told.contains("{participant}"));
            }
        }
    }
}
