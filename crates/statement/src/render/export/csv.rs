//! A table as comma-separated values (RFC 4180), made so that a spreadsheet takes no value for a formula.

/// Writes a table. Every line ends with CR LF; every value stands in quotation marks.
pub(super) fn table(head: &[String], rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        let values: Vec<String> = row.iter().map(|value| quoted(value)).collect();
        out.push_str(&values.join(","));
        out.push_str("\r\n");
    }
    out
}

/// A value in quotation marks. One that a spreadsheet would calculate is preceded by an apostrophe.
fn quoted(value: &str) -> String {
    let guard = if value.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", value.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_value_is_never_a_formula_and_never_breaks_out_of_its_cell() {
        assert_eq!(quoted("the dialogue"), "\"the dialogue\"");
        assert_eq!(quoted("say \"so\", then\ngo"), "\"say \"\"so\"\", then\ngo\"");
        assert_eq!(quoted("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
        assert_eq!(quoted("+31 20"), "\"'+31 20\"");
    }
}
