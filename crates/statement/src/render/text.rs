//! The page as plain text, in lines of at most 76 signs.

use super::{ClauseText, PublicPage};

const WIDTH: usize = 76;

pub(super) fn plain(page: &PublicPage) -> String {
    let mut lines = Vec::new();
    headline(&mut lines, &page.title, '=');
    wrap(&mut lines, &page.summary, "", "");
    wrap(&mut lines, &page.version, "", "");
    wrap(&mut lines, &page.legend, "", "");
    for (at, section) in page.sections.iter().enumerate() {
        lines.push(String::new());
        headline(&mut lines, &format!("{}. {}", at + 1, section.title), '-');
        wrap(&mut lines, &section.line, "", "");
        for paragraph in &section.paragraphs {
            if !paragraph.title.is_empty() {
                lines.push(format!("{}:", paragraph.title));
                if paragraph.text.is_empty() && paragraph.clauses.is_empty() {
                    lines.push(String::new());
                }
            }
            wrap(&mut lines, &paragraph.text, "", "");
            for clause in &paragraph.clauses {
                say(&mut lines, clause);
            }
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n") + "\n"
}

fn say(lines: &mut Vec<String>, clause: &ClauseText) {
    wrap(lines, &clause.text, "  * ", "    ");
    lines.pop();
    for more in [Some(&clause.note), clause.own.as_ref(), clause.evidence.as_ref()].into_iter().flatten() {
        if !more.is_empty() {
            wrap(lines, more, "    ", "    ");
            lines.pop();
        }
    }
    let mark =
        if clause.label.is_empty() { format!("[{}]", clause.id) } else { format!("[{}: {}]", clause.id, clause.label) };
    wrap(lines, &mark, "    ", "    ");
}

fn headline(lines: &mut Vec<String>, text: &str, under: char) {
    lines.push(text.to_owned());
    lines.push(under.to_string().repeat(text.chars().count()));
    lines.push(String::new());
}

/// Breaks a paragraph into lines, and closes it with an empty one.
fn wrap(lines: &mut Vec<String>, text: &str, first: &str, rest: &str) {
    if text.is_empty() {
        return;
    }
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
    lines.push(String::new());
}
