//! Text as HTML: what an author may write arrives, and nothing else does, whatever stands in the text.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod support;

use kernel::Language;
use troth_programme::{Around, Name, Part};

struct There;

impl Around for There {
    fn step(&self, step: &Name) -> String {
        format!("/steps/{step}?a=1&b=2")
    }

    fn file(&self, file: &str) -> String {
        format!("/files/{file}")
    }

    fn elsewhere(&self, address: &str, words: &str) -> String {
        let safe =
            |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        format!("<a rel=\"noreferrer\" href=\"{}\">{}</a>", safe(address), safe(words))
    }
}

/// The HTML of all that stands in the only step.
fn html(inner: &str) -> String {
    let programme = support::sound(&support::step(inner));
    let step = &programme.edition(Language::En).steps[0];
    let drawn = step.parts.iter().map(|part| match part {
        Part::Text(text) | Part::UrgentHelp(text) => text.html(2, &There),
        Part::Exercise(exercise) => exercise.question.html(3, &There),
        Part::Media(media) => media.html(Language::En, &There),
    });
    drawn.collect()
}

#[test]
fn text_arrives_with_its_headings_lists_and_emphasis() {
    assert_eq!(
        html("## One\n\nA *soft* and **loud** \\<word>.\\\nNext & last.\n\n### Two\n\n* a\n* b\n\n3. c\n\n> d\n\n***"),
        "<h2>One</h2><p>A <em>soft</em> and <strong>loud</strong> &lt;word&gt;.<br>Next &amp; last.</p><h3>Two</h3>\
         <ul><li>a</li><li>b</li></ul><ol start=\"3\"><li>c</li></ol><blockquote><p>d</p></blockquote><hr>"
    );
}

#[test]
fn pictures_links_and_steps_go_where_the_caller_says() {
    assert_eq!(
        html("![A \"calm\" evening](media/evening.svg)"),
        "<p><img src=\"/files/media/evening.svg\" alt=\"A &quot;calm&quot; evening\" loading=\"lazy\"></p>"
    );
    assert_eq!(
        html("[The *first* step](#look)"),
        "<p><a href=\"/steps/look?a=1&amp;b=2\">The <em>first</em> step</a></p>"
    );
    assert_eq!(html("[Write to us](mailto:a@b.example)"), "<p><a href=\"mailto:a@b.example\">Write to us</a></p>");
    assert_eq!(
        html("[Sleep & *light*](https://a.example/?b&c)"),
        "<p><a rel=\"noreferrer\" href=\"https://a.example/?b&amp;c\">Sleep &amp; light</a></p>"
    );
}

#[test]
fn sound_and_moving_pictures_have_a_name_and_captions_and_wait_to_be_started() {
    assert_eq!(
        html("::: video media/talk.mp4\ntitle: A \"talk\"\ncaptions: media/talk.en.vtt\n:::"),
        "<figure><video controls preload=\"none\" src=\"/files/media/talk.mp4\" aria-label=\"A &quot;talk&quot;\">\
         <track kind=\"captions\" src=\"/files/media/talk.en.vtt\" srclang=\"en\" label=\"English\" default></video>\
         <figcaption>A &quot;talk&quot;</figcaption></figure>"
    );
    let rain = html("::: audio media/rain.mp3\ntitle: Rain\nwithout captions: Nobody speaks.\n:::");
    assert!(rain.starts_with("<figure><audio controls") && !rain.contains("<track"));
    assert!(rain.ends_with("</audio><figcaption>Rain<br>Nobody speaks.</figcaption></figure>"));
    let heard = html("::: audio media/rain.mp3\ntitle: Rain\ncaptions: media/talk.en.vtt\n:::");
    assert!(heard.starts_with("<figure><video controls"), "no browser shows captions within an audio element");
}
