//! One SQL text for both engines: parameters and schemas are written anew for each.

use super::Dialect;

/// A piece of SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    /// A word: a keyword, name or number.
    Word(&'a str),
    /// `$N`.
    Parameter(&'a str),
    /// Quoted text, a quoted name, a comment, or a sign: left as it is.
    Other(&'a str),
}

/// Cuts a text into pieces that, put together, are the text.
struct Pieces<'a>(&'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let text = self.0;
        let first = text.chars().next()?;
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let until = |end: Option<usize>| end.unwrap_or(text.len());
        let (length, kind): (usize, fn(&'a str) -> Piece<'a>) = match first {
            '\'' | '"' => (until(text[1..].find(first).map(|end| end + 2)), Piece::Other),
            '-' if text.starts_with("--") => (until(text.find('\n')), Piece::Other),
            '/' if text.starts_with("/*") => (until(text.find("*/").map(|end| end + 2)), Piece::Other),
            '$' => {
                let digits = text[1..].bytes().take_while(u8::is_ascii_digit).count();
                (1 + digits, if digits > 0 { Piece::Parameter } else { Piece::Other })
            }
            c if is_word(c) => (until(text.find(|c| !is_word(c))), Piece::Word),
            c => (c.len_utf8(), Piece::Other),
        };
        let (piece, rest) = text.split_at(length);
        self.0 = rest;
        Some(kind(piece))
    }
}

/// A query in an engine's spelling. SQLite would number `$2` by first appearance: there it becomes `?2`.
pub(crate) fn query(text: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Postgres => text.to_owned(),
        Dialect::Sqlite => Pieces(text)
            .map(|piece| match piece {
                Piece::Parameter(parameter) => format!("?{}", &parameter[1..]),
                Piece::Word(word) | Piece::Other(word) => word.to_owned(),
            })
            .collect(),
    }
}

/// The highest parameter of a text.
pub(crate) fn parameters(text: &str) -> usize {
    let numbers = Pieces(text).filter_map(|piece| match piece {
        Piece::Parameter(parameter) => parameter[1..].parse().ok(),
        Piece::Word(_) | Piece::Other(_) => None,
    });
    numbers.max().unwrap_or(0)
}

/// A migration's statements in an engine's spelling: types for PostgreSQL, `STRICT` tables for SQLite.
pub(crate) fn migration(text: &str, dialect: Dialect) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for statement in statements(text) {
        let rewritten = match dialect {
            Dialect::Sqlite => strict(statement),
            Dialect::Postgres => postgres(statement),
        };
        out.push_str(&rewritten);
        out.push_str(";\n");
    }
    out
}

/// The statements of a text, without the semicolons between them.
fn statements(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut at) = (0, 0);
    for piece in Pieces(text) {
        let (Piece::Word(inner) | Piece::Parameter(inner) | Piece::Other(inner)) = piece;
        if piece == Piece::Other(";") {
            found.push(&text[start..at]);
            start = at + 1;
        }
        at += inner.len();
    }
    found.push(&text[start..]);
    found.retain(|statement| words(statement).next().is_some());
    found
}

fn words(statement: &str) -> impl Iterator<Item = &str> {
    Pieces(statement).filter_map(|piece| match piece {
        Piece::Word(word) => Some(word),
        Piece::Parameter(_) | Piece::Other(_) => None,
    })
}

fn makes_table(statement: &str) -> bool {
    let mut words = words(statement);
    let mut next_is = |expected: &str| words.next().is_some_and(|word| word.eq_ignore_ascii_case(expected));
    next_is("create") && next_is("table")
}

fn strict(statement: &str) -> String {
    let statement = statement.trim_end();
    if !makes_table(statement) {
        return statement.to_owned();
    }
    let is_gap = |piece: &Piece<'_>| match piece {
        Piece::Other(gap) => gap.trim().is_empty() || gap.starts_with("--") || gap.starts_with("/*"),
        Piece::Word(_) | Piece::Parameter(_) => false,
    };
    let plain = Pieces(statement).filter(|piece| !is_gap(piece)).last() == Some(Piece::Other(")"));
    // On a line of its own: the statement may end with a comment.
    format!("{statement}\n{}STRICT", if plain { "" } else { ", " })
}

fn postgres(statement: &str) -> String {
    let table = makes_table(statement);
    let mut out = String::with_capacity(statement.len() + 16);
    let mut pieces = Pieces(statement).peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Word(word) if word.eq_ignore_ascii_case("integer") => out.push_str("BIGINT"),
            Piece::Word(word) if word.eq_ignore_ascii_case("blob") => out.push_str("BYTEA"),
            Piece::Word(word) if table && word.eq_ignore_ascii_case("without") => {
                pieces.next_if(|piece| matches!(piece, Piece::Other(_)));
                pieces.next_if(|piece| matches!(piece, Piece::Word(word) if word.eq_ignore_ascii_case("rowid")));
            }
            Piece::Word(inner) | Piece::Parameter(inner) | Piece::Other(inner) => out.push_str(inner),
        }
    }
    out
}

/// The table and columns that an `INSERT` names; no columns means all. SQLite's authorizer tells the table only.
pub(crate) fn inserted(text: &str) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    let mut pieces =
        Pieces(text).filter(|piece| !matches!(piece, Piece::Other(gap) if gap.trim().is_empty())).peekable();
    let is =
        |piece: &Piece<'_>, expected: &str| matches!(piece, Piece::Word(word) if word.eq_ignore_ascii_case(expected));
    while let Some(piece) = pieces.next() {
        if !is(&piece, "into") {
            continue;
        }
        let Some(Piece::Word(table)) = pieces.next() else { continue };
        if pieces.peek().is_some_and(|piece| is(piece, "as")) {
            pieces.nth(1);
        }
        let mut columns = Vec::new();
        if pieces.next_if_eq(&Piece::Other("(")).is_some() {
            for piece in pieces.by_ref() {
                match piece {
                    Piece::Word(column) => columns.push(column.to_owned()),
                    Piece::Other(")") => break,
                    Piece::Parameter(_) | Piece::Other(_) => {}
                }
            }
        }
        found.push((table.to_owned(), columns));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_keep_their_numbers_on_sqlite() {
        let text = "SELECT $2, '$1', \"a$1\" -- $3\n, $11 /* $4 */ FROM t WHERE x = $1";
        assert_eq!(query(text, Dialect::Sqlite), "SELECT ?2, '$1', \"a$1\" -- $3\n, ?11 /* $4 */ FROM t WHERE x = ?1");
        assert_eq!(query(text, Dialect::Postgres), text);
    }

    #[test]
    fn tables_become_strict_and_types_are_rewritten() {
        let text = "-- a comment; with a semicolon
            CREATE TABLE a (id BLOB PRIMARY KEY, integer_like INTEGER NOT NULL, word TEXT DEFAULT 'BLOB; x');
            CREATE TABLE b (id BLOB PRIMARY KEY) WITHOUT ROWID;
            CREATE INDEX c ON a (integer_like);";
        let sqlite = migration(text, Dialect::Sqlite);
        assert!(sqlite.contains("DEFAULT 'BLOB; x')\nSTRICT;"), "{sqlite}");
        assert!(sqlite.contains("WITHOUT ROWID\n, STRICT;"), "{sqlite}");
        assert!(!sqlite.contains("(integer_like)\nSTRICT"), "{sqlite}");
        let postgres = migration(text, Dialect::Postgres);
        assert!(postgres.contains("id BYTEA PRIMARY KEY, integer_like BIGINT NOT NULL"), "{postgres}");
        assert!(postgres.contains("'BLOB; x'"), "{postgres}");
        assert!(!postgres.to_uppercase().contains("ROWID"), "{postgres}");
    }

    #[test]
    fn inserted_columns_are_read_from_the_text() {
        assert_eq!(
            inserted("INSERT INTO t (a, b) VALUES ($1, f(c)) ON CONFLICT (a) DO UPDATE SET b = excluded.b"),
            [("t".to_owned(), vec!["a".to_owned(), "b".to_owned()])]
        );
        assert_eq!(inserted("INSERT INTO t VALUES ($1)")[0].1, Vec::<String>::new());
        assert!(inserted("DELETE FROM t").is_empty());
    }
}
