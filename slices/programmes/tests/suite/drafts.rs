//! Drafts keep what authors write, and nobody overwrites another unseen.

use std::collections::BTreeMap;

use access::{Grant, Resource};
use kernel::Language;
use programme::Package;
use store::params;
use troth_programmes::{
    actions,
    library::Library,
    model::{DraftId, PartId, VersionId},
    queries, shipped,
    store::drafts,
};

use crate::house::{EVENINGS, House, MANAGER, MARIA, On, package};

fn author(house: &House) -> Grant {
    house.grant(MANAGER, &actions::PROGRAMME_PUBLISH, &Resource::organisation())
}

async fn keep(house: &House, id: DraftId, language: Language, text: &'static str, edition: i64) -> Option<i64> {
    let grant = author(house);
    house
        .write(MANAGER, move |scope, work| {
            let draft = drafts::find(scope, work, id)?.unwrap();
            drafts::keep(scope, work, &grant, &draft, (language, text, edition))
        })
        .await
}

#[tokio::test]
async fn a_text_is_kept_where_nobody_else_has_changed_it_and_an_empty_one_takes_its_language_out() {
    for on in On::each() {
        let house = House::open(&on).await;
        let (grant, texts) = (author(&house), [(Language::En, EVENINGS.to_owned())].into());
        let id = house.write(MANAGER, move |s, work| drafts::begin(s, work, &grant, &texts, &BTreeMap::new())).await;
        assert_eq!(keep(&house, id, Language::En, "one", 1).await, Some(2));
        assert_eq!(keep(&house, id, Language::En, "another", 1).await, None, "it was changed since");
        assert_eq!(keep(&house, id, Language::En, "one", 1).await, Some(2), "the same is no change");
        assert_eq!(keep(&house, id, Language::Nl, "een", 0).await, Some(1));
        assert_eq!(keep(&house, id, Language::Nl, "twee", 0).await, None, "two begin one language");
        let draft = house.read(MANAGER, move |s, reader| drafts::find(s, reader, id)).await.unwrap();
        let kept: Vec<_> = draft.texts().into_values().collect();
        assert_eq!((kept, draft.edition), (vec!["one".to_owned(), "een".to_owned()], 3));
        assert_eq!(keep(&house, id, Language::Nl, "", 1).await, Some(0));
        assert_eq!(keep(&house, id, Language::Nl, "terug", 1).await, None, "what was taken out is not written on");
        let draft = house.read(MANAGER, move |s, reader| drafts::find(s, reader, id)).await.unwrap();
        assert!(draft.texts.keys().eq([&Language::En]) && draft.edition == 4);
    }
}

#[tokio::test]
async fn files_of_a_draft_come_back_byte_for_byte_and_go_with_it() {
    for on in On::each() {
        let house = House::open(&on).await;
        let sent = shipped::sleeping_better().unwrap();
        assert_eq!(sent.programme().name().as_str(), shipped::NAME);
        let files: BTreeMap<_, _> = sent.files().map(|(name, _, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        let (grant, texts, begun) = (author(&house), sent.texts().clone(), files.clone());
        let id = house.write(MANAGER, move |s, work| drafts::begin(s, work, &grant, &texts, &begun)).await;
        let grant = author(&house);
        let whole = house.read(MANAGER, move |s, reader| drafts::files(s, reader, &grant, id)).await;
        assert_eq!(whole, files);
        let draft = house.read(MANAGER, move |s, reader| drafts::find(s, reader, id)).await.unwrap();
        assert_eq!(Package::of(draft.texts(), whole).unwrap(), (sent, Vec::new()));
        let grant = author(&house);
        house.write(MANAGER, move |s, work| drafts::remove(s, work, &grant, id)).await;
        let grant = author(&house);
        let left = house.read(MANAGER, move |s, r| Ok((drafts::find(s, r, id)?, drafts::files(s, r, &grant, id)?)));
        let (draft, files) = left.await;
        assert!(draft.is_none() && files.is_empty());
    }
}

#[tokio::test]
async fn what_an_earlier_program_took_and_this_one_refuses_is_read_as_far_as_it_is_sound() {
    for on in On::each() {
        let house = House::open(&on).await;
        let text = format!("{EVENINGS}\n# A step of then\nstep: then\n\nRead it [here](https://example.org).\n");
        assert!(programme::read(&[(Language::En, text.clone())].into(), &Default::default()).is_err());
        let id = house
            .write(MANAGER, move |scope, work| {
                let id: VersionId = scope.mint();
                work.run(&queries::VERSION_ADD, params![id, "calm-evenings", 2_i64, scope.now])?;
                work.run(&queries::TEXT_ADD, params![scope.mint::<PartId>(), id, "en", text])?;
                Ok(id)
            })
            .await;
        let scope = house.scope(MARIA);
        let asker = scope.clone();
        let found = house.store.read(&scope, move |reader| Library::default().find(&asker, reader, id)).await;
        let volume = found.unwrap().unwrap();
        let edition = volume.programme.edition(Language::En);
        assert_eq!(edition.title, "Calm evenings");
        let sound = package(EVENINGS, BTreeMap::new());
        assert!(edition.steps.starts_with(&sound.programme().edition(Language::En).steps));
        assert_eq!(edition.steps.last().map(|step| step.name.as_str()), Some("then"));
    }
}
