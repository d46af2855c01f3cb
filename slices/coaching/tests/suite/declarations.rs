//! What the manifest says is what the code does.

use std::collections::BTreeSet;

use kernel::{Inventory, Language, words::message_keys};
use troth_coaching::{SLICE, inventory::OUTPUTS, queries::QUERIES};

use crate::house;

#[test]
fn every_query_stays_within_what_its_actions_declare() {
    let inventory = Inventory::new(house::slices()).unwrap();
    let faults = store::lineage::faults(&inventory).unwrap();
    let own: Vec<_> = faults.iter().filter(|fault| fault.contains("coaching")).collect();
    assert!(own.is_empty(), "{own:#?}");
    assert!(QUERIES.len() > 40);
}

#[test]
fn all_words_stand_in_three_languages_and_every_mail_has_its_three() {
    let keys = |language: Language| {
        let text = SLICE.words.iter().find(|text| text.language == language).unwrap();
        message_keys(text.fluent).map(ToOwned::to_owned).collect::<BTreeSet<_>>()
    };
    let english = keys(Language::En);
    for language in Language::ALL {
        let own = keys(language);
        assert_eq!(own, english, "{language}");
    }
    for mail in OUTPUTS.iter().filter(|output| output.kind == kernel::manifest::OutputKind::Mail) {
        for part in ["subject", "body", "link"] {
            assert!(english.contains(&format!("{}-{part}", mail.name)), "{} {part}", mail.name);
        }
        assert!(mail.items.is_empty(), "no mail has content (UC13)");
    }
}
