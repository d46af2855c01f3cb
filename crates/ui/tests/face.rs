//! What the face promises: contrast, weight, words, and nothing from elsewhere.

#![expect(clippy::unwrap_used, reason = "a test may fail")]

use troth_ui as ui;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use kernel::{
    Language,
    words::{Voice, Words},
};
use ui::Page;

fn page(language: Language) -> Page {
    let words = Arc::new(Words::new(ui::WORDS.iter().copied()).unwrap());
    Page::new(Voice::new(words, language), "", "Campus B.V.", "/_gallery")
}

/// The page of somebody who has signed in, in the demonstration.
fn with_account(mut page: Page) -> Page {
    page.account = Some(ui::AccountLink {
        name: "Samira de Wit".to_owned(),
        path: "/profile".to_owned(),
        sign_out: "/sign-out".to_owned(),
    });
    page.demo = Some(ui::DemoBar {
        clock: "22 November 2026, 16:40".to_owned(),
        clock_path: "/demo/clock".to_owned(),
        outbox_path: "/demo/outbox".to_owned(),
        people_path: "/demo".to_owned(),
    });
    page.crumb("/people", "Samira de Wit").with_notice(ui::Tone::Success, "Maria Jansen")
}

/// Writes the gallery and its assets as files, to look at them: set `GALLERY` to a folder.
#[test]
#[ignore = "for the eye: writes files"]
fn write_the_gallery() {
    let folder = std::path::PathBuf::from(std::env!("CARGO_TARGET_TMPDIR")).join("gallery");
    std::fs::create_dir_all(folder.join("assets")).unwrap();
    for asset in ui::assets() {
        std::fs::write(folder.join(asset.path.trim_start_matches('/')), &asset.bytes).unwrap();
    }
    for language in Language::ALL {
        for theme in ui::Theme::ALL {
            let mut page = with_account(page(language));
            page.theme = theme;
            let name = format!("gallery-{language}-{}.html", theme.key());
            std::fs::write(folder.join(name), ui::gallery(&page)).unwrap();
            let html = ui::problem(page, 410, "problem-link-spent", "/sign-in", None);
            std::fs::write(folder.join(format!("problem-{language}-{}.html", theme.key())), html).unwrap();
        }
    }
}

/// The tokens of one theme: name to (lightness, chroma, hue).
type Tokens = BTreeMap<String, [f64; 3]>;

/// Reads `--name: oklch(L% C h);` between a selector and the closing brace of its block.
fn tokens(style: &str, selector: &str) -> Tokens {
    let block = style.split_once(selector).unwrap().1.split_once('}').unwrap().0;
    block
        .lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": oklch(")?;
            let mut numbers = value.trim_end_matches(");").split_whitespace().map(|part| part.trim_end_matches('%'));
            let mut next = || numbers.next().unwrap().parse::<f64>().unwrap();
            Some((name.to_owned(), [next() / 100.0, next(), next()]))
        })
        .collect()
}

/// OKLCH to linear sRGB, clipped (Ottosson), then through eight bits as a screen has it.
fn luminance([l, chroma, hue]: [f64; 3]) -> f64 {
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let long = (l + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let medium = (l - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let short = (l - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    let red = 4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short;
    let green = -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short;
    let blue = -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short;
    0.2126 * screen(red) + 0.7152 * screen(green) + 0.0722 * screen(blue)
}

fn screen(linear: f64) -> f64 {
    let linear = linear.clamp(0.0, 1.0);
    let coded = if linear <= 0.003_130_8 { 12.92 * linear } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
    let shown = (coded * 255.0).round() / 255.0;
    if shown <= 0.040_45 { shown / 12.92 } else { ((shown + 0.055) / 1.055).powf(2.4) }
}

/// WCAG 2.2's ratio of two colours.
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn contrast_of_black_and_white_is_21() {
    assert!((contrast([0.0, 0.0, 0.0], [1.0, 0.0, 0.0]) - 21.0).abs() < 0.01);
    // #777 on white is 4.48 by WCAG's own formula; oklch(56.82% 0 0) is #777.
    assert!((contrast([0.5682, 0.0, 0.0], [1.0, 0.0, 0.0]) - 4.48).abs() < 0.05);
}

#[test]
fn text_has_contrast_of_7_and_controls_of_3_in_both_themes() {
    let style = include_str!("../assets/css/tokens.css");
    let grounds = ["paper", "well", "sheet", "soft", "amber-soft", "red-soft"];
    let mut text: Vec<(&str, &str)> = Vec::new();
    for ink in ["ink", "quiet", "accent", "amber", "red", "accent-deep", "red-deep"] {
        text.extend(grounds.iter().map(|ground| (ink, *ground)));
    }
    text.extend([("on-accent", "accent"), ("on-accent", "accent-deep"), ("on-red", "red"), ("on-red", "red-deep")]);
    let controls = ["paper", "well", "sheet"].into_iter().flat_map(|ground| [("edge", ground), ("focus", ground)]);
    let controls: Vec<_> = controls.chain([("focus", "soft"), ("accent", "soft")]).collect();
    let mut weak = Vec::new();
    for selector in [":root {", ":root[data-theme=\"dark\"] {"] {
        let tokens = tokens(style, selector);
        for (pairs, floor) in [(&text, 7.0), (&controls, 3.0)] {
            for (ink, ground) in pairs {
                let ratio = contrast(tokens[*ink], tokens[*ground]);
                if ratio < floor {
                    weak.push(format!("{selector} {ink} on {ground}: {ratio:.2} < {floor}"));
                }
            }
        }
    }
    assert!(weak.is_empty(), "{weak:#?}");
}

#[test]
fn the_device_and_a_choice_give_the_same_dark() {
    let style = include_str!("../assets/css/tokens.css");
    let device = tokens(style, ":root:not([data-theme=\"light\"]) {");
    assert_eq!(device, tokens(style, ":root[data-theme=\"dark\"] {"));
    assert_eq!(
        device.keys().collect::<Vec<_>>(),
        tokens(style, ":root {").keys().collect::<Vec<_>>(),
        "each colour exists in both themes"
    );
}

fn gzip(bytes: &[u8]) -> usize {
    use std::io::Write;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap().len()
}

/// Every `src` and `href` that a browser loads by itself.
fn loaded(html: &str) -> BTreeSet<&str> {
    let mut found = BTreeSet::new();
    for (at, _) in html.match_indices("/assets/") {
        found.insert(html[at..].split(['"', '#']).next().unwrap());
    }
    found
}

#[test]
fn the_first_view_weighs_at_most_60_kb_in_at_most_6_requests() {
    let page = page(Language::En);
    // The page of a problem is an ordinary page: frame, words, buttons, all icons, the font.
    let html = ui::problem(page, 404, "problem-not-found", "", None);
    let loaded = loaded(&html);
    let sizes: Vec<(&str, usize)> = ui::assets()
        .iter()
        .filter(|asset| loaded.contains(asset.path.as_str()))
        .map(|asset| (asset.name, if asset.name.ends_with("woff2") { asset.bytes.len() } else { gzip(&asset.bytes) }))
        .collect();
    assert_eq!(sizes.len(), loaded.len(), "an unknown asset: {loaded:?}");
    let requests = 1 + loaded.len();
    let bytes = gzip(html.as_bytes()) + sizes.iter().map(|(_, size)| size).sum::<usize>();
    println!("first view: {bytes} bytes in {requests} requests; {sizes:?}, page {}", gzip(html.as_bytes()));
    assert!(requests <= 6, "{requests} requests");
    // A page with content may add 12 kB.
    assert!(bytes <= 48_000, "{bytes} bytes without content");
}

#[test]
fn the_font_weighs_less_than_36_kb() {
    let fonts = ui::assets().iter().filter(|asset| asset.content_type == "font/woff2");
    assert!(fonts.map(|asset| asset.bytes.len()).sum::<usize>() < 36_000);
}

#[test]
fn pages_hold_nothing_that_a_strict_policy_forbids_and_load_nothing_from_elsewhere() {
    for language in Language::ALL {
        let html = ui::gallery(&page(language));
        assert!(html.len() > 10_000);
        for forbidden in
            [" style=", "<style", "javascript:", "data:", " onclick=", " onload=", "src=\"http", "href=\"http"]
        {
            assert!(!html.contains(forbidden), "{language}: {forbidden}");
        }
        for (at, _) in html.match_indices("<script") {
            assert!(html[at..].starts_with("<script type=\"module\" src=\"/assets/"));
        }
    }
    for asset in ui::assets().iter().filter(|asset| asset.name.ends_with(".css") || asset.name.ends_with(".js")) {
        let text = std::str::from_utf8(&asset.bytes).unwrap();
        assert!(!text.contains("http:") && !text.contains("https:") && !text.contains("data:"), "{}", asset.name);
    }
}

#[test]
fn whatever_is_a_password_field_hides_what_is_typed_and_can_be_pasted_into() {
    let html = ui::gallery(&page(Language::En));
    let fields: Vec<&str> =
        html.split('<').filter(|tag| tag.starts_with("input") && tag.contains("-password\"")).collect();
    assert!(fields.len() >= 2, "the gallery shows one for a new password and one for the present");
    for field in fields {
        assert!(field.contains("type=\"password\""), "{field}");
        assert!(!field.contains("maxlength") && !field.contains("autocomplete=\"off\""), "{field}");
    }
    for asset in ui::assets().iter().filter(|asset| asset.path.ends_with(".js")) {
        let script = String::from_utf8_lossy(&asset.bytes);
        assert!(!script.contains("\"paste\"") && !script.contains("onpaste"), "{}", asset.path);
    }
}

#[test]
fn every_icon_in_a_template_is_in_the_sprite() {
    let sprite = include_str!("../assets/vendor/icons.svg");
    for icon in ui::ICONS {
        assert!(sprite.contains(&format!("<symbol id=\"{icon}\"")), "{icon}");
    }
    assert_eq!(sprite.matches("<symbol").count(), ui::ICONS.len());
    let page = page(Language::En);
    for html in [ui::gallery(&page), ui::problem(page.clone(), 404, "problem-not-found", "/sign-in", None)] {
        for (at, _) in html.match_indices("icons.svg#") {
            let name = html[at + "icons.svg#".len()..].split('"').next().unwrap();
            assert!(ui::ICONS.contains(&name), "{name}");
        }
    }
}

#[test]
fn no_word_is_missing_in_a_language() {
    let words = Words::new(ui::WORDS.iter().copied()).unwrap();
    let of = |language| {
        let own = words.keys().filter(|(one, key)| *one == language && key.starts_with("ui-"));
        own.map(|(_, key)| key.to_owned()).collect::<BTreeSet<_>>()
    };
    assert_eq!(of(Language::En), of(Language::Nl));
    assert_eq!(of(Language::En), of(Language::Sv));
    for language in Language::ALL {
        let page = page(language);
        for html in [ui::gallery(&page), ui::problem(page.clone(), 404, "problem-not-found", "/sign-in", None)] {
            assert!(!html.contains("[ui-"), "{language}: a key without words");
        }
    }
}

#[test]
fn every_problem_has_words() {
    let kinds = [
        "not-found",
        "session-ended",
        "unreadable",
        "other-site",
        "too-large",
        "conflict",
        "link-spent",
        "wrong-method",
        "busy",
        "internal",
    ];
    for language in Language::ALL {
        for kind in kinds {
            let html = ui::problem(page(language), 500, &format!("problem-{kind}"), "", None);
            assert!(!html.contains("[ui-"), "{language} {kind}");
        }
    }
}

#[test]
fn what_was_typed_comes_back_escaped() {
    let kept = ui::KeptForm {
        action: "/trajectories/1/messages".to_owned(),
        fields: vec![("body".to_owned(), "one\n<b>two</b>".to_owned()), ("after".to_owned(), "\"3\"".to_owned())],
        ..ui::KeptForm::default()
    };
    let html = ui::problem(page(Language::En), 403, "problem-session-ended", "/sign-in", Some(kept));
    assert!(html.contains("one\n&#60;b&#62;two&#60;/b&#62;</textarea>"));
    assert!(html.contains("value=\"&#34;3&#34;\""));
}

#[test]
fn a_guests_choice_stays_in_the_address_and_members_keep_it_in_their_account() {
    let mut page = page(Language::Nl);
    page.carry = "lang=nl&theme=dark".to_owned();
    page.query = "page=2".to_owned();
    assert_eq!(page.to("/privacy"), "/privacy?lang=nl&theme=dark");
    assert_eq!(page.to("/privacy#keep"), "/privacy?lang=nl&theme=dark#keep");
    assert_eq!(page.in_language(&Language::Sv), "/_gallery?page=2&theme=dark&lang=sv");
    assert_eq!(page.in_theme(&ui::Theme::Light), "/_gallery?page=2&lang=nl&theme=light");
    assert!(ui::gallery(&page).contains("hreflang=\"sv\""));
    page.language_action = Some("/profile/language".to_owned());
    page.theme_action = Some("/profile/theme".to_owned());
    let html = ui::gallery(&page);
    assert!(html.contains("action=\"/profile/theme\"") && !html.contains("data-theme-choice"));
    // A member's choice is kept in the account: a link that holds for one page would be forgotten on the next.
    assert!(html.contains("action=\"/profile/language\"") && !html.contains("hreflang"));
    assert!(html.contains("name=\"language\" value=\"nl\" lang=\"nl\" aria-pressed=\"true\""));
}

#[test]
fn asset_paths_change_with_their_content_only() {
    let paths: BTreeSet<_> = ui::assets().iter().map(|asset| &asset.path).collect();
    assert_eq!(paths.len(), ui::assets().len());
    let style = ui::assets().iter().find(|asset| asset.name == "site.css").unwrap();
    let text = std::str::from_utf8(&style.bytes).unwrap();
    assert!(text.contains(ui::asset_path("text.woff2")), "the style sheet names the font by its hash");
    assert!(!text.contains("/*"), "comments are not sent");
    assert_eq!(text.matches('{').count(), text.matches('}').count());
}

#[test]
fn vendored_files_are_those_that_their_readme_names() {
    use sha2::{Digest, Sha256};
    let readme = include_str!("../assets/vendor/README.md");
    for name in ["text.woff2", "icons.svg"] {
        let asset = ui::assets().iter().find(|asset| asset.name == name).unwrap();
        let sum: String = Sha256::digest(&asset.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(readme.contains(&sum), "{name}: {sum}");
    }
}

#[test]
fn sizes_are_written_as_people_read_them() {
    let page = page(Language::Nl);
    assert_eq!(page.size(&10_485_760), "10 MB");
    assert_eq!(page.size(&1_572_864), "1,5 MB");
    assert_eq!(page.size(&245_760), "240 kB");
    assert_eq!(page.size(&12), "12 B");
}
