//! The page as HTML: one `article`, headings in order, anchors at clauses, classes for the site's style sheet.

use std::fmt::Write as _;

use super::{ClauseText, Paragraph, PublicPage, Section};

pub(super) fn article(page: &PublicPage) -> String {
    let mut out = String::with_capacity(64 * 1024);
    let tag = page.language.tag();
    let _ = write!(out, "<article class=\"statement\" lang=\"{tag}\">\n<header class=\"statement-head\">\n");
    let _ = writeln!(out, "<h1>{}</h1>", escape(&page.title));
    if !page.summary.is_empty() {
        let _ = writeln!(out, "<p class=\"statement-summary\">{}</p>", escape(&page.summary));
    }
    let _ = writeln!(out, "<p class=\"statement-version\">{}</p>", escape(&page.version));
    out.push_str("</header>\n");
    let contents = escape(&page.contents);
    let _ = write!(out, "<nav class=\"statement-contents\" aria-label=\"{contents}\">\n<ol>\n");
    for section in &page.sections {
        let _ = writeln!(out, "<li><a href=\"#{}\">{}</a></li>", section.id, escape(&section.title));
    }
    out.push_str("</ol>\n</nav>\n");
    let _ = writeln!(out, "<p class=\"statement-legend\">{}</p>", escape(&page.legend));
    for part in &page.sections {
        section(&mut out, part);
    }
    out.push_str("</article>\n");
    out
}

fn section(out: &mut String, section: &Section) {
    let id = section.id;
    let _ = writeln!(out, "<section class=\"statement-section\" id=\"{id}\" aria-labelledby=\"{id}-title\">");
    let _ = writeln!(out, "<h2 id=\"{id}-title\">{}</h2>", escape(&section.title));
    let _ = writeln!(out, "<p class=\"statement-line\">{}</p>", escape(&section.line));
    for part in &section.paragraphs {
        paragraph(out, part);
    }
    out.push_str("</section>\n");
}

fn paragraph(out: &mut String, paragraph: &Paragraph) {
    out.push_str("<div class=\"statement-paragraph\">\n");
    if !paragraph.title.is_empty() {
        let _ = writeln!(out, "<h3>{}</h3>", escape(&paragraph.title));
    }
    if !paragraph.text.is_empty() {
        let _ = writeln!(out, "<p>{}</p>", escape(&paragraph.text));
    }
    if !paragraph.fold.is_empty() {
        let _ = writeln!(out, "<details class=\"statement-clauses\">\n<summary>{}</summary>", escape(&paragraph.fold));
    }
    for part in &paragraph.clauses {
        clause(out, part);
    }
    if !paragraph.fold.is_empty() {
        out.push_str("</details>\n");
    }
    out.push_str("</div>\n");
}

fn clause(out: &mut String, clause: &ClauseText) {
    let (id, state) = (escape(&clause.id), clause.state_class());
    let _ = writeln!(out, "<div class=\"clause\" id=\"{id}\" data-state=\"{state}\">");
    let _ = writeln!(out, "<p class=\"clause-text\">{}</p>", escape(&clause.text));
    if !clause.note.is_empty() {
        let _ = writeln!(out, "<p class=\"clause-note\">{}</p>", escape(&clause.note));
    }
    if let Some(own) = &clause.own {
        let _ = writeln!(out, "<p class=\"clause-own\">{}</p>", escape(own));
    }
    out.push_str("<p class=\"clause-foot\">");
    if !clause.label.is_empty() {
        let _ = write!(out, "<span class=\"clause-state {state}\">{}</span> ", escape(&clause.label));
    }
    if let Some(evidence) = &clause.evidence {
        let _ = write!(out, "<span class=\"clause-evidence\">{}</span> ", escape(evidence));
    }
    let _ = writeln!(out, "<a class=\"clause-mark\" href=\"#{id}\">§ {id}</a></p>\n</div>");
}

pub(super) fn document(page: &PublicPage, stylesheet: Option<&str>) -> String {
    let style = stylesheet.map(|path| format!("<link rel=\"stylesheet\" href=\"{}\">\n", escape(path)));
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n{}</head>\n\
         <body>\n<main>\n{}</main>\n</body>\n</html>\n",
        page.language.tag(),
        escape(&page.title),
        style.unwrap_or_default(),
        article(page)
    )
}

pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(sign),
        }
    }
    out
}
