//! The command line: what can be asked, and the help that teaches it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Confidential coaching and learning, where the privacy statement is the program.
///
/// Try it with `troth demo`. Set up an installation with `troth init`, add an organisation with its statement, and
/// start with `troth serve`.
#[derive(Debug, Parser)]
#[command(name = "troth", version, arg_required_else_help = true)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new installation: a folder with its configuration and keys.
    Init(Init),
    /// Add an organisation to the installation, or see which ones it has.
    #[command(subcommand)]
    Organisation(Organisation),
    /// Serve the organisations of the installation.
    Serve(Installation),
    /// Do now what is due by the statements: erase, write receipts. The server does the same every night.
    Keep(Keep),
    /// Make a backup now, also while the server runs; make a recovery key; list what there is. With `backup` in its
    /// configuration the server makes one every night.
    Backup(Backup),
    /// Bring a backup back onto an empty place, or only check that it can be.
    Restore(Restore),
    /// Do again what the shipped ledger tells, in data that was brought back. The server does the same when it starts.
    Replay(Replay),
    /// Check, explain, compare and print privacy statements.
    #[command(subcommand)]
    Statement(Statement),
    /// Check self-help programmes, and pack them into one file. Needs no installation.
    #[command(subcommand)]
    Programme(Programme),
    /// Print the signed head of each organisation's ledger, for a witness to keep.
    #[command(subcommand)]
    Ledger(Ledger),
    /// Look over everything that is kept, also while the server runs: the ledger against signed heads, every sealed value
    /// and file, what belongs to nothing, and whether anything sealed stands in plain. Changes nothing.
    ///
    /// Ends with status 0 when everything is as it should be, and names all that is not.
    Verify(Verify),
    /// Look over the installation itself, also while its server runs: permissions, keys, clock, certificates, mail, backups,
    /// room, what waits. Says for each point what was found and what to do, and changes nothing.
    ///
    /// Ends with status 0 when all is well, 1 when something must be done, 2 when it could not look.
    Doctor(Doctor),
    /// Take what a mail server hands over.
    #[command(subcommand)]
    Mail(Mail),
    /// Check a receipt that a person downloaded. Needs nothing but the file.
    #[command(subcommand)]
    Receipt(Receipt),
    /// Make a test copy of the installation, also while its server runs: as many people, roles, messages and files, each made
    /// up. Nothing of the original is opened for it.
    Clone(Clone),
    /// Try Troth: five organisations with made-up people, a mailbox to read, and a clock to turn.
    Demo(Demo),
}

/// `troth init`.
#[derive(Debug, Args)]
pub struct Init {
    /// The folder to make. It will hold `troth.kdl`, the keys and all data.
    #[arg(default_value = "troth-data")]
    pub folder: PathBuf,
}

/// Where the installation is.
#[derive(Debug, Args)]
pub struct Installation {
    /// The installation's folder, as made by `troth init`.
    #[arg(long, default_value = "troth-data", value_name = "FOLDER")]
    pub data: PathBuf,
}

/// `troth organisation`.
#[derive(Debug, Subcommand)]
pub enum Organisation {
    /// Add an organisation: its statement, its host name, and its first manager, who is invited by mail.
    Add(OrganisationAdd),
    /// List the installation's organisations.
    List(Installation),
}

/// `troth organisation add`.
#[derive(Debug, Args)]
pub struct OrganisationAdd {
    /// Where the installation is.
    #[command(flatten)]
    pub installation: Installation,
    /// A short name of small letters, digits and hyphens, such as `campus`. It names the data folder.
    pub key: String,
    /// The privacy statement. It is checked, and copied into the installation.
    #[arg(long, value_name = "FILE")]
    pub statement: PathBuf,
    /// The host name under which people reach the organisation, such as `campus.example.org`.
    #[arg(long)]
    pub host: String,
    /// The first manager's name.
    #[arg(long, value_name = "NAME")]
    pub manager_name: String,
    /// The first manager's e-mail address.
    #[arg(long, value_name = "ADDRESS")]
    pub manager_email: String,
    /// Keep the data in this PostgreSQL database instead of an SQLite file, for example
    /// `host=/run/postgresql user=troth dbname=troth`.
    #[arg(long, value_name = "CONNECTION")]
    pub postgres: Option<String>,
}

/// `troth keep`.
#[derive(Debug, Args)]
pub struct Keep {
    /// Where the installation is.
    #[command(flatten)]
    pub installation: Installation,
    /// Only tell what would go, and by which clause.
    #[arg(long)]
    pub dry_run: bool,
    /// Confirm that the clock is right, after a leap of more than a day has paused erasing.
    #[arg(long)]
    pub clock_is_right: bool,
}

/// `troth mail`.
#[derive(Debug, Subcommand)]
pub enum Mail {
    /// Read a report from standard input that a mail did not arrive. When it says that there is no such mailbox, nothing
    /// else is mailed there. Made for the mail server to call, also while the server runs; `mail … bounces="…"` in the
    /// configuration says where such reports are sent.
    ///
    /// Ends with status 0 whatever it read, and with 75 when it is to be tried again.
    Bounce(Bounce),
}

/// `troth mail bounce`.
#[derive(Debug, Args)]
pub struct Bounce {
    /// Where the installation is.
    #[command(flatten)]
    pub installation: Installation,
    /// The address at which the report came, such as `bounces+…@example.org`. Without it, it is looked for in the report's
    /// headers.
    #[arg(long, value_name = "ADDRESS")]
    pub to: Option<String>,
}

/// `troth ledger`.
#[derive(Debug, Subcommand)]
pub enum Ledger {
    /// Print the signed head, one line for each organisation. Give it to somebody outside: with it, they find any entry
    /// that was changed, removed, swapped or cut off before.
    Head(Installation),
}

/// `troth verify`.
#[derive(Debug, Args)]
pub struct Verify {
    /// Where the installation is.
    #[command(flatten)]
    pub installation: Installation,
    /// A file with heads that `troth ledger head` printed; may be given several times.
    #[arg(long, value_name = "FILE")]
    pub head: Vec<PathBuf>,
}

/// `troth doctor`.
#[derive(Debug, Args)]
pub struct Doctor {
    /// Where the installation is.
    #[command(flatten)]
    pub installation: Installation,
    /// Ask others as well: the mail server whether it answers, name servers for the records of hosts and mail, a bucket for
    /// its copies. Without it no connection leaves this machine, but to the organisations' own databases.
    #[arg(long)]
    pub network: bool,
    /// As JSON instead of words.
    #[arg(long)]
    pub json: bool,
}

/// `troth clone`.
#[derive(Debug, Args)]
pub struct Clone {
    /// Where the installation is.
    #[command(flatten)]
    pub installation: Installation,
    /// The folder to make; it must be empty or absent.
    #[arg(long, value_name = "FOLDER")]
    pub to: PathBuf,
    /// Everything personal is made up. There is no other way to copy an installation for tests.
    #[arg(long, required = true)]
    pub made_up: bool,
    /// Put the copy into this PostgreSQL database; it must not be that of the installation. SQLite files, when left out.
    #[arg(long, value_name = "CONNECTION")]
    pub postgres: Option<String>,
}

/// `troth receipt`.
#[derive(Debug, Subcommand)]
pub enum Receipt {
    /// Check that what a receipt says was written into the organisation's ledger, and signed.
    Verify(ReceiptVerify),
}

/// `troth receipt verify`.
#[derive(Debug, Args)]
pub struct ReceiptVerify {
    /// The file of the receipt.
    pub file: PathBuf,
    /// The organisation's key, as its page on privacy shows it.
    #[arg(long, value_name = "KEY")]
    pub key: Option<String>,
}

/// `troth programme`.
#[derive(Debug, Subcommand)]
pub enum Programme {
    /// Read a programme and tell everything that is wrong with it: where, what, and how to mend it.
    ///
    /// Ends with status 0 when it can be published, 1 when it cannot, 2 when it cannot be read.
    Check {
        /// The programme: one file, or the folder that has its texts and its folder `media`.
        from: PathBuf,
        /// The language of what is told: en, nl or sv.
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// Pack a folder into one file, if nothing is wrong with it.
    Pack {
        /// The folder that has the texts and the folder `media`.
        folder: PathBuf,
        /// The file to make; without it, the folder's name with `.zip`.
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
        /// The language of what is told: en, nl or sv.
        #[arg(long, default_value = "en")]
        lang: String,
    },
}

/// `troth statement`.
#[derive(Debug, Subcommand)]
pub enum Statement {
    /// Read a statement and tell every problem at once: what, where, why, and what to write instead.
    ///
    /// Ends with status 0 when the statement can be used, 1 when it cannot, 2 when it cannot be read.
    Check {
        /// The statement.
        file: PathBuf,
    },
    /// Tell in plain words what a clause means and where it is enforced. Without a clause, list them all.
    Explain {
        /// The statement.
        file: PathBuf,
        /// The clause's id, such as `keep-dialogue`.
        clause: Option<String>,
        /// The language: en, nl or sv.
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// Compare two versions clause by clause: wider, narrower, same, or wording only.
    Diff {
        /// The version that holds now.
        old: PathBuf,
        /// The version that is to hold.
        new: PathBuf,
        /// The language: en, nl or sv.
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// Tell what an amended statement would do to what is held now: what goes tonight, which dates move, who is asked
    /// again. Nothing is written. The server must be stopped, since it has the data open.
    Effect {
        /// The installation's folder, an organisation's folder in it, or the statement that stands there.
        data: PathBuf,
        /// The version that is to hold.
        new: PathBuf,
        /// The organisation, where the installation has several.
        #[arg(long, value_name = "KEY")]
        organisation: Option<String>,
        /// The language: en, nl or sv.
        #[arg(long, default_value = "en")]
        lang: String,
        /// As JSON instead of words.
        #[arg(long)]
        json: bool,
    },
    /// Publish a version of an organisation's statement: check it, store it for ever, and tell everyone concerned. It
    /// comes into force at the beginning of its day. The server must be stopped; in the interface, officers publish
    /// while it runs.
    Publish {
        /// The version that is to hold.
        file: PathBuf,
        /// The installation's folder, an organisation's folder in it, or the statement that stands there.
        #[arg(long, default_value = "troth-data", value_name = "FOLDER")]
        data: PathBuf,
        /// The organisation, where the installation has several.
        #[arg(long, value_name = "KEY")]
        organisation: Option<String>,
    },
    /// Print the public page.
    Page {
        /// The statement.
        file: PathBuf,
        /// The language: en, nl or sv.
        #[arg(long, default_value = "en")]
        lang: String,
        /// As HTML instead of text.
        #[arg(long)]
        html: bool,
    },
    /// Write out what an organisation must be able to show of its processing, made of the statement.
    Export {
        /// The statement.
        file: PathBuf,
        /// As what: `ropa-html` or `ropa-csv` (the record of processing), `annex` (for agreements with processors),
        /// `transfers`, `dpia` (the start of an impact assessment) or `dpv` (JSON-LD).
        #[arg(long = "as", value_name = "FORM", value_parser = form)]
        form: statement::export::Form,
        /// The language: en, nl or sv.
        #[arg(long, default_value = "en")]
        lang: String,
    },
    /// Print the plan: everything that the program reads from the statement.
    Plan {
        /// The statement.
        file: PathBuf,
        /// As JSON, which is the only form today.
        #[arg(long, default_value_t = true)]
        json: bool,
    },
}

fn form(word: &str) -> Result<statement::export::Form, String> {
    use statement::export::Form;
    Form::from_key(word).ok_or_else(|| {
        let known: Vec<_> = Form::ALL.iter().map(|form| form.key()).collect();
        format!("known are {}", known.join(", "))
    })
}

/// `troth demo`.
#[derive(Debug, Args)]
pub struct Demo {
    /// The port on which it listens, on this machine only. 0 takes any free one.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Where to put the made-up data; a new temporary folder when left out.
    #[arg(long, value_name = "FOLDER")]
    pub data: Option<PathBuf>,
}

/// `troth backup`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Backup {
    /// Something else than making a backup.
    #[command(subcommand)]
    pub action: Option<BackupAction>,
    /// Where and how.
    #[command(flatten)]
    pub now: BackupNow,
}

/// `troth backup` itself.
#[derive(Debug, Args)]
pub struct BackupNow {
    /// Where the installation is.
    #[command(flatten)]
    pub installation: Installation,
    /// Where to: a folder, or `s3://bucket/prefix` (its keys from `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`).
    /// Where the configuration says, when left out.
    #[arg(long, value_name = "PLACE")]
    pub to: Option<String>,
    /// The public half of the recovery key. What the configuration says, when left out.
    #[arg(long, value_name = "PUBLIC")]
    pub recovery: Option<String>,
}

/// `troth backup key` and `troth backup list`.
#[derive(Debug, Subcommand)]
pub enum BackupAction {
    /// Make a recovery key and print its public half. Without the file no backup can be restored.
    Key {
        /// The file to write. Keep it away from the server.
        file: PathBuf,
    },
    /// List backups and keyring copies.
    List {
        /// Where the installation is, to find the place of its copies.
        #[command(flatten)]
        installation: Installation,
        /// The place itself; it needs no installation.
        #[arg(long, value_name = "PLACE")]
        from: Option<String>,
    },
}

/// `troth restore`.
#[derive(Debug, Args)]
pub struct Restore {
    /// The folder to make; it must be empty or absent.
    #[arg(long, default_value = "troth-data", value_name = "FOLDER")]
    pub data: PathBuf,
    /// The place of the copies: a folder, or `s3://bucket/prefix`.
    #[arg(long, value_name = "PLACE")]
    pub from: String,
    /// The file with the recovery key.
    #[arg(long, value_name = "FILE")]
    pub recovery_key: PathBuf,
    /// The backup, by its name in `troth backup list`; the newest when left out.
    #[arg(long, value_name = "BACKUP")]
    pub at: Option<String>,
    /// One organisation alone; all that have copies there, when left out.
    #[arg(long, value_name = "KEY")]
    pub organisation: Option<String>,
    /// Only open and count everything; nothing is put into place.
    #[arg(long)]
    pub check: bool,
    /// Put the data into SQLite files, whatever the backup came from.
    #[arg(long, conflicts_with = "postgres")]
    pub sqlite: bool,
    /// Put the data into this PostgreSQL database, whatever the backup came from.
    #[arg(long, value_name = "CONNECTION")]
    pub postgres: Option<String>,
}

/// `troth replay`.
#[derive(Debug, Args)]
pub struct Replay {
    /// Where the installation is.
    #[command(flatten)]
    pub installation: Installation,
    /// The place of the copies; where the configuration says, when left out.
    #[arg(long, value_name = "PLACE")]
    pub from: Option<String>,
}
