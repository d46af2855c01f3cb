//! Published versions are kept whole, and people in the middle keep theirs or are moved step by step.

use std::collections::{BTreeMap, BTreeSet};

use access::Guarded as _;
use kernel::Language;
use programme::{Package, differences};
use troth_programmes::{
    actions,
    model::{Moving, moving},
    store::{enrolments, versions},
};

use crate::house::{EVENINGS, HANNA, House, MARIA, On, day, name, package};

/// A drawing larger than two pieces.
fn drawing() -> Vec<u8> {
    let shape = "<rect width=\"1\" height=\"1\"/>";
    let shapes = shape.repeat(2 * versions::PIECE / shape.len() + 10);
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">{shapes}</svg>").into_bytes()
}

#[tokio::test]
async fn a_published_version_comes_back_with_its_texts_and_its_files_byte_for_byte() {
    for on in On::each() {
        let house = House::open(&on).await;
        let text = EVENINGS.replace("Go on.", "![A window at dusk](media/dusk.svg)");
        let sent = package(&text, [("media/dusk.svg".to_owned(), drawing())].into());
        let id = house.publish(&sent).await;
        let found = house.read(MARIA, move |s, reader| versions::find(s, reader, id)).await.unwrap();
        assert_eq!((found.programme.as_str(), found.number), ("calm-evenings", 2));
        assert_eq!(found.read().unwrap(), *sent.programme());
        let mut bytes = Vec::new();
        for number in 0.. {
            let read =
                move |s: &kernel::Scope, r: &mut store::Reader<'_>| versions::piece(s, r, id, "media/dusk.svg", number);
            let Some(piece) = house.read(MARIA, read).await else { break };
            bytes.extend(piece);
        }
        let files: BTreeMap<_, _> = found.files.into_iter().map(|file| (file, bytes.clone())).collect();
        assert_eq!(Package::of(found.texts, files).unwrap().0, sent);
        assert!(bytes == drawing() && bytes.len() > 2 * versions::PIECE);
    }
}

#[tokio::test]
async fn whoever_is_in_the_middle_keeps_the_version_until_moving_and_who_begins_gets_the_newest() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let grant = house.grant(HANNA, &actions::STEP_OPEN, &maria.resource());
        let of = maria.clone();
        house
            .write(HANNA, move |s, work| {
                for step in ["look", "talk"] {
                    enrolments::open_step(s, work, &grant, &of, &name(step), day("2026-03-02"), true)?;
                }
                Ok(())
            })
            .await;
        let newer = house.publish(&package(&EVENINGS.replace("Talk.", "Talk well."), BTreeMap::new())).await;
        assert_eq!(house.enrolment(maria.id).await.version, maria.version);
        let piet = house.enrol(crate::house::PIET).await;
        assert!(piet.version == newer && newer != maria.version);

        let grant = house.grant(MARIA, &actions::ENROLMENT_MOVE, &maria.resource());
        let of = maria.clone();
        house.write(MARIA, move |s, work| enrolments::move_on(s, work, &grant, &of, newer, &[name("talk")])).await;
        let of = house.enrolment(maria.id).await;
        assert_eq!(of.version, newer);
        let openings = house.read(MARIA, move |s, reader| enrolments::openings(s, reader, &of)).await;
        let shown: BTreeMap<_, _> = openings.into_iter().map(|opening| (opening.step, opening.version)).collect();
        assert_eq!(shown, [(name("look"), maria.version), (name("talk"), newer)].into());
    }
}

#[test]
fn a_step_moves_by_itself_where_answers_mean_what_they_meant_and_else_its_writer_is_asked() {
    let read = |text: &str| programme::read(&[(Language::En, text.to_owned())].into(), &BTreeSet::new()).unwrap();
    let old = read(EVENINGS);
    let become_of = |text: &str, step: &str, written: &[&str]| {
        let written = written.iter().map(|exercise| name(exercise)).collect();
        let all = differences(&old, &read(text));
        moving(all.iter().find(|difference| difference.name == name(step)).unwrap(), &written)
    };
    let reworded = EVENINGS.replace("How was yesterday evening?", "How was it?");
    let changed = EVENINGS.replace("- light: None of it.", "- none: None of it.");
    let gone = EVENINGS.split("# Change one thing").next().unwrap();
    assert_eq!(become_of(EVENINGS, "look", &["my-evening"]), Moving::Moves);
    assert_eq!(become_of(&reworded, "look", &["my-evening"]), Moving::Moves);
    assert_eq!(become_of(&changed, "change", &[]), Moving::Moves);
    assert_eq!(become_of(&changed, "change", &["my-evening"]), Moving::Moves, "nothing was written that changed");
    assert_eq!(become_of(&changed, "change", &["heavy"]), Moving::Asks);
    let less = EVENINGS.replace("::: writing my-evening", "::: writing my-night");
    assert_eq!(become_of(&less, "look", &["my-evening"]), Moving::Asks, "its exercise has gone");
    assert_eq!(become_of(&less, "look", &["evening-diary"]), Moving::Moves);
    assert_eq!(become_of(gone, "change", &["heavy"]), Moving::Stays);
    assert_eq!(become_of(gone, "change", &[]), Moving::Moves);
}
