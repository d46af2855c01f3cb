//! Where the slices are listed and tied together: a slice exists because it stands here.

use std::sync::Arc;

use http::{Bound, DoorFault};
use kernel::{
    Inventory, Slice,
    inventory::ManifestError,
    words::{Words, WordsError},
};
use organisation::{
    Doors, Organisation, Worker,
    ahead::{Ahead, Aheads},
    naming::{Naming, Namings},
};

/// The words of the pages that tell of problems.
static TROTH: Slice = Slice { name: "troth", words: kernel::words!("../words"), ..Slice::EMPTY };

static UI: Slice = Slice { name: "ui", words: ui::WORDS, ..Slice::EMPTY };

/// Every slice, and the rooms that declare something.
pub static SLICES: &[&Slice] = &[
    &store::SLICE,
    &keeper::SLICE,
    &http::SLICE,
    &post::SLICE,
    &organisation::SLICE,
    &UI,
    &TROTH,
    &publication::SLICE,
    &accounts::SLICE,
    &accounts::factors::SLICE,
    &accounts::factors::sms::SLICE,
    &accounts::address::SLICE,
    &accounts::registration::SLICE,
    &accounts::age::SLICE,
    &accounts::provider::SLICE,
    &accounts::mailbox::SLICE,
    &accounts::renewal::SLICE,
    &coaching::SLICE,
    &moving::SLICE,
    &oversight::SLICE,
    &requests::SLICE,
    &requests::alternatives::SLICE,
    &amendments::SLICE,
    &evidence::SLICE,
    &registers::undertakings::SLICE,
    &registers::duties::SLICE,
    &registers::papers::SLICE,
    &registers::breaches::SLICE,
    &exceptions::SLICE,
    &exceptions::glass::SLICE,
    &mailings::SLICE,
    &programmes::SLICE,
    &visits::SLICE,
    &visits::reading::SLICE,
    &visits::popular::SLICE,
    &visits::findings::SLICE,
];

/// What the slices declare, put together.
///
/// # Errors
/// Every declaration that contradicts another or points nowhere.
pub fn inventory() -> Result<Inventory, Vec<ManifestError>> {
    Inventory::new(SLICES.iter().copied())
}

/// The words of all slices.
///
/// # Errors
/// When a text does not parse or two define one key.
pub fn words() -> Result<Words, WordsError> {
    Words::new(SLICES.iter().flat_map(|slice| slice.words).copied())
}

/// What slices need from the machine: built once, shared by all organisations.
#[derive(Clone)]
pub struct Services {
    /// Hashes passwords on a bounded pool of threads.
    pub hasher: accounts::Hasher,
    /// Takes mail to its server.
    pub carrier: Arc<dyn post::Carrier>,
    /// The address from which mail is sent.
    pub sender: post::Address,
    /// The providers with which people sign in, where the configuration names one.
    pub providers: accounts::provider::Providers,
    /// Takes text messages to a gateway, where there is one.
    pub texting: Option<Arc<dyn post::Texting>>,
}

/// Every route of every slice, bound to its handler (I4).
///
/// # Errors
/// Routes that are declared but not bound, bound but not declared, or twice either.
pub fn doors(services: &Services, inventory: &Inventory) -> Result<Bound<Organisation>, Vec<DoorFault>> {
    let doors = Doors::new();
    let doors = publication::doors(doors);
    let doors = accounts::doors(doors, services.hasher.clone()).share(services.providers.clone());
    let doors = coaching::doors(doors);
    let doors = moving::doors(doors);
    let doors = oversight::doors(doors);
    let doors = requests::doors(doors);
    let doors = amendments::doors(doors);
    let doors = evidence::doors(doors);
    let doors = registers::doors(doors);
    let doors = exceptions::doors(doors);
    let doors = visits::doors(doors);
    let library = programmes::library::Library::default();
    let doors = programmes::doors(doors, library.clone());
    let naming = [Arc::new(programmes::Titles(library.clone())) as Arc<dyn Naming>, Arc::new(requests::Codes)];
    let ahead = [Arc::new(programmes::Following(library)) as Arc<dyn Ahead>, Arc::new(programmes::Caring)];
    let doors = doors.share(Aheads::new(ahead)).share(Namings::new(naming));
    let doors = mailings::doors(doors, requests::erasure_by_mailing);
    doors.close(inventory)
}

/// Who does which job.
pub fn workers(services: &Services) -> Arc<[Arc<dyn Worker>]> {
    let mut workers = accounts::workers(Arc::clone(&services.carrier), services.sender.clone());
    workers.push(accounts::text_worker(services.texting.clone(), services.hasher.clone()));
    workers.extend(registers::workers());
    workers.push(requests::worker(Arc::clone(&services.carrier), services.sender.clone()));
    workers.push(mailings::worker(Arc::clone(&services.carrier), services.sender.clone()));
    workers.extend(exceptions::workers(Arc::clone(&services.carrier), services.sender.clone()));
    workers.into()
}
