//! What was measured, as a table.

/// Rows of what, figure, and what was promised.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<[String; 4]>,
}

impl Table {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a figure; `kept` says whether it is within what was promised, `None` when nothing was.
    pub(crate) fn add(&mut self, what: &str, figure: String, promised: &str, kept: Option<bool>) {
        let mark = match kept {
            Some(true) => "kept",
            Some(false) => "NOT KEPT",
            None => "",
        };
        println!("{what}: {figure} {promised} {mark}");
        self.rows.push([what.to_owned(), figure, promised.to_owned(), mark.to_owned()]);
    }

    /// Prints everything, in Markdown.
    pub(crate) fn print_all(&self) {
        println!("\n| what | measured | at most or least | |\n|---|---|---|---|");
        for [what, figure, promised, mark] in &self.rows {
            println!("| {what} | {figure} | {promised} | {mark} |");
        }
    }
}
