//! A voice that knows the plan: it finds the words for roles, categories and numbers.

use std::sync::{Arc, LazyLock};

use kernel::{
    Archetype, Language,
    words::{Spoken, Text, Voice, Words},
};

use crate::{
    Plan, Role, What,
    plan::{GUEST, Texts},
};

/// The sentences of the page, in every language.
pub const TEXTS: [Text; 3] = [
    Text { language: Language::En, fluent: include_str!("../../words/page.en.ftl") },
    Text { language: Language::Nl, fluent: include_str!("../../words/page.nl.ftl") },
    Text { language: Language::Sv, fluent: include_str!("../../words/page.sv.ftl") },
];

static WORDS: LazyLock<Arc<Words>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the texts are part of the program, and a test reads them")]
    let words =
        Words::new(TEXTS.into_iter().chain(super::export::TEXTS)).expect("the page's own words are well-formed");
    Arc::new(words)
});

/// The form of a verb after a subject: Dutch tells three apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    You,
    One,
    Many,
}

impl Form {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::One => "one",
            Self::Many => "other",
        }
    }
}

pub(super) struct Speaker<'a> {
    pub(super) plan: &'a Plan,
    pub(super) language: Language,
    pub(super) voice: Voice,
}

impl<'a> Speaker<'a> {
    pub(super) fn new(plan: &'a Plan, language: Language) -> Self {
        Self { plan, language, voice: Self::words(language) }
    }

    /// The words alone, where there is no plan to speak of.
    pub(super) fn words(language: Language) -> Voice {
        Voice::new(Arc::clone(&WORDS), language)
    }

    // ---- sentences

    /// A sentence without variables.
    pub(super) fn say(&self, key: &str) -> String {
        capital(&self.voice.say(key))
    }

    /// A sentence.
    pub(super) fn with<'v>(&self, key: &str, values: impl IntoIterator<Item = (&'v str, Spoken<'v>)>) -> String {
        capital(self.voice.say_with(key, values).trim())
    }

    /// A phrase: it stands inside a sentence.
    pub(super) fn phrase(&self, key: &str) -> String {
        self.voice.say(key)
    }

    /// The organisation's own words in this language.
    pub(super) fn own(&self, texts: &Texts) -> String {
        typeset(texts.get(self.language).unwrap_or_default())
    }

    /// "a, b and c".
    pub(super) fn list(&self, parts: &[String]) -> String {
        self.voice.list(parts)
    }

    /// "a, b or c".
    pub(super) fn list_or(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [rest @ .., last] => format!("{} {} {last}", rest.join(", "), self.phrase("page-list-or")),
        }
    }

    /// Up to twelve in words, then in digits.
    pub(super) fn number(&self, count: u32) -> String {
        match count {
            1..=12 => self.voice.say(&format!("page-number-{count}")),
            _ => count.to_string(),
        }
    }

    // ---- names

    /// "the dialogue", or "everything that we hold about you".
    pub(super) fn what(&self, what: &What) -> String {
        match what {
            What::Category(key) => self.category(key),
            What::Everything => self.phrase("page-everything"),
        }
    }

    /// "the dialogue".
    pub(super) fn category(&self, key: &str) -> String {
        self.plan
            .category(key)
            .and_then(|category| category.names.get(self.language))
            .map_or_else(|| self.quoted(key), typeset)
    }

    /// "the dialogue, the drafts and the notes".
    pub(super) fn categories(&self, keys: &[String]) -> String {
        self.list(&keys.iter().map(|key| self.category(key)).collect::<Vec<_>>())
    }

    /// "to coach you and to keep in touch".
    pub(super) fn purposes<'k>(&self, keys: impl IntoIterator<Item = &'k String>) -> String {
        let texts: Vec<_> = keys.into_iter().map(|key| self.purpose(key)).collect();
        self.list(&texts)
    }

    /// "to coach you".
    pub(super) fn purpose(&self, key: &str) -> String {
        let purpose = self.plan.purpose(key).and_then(|purpose| purpose.texts.get(self.language));
        purpose.map_or_else(|| self.quoted(key), typeset)
    }

    /// A word in quotation marks.
    pub(super) fn quoted(&self, text: &str) -> String {
        self.voice.say1("page-wording-mark", "text", text)
    }

    /// "coachee".
    pub(super) fn role(&self, key: &str) -> String {
        self.role_form(key, "name", |role| &role.names)
    }

    /// "a coachee"; where the language needs no article, without one.
    pub(super) fn a_role(&self, key: &str) -> String {
        let role = self.role(key);
        let article = article(&role);
        self.voice.say2("page-a-role", "role", role.as_str(), "article", article)
    }

    /// "the coachee".
    pub(super) fn the_role(&self, key: &str) -> String {
        self.role_form(key, "definite", |role| &role.definite)
    }

    /// "the coachees".
    pub(super) fn the_roles(&self, key: &str) -> String {
        if key == GUEST {
            return self.phrase("page-everyone");
        }
        self.role_form(key, "definite-plural", |role| &role.definite_plurals)
    }

    /// "the coachees and the coaches".
    pub(super) fn all_the_roles(&self, keys: &[String]) -> String {
        self.list(&keys.iter().map(|key| self.the_roles(key)).collect::<Vec<_>>())
    }

    fn role_form(&self, key: &str, form: &str, texts: impl Fn(&Role) -> &Texts) -> String {
        let Some(role) = self.plan.role(key) else { return self.quoted(key) };
        if let Some(text) = texts(role).get(self.language) {
            return typeset(text);
        }
        // A role with a name but without this form keeps its name; one without any uses the product's words.
        match role.names.get(self.language) {
            Some(name) => typeset(name),
            None => self.voice.say(&format!("page-role-{}-{form}", role.archetype.key())),
        }
    }

    /// Whether the role is one of those whom the service is for.
    pub(super) fn is_participant(&self, key: &str) -> bool {
        self.plan.role(key).is_some_and(|role| role.archetype == Archetype::Participant)
    }
}

/// What a keyboard writes, as a book prints it: the apostrophe.
pub(super) fn typeset(text: &str) -> String {
    text.replace('\'', "’")
}

/// The first letter as a capital, after an opening quotation mark too.
pub(super) fn capital(text: &str) -> String {
    let mut done = false;
    text.chars()
        .flat_map(|sign| {
            let raise = !done && !"“‘”(".contains(sign);
            done |= raise;
            let signs: Vec<char> = if raise { sign.to_uppercase().collect() } else { vec![sign] };
            signs
        })
        .collect()
}

/// `a` or `an` before an English word, by how it begins to sound.
fn article(word: &str) -> &'static str {
    let word = word.to_lowercase();
    let silent = ["hour", "honest", "honour", "heir"].iter().any(|start| word.starts_with(start));
    let like_you = ["uni", "use", "eu", "one"].iter().any(|start| word.starts_with(start));
    if (word.starts_with(['a', 'e', 'i', 'o', 'u']) && !like_you) || silent { "an" } else { "a" }
}

#[cfg(test)]
mod tests {
    use super::{article, capital};

    #[test]
    fn articles_go_by_sound() {
        assert_eq!(
            ["applicant", "user", "coachee", "hour", "unit", "umpire"].map(article),
            ["an", "a", "a", "an", "a", "an"]
        );
    }

    #[test]
    fn sentences_begin_with_a_capital_after_a_quotation_mark_too() {
        assert_eq!(capital("“name” must"), "“Name” must");
        assert_eq!(capital("één ander"), "Één ander");
        assert_eq!(capital("önskan"), "Önskan");
    }
}
