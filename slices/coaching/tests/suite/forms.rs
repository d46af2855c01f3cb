//! Forms: everything that is wrong with them is said, and times are those of the organisation's zone.

use http::{Faults, Fields, Upload, Uploaded};
use jiff::tz::TimeZone;
use organisation::attachments::Accepted;
use troth_coaching::forms::{AppointmentForm, LinkForm, MessageForm};

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
}

fn words(faults: &Faults) -> Vec<(&str, &str)> {
    faults.iter().map(|fault| (fault.field, fault.word)).collect()
}

fn appointment(date: &str, from: &str, until: &str) -> http::Form<AppointmentForm> {
    http::Form::read(fields(&[("title", "Talk"), ("date", date), ("from", from), ("until", until)]))
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let form: http::Form<AppointmentForm> = http::Form::read(fields(&[("date", "soon"), ("from", "09:00")]));
    let faults = form.checked.unwrap_err();
    assert_eq!(words(&faults), [("title", "form-missing"), ("date", "form-not-a-date"), ("until", "form-missing")]);
}

#[test]
fn an_appointment_ends_after_it_begins() {
    let faults = appointment("2026-12-01", "10:00", "10:00").checked.unwrap_err();
    assert_eq!(words(&faults), [("until", "coaching-appointment-backwards")]);
}

#[test]
fn a_time_that_the_clock_skips_is_said_to_be_none() {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap();
    let now = "2026-01-01T00:00:00Z".parse().unwrap();
    let form = appointment("2026-03-29", "02:30", "03:30").checked.unwrap();
    assert_eq!(words(&form.in_zone(&zone, now).unwrap_err()), [("from", "coaching-appointment-skipped")]);
}

#[test]
fn a_time_that_the_clock_shows_twice_is_the_first() {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap();
    let now = "2026-01-01T00:00:00Z".parse().unwrap();
    let plan = appointment("2026-10-25", "02:30", "03:30").checked.unwrap().in_zone(&zone, now).unwrap();
    assert_eq!(plan.begins, "2026-10-25T00:30:00Z".parse().unwrap());
    assert_eq!(plan.ends, "2026-10-25T02:30:00Z".parse().unwrap());
}

#[test]
fn what_is_over_is_not_planned() {
    let now = "2026-12-01T12:00:00Z".parse().unwrap();
    let form = appointment("2026-12-01", "09:00", "10:00").checked.unwrap();
    assert_eq!(words(&form.in_zone(&TimeZone::UTC, now).unwrap_err()), [("date", "coaching-appointment-past")]);
}

#[test]
fn a_file_may_go_without_words_and_a_bad_one_is_named() {
    let upload = |name: &str, bytes: &[u8]| Upload {
        typed: fields(&[("text", " ")]),
        files: vec![Uploaded {
            field: "files".to_owned(),
            name: name.to_owned(),
            content_type: "text/html".to_owned(),
            bytes: bytes.to_vec(),
        }],
    };
    let accepted = Accepted { endings: vec!["txt", "md", "pdf"], most_mib: 1 };
    let form = MessageForm::read(upload("plan.txt", b"One step a day."), &accepted).unwrap();
    assert_eq!((form.text.as_str(), form.files[0].kind.media_type), ("", "text/plain; charset=utf-8"));
    let faults = MessageForm::read(upload("plan.pdf", b"<script>"), &accepted).err().unwrap();
    assert_eq!(words(&faults), [("files", "organisation-file-kind")]);
}

#[test]
fn nobody_coaches_themselves() {
    let id = kernel::Uuid::from_u128(1).to_string();
    let form: http::Form<LinkForm> = http::Form::read(fields(&[("coach", &id), ("participant", &id)]));
    assert_eq!(words(&form.checked.err().unwrap()), [("participant", "coaching-link-same")]);
}
