//! Rules about files as text: length, names, paths, templates, the table of invariants.

use super::Tree;

const LONGEST: usize = 600;
const LONG: usize = 400;

fn written_by_us(path: &str) -> bool {
    let kinds = [".rs", ".html", ".css", ".js", ".mjs"];
    kinds.iter().any(|end| path.ends_with(end)) && !path.contains("/vendor/")
}

/// At most 600 lines.
pub(super) fn length(tree: &Tree) -> Vec<String> {
    lines(tree).filter(|(_, lines)| *lines > LONGEST).map(|(path, lines)| format!("{path}: {lines} lines")).collect()
}

/// Over 400 lines: soon too long.
pub(super) fn nearly_too_long(tree: &Tree) -> Vec<String> {
    let long = lines(tree).filter(|(_, lines)| (LONG + 1..=LONGEST).contains(lines));
    long.map(|(path, lines)| format!("{path} has {lines} lines; split it by resource before it grows")).collect()
}

fn lines(tree: &Tree) -> impl Iterator<Item = (&str, usize)> {
    tree.ending("").filter(|(path, _)| written_by_us(path)).map(|(path, text)| (path, text.lines().count()))
}

/// No drawer for odds and ends.
pub(super) fn names(tree: &Tree) -> Vec<String> {
    const DRAWERS: &[&str] = &["utils", "util", "helpers", "helper", "common", "misc"];
    let drawer = |part: &str| DRAWERS.contains(&part.split('.').next().unwrap_or(part));
    tree.ending("")
        .filter(|(path, _)| {
            let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
            folders.split('/').any(drawer) || (written_by_us(file) && drawer(file))
        })
        .map(|(path, _)| format!("{path}: name it for what is in it"))
        .collect()
}

/// Paths of one machine, taken apart here so that this file does not hold them.
const MACHINES: &[&str] = &[concat!("/wo", "rk/"), concat!("/tm", "p/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];

/// No path of one machine.
pub(super) fn paths(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in tree.ending("") {
        for (n, line) in text.lines().enumerate() {
            for machine in MACHINES {
                let at = line.find(machine);
                let begins =
                    at.is_some_and(|at| !line[..at].ends_with(|c: char| c.is_alphanumeric() || "}.)".contains(c)));
                if begins {
                    faults.push(format!("{path}:{}: {machine}", n + 1));
                }
            }
        }
    }
    faults
}

/// The lock of the browser tests says what, not whence.
pub(super) fn node_lock(tree: &Tree) -> Vec<String> {
    let locks = tree.ending("package-lock.json").filter(|(_, text)| text.contains("\"resolved\""));
    locks
        .map(|(path, _)| format!("{path}: holds download addresses; npm config omit-lockfile-registry-resolved"))
        .collect()
}

/// Attributes that a person reads or hears.
const SPOKEN: &[&str] = &["aria-label", "aria-description", "title", "placeholder", "alt", "label"];

/// The made-up people whom the gallery of components shows.
const SAMPLES: &[&str] = &["Maria Jansen", "Samira de Wit", "Bo Lindqvist"];

/// Templates hold structure; what is read comes from the words.
pub(super) fn templates(tree: &Tree) -> Vec<String> {
    tree.ending(".html")
        .filter(|(path, _)| path.contains("/templates/"))
        .flat_map(|(path, text)| template_faults(text).into_iter().map(move |fault| format!("{path}: {fault}")))
        .collect()
}

fn template_faults(template: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let shapeless = SAMPLES.iter().fold(without_shape(template), |text, name| text.replace(name, ""));
    let (plain, tags) = without_tags(&shapeless);
    for tag in tags {
        for literal in tag.split('"').skip(1).step_by(2) {
            let words: Vec<_> = literal.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).collect();
            let sentence = words.len() > 1 && !literal.contains(['=', '<', '/']);
            if sentence && literal.chars().next().is_some_and(char::is_uppercase) {
                faults.push(format!("words in a tag: {literal}"));
            }
        }
    }
    let mut rest = plain.as_str();
    while let Some(open) = rest.find('<') {
        note(&rest[..open], &mut faults);
        let Some(inside) = rest.get(open + 1..) else { break };
        let end = tag_end(inside);
        let tag = &inside[..end];
        for name in SPOKEN {
            let value = tag.split(&format!(" {name}=\"")).nth(1).and_then(|value| value.split('"').next());
            note(value.unwrap_or_default(), &mut faults);
        }
        rest = inside.get(end + 1..).unwrap_or_default();
        let name = tag.split_whitespace().next().unwrap_or_default();
        if matches!(name, "style" | "script") {
            let close = rest.find("</").unwrap_or(rest.len());
            rest = &rest[close..];
        }
    }
    note(rest, &mut faults);
    faults
}

/// Blocks called `shape` hold names of classes.
fn without_shape(template: &str) -> String {
    let Some(at) = template.find("{% block shape %}") else { return template.to_owned() };
    let end = template[at..].find("{% endblock %}").map_or(template.len(), |n| at + n);
    format!("{}{}", &template[..at], &template[end..])
}

/// Where an HTML tag ends: the first `>` outside quotes.
fn tag_end(inside: &str) -> usize {
    if inside.starts_with("!--") {
        return inside.find("-->").map_or(inside.len(), |n| n + 2);
    }
    let mut quoted = false;
    for (n, sign) in inside.char_indices() {
        quoted ^= sign == '"';
        if sign == '>' && !quoted {
            return n;
        }
    }
    inside.len()
}

/// The template with askama's tags taken out, and the tags.
fn without_tags(template: &str) -> (String, Vec<&str>) {
    let (mut plain, mut tags, mut rest) = (String::new(), Vec::new(), template);
    while let Some(open) = rest.find('{') {
        let close = match rest.as_bytes().get(open + 1) {
            Some(b'{') => "}}",
            Some(b'%') => "%}",
            Some(b'#') => "#}",
            _ => {
                plain.push_str(&rest[..=open]);
                rest = &rest[open + 1..];
                continue;
            }
        };
        plain.push_str(&rest[..open]);
        let end = rest[open..].find(close).map_or(rest.len(), |n| open + n + 2);
        if close != "#}" {
            tags.push(&rest[open..end]);
        }
        rest = &rest[end..];
    }
    plain.push_str(rest);
    (plain, tags)
}

fn note(text: &str, faults: &mut Vec<String>) {
    let mut bare = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        bare.push_str(&rest[..at]);
        rest = rest[at..].find(';').map_or("", |end| &rest[at + end + 1..]);
    }
    bare.push_str(rest);
    let bare = bare.trim();
    if bare != "Troth" && bare.chars().any(char::is_alphabetic) {
        faults.push(format!("words outside the word files: {bare}"));
    }
}

/// ARCHITECTURE.md has a row for each invariant; the tests that it names exist.
pub(super) fn invariants(tree: &Tree) -> Vec<String> {
    let page = "docs/ARCHITECTURE.md";
    let Some(text) = tree.text(page) else { return vec![format!("{page} is missing")] };
    let mut faults = Vec::new();
    let rows = text
        .lines()
        .filter(|line| line.strip_prefix("| I").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
    for number in 1..=rows.count().max(14) {
        let Some(row) = text.lines().find(|line| line.starts_with(&format!("| I{number} |"))) else {
            faults.push(format!("{page}: no row for I{number}"));
            continue;
        };
        let tests: Vec<&str> = row.split('`').skip(1).step_by(2).filter(|name| name.contains('_')).collect();
        if tests.is_empty() && !row.contains("not yet") {
            faults.push(format!("{page}: I{number} names no test and does not say `not yet`"));
        }
        for test in tests {
            let name = test.rsplit("::").next().unwrap_or(test);
            if !tree.ending(".rs").any(|(_, source)| source.contains(&format!("fn {name}("))) {
                faults.push(format!("{page}: I{number}: there is no test {name}"));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_is_found() {
        let long = "x\n".repeat(601);
        assert_eq!(length(&Tree::of(&[("crates/ui/src/lib.rs", &long)])).len(), 1);
        assert_eq!(nearly_too_long(&Tree::of(&[("a.rs", &"x\n".repeat(401))])).len(), 1);
        assert!(length(&Tree::of(&[("crates/ui/vendor/x.js", &long)])).is_empty());
    }

    #[test]
    fn a_drawer_for_odds_and_ends_is_found() {
        let tree = Tree::of(&[
            ("crates/ui/src/utils.rs", ""),
            ("crates/common/src/lib.rs", ""),
            ("a/commons.rs", ""),
            ("a/common.txt", ""),
        ]);
        assert_eq!(names(&tree).len(), 2);
    }

    #[test]
    fn a_machines_path_is_found() {
        let path = format!("see {}x/y", MACHINES[0]);
        assert_eq!(paths(&Tree::of(&[("README.md", &path)])).len(), 1);
        assert!(paths(&Tree::of(&[("README.md", &format!("frame{}er and data/tm", MACHINES[0]))])).is_empty());
    }

    #[test]
    fn a_lock_with_addresses_is_found() {
        assert_eq!(node_lock(&Tree::of(&[("tests/browser/package-lock.json", "{\"resolved\": 1}")])).len(), 1);
    }

    #[test]
    fn words_in_a_template_are_found() {
        let good = "{% extends \"layout.html\" %}<!-- a note --><p class=\"big card\">{{ page.say(\"x-y\") }} &middot; 3</p>\
                    {# a remark #}{% block shape %}railed{% endblock %}<svg aria-hidden=\"true\"><path d=\"M0 0\"/></svg>{% call b(page, \"circle-alert\") %}{% endcall %}\
                    {% if a > 3 %}<a href=\"{{ b }}\" title=\"{{ c }}\">{{ d }}</a>{% endif %}";
        assert_eq!(template_faults(good), Vec::<String>::new());
        for bad in [
            "<p>Hello</p>",
            "Hello",
            "<p>{{ a }} of {{ b }}</p>",
            "<a title=\"More\">{{ x }}</a>",
            "<img alt=\"A face\">",
            "{% call b(page, \"Send to Maria\") %}",
        ] {
            assert_eq!(template_faults(bad).len(), 1, "{bad}");
        }
    }

    #[test]
    fn an_invariant_without_its_test_is_found() {
        let rows: String = (1..=14).map(|n| format!("| I{n} | says | `a_test` |\n")).collect();
        let with = |rows: &str| Tree::of(&[("docs/ARCHITECTURE.md", rows), ("crates/x/src/lib.rs", "fn a_test() {}")]);
        assert!(invariants(&with(&rows)).is_empty());
        assert_eq!(invariants(&with(&rows.replacen("a_test", "no_test", 1))).len(), 1);
        assert_eq!(invariants(&with(&rows.replacen("`a_test`", "", 1))).len(), 1);
        assert_eq!(invariants(&with(&rows.replacen("| I3 |", "", 1))).len(), 1);
    }
}
