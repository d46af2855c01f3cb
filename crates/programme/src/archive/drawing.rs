//! Drawings (SVG): only what draws. Nothing that runs, and nothing that is fetched from elsewhere.

/// The elements that draw, and those that say what is drawn.
const DRAWS: &[&str] = &[
    "svg",
    "g",
    "path",
    "circle",
    "ellipse",
    "rect",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "title",
    "desc",
    "defs",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "pattern",
    "use",
    "symbol",
    "marker",
];

/// A text that is no drawing.
pub(super) struct NoDrawing;

/// What a drawing holds besides what draws, if anything.
pub(super) fn found(text: &str) -> Result<Option<String>, NoDrawing> {
    let (mut rest, mut is_drawing) = (text.trim_start_matches('\u{feff}').trim_start(), false);
    if let Some(declaration) = rest.strip_prefix("<?xml ") {
        rest = declaration.split_once("?>").ok_or(NoDrawing)?.1;
    }
    while let Some((_, inside)) = rest.split_once('<') {
        if let Some(remark) = inside.strip_prefix("!--") {
            rest = remark.split_once("-->").ok_or(NoDrawing)?.1;
            continue;
        }
        let end = tag_end(inside).ok_or(NoDrawing)?;
        let tag = &inside[..end];
        rest = &inside[end..];
        let name = tag.trim_start_matches('/').split([' ', '\n', '\r', '\t', '/']).next().unwrap_or_default();
        if !DRAWS.contains(&name) {
            return if is_drawing || name != "html" { Ok(Some(shown(name))) } else { Err(NoDrawing) };
        }
        is_drawing |= name == "svg";
        if let Some(attribute) = attribute(&tag[name.len().min(tag.len())..]) {
            return Ok(Some(attribute));
        }
    }
    if is_drawing { Ok(None) } else { Err(NoDrawing) }
}

/// Where a tag ends: the first `>` outside quotes.
fn tag_end(inside: &str) -> Option<usize> {
    let mut quote = None;
    for (at, sign) in inside.char_indices() {
        match (quote, sign) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            _ => {}
        }
    }
    None
}

/// An attribute that does more than draw.
fn attribute(mut rest: &str) -> Option<String> {
    while let Some((name, after)) = rest.split_once('=') {
        let name = name.trim().trim_start_matches('/').trim();
        let after = after.trim_start();
        let quote = after.chars().next().filter(|sign| matches!(sign, '"' | '\''));
        let Some((value, next)) = quote.and_then(|quote| after.get(1..)?.split_once(quote)) else {
            return Some(shown(name));
        };
        let lower = name.to_lowercase();
        let named =
            lower.contains(':') && !matches!(lower.as_str(), "xmlns:xlink" | "xml:lang" | "xml:space" | "xlink:href");
        let leads_out = lower.ends_with("href") && !value.starts_with('#');
        let fetches = value.to_lowercase().split("url(").skip(1).any(|part| !part.starts_with('#'));
        if lower.starts_with("on") || named || leads_out || fetches || value.contains('\\') {
            return Some(shown(name));
        }
        rest = next;
    }
    None
}

fn shown(name: &str) -> String {
    name.chars().filter(|sign| !sign.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "<?xml version=\"1.0\"?>\n<!-- a hill > -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\
        <title>A hill</title><defs><linearGradient id=\"a\"/></defs><path d=\"M0 0\" fill=\"url(#a)\"/><use href='#a'/></svg>";

    #[test]
    fn a_drawing_that_only_draws_passes() {
        assert!(matches!(found(PLAIN), Ok(None)));
    }

    #[test]
    fn what_runs_or_is_fetched_is_found_however_it_is_written() {
        for bad in [
            "<script>a()</script>",
            "<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>",
            "<path d=\">\" onload=\"a()\"/>",
            "<path\nONCLICK = 'a()'/>",
            "<g onload=a()></g>",
            "<foreignObject/>",
            "<path drawn:by=\"somebody\"/>",
            "<style>@import 'x'</style>",
            "<image href=\"https://elsewhere.example/a.png\"/>",
            "<use href=\"https://elsewhere.example/a.svg#b\"/>",
            "<use xlink:href=\"data:image/svg+xml,x\"/>",
            "<path fill=\"url(https://elsewhere.example/a)\"/>",
            "<path style=\"fill:\\75rl(//elsewhere.example)\"/>",
            "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
            "<![CDATA[<script>]]>",
            "<?xml-stylesheet href=\"a\"?>",
        ] {
            let drawing = PLAIN.replace("<use", &format!("{bad}<use"));
            assert!(!matches!(found(&drawing), Ok(None)), "{bad}");
        }
        assert!(found("a picture").is_err() && found("<html><svg></svg></html>").is_err() && found("<svg").is_err());
    }
}
