//! What an amendment allows of somebody who has not accepted it: never more than before, and never more than now (X7).

use std::{collections::HashMap, sync::Arc};

use access::{Access, Choices, Earlier, Resource};
use kernel::Actor;
use testkit::SeededRng;

use crate::{
    campus, inventory,
    matrix::{everyone, person, resources, scope},
    plan,
};

/// The campus's statement with some of its reading rules taken out, and the conditions of others.
fn varied(rng: &SeededRng) -> String {
    let line = |line: &str| {
        let of = line.trim_start();
        match (of.starts_with("read ") || of.starts_with("never read "), rng.below(4)) {
            (true, 0) => String::new(),
            (true, 1) if of.starts_with("read ") => {
                format!("{}\n", line.replace(" when=\"own\"", "").replace(" when=\"in-relation\"", ""))
            }
            _ => format!("{line}\n"),
        }
    };
    campus().lines().map(line).collect()
}

#[test]
fn what_an_amendment_allows_of_whoever_has_not_accepted_it_was_allowed_before_and_is_allowed_now() {
    let inventory = inventory();
    let whole = plan("campus", campus(), &inventory);
    let rng = SeededRng::new(7);
    let (mut tried, mut held_back, mut goes_on) = (0, 0, 0);
    for _ in 0..4 {
        let usable = || loop {
            let source = varied(&rng);
            if let Some(plan) = statement::check(&source, Some(&inventory)).plan {
                return plan;
            }
        };
        let (old, new) = (usable(), usable());
        let (before, now) = (Access::new(&old, &inventory).unwrap(), Access::new(&new, &inventory).unwrap());
        let choices = Arc::new(Choices::default());
        // The participant, the coach and the person of the file stand on version 1; the coach has accepted version 2.
        let people = HashMap::from([(person(2), 1), (person(3), 1), (person(1), 2)]);
        choices.begin(2, Vec::new(), people, vec![Earlier::new(1, old, &inventory).unwrap()]);
        let amended = Access::new(&new, &inventory).unwrap().with_choices(choices);
        for action in inventory.actions() {
            let container = inventory.container(action.container).unwrap();
            for about in resources(container).iter().filter(|about| about.container != Resource::ORGANISATION) {
                for (who, actor) in everyone(&whole) {
                    let scope = scope(actor.clone());
                    let ask = |access: &Access| access.would_allow(&scope, action, about);
                    let (then, today, got) = (ask(&before), ask(&now), ask(&amended));
                    let own = |me| about.parties.iter().all(|(_, player)| *player == me || *player == person(1));
                    let is_theirs = match &actor {
                        Actor::Member(member) => own(member.id),
                        Actor::Guest | Actor::Job(_) => false,
                    };
                    let expected = today && (then || is_theirs || about.parties.is_empty());
                    assert_eq!(got, expected, "{who} {} {}: before {then}, now {today}", action.name, about.container);
                    tried += 1;
                    held_back += usize::from(today && !got);
                    goes_on += usize::from(got);
                }
            }
        }
    }
    assert!(tried > 1000 && held_back > 10 && goes_on > 100, "{tried} tried, {held_back} held back, {goes_on} go on");
}
