//! `troth clone --made-up`: a test copy of an installation in which nobody is real (UC21).

mod people;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use accounts::Hasher;
use kernel::{Actor, SecretString};
use organisation::Organisation;
use store::{StoreError, made_up};

use crate::{
    Failure, cli,
    config::{Config, EdgeConfig, FILE, MailConfig, OrganisationConfig},
    copies::{self, Draft},
    installation::{self, Common},
    print, serve,
    system::{SystemClock, SystemRng},
};

use people::MadeUp;

/// Nobody listens there: a mail of a test copy reaches nobody.
const NOWHERE: &str = "smtp://127.0.0.1:9";
/// Under a name that no mail ever reaches (RFC 2606).
const SENDER: &str = "no-reply@test.example";

/// Somebody made up, to sign in as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acquaintance {
    /// The organisation's short name.
    pub organisation: String,
    /// The role.
    pub role: String,
    /// The address.
    pub email: String,
}

/// A test copy.
#[derive(Clone, Debug)]
pub struct Cloned {
    /// How much there is, by organisation.
    pub counts: Vec<(String, Vec<store::copies::TableCount>)>,
    /// With which password everybody signs in.
    pub password: String,
    /// Somebody of each role.
    pub people: Vec<Acquaintance>,
}

/// `troth clone --made-up`.
///
/// # Errors
/// When the installation cannot be read or the copy cannot be made; then there is none.
pub async fn clone(command: cli::Clone) -> Result<(), Failure> {
    let common = Common::new(Arc::new(SystemClock), Arc::new(SystemRng))?;
    let config = Config::read(&command.installation.data)?;
    let Cloned { counts, password, people } = clone_with(&common, &config, &command.to, command.postgres).await?;
    for (organisation, counts) in counts {
        print(&format!("{organisation}: {} rows, made up", counts.iter().map(|count| count.rows).sum::<u64>()));
    }
    print(&format!("\nEverybody signs in with the password {password}. Somebody of each role:"));
    for Acquaintance { organisation, role, email } in people {
        print(&format!("  {organisation}\t{role}\t{email}"));
    }
    print(&format!(
        "\nStart it with `troth serve --data {}`. No mail leaves it, and it makes no backups.",
        command.to.display()
    ));
    Ok(())
}

/// Makes the copy in the folder `to`, which is empty or absent; of each organisation in an SQLite file, or in the PostgreSQL
/// database that is named.
///
/// # Errors
/// As [`clone`].
pub async fn clone_with(
    common: &Common,
    config: &Config,
    to: &Path,
    postgres: Option<String>,
) -> Result<Cloned, Failure> {
    copies::empty(to)?;
    let draft = Draft::new(to)?;
    let hasher = Hasher::new(serve::pepper(draft.folder())?);
    let password = people::password(&*common.rng);
    let hash = hasher.hash(SecretString::from(password.as_str()), &*common.rng).await;
    let hash = hash.map_err(|_| "the hashing threads are busy")?.to_vec();
    let mut cloned = Cloned { counts: Vec::new(), password, people: Vec::new() };
    let mut organisations = Vec::new();
    for entry in &config.organisations {
        let new = OrganisationConfig {
            key: entry.key.clone(),
            host: format!("{}.localhost", entry.key),
            statement: PathBuf::from("statement.kdl"),
            postgres: postgres.as_deref().map(SecretString::from),
            provider: None,
        };
        let made_up = Arc::new(MadeUp::new(hash.clone(), &*common.rng));
        let counts = clone_one(common, config, (entry, &new), draft.folder(), &made_up, &mut cloned.people).await?;
        cloned.counts.push((entry.key.to_string(), counts));
        organisations.push(new);
    }
    let mail = Some(MailConfig { server: NOWHERE.to_owned(), from: SENDER.to_owned(), bounces: None });
    let copy = Config {
        folder: draft.folder().to_owned(),
        listen: config.listen,
        edge: EdgeConfig::default(),
        mail,
        sms: None,
        backup: None,
        organisations,
    };
    installation::write(&copy)?;
    draft.into_place(to)?;
    Ok(cloned)
}

async fn clone_one(
    common: &Common,
    config: &Config,
    (entry, new): (&OrganisationConfig, &OrganisationConfig),
    folder: &Path,
    made_up: &Arc<MadeUp>,
    people: &mut Vec<Acquaintance>,
) -> Result<Vec<store::copies::TableCount>, Failure> {
    installation::private_folder(&folder.join(new.key.as_str()))?;
    let statement = installation::statement_path(&config.folder, entry);
    fs::copy(&statement, installation::statement_path(folder, new))
        .map_err(|error| format!("{}: {error}", statement.display()))?;
    let source = copies::source(common, config, entry);
    let site = common.open(folder, new, format!("http://{}", new.host))?;
    let counts = made_up::make(&source, &site.store, Arc::clone(made_up) as _, &copies::progress()).await;
    let counts = counts.map_err(|error| format!("{}: {error}. See {FILE}", entry.key))?;
    people.extend(acquaintances(&site, made_up).await?);
    Ok(counts)
}

/// Somebody of each role who has a password.
async fn acquaintances(site: &Organisation, made_up: &MadeUp) -> Result<Vec<Acquaintance>, Failure> {
    let scope = site.scope(Actor::Job(accounts::actions::FOUND.name));
    let mut found = Vec::new();
    for role in site.plan.roles() {
        let key = role.key.clone();
        let having = move |reader: &mut store::Reader<'_>| {
            let having = accounts::store::people::with_role(reader, &key)?;
            Ok::<_, StoreError>(having.into_iter().map(|one| one.person).collect::<Vec<_>>())
        };
        let having = site.store.read(&scope, having).await?;
        let first = having.into_iter().find_map(|person| made_up.address_of(person));
        found.extend(first.map(|email| Acquaintance {
            organisation: site.key.to_string(),
            role: role.key.clone(),
            email,
        }));
    }
    Ok(found)
}
