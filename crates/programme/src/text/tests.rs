//! The writer of HTML over any text, also one that nobody looked over.

use proptest::prelude::*;

use super::{Around, html};
use crate::Name;

struct There;

impl Around for There {
    fn step(&self, step: &Name) -> String {
        format!("/steps/{step}\"")
    }

    fn file(&self, file: &str) -> String {
        format!("/files/{file}<")
    }

    fn elsewhere(&self, address: &str, words: &str) -> String {
        assert!(address.starts_with("https://"));
        let safe = |text: &str| text.replace(['<', '>', '"'], "");
        format!("<a rel=\"noreferrer\" href=\"{}\">{}</a>", safe(address), safe(words))
    }
}

/// The tags that a text may have.
const TAGS: &[&str] = &[
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "em",
    "strong",
    "code",
    "pre",
    "blockquote",
    "br",
    "hr",
    "a",
    "img",
];

/// Whether each `<` begins one of these tags, and no attribute does more than the house lets it.
fn is_safe(html: &str) -> bool {
    html.split('<').skip(1).all(|piece| {
        let tag = piece.split('>').next().unwrap_or_default();
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        let attributes = tag.split_once(' ').map_or("", |(_, rest)| rest);
        // Outside quotes stand only names that are known.
        let bare: String = attributes.split('"').step_by(2).collect();
        let bare = bare.replace("href=", "").replace("src=", "").replace("alt=", "").replace("loading=", "");
        let bare = bare.replace("start=", "").replace("rel=", "");
        piece.contains('>')
            && TAGS.contains(&name)
            && bare.trim().is_empty()
            && !tag.to_lowercase().contains("\"javascript:")
    })
}

#[test]
fn the_look_for_unsafe_html_finds_it() {
    for bad in [
        "<script>",
        "<p onclick=\"a\">",
        "<a href=\"javascript:a\">",
        "<b>",
        "<p",
        "<img src=\"a\" onerror=b alt=\"\">",
    ] {
        assert!(!is_safe(bad), "{bad}");
    }
    assert!(is_safe("<p>a</p><img src=\"/a\" alt=\"b > c\" loading=\"lazy\">".replace("b > c", "b").as_str()));
}

/// Stretches of Markdown and of mischief.
fn mischief() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{0,12}",
        "\\PC{0,6}",
        prop::sample::select(vec![
            "<script>a()</script>",
            "[",
            "](",
            ")",
            "![",
            "javascript:",
            "https://a.example",
            "\"",
            "'",
            "onload=",
            "<a href=\"",
            "\n",
            "\n\n",
            "**",
            "`",
            "# ",
            "> ",
            "* ",
            "<!--",
            "-->",
            "&lt;",
            "&#106;",
            "<https://a.example>",
            "media/evening.svg",
            "#look",
            "::: ",
            "\\",
            "[a]: javascript:b\n",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn whatever_stands_in_a_text_it_is_drawn_with_our_own_tags_alone(text in mischief()) {
        let html = html::write(&text, 2, &There);
        prop_assert!(is_safe(&html), "{}", html);
    }
}
