//! Lists of people to invite, as spreadsheets write them.

use proptest::prelude::*;
use troth_accounts::csv::{decode, lines};

fn cells(text: &str) -> Vec<Vec<String>> {
    lines(text).into_iter().map(|line| line.cells).collect()
}

#[test]
fn commas_semicolons_and_tabs_are_told_apart() {
    let expected = vec![vec!["Maria".to_owned(), "m@example.org".to_owned()]];
    assert_eq!(cells("Maria, m@example.org"), expected);
    assert_eq!(cells("Maria; m@example.org\r\n"), expected);
    assert_eq!(cells("\u{feff}Maria\tm@example.org\n\n  \n"), expected);
    assert_eq!(
        cells("\"Vries, Maria de\";m@example.org"),
        vec![vec!["Vries, Maria de".to_owned(), "m@example.org".to_owned()]]
    );
}

#[test]
fn quotes_hold_separators_quotes_and_line_ends() {
    assert_eq!(cells("\"a \"\"b\"\"\nc\",d\ne,f"), vec![vec!["a \"b\" c", "d"], vec!["e", "f"]]);
    assert_eq!(lines("\"a\nb\",c\n\nd,e").iter().map(|line| line.number).collect::<Vec<_>>(), [1, 4]);
}

#[test]
fn a_file_of_an_older_spreadsheet_keeps_its_letters() {
    assert_eq!(decode(b"Bj\xf6rn \x8aim"), "Björn Šim");
    assert_eq!(decode("\u{feff}Björn".as_bytes()), "Björn");
}

fn quote(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #[test]
    fn what_is_written_is_read(rows in prop::collection::vec(prop::collection::vec("[^\\r\\n]{0,12}", 2..5), 1..6),
                               separator in prop::sample::select(vec![',', ';', '\t'])) {
        let text: String = rows.iter().map(|row| {
            let cells: Vec<_> = row.iter().map(|cell| quote(cell)).collect();
            cells.join(&separator.to_string()) + "\r\n"
        }).collect();
        let expected: Vec<Vec<String>> = rows.iter()
            .map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .collect();
        // A first row of empty cells says nothing about the separator.
        prop_assume!(rows[0].iter().any(|cell| !cell.is_empty()));
        prop_assert_eq!(cells(&text), expected);
    }

    #[test]
    fn no_text_is_too_odd_to_be_read(text in "\\PC{0,200}|[\",;\\n\\t a]{0,80}", bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        let count = lines(&text).len();
        prop_assert!(count <= text.lines().count().max(1));
        drop(decode(&bytes));
    }
}
