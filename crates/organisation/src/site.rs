//! The organisation as the edge and the slices see it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use access::Access;
use http::{Answered, Problem, SignedIn, Site};
use jiff::tz::TimeZone;
use keeper::Keeper;
use kernel::{
    Actor, Attempt, Clock, Inventory, Language, OrganisationKey, RequestId, Rng, Scope, Slice,
    manifest::{Action, ActionKind, Method, Route},
    scope,
    words::{Voice, Words},
};
use statement::{Plan, dates::Rules, render::PublicPage};
use store::Store;
use tokio::sync::watch;
use ui::DemoBar;

use crate::{Directory, Sessions, Visits, phrases::Phrases};

/// The item without which no visitor data is noted.
const VISITS: &str = "visit.file";

/// Makes the demonstration's bar in a language.
pub type MakeDemoBar = dyn Fn(&Voice) -> DemoBar + Send + Sync;

/// What an organisation is put together from.
#[derive(Clone)]
pub struct Parts {
    /// Its short name.
    pub key: OrganisationKey,
    /// Its statement.
    pub plan: Arc<Plan>,
    /// Decisions compiled from the statement.
    pub access: Arc<Access>,
    /// Its data.
    pub store: Store,
    /// All words.
    pub words: Arc<Words>,
    /// What the slices declare.
    pub inventory: Arc<Inventory>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Random bytes.
    pub rng: Arc<dyn Rng>,
    /// Who knows people.
    pub directory: Arc<dyn Directory>,
    /// Who knows sessions.
    pub sessions: Arc<dyn Sessions>,
    /// The address of the organisation's site, for links in mails: `https://campus.example.org`.
    pub base_url: String,
    /// The demonstration's bar; absent in a normal installation.
    pub demo: Option<Arc<MakeDemoBar>>,
}

/// One organisation at work.
pub struct Organisation {
    parts: Parts,
    /// The statement's periods at work: when anything goes.
    pub rules: Rules,
    /// Visitor data on its way into the log of its day.
    pub visits: Arc<Visits>,
    notes_visits: bool,
    used: Vec<&'static Slice>,
    readings: HashMap<&'static str, Vec<&'static Action>>,
    pub(crate) phrases: Phrases,
    locked: Arc<watch::Sender<bool>>,
    waiting: Mutex<HashMap<&'static str, u32>>,
}

impl std::ops::Deref for Organisation {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl Organisation {
    /// Puts an organisation to work.
    pub fn new(parts: Parts) -> Self {
        let stated = |item: &str| parts.plan.category_of(item).is_some();
        let used = parts.inventory.slices().filter(|slice| parts.inventory.is_used(slice, stated)).collect();
        let mut readings: HashMap<_, Vec<_>> = HashMap::new();
        for action in parts.inventory.actions().filter(|action| action.kind == ActionKind::Read) {
            for item in action.discloses {
                readings.entry(*item).or_default().push(action);
            }
        }
        let rules = Rules::new(&parts.plan, &parts.inventory).beside(parts.store.choices().rules());
        let locked = Arc::new(watch::Sender::new(false));
        let notes_visits = parts.plan.category_of(VISITS).is_some();
        let (visits, phrases, waiting) = (Arc::default(), Phrases::default(), Mutex::default());
        Self { parts, rules, visits, notes_visits, used, readings, phrases, locked, waiting }
    }

    /// The same organisation under another version of its statement: `change` puts in the parts that come of it.
    #[must_use]
    pub fn amended(&self, change: impl FnOnce(Parts) -> Parts) -> Self {
        let (locked, visits) = (Arc::clone(&self.locked), Arc::clone(&self.visits));
        Self { locked, visits, ..Self::new(change(self.parts.clone())) }
    }

    /// Its statement as a page, without what the keeper knows of each clause.
    pub fn statement(&self, language: Language) -> Arc<PublicPage> {
        self.phrases.page(&self.parts.plan, language)
    }

    /// The actions that show an item.
    pub(crate) fn readings(&self, item: &str) -> &[&'static Action] {
        self.readings.get(item).map_or(&[], Vec::as_slice)
    }

    /// Locks or unlocks it. Locked, it serves nobody, and nothing but a replay of the ledger runs.
    pub fn set_locked(&self, locked: bool) {
        self.locked.send_replace(locked);
    }

    /// Whether it is locked.
    pub fn is_locked(&self) -> bool {
        *self.locked.borrow()
    }

    /// Returns when it is not locked.
    pub async fn unlocked(&self) {
        // The sender lives as long as the organisation.
        let _ = self.locked.subscribe().wait_for(|locked| !locked).await;
    }

    /// The slices that the organisation uses: those of which its statement names something.
    pub fn used(&self) -> impl Iterator<Item = &'static Slice> {
        self.used.iter().copied()
    }

    /// Whether the organisation uses a page of some slice; `path` is the route's.
    pub fn has_page(&self, path: &str) -> bool {
        self.used().flat_map(|slice| slice.routes).any(|own| own.method == Method::Get && own.path == path)
    }

    /// Notes how many things wait behind an entry of the navigation. The slice that knows counts anew whenever the
    /// number changes, and each night.
    pub fn note_waiting(&self, path: &'static str, count: usize) {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(path, count);
    }

    /// How many those were when they were counted last.
    pub(crate) fn waiting(&self, path: &str) -> u32 {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).get(path).copied().unwrap_or(0)
    }

    /// The organisation's name as people read it.
    pub fn name(&self, language: Language) -> String {
        let names = self.plan.names();
        names.get(language).map_or_else(|| self.plan.controller().name.clone(), ToOwned::to_owned)
    }

    /// The keeper of what is held here, by the statement in force.
    pub fn keeper(&self) -> Keeper {
        Keeper::new(self.store.clone(), Arc::clone(&self.plan), Arc::clone(&self.inventory))
    }

    /// The words in a language.
    pub fn voice(&self, language: Language) -> Voice {
        Voice::new(Arc::clone(&self.words), language)
    }

    /// A scope for an actor at the present instant, outside any request.
    pub fn scope(&self, actor: Actor) -> Scope {
        let now = self.clock.now();
        Scope {
            organisation: self.key.clone(),
            actor,
            now,
            zone: self.plan.zone().clone(),
            language: self.plan.languages().first().copied().unwrap_or_default(),
            request: scope::mint::<RequestId>(now, &*self.rng),
            session: None,
            rng: Arc::clone(&self.rng),
        }
    }
}

impl std::fmt::Debug for Organisation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Organisation").field(&self.key).finish()
    }
}

impl Site for Organisation {
    fn key(&self) -> &OrganisationKey {
        &self.key
    }

    fn languages(&self) -> &[Language] {
        self.plan.languages()
    }

    fn zone(&self) -> TimeZone {
        self.plan.zone().clone()
    }

    fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    fn rng(&self) -> &Arc<dyn Rng> {
        &self.rng
    }

    fn is_locked(&self) -> bool {
        Self::is_locked(self)
    }

    fn offers(&self, route: &Route) -> bool {
        // Everyone has a first page; what it tells follows the statement.
        route.path == "/"
            || self
                .used()
                .flat_map(|slice| slice.routes)
                .any(|own| own.method == route.method && own.path == route.path)
    }

    fn note_refusal(&self, scope: &Scope, attempt: &Attempt) {
        self.store.note_refusal(scope, attempt);
    }

    fn notes_visits(&self) -> bool {
        self.notes_visits
    }

    fn note_visit(&self, answered: Answered) {
        self.visits.add(answered, &*self.rng);
    }

    async fn find_session(&self, scope: &Scope, token_hash: [u8; 32]) -> Result<Option<SignedIn>, Problem> {
        self.sessions.find(self, scope, token_hash).await
    }
}
