//! The commands themselves, on real folders (UC20): backup, list, restore, and the server's own nights.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::Duration,
};

struct Machine {
    folder: tempfile::TempDir,
    public: String,
}

fn troth(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_troth")).args(words).output().unwrap()
}

/// What a command that succeeds prints.
fn good(words: &[&str]) -> String {
    let ended = troth(words);
    assert!(ended.status.success(), "troth {words:?}: {}", String::from_utf8_lossy(&ended.stderr));
    String::from_utf8(ended.stdout).unwrap()
}

/// What a command that fails says.
fn bad(words: &[&str]) -> String {
    let ended = troth(words);
    assert!(!ended.status.success(), "troth {words:?}: {}", String::from_utf8_lossy(&ended.stdout));
    String::from_utf8(ended.stderr).unwrap()
}

impl Machine {
    /// An installation with one organisation, and a recovery key.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let machine = Self { folder, public: String::new() };
        let statement = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../statements/campus.kdl");
        let (data, statement) = (machine.path("data"), statement.display().to_string());
        good(&["init", &data]);
        let add = ["organisation", "add", "campus", "--data", &data, "--statement", &statement, "--host"];
        let manager = ["campus.localhost", "--manager-name", "Ada Example", "--manager-email", "ada@people.example"];
        good(&[&add[..], &manager[..]].concat());
        let public = good(&["backup", "key", &machine.path("key")]).trim().to_owned();
        assert!(bad(&["backup", "key", &machine.path("key")]).contains("name a new file"), "never written over");
        Self { public, ..machine }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    fn back_up(&self) -> String {
        good(&["backup", "--data", &self.path("data"), "--to", &self.path("copies"), "--recovery", &self.public])
    }

    fn restore<'a>(&'a self, to: &'a str, key: &'a str) -> Vec<String> {
        let words = ["restore", "--from", "copies", "--recovery-key", key, "--data", to];
        let place =
            |(n, word): (usize, &&str)| if matches!(n, 2 | 4 | 6) { self.path(word) } else { (*word).to_owned() };
        words.iter().enumerate().map(place).collect()
    }

    /// The names of the backups that lie there.
    fn backups(&self) -> Vec<PathBuf> {
        let Ok(found) = fs::read_dir(self.folder.path().join("copies/campus/backups")) else { return Vec::new() };
        let mut found: Vec<_> =
            found.map(|entry| entry.unwrap().path()).filter(|path| path.join("index").exists()).collect();
        found.sort();
        found
    }
}

fn words(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

// UC20
#[test]
fn the_commands_bring_an_installation_back_onto_an_empty_machine() {
    let machine = Machine::new();
    let told = machine.back_up();
    assert!(told.starts_with("campus\t") && told.contains("read back; keyring generation 1"), "{told}");
    let listed = good(&["backup", "list", "--from", &machine.path("copies")]);
    assert!(listed.contains("campus\tbackup\t") && listed.contains("campus\tkeyring\t"), "{listed}");

    let check = [machine.restore("new", "key"), vec!["--check".to_owned()]].concat();
    let table = good(&words(&check));
    assert!(table.contains("person ") && !Path::new(&machine.path("new")).exists(), "{table}");

    // A wrong key, no key, a flipped bit: told, and nothing is in place.
    good(&["backup", "key", &machine.path("other-key")]);
    let wrong = bad(&words(&machine.restore("new", "other-key")));
    assert!(wrong.contains("this is not the recovery key of"), "{wrong}");
    assert!(bad(&words(&machine.restore("new", "no-key"))).contains("No such file"));
    let database = machine.backups()[0].join("database");
    let whole = fs::read(&database).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 4;
    fs::write(&database, flipped).unwrap();
    let damaged = bad(&words(&machine.restore("new", "key")));
    assert!(damaged.contains("is damaged or was changed"), "{damaged}");
    fs::write(&database, whole).unwrap();
    let left: Vec<_> = fs::read_dir(machine.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().contains("new")), "{left:?}");

    let table = good(&words(&machine.restore("new", "key")));
    assert!(table.contains("table") && table.contains("nothing was done since"), "{table}");
    assert!(good(&["organisation", "list", "--data", &machine.path("new")]).starts_with("campus\tcampus.localhost"));
    good(&["keep", "--data", &machine.path("new")]);
    let verified = good(&["verify", "--data", &machine.path("new")]);
    assert!(verified.contains("campus: everything is as it should be"), "{verified}");
    let stray = Path::new(&machine.path("new")).join("campus/files/a0/01900000-0000-7000-8000-0000000000a0");
    fs::create_dir_all(stray.parent().unwrap()).unwrap();
    fs::write(&stray, "left over").unwrap();
    let told = troth(&["verify", "--data", &machine.path("new")]);
    assert_eq!(told.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&told.stdout).contains("a file is there that nothing names"));
    good(&["keep", "--data", &machine.path("new")]);
    assert!(!stray.exists() && good(&["verify", "--data", &machine.path("new")]).contains("as it should be"));
    for file in ["campus/statement.kdl", "keys/campus.1"] {
        let here = fs::read(Path::new(&machine.path("new")).join(file)).unwrap();
        assert_eq!(here, fs::read(Path::new(&machine.path("data")).join(file)).unwrap(), "{file}");
    }
    let again = bad(&words(&machine.restore("new", "key")));
    assert!(again.contains("the folder is not empty"), "{again}");
}

/// The server, killed when the test is over.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

// UC20
#[test]
fn the_server_makes_backups_by_itself_and_a_full_disk_leaves_them_whole() {
    let machine = Machine::new();
    let data = machine.path("data");
    let file = Path::new(&data).join("troth.kdl");
    let mut text = fs::read_to_string(&file).unwrap().replace("127.0.0.1:8080", "127.0.0.1:0");
    text.push_str("mail server=\"smtp://127.0.0.1:9\" from=\"no-reply@campus.example\"\n");
    text.push_str("sms url=\"http://127.0.0.1:9/send\"\n");
    text.push_str(&format!("backup to=\"{}\" recovery=\"{}\"\n", machine.path("copies"), machine.public));
    fs::write(&file, text).unwrap();
    assert!(
        bad(&["backup", "--data", &data]).contains("there is no such folder"),
        "perhaps a disk that is not mounted"
    );
    fs::create_dir(machine.path("copies")).unwrap();
    let server = Command::new(env!("CARGO_BIN_EXE_troth"))
        .args(["serve", "--data", &data])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let _server = Server(server);
    for _ in 0..600 {
        if !machine.backups().is_empty() {
            break;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(machine.backups().len(), 1, "the first night is at once");

    // On demand, while the server runs.
    let told = (0..50).find_map(|_| {
        // The server may be busy with copies of its own.
        std::thread::sleep(Duration::from_millis(200));
        let ended = troth(&["backup", "--data", &data]);
        ended.status.success().then(|| String::from_utf8(ended.stdout).unwrap())
    });
    assert!(told.is_some_and(|told| told.contains("read back")));
    let before = machine.backups();
    assert_eq!(before.len(), 2);

    let verified = good(&["verify", "--data", &data]);
    assert!(verified.contains("everything is as it should be"), "beside the server: {verified}");

    // No file of this process may grow beyond two kilobytes, as on a disk that is full.
    let ended = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 4; exec \"$0\" backup --data \"$1\"", env!("CARGO_BIN_EXE_troth"), &data])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(!ended.status.success() && told.contains("File too large"), "{told}");
    assert_eq!(machine.backups(), before);
    let check = [machine.restore("new", "key"), vec!["--check".to_owned()]].concat();
    good(&words(&check));
    assert!(!Path::new(&data).join("campus/spool").exists(), "nothing is left over");
}
