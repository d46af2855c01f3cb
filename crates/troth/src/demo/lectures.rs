//! People of the university that teaches by video: a student would rather not be recorded, the lecturer said no, and the
//! study adviser has not looked at it yet; for another the lecturer found a way (RL16).

use std::sync::Arc;

use accounts::Hasher;
use axum::Router;
use kernel::Language;
use organisation::Organisation;
use testkit::{SeededRng, people};

use super::{
    Acquaintance,
    joining::{Joining, code},
    visitor::Visitor,
};
use crate::Failure;

/// For how many days everyone has been there.
const DAYS: i64 = 90;
/// Where one's own wishes stand.
const OWN: &str = "/my-data/alternatives";

/// Fills the university, and tells who is worth meeting.
pub(super) async fn fill(
    university: &Arc<Organisation>,
    hasher: &Hasher,
    edge: &Router,
    host: &str,
) -> Result<Vec<Acquaintance>, Failure> {
    let joining = Joining::new(university, hasher).await?;
    let seed = SeededRng::new(37);
    let [english, dutch, swedish] = Language::ALL.map(|language| people(language, 2, "haven", &seed));
    let mut made = Vec::new();
    for (person, role, about) in [
        (&dutch[0], "organiser", "demo-about-organiser"),
        (&swedish[0], "lecturer", "demo-about-lecturer"),
        (&dutch[1], "study-adviser", "demo-about-adviser"),
        (&english[0], "student", "demo-about-refused"),
        (&swedish[1], "student", "demo-about-offered"),
        (&english[1], "officer", "demo-about-officer"),
    ] {
        made.push(joining.join(person, role, DAYS, about).await?);
    }
    let [_, lecturer, _, refused, offered, _] = made.as_slice() else { return Err("there are six of them".into()) };
    let shown = code(university.clock.now());
    let mut lecturer = Visitor::sign_in_with(edge, host, &lecturer.email, &shown).await?;
    let say = |language, word| university.voice(language).say(word);
    let mut first = Visitor::sign_in(edge, host, &refused.email).await?;
    let words = say(Language::En, "demo-alternative-voice");
    let wish = ask(&mut first, &mut lecturer, &words, ("refused", &say(Language::En, "demo-alternative-no"))).await?;
    first.send(&format!("{wish}/next-step"), &[]).await?;
    let mut second = Visitor::sign_in(edge, host, &offered.email).await?;
    let words = say(Language::Sv, "demo-alternative-picture");
    ask(&mut second, &mut lecturer, &words, ("offered", &say(Language::Sv, "demo-alternative-yes"))).await?;
    Ok(made)
}

/// A student asks and the lecturer answers; where the student follows it.
async fn ask(
    student: &mut Visitor<'_>,
    lecturer: &mut Visitor<'_>,
    words: &str,
    (outcome, text): (&str, &str),
) -> Result<String, Failure> {
    let wish = student.send(OWN, &[("clause", "remote-lectures"), ("words", words)]).await?;
    let asked = wish.trim_start_matches("/my-data");
    lecturer.send(&format!("{asked}/taking"), &[]).await?;
    lecturer.send(&format!("{asked}/answer"), &[("outcome", outcome), ("text", text)]).await?;
    Ok(wish)
}
