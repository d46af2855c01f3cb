//! The words of a request that are kept from short lists, under *My data*: as the request's own page says them.

use access::Resource;
use kernel::words::Voice;
use organisation::{
    Visit,
    naming::{Named, Naming, Said},
    pages::Failure,
};
use statement::plan::Right;
use store::{Reader, derived::HeldRow};

use super::kind_name;
use crate::model::{Channel, Ground, Identity, StepKind};

/// Says what the codes of a request stand for.
#[derive(Clone, Copy)]
pub struct Codes;

impl Naming for Codes {
    fn learn(
        &self,
        _: &Visit,
        _: &mut Reader<'_>,
        about: &Resource,
        _: &[HeldRow],
    ) -> Result<Option<Box<dyn Named>>, Failure> {
        Ok((about.container == "request").then(|| Box::new(*self) as _))
    }
}

impl Named for Codes {
    fn said(&self, voice: &Voice, _: &HeldRow, column: &str, value: &str) -> Option<Said> {
        let word = match column {
            "channel" => Channel::from_key(value)?.word(),
            "identity" => Identity::from_key(value)?.word(),
            "ground" => Ground::from_key(value)?.word(),
            "outcome" => return Some(Said::Value(voice.say(&format!("requests-outcome-{value}")))),
            "kind" => match StepKind::from_key(value) {
                Some(step) => step.word(),
                None => return Some(Said::Value(kind_name(voice, Right::from_key(value)?))),
            },
            _ => return None,
        };
        Some(Said::Value(voice.say(word)))
    }
}
