//! Steady, the self-help of Westerveen University: Mia manages, Hanna and Olaf coach, Maria and Piet take part, and *Sleeping
//! better* is published.

use std::{collections::BTreeMap, path::Path};

use access::{Guarded as _, Resource};
use kernel::{Archetype, Language, PersonId, id::Id as _};
use programme::{Name, Package};
use programmes::{
    actions,
    model::{Enrolment, EnrolmentId, HandId, Place, Sheet},
    store::{enrolments, revisions, versions},
};
use store::{Reader, StoreError, Work};

use crate::world::{Browser, Campus, statement};

pub struct Stage {
    pub campus: Campus,
    pub mia: Browser,
    pub hanna: Browser,
    pub olaf: Browser,
    pub maria: Browser,
    pub piet: Browser,
    pub ids: BTreeMap<&'static str, PersonId>,
}

const PEOPLE: [(&str, Archetype); 5] = [
    ("Mia", Archetype::Manager),
    ("Hanna", Archetype::Coach),
    ("Olaf", Archetype::Coach),
    ("Maria", Archetype::Participant),
    ("Piet", Archetype::Participant),
];

/// A short name.
pub fn name(text: &str) -> Name {
    text.parse().unwrap()
}

/// The programme that ships, as its authors wrote it.
pub fn sleeping_better() -> Package {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/sleeping-better");
    let read = |file: &str| std::fs::read(folder.join(file)).unwrap();
    let texts = [Language::En, Language::Nl, Language::Sv]
        .map(|language| (language, String::from_utf8(read(&format!("programme.{language}.md"))).unwrap()));
    let media = std::fs::read_dir(folder.join("media")).unwrap();
    let media = media.map(|file| format!("media/{}", file.unwrap().file_name().to_str().unwrap()));
    let files = media.map(|file| (file.clone(), read(&file))).collect();
    Package::of(texts.into(), files).unwrap_or_else(|faults| panic!("{faults:?}")).0
}

impl Stage {
    pub async fn set() -> Self {
        Self::with(&statement("selfhelp")).await
    }

    /// The same university with another statement.
    pub async fn with(text: &str) -> Self {
        let campus = Campus::with(text).await;
        let (mut ids, mut browsers) = (BTreeMap::new(), Vec::new());
        for (name, archetype) in PEOPLE {
            ids.insert(name, campus.resident(&campus.site, name, archetype).await);
            browsers.push(campus.sign_in(&campus.site, name).await);
        }
        campus.run_jobs().await;
        let [mia, hanna, olaf, maria, piet] = <[Browser; 5]>::try_from(browsers).ok().unwrap();
        let stage = Self { campus, mia, hanna, olaf, maria, piet, ids };
        stage.publish(sleeping_better()).await;
        stage
    }

    pub async fn publish(&self, package: Package) {
        let scope = self.campus.scope_of(self.ids["Mia"], Archetype::Manager);
        let decide = self.campus.site.access.decide(&scope, &actions::PROGRAMME_PUBLISH, &Resource::organisation());
        let grant = decide.unwrap();
        let publish = move |work: &mut Work<'_>| {
            let scope = work.scope().clone();
            versions::publish(&scope, work, &grant, &package)
        };
        self.campus.site.store.write(&scope, publish).await.unwrap();
    }

    /// Somebody begins *Sleeping better*, without a coach.
    pub async fn begin(&self, person: PersonId) -> Enrolment {
        let scope = self.campus.scope_of(person, Archetype::Participant);
        let about = Resource::organisation();
        let grant = self.campus.site.access.decide(&scope, &actions::ENROLMENT_BEGIN, &about).unwrap();
        let begin = move |work: &mut Work<'_>| {
            let scope = work.scope().clone();
            enrolments::begin(&scope, work, &grant, &name("sleeping-better"))
        };
        self.campus.site.store.write(&scope, begin).await.unwrap().unwrap()
    }

    /// Its participant finishes something; nobody reads it.
    pub async fn finish(&self, of: &Enrolment, place: Place, sheet: Sheet) {
        let scope = self.campus.scope_of(of.participant, Archetype::Participant);
        let grant = self.campus.site.access.decide(&scope, &actions::SELF_HELP_WRITE, &of.resource()).unwrap();
        let (of, hand) = (of.clone(), HandId::from_uuid(scope.mint::<HandId>().uuid()));
        let save = move |work: &mut Work<'_>| {
            let scope = work.scope().clone();
            let finish = Some(revisions::Finish { is_shared: false, has_moved: false });
            let saving =
                revisions::Saving { place: &place, version: of.version, hand, from: &[], sheet: &sheet, finish };
            revisions::save(&scope, work, &grant, &of, &saving)
        };
        self.campus.site.store.write(&scope, save).await.unwrap();
    }

    /// A night passes, and so many days before it.
    pub async fn later(&self, days: i64) {
        self.campus.clock.advance_days(days);
        self.campus.keep().await;
    }

    /// Somebody stops.
    pub async fn end(&self, of: &Enrolment) {
        let scope = self.campus.scope_of(of.participant, Archetype::Participant);
        let grant = self.campus.site.access.decide(&scope, &actions::ENROLMENT_END, &of.resource()).unwrap();
        let of = of.clone();
        let end = move |work: &mut Work<'_>| {
            let scope = work.scope().clone();
            enrolments::end(&scope, work, &grant, &of)
        };
        assert!(self.campus.site.store.write::<_, StoreError, _>(&scope, end).await.unwrap());
    }

    /// Whether an enrolment is still there.
    pub async fn is_there(&self, id: EnrolmentId) -> bool {
        let scope = self.campus.scope_of(self.ids["Mia"], Archetype::Manager);
        let asked = scope.clone();
        let find = move |reader: &mut Reader<'_>| Ok(enrolments::find(&asked, reader, id)?.is_some());
        self.campus.site.store.read::<_, StoreError, _>(&scope, find).await.unwrap()
    }

    /// Whether the key of what somebody wrote is held.
    pub fn has_key(&self, id: EnrolmentId) -> bool {
        self.campus.site.store.has_key("self-help", id.uuid())
    }
}
