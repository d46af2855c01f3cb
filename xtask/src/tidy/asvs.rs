//! The page that answers OWASP's verification standard, made of `docs/asvs.txt`: each requirement of levels 1 and 2 once,
//! each with tests that exist, or with the reason why there is none.

use std::fmt::Write as _;

use super::Tree;

/// Where the answers stand.
const ANSWERS: &str = "docs/asvs.txt";
/// Where the page stands.
pub(crate) const PAGE: &str = "docs/asvs.md";

/// How many requirements ASVS 5.0.0 has at each of the two levels.
const ASKED: [(u8, usize); 2] = [(1, 70), (2, 183)];

const HEAD: &str = "\
# The verification standard, answered

Each requirement of levels 1 and 2 of OWASP's Application Security Verification Standard 5.0.0, in our words, with what shows that it is
kept. The standard's own words are at <https://owasp.org/www-project-application-security-verification-standard/>.

This page is made by `cargo xtask asvs` from `docs/asvs.txt`; `cargo xtask tidy` fails when a requirement is missing, or a test that is named here.

";

/// What is said of a requirement.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Shown,
    Built,
    DoesNotApply,
    Open,
}

impl Answer {
    const ALL: [(Self, &str, &str, &str); 4] = [
        (Self::Shown, "shown", "shown", "tests show it, and are named"),
        (Self::Built, "built", "built so", "it holds by how the program is made, at the place that is named"),
        (Self::DoesNotApply, "none", "does not apply", "there is nothing that it could be about"),
        (Self::Open, "open", "**open**", "not kept, or not whole; what is missing is said"),
    ];

    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, ..)| *known == word).map(|(answer, ..)| *answer)
    }

    fn word(self) -> &'static str {
        Self::ALL.iter().find(|(answer, ..)| *answer == self).map_or("", |(_, _, word, _)| word)
    }
}

struct Requirement<'a> {
    number: &'a str,
    level: u8,
    answer: Answer,
    asked: &'a str,
    how: &'a str,
    tests: Vec<&'a str>,
}

impl<'a> Requirement<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let mut parts = line.split('|').map(str::trim);
        let mut head = parts.next()?.split(' ');
        let (number, level, answer) = (head.next()?, head.next()?.parse().ok()?, Answer::of(head.next()?)?);
        let (asked, how, tests) = (parts.next()?, parts.next()?, parts.next()?);
        let tests = tests.split(',').map(str::trim).filter(|test| !test.is_empty()).collect();
        Some(Self { number, level, answer, asked, how, tests })
    }

    /// Chapter, section and requirement, to put them in order.
    fn place(&self) -> Vec<u32> {
        self.number.split('.').filter_map(|part| part.parse().ok()).collect()
    }

    fn row(&self, tree: &Tree) -> String {
        let tests: Vec<String> = self.tests.iter().map(|test| format!("`{test}` ({})", home(tree, test))).collect();
        let tests = tests.join(", ");
        let how: Vec<&str> = [self.how, &tests].into_iter().filter(|text| !text.is_empty()).collect();
        format!("| {} | {} | {} | {} | {} |\n", self.number, self.level, self.asked, self.answer.word(), how.join(": "))
    }
}

/// The file of a test; empty when there is none.
fn home<'a>(tree: &'a Tree, test: &str) -> &'a str {
    let wanted = format!("fn {test}(");
    tree.ending(".rs").find(|(_, source)| source.contains(&wanted)).map_or("", |(path, _)| path)
}

/// The page as it should be.
pub(crate) fn page(tree: &Tree) -> String {
    let text = tree.text(ANSWERS).unwrap_or_default();
    let all: Vec<Requirement<'_>> = text.lines().filter_map(Requirement::of).collect();
    let mut page = format!("{HEAD}| answer | | requirements |\n|---|---|---|\n");
    for (answer, _, word, about) in Answer::ALL {
        let count = all.iter().filter(|one| one.answer == answer).count();
        let _ = writeln!(page, "| {word} | {about} | {count} |");
    }
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            let _ = write!(page, "\n## {title}\n\n| | level | what is asked | answer | how |\n|---|---|---|---|---|\n");
        } else if let Some(one) = Requirement::of(line) {
            page.push_str(&one.row(tree));
        }
    }
    page
}

/// What is wrong with the answers, or with the page that is made of them.
pub(super) fn answers(tree: &Tree) -> Vec<String> {
    let Some(text) = tree.text(ANSWERS) else { return vec![format!("{ANSWERS} is missing")] };
    let mut faults = Vec::new();
    let mut last = Vec::new();
    let mut counts = [0; 2];
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let Some(one) = Requirement::of(line) else {
            faults.push(format!("{ANSWERS}:{}: write `number level answer | asked | how | tests`", number + 1));
            continue;
        };
        if one.place() <= last {
            faults.push(format!("{ANSWERS}: {} stands twice, or out of its order", one.number));
        }
        last = one.place();
        ASKED.iter().zip(&mut counts).filter(|((level, _), _)| *level == one.level).for_each(|(_, count)| *count += 1);
        if (one.answer == Answer::Shown) == one.tests.is_empty() {
            faults.push(format!("{ANSWERS}: {}: tests are named where they show it, and nowhere else", one.number));
        }
        if one.answer != Answer::Shown && one.how.is_empty() {
            faults.push(format!("{ANSWERS}: {}: say how, or why not", one.number));
        }
        let missing = one.tests.iter().filter(|test| home(tree, test).is_empty());
        faults.extend(missing.map(|test| format!("{ANSWERS}: {}: there is no test {test}", one.number)));
    }
    for ((level, asked), count) in ASKED.iter().zip(counts).filter(|((_, asked), count)| asked != count) {
        faults.push(format!("{ANSWERS}: {count} requirements of level {level}; the standard has {asked}"));
    }
    if faults.is_empty() && tree.text(PAGE) != Some(&page(tree)) {
        faults.push(format!("{PAGE} is not what {ANSWERS} says; run: cargo xtask asvs"));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_is_missing_wrong_or_without_its_test_is_found() {
        let whole: String = ASKED
            .iter()
            .flat_map(|(level, asked)| {
                (1..=*asked).map(move |n| format!("{level}.1.{n} {level} shown | asked | | a_test\n"))
            })
            .collect();
        let found = |text: &str| {
            let files = [(ANSWERS, text), ("a.rs", "fn a_test() {}")];
            let made = page(&Tree::of(&files));
            answers(&Tree::of(&[files[0], files[1], (PAGE, &made)]))
        };
        assert_eq!(found(&whole), Vec::<String>::new());
        for (from, to) in [
            ("1.1.3 1 shown", "1.1.2 1 shown"),
            ("1.1.3 1 shown", "1.1.3 shown"),
            ("1.1.3 1 shown | asked | | a_test", "1.1.3 1 shown | asked | | no_test"),
            ("1.1.3 1 shown | asked | | a_test", "1.1.3 1 shown | asked | | "),
            ("1.1.3 1 shown | asked | | a_test", "1.1.3 1 open | asked | | "),
            ("1.1.3 1 shown | asked | | a_test\n", ""),
        ] {
            assert!(!found(&whole.replacen(from, to, 1)).is_empty(), "{to}");
        }
        let stale = Tree::of(&[(ANSWERS, &whole), ("a.rs", "fn a_test() {}"), (PAGE, "")]);
        assert_eq!(answers(&stale).len(), 1);
    }
}
