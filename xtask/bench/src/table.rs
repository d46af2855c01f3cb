//! What was measured, as a table.

/// Rows of what, figure, and what was wanted.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<[String; 4]>,
}

impl Table {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a figure; `kept` says whether it is within what was wanted, `None` when nothing was.
    pub(crate) fn add(&mut self, what: &str, figure: String, wanted: &str, kept: Option<bool>) {
        let mark = match kept {
            Some(true) => "reached",
            Some(false) => "NOT REACHED",
            None => "",
        };
        println!("{what}: {figure} {wanted} {mark}");
        self.rows.push([what.to_owned(), figure, wanted.to_owned(), mark.to_owned()]);
    }

    /// Prints everything, in Markdown.
    pub(crate) fn print_all(&self) {
        println!("\n| what | measured | wanted | |\n|---|---|---|---|");
        for [what, figure, wanted, mark] in &self.rows {
            println!("| {what} | {figure} | {wanted} | {mark} |");
        }
    }
}
