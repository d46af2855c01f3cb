//! A mail, and the only way to make one.

use std::{fmt, str::FromStr};

use jiff::{Timestamp, civil::Date};
use kernel::{Language, Uuid, words::Voice};

use crate::Returning;

/// An e-mail address. Personal: `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Address(lettre::Address);

/// The text is no e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct NotAnAddress;

impl FromStr for Address {
    type Err = NotAnAddress;

    fn from_str(text: &str) -> Result<Self, NotAnAddress> {
        let text = text.trim();
        // RFC 5321 §4.5.3.1.3: a path has at most 256 octets, two of them brackets.
        if text.len() > 254 || !text.rsplit_once('@').is_some_and(|(_, domain)| domain.contains('.')) {
            return Err(NotAnAddress);
        }
        text.parse().map(Self).map_err(|_| NotAnAddress)
    }
}

impl Address {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        self.0.as_ref()
    }

    /// The part before the `@`.
    pub fn name(&self) -> &str {
        self.0.user()
    }

    /// The part behind the `@`.
    pub fn domain(&self) -> &str {
        self.0.domain()
    }

    /// The form by which an address is looked up: all in lower case. (The local part may differ by case, says
    /// RFC 5321; no provider of note lets it, and people type it either way.)
    pub fn normalised(&self) -> String {
        self.as_str().to_lowercase()
    }

    pub(crate) fn inner(&self) -> &lettre::Address {
        &self.0
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(..)")
    }
}

/// The one link of a mail: an address of the organisation's own site, with ids or a single-use token in its path.
#[derive(Clone, PartialEq, Eq)]
pub struct Link(String);

/// The parts do not make a link to the organisation's own site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a link to the organisation's site")]
pub struct NotALink;

impl Link {
    /// `path` on the site at `base_url` (`https://campus.example`, without a slash at the end).
    pub fn new(base_url: &str, path: &str) -> Result<Self, NotALink> {
        let base_fits = base_url.starts_with("https://") || base_url.starts_with("http://");
        let path_fits = path.starts_with('/')
            && !path.starts_with("//")
            && path.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\".contains(&byte));
        let base_plain = base_url.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\".contains(&byte));
        (base_fits && base_plain && path_fits)
            .then(|| Self(format!("{}{path}", base_url.trim_end_matches('/'))))
            .ok_or(NotALink)
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The path may hold a single-use token.
        f.write_str("Link(..)")
    }
}

/// Who a mail comes from: the organisation's public name and its sending address.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The organisation's public name.
    pub organisation: String,
    /// The address.
    pub address: Address,
}

/// What a mail says, by keys: `<words>-subject`, `<words>-body` and `<words>-link` (the link's label). The messages
/// may use `$organisation` and, where a day is given, `$date`; nothing else.
#[derive(Clone, Debug)]
pub struct Notice<'a> {
    /// The prefix of its words.
    pub words: &'a str,
    /// A day that its words name.
    pub day: Option<Date>,
    /// Whom it goes to.
    pub to: Address,
    /// Where it leads.
    pub link: Link,
    /// The job that sends it: the Message-ID comes of it, so that a mail that is carried twice shows once.
    pub job: Uuid,
    /// When it is sent.
    pub at: Timestamp,
}

/// A mailing to one of the people who agreed to it: the organisation's own public words, which are about nobody, and the
/// ways to end it. Neither the name of the reader stands in it nor anything that the organisation holds of the reader.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// What kind of mailing it is, in the statement's words: "invitations and offers".
    pub mailing: &'a str,
    /// The subject.
    pub subject: &'a str,
    /// The text; paragraphs stand apart by an empty line.
    pub text: &'a str,
    /// Whom it goes to.
    pub to: Address,
    /// Stops such mailings: a page with one button, and at once for the mail program's own button (RFC 8058).
    pub stop: Link,
    /// Has the reader's contact details erased, where the statement promises that link.
    pub erase: Option<Link>,
    /// The job that sends it, as for a [`Notice`].
    pub job: Uuid,
    /// When it is sent.
    pub at: Timestamp,
}

/// A mail, ready to be carried. Made of a [`Notice`] or of a [`Letter`], and of nothing else.
#[derive(Clone)]
pub struct Mail {
    pub(crate) from: Sender,
    pub(crate) to: Address,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    pub(crate) message_id: String,
    pub(crate) language: Language,
    pub(crate) at: Timestamp,
    /// Where the mail program's own button stops a mailing.
    pub(crate) stop: Option<Link>,
    /// What stands in the envelope, so that it is known again when it comes back.
    pub(crate) returning: Option<Returning>,
}

impl Mail {
    /// Puts a mail together in the voice's language.
    pub fn compose(notice: Notice<'_>, from: &Sender, voice: &Voice) -> Self {
        let date = notice.day.map(|day| voice.date(day)).unwrap_or_default();
        let say = |part: &str| {
            voice.say2(&format!("{}-{part}", notice.words), "organisation", &from.organisation, "date", &date)
        };
        let (subject, body, label) = (say("subject"), say("body"), say("link"));
        let (greeting, no_button) = (voice.say("mail-greeting"), voice.say("mail-no-button"));
        let reason = voice.say1("mail-reason", "organisation", &from.organisation);
        let link = notice.link.as_str();
        let text = format!("{greeting}\n\n{body}\n\n{label}:\n{link}\n\n-- \n{reason}\n");
        let html = html(&Parts {
            language: voice.language,
            subject: &subject,
            greeting: &greeting,
            body: &body,
            label: &label,
            link,
            no_button: &no_button,
            reason: &reason,
        });
        Self {
            message_id: format!("<{}@{}>", notice.job, from.address.domain()),
            from: from.clone(),
            to: notice.to,
            subject,
            text,
            html,
            language: voice.language,
            at: notice.at,
            stop: None,
            returning: None,
        }
    }

    /// Puts a mailing together; the words around the text are in the voice's language.
    pub fn letter(letter: Letter<'_>, from: &Sender, voice: &Voice) -> Self {
        let reason = voice.say2("mail-mailing-reason", "mailing", letter.mailing, "organisation", &from.organisation);
        let erase = letter.erase.as_ref().map(|link| ("mail-erase", link));
        let ways: Vec<_> = std::iter::once(("mail-stop", &letter.stop))
            .chain(erase)
            .map(|(word, link)| (voice.say(word), link.as_str()))
            .collect();
        let plain: String = ways.iter().map(|(label, link)| format!("\n{label}:\n{link}\n")).collect();
        let rich: String = ways
            .iter()
            .map(|(label, link)| format!("<br><a href=\"{}\">{}</a>", escape(link), escape(label)))
            .collect();
        let body = format!("{}<hr>\n<p><small>{}{rich}</small></p>\n", paragraphs(letter.text), escape(&reason));
        Self {
            message_id: format!("<{}@{}>", letter.job, from.address.domain()),
            from: from.clone(),
            to: letter.to,
            subject: letter.subject.to_owned(),
            text: format!("{}\n\n-- \n{reason}\n{plain}", letter.text.trim()),
            html: document(voice.language, letter.subject, &body),
            language: voice.language,
            at: letter.at,
            stop: Some(letter.stop),
            returning: None,
        }
    }

    /// The same mail, known again when it comes back.
    #[must_use]
    pub fn returning(mut self, returning: Option<Returning>) -> Self {
        self.returning = returning;
        self
    }

    /// What stands in its envelope.
    pub fn returns(&self) -> Option<Returning> {
        self.returning
    }

    /// Whom it goes to.
    pub fn to(&self) -> &Address {
        &self.to
    }

    /// Who sends it.
    pub fn from(&self) -> &Sender {
        &self.from
    }

    /// The subject.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The plain text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The HTML alternative; it loads nothing.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// The Message-ID, with its brackets.
    pub fn message_id(&self) -> &str {
        &self.message_id
    }

    /// The language that it is written in.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Where the mail program's own button stops a mailing (RFC 8058); `None` for a mail that is no mailing.
    pub fn stop(&self) -> Option<&str> {
        self.stop.as_ref().map(Link::as_str)
    }

    /// When it was composed.
    pub fn at(&self) -> Timestamp {
        self.at
    }
}

impl fmt::Debug for Mail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mail")
            .field("message_id", &self.message_id)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

struct Parts<'a> {
    language: Language,
    subject: &'a str,
    greeting: &'a str,
    body: &'a str,
    label: &'a str,
    link: &'a str,
    no_button: &'a str,
    reason: &'a str,
}

fn html(parts: &Parts<'_>) -> String {
    let body = format!(
        "<p>{greeting}</p>\n{paragraphs}<p><a href=\"{link}\">{label}</a></p>\n\
         <p>{no_button}<br>{link}</p>\n<hr>\n<p><small>{reason}</small></p>\n",
        greeting = escape(parts.greeting),
        paragraphs = paragraphs(parts.body),
        link = escape(parts.link),
        label = escape(parts.label),
        no_button = escape(parts.no_button),
        reason = escape(parts.reason),
    );
    document(parts.language, parts.subject, &body)
}

/// A document that loads nothing, and is light or dark as the reader's device is.
fn document(language: Language, subject: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head><meta charset=\"utf-8\">\n\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{subject}</title></head>\n\
         <body style=\"font: 17px/1.5 system-ui, sans-serif; color-scheme: light dark; max-width: 34em; margin: 2em auto; \
         padding: 0 1em\">\n{body}</body>\n</html>\n",
        subject = escape(subject),
    )
}

/// Paragraphs stand apart by an empty line; a line that ends within one ends there, too.
fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| format!("<p>{}</p>\n", escape(part).replace('\n', "<br>"))).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
