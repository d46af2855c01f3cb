//! Rules about Rust sources.

use super::Tree;

/// A stretch of a Rust source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Anything that is neither of the others.
    Code(&'a str),
    /// The inside of a string literal.
    Text(&'a str),
    /// A comment.
    Comment(&'a str),
}

/// Takes a source apart; each piece with the line on which it begins.
pub(super) fn pieces(source: &str) -> Vec<(usize, Piece<'_>)> {
    let mut found = Vec::new();
    let (mut at, mut code) = (0, 0);
    let line = |at: usize| source[..at].matches('\n').count() + 1;
    let mut cut = |code: usize, at: usize, piece: Piece<'static>, text: std::ops::Range<usize>| {
        if code < at {
            found.push((line(code), Piece::Code(&source[code..at])));
        }
        let inner = &source[text];
        found.push((
            line(at),
            match piece {
                Piece::Text(_) => Piece::Text(inner),
                _ => Piece::Comment(inner),
            },
        ));
    };
    while at < source.len() {
        let rest = &source[at..];
        let before = source[..at].chars().next_back();
        let word_before = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
        if rest.starts_with("//") {
            let end = at + rest.find('\n').unwrap_or(rest.len());
            cut(code, at, Piece::Comment(""), at..end);
            (at, code) = (end, end);
        } else if rest.starts_with("/*") {
            let end = at + rest.find("*/").map_or(rest.len(), |n| n + 2);
            cut(code, at, Piece::Comment(""), at..end);
            (at, code) = (end, end);
        } else if let Some((open, close)) = (!word_before).then(|| raw_string(rest)).flatten() {
            let end = rest[open..].find(&close).map_or(rest.len(), |n| open + n);
            cut(code, at, Piece::Text(""), at + open..at + end);
            at = (at + end + close.len()).min(source.len());
            code = at;
        } else if rest.starts_with('"') {
            let end = string_end(rest);
            cut(code, at, Piece::Text(""), at + 1..at + end);
            at = (at + end + 1).min(source.len());
            code = at;
        } else if rest.starts_with('\'') {
            at += quote(rest);
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    if code < source.len() {
        found.push((line(code), Piece::Code(&source[code..])));
    }
    found
}

/// The length of a raw string's opening, and its closing.
fn raw_string(rest: &str) -> Option<(usize, String)> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..]
        .starts_with('"')
        .then(|| (rest.len() - after.len() + hashes + 1, format!("\"{}", "#".repeat(hashes))))
}

/// Where the string that begins here ends.
fn string_end(rest: &str) -> usize {
    let mut escaped = false;
    for (n, sign) in rest.char_indices().skip(1) {
        match sign {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return n,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a character literal, or of a lifetime's tick.
fn quote(rest: &str) -> usize {
    let mut signs = rest.char_indices().skip(1);
    match signs.next() {
        Some((_, '\\')) => rest[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map_or(1, |(n, _)| n + 3),
        Some((n, sign)) if rest[n + sign.len_utf8()..].starts_with('\'') => n + sign.len_utf8() + 1,
        _ => 1,
    }
}

/// The part of a source that is not for tests only: by habit, tests stand at the end, under `#[cfg(test)]`.
pub(super) fn without_tests<'a>(path: &str, source: &'a str) -> &'a str {
    let for_tests = ["/tests/", "/benches/", "/examples/", "/fuzz/"].iter().any(|folder| path.contains(folder));
    if for_tests || path.ends_with("/tests.rs") {
        return "";
    }
    let end = source.find("#[cfg(test)]\nmod ").filter(|at| source[*at..].contains("mod tests {"));
    &source[..end.unwrap_or(source.len())]
}

fn room(path: &str) -> &str {
    path.strip_prefix("crates/")
        .map_or_else(|| path.split("/src").next().unwrap_or(path), |rest| rest.split('/').next().unwrap_or(rest))
}

/// Lines of code, outside strings and comments, that hold one of the marks.
fn code_with<'a>(path: &'a str, source: &'a str, marks: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    pieces(without_tests(path, source)).into_iter().flat_map(move |(start, piece)| {
        let Piece::Code(code) = piece else { return Vec::new() };
        let lines = code.lines().enumerate();
        let hits = lines.filter(|(_, line)| marks.iter().any(|mark| line.contains(mark)));
        hits.map(|(n, line)| format!("{path}:{}: {}", start + n, line.trim())).collect()
    })
}

/// `std::env` in the program and the chores alone.
pub(super) fn environment(tree: &Tree) -> Vec<String> {
    tree.ending(".rs")
        .filter(|(path, _)| !matches!(room(path), "troth") && !path.starts_with("xtask/") && *path != DATABASE_OF_TESTS)
        .flat_map(|(path, source)| code_with(path, source, &["std::env", "env::var"]))
        .collect()
}

/// Clocks are made in the test kit, and the real one in the program.
pub(super) fn fakes_time(tree: &Tree) -> Vec<String> {
    tree.ending(".rs")
        .filter(|(path, _)| !matches!(room(path), "troth" | "testkit" | "kernel") && !path.starts_with("xtask/"))
        .flat_map(|(path, source)| {
            let everywhere = pieces(source).into_iter().filter_map(|(start, piece)| match piece {
                Piece::Code(code) => Some((start, code)),
                _ => None,
            });
            let clocks = everywhere
                .filter(|(_, code)| code.contains(" Clock for ") || code.contains("::Clock for "))
                .map(|(line, _)| format!("{path}:{line}: a clock of its own; use testkit::TurningClock"));
            let now = ["SystemTime::now", "Timestamp::now", "Zoned::now"];
            clocks.collect::<Vec<_>>().into_iter().chain(code_with(path, source, &now).collect::<Vec<_>>())
        })
        .collect()
}

/// Makes the databases of tests, in the server that the test command names in the environment. No program opens it.
const DATABASE_OF_TESTS: &str = "crates/testkit/src/postgres.rs";

const VERBS: &[&str] = &["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "WITH "];

/// SQL stands in `queries!`, in migrations, or in the store's engine.
pub(super) fn sql(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, source) in tree.ending(".rs") {
        if matches!(room(path), "store" | "kernel") || path.starts_with("xtask/") || path == DATABASE_OF_TESTS {
            continue;
        }
        let mut depth = 0i32;
        for (line, piece) in pieces(without_tests(path, source)) {
            match piece {
                Piece::Code(code) => depth = depth_after(code, depth),
                Piece::Text(text) if depth == 0 => {
                    let text = text.trim_start();
                    let looks = VERBS.iter().any(|verb| text.starts_with(verb));
                    let really = text.contains(" FROM ") || text.contains(" SET ") || text.contains("INTO ");
                    if looks && really {
                        faults.push(format!("{path}:{line}: SQL outside queries!"));
                    }
                }
                _ => {}
            }
        }
    }
    faults
}

/// How deep in the braces of `queries!` the code ends, when it begins at `depth`.
fn depth_after(code: &str, depth: i32) -> i32 {
    let step = |sign: char| i32::from(sign == '{') - i32::from(sign == '}');
    let mut inside = depth;
    if depth == 0 {
        let Some(at) = code.find("queries!") else { return 0 };
        let Some(open) = code[at..].find('{') else { return 0 };
        return depth_after(&code[at + open + 1..], 1);
    }
    for (at, sign) in code.char_indices() {
        inside += step(sign);
        if inside == 0 {
            return depth_after(&code[at + 1..], 0);
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_comes_apart_and_loses_nothing() {
        let source = "let a = \"x // \\\" y\"; // \"no\"\nlet b = r#\"raw \" text\"#; let c = '\"'; let d = b'\\''; fn f<'a>() {}";
        let texts: Vec<_> = pieces(source).into_iter().filter(|(_, p)| matches!(p, Piece::Text(_))).collect();
        assert_eq!(texts, [(1, Piece::Text("x // \\\" y")), (2, Piece::Text("raw \" text"))]);
    }

    #[test]
    fn reading_the_environment_is_found() {
        let fault = "fn x() { let y = std::env::var(\"Z\"); }";
        assert_eq!(environment(&Tree::of(&[("crates/store/src/lib.rs", fault)])).len(), 1);
        assert!(environment(&Tree::of(&[("crates/troth/src/main.rs", fault)])).is_empty());
        let in_text = "fn x() { say(\"std::env\"); } // std::env";
        assert!(environment(&Tree::of(&[("crates/store/src/lib.rs", in_text)])).is_empty());
        let tests = format!("fn a() {{}}\n#[cfg(test)]\nmod tests {{ {fault} }}");
        assert!(environment(&Tree::of(&[("crates/store/src/lib.rs", &tests)])).is_empty());
    }

    #[test]
    fn a_clock_elsewhere_is_found_even_in_a_test() {
        let fault = "#[cfg(test)]\nmod tests { impl kernel::Clock for Mine {} }";
        assert_eq!(fakes_time(&Tree::of(&[("slices/coaching/src/lib.rs", fault)])).len(), 1);
        assert!(fakes_time(&Tree::of(&[("crates/testkit/src/clock.rs", fault)])).is_empty());
        let now = "fn x() { Timestamp::now(); }";
        assert_eq!(fakes_time(&Tree::of(&[("crates/http/src/lib.rs", now)])).len(), 1);
    }

    #[test]
    fn sql_outside_its_place_is_found() {
        let good =
            "kernel::queries! {\n /// X.\n A for [\"a\"] = \"SELECT 1 FROM x\";\n B for [] = \"DELETE FROM x\"; }\n";
        assert!(sql(&Tree::of(&[("slices/coaching/src/store.rs", good)])).is_empty());
        let bad = format!("{good} fn f() {{ run(\"DELETE FROM x WHERE y = $1\"); }}");
        assert_eq!(sql(&Tree::of(&[("slices/coaching/src/store.rs", &bad)])).len(), 1);
    }
}
