//! A disk that loses power: what was synced is on it, what was not may be there, in part, or not at all.
//!
//! A file's content is safe by `fsync` of the file; that a file has a name, or has lost it, by `fsync` of the folder. In
//! between each sector of each write, each change of a length and each change of a name is kept or lost by itself. No
//! file system is worse than that; most are kinder.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::{Path, PathBuf},
};

use testkit::SeededRng;

use crate::calls::Call;

/// What a disk writes as a whole.
const SECTOR: usize = 512;
/// SQLite's index of its log: shared memory, in which there are no calls to be seen, and of no use after a cut.
const MEMORY: &str = "-shm";

/// What becomes of that which was not synced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    Nothing,
    Everything,
    /// Each change is kept or lost, as a whole.
    Some,
    /// Each sector is kept or lost.
    Torn,
}

#[derive(Clone, Debug)]
enum Change {
    Write { at: usize, bytes: Vec<u8> },
    Length(usize),
}

impl Change {
    fn apply(&self, to: &mut Vec<u8>) {
        match self {
            Self::Write { at, bytes } => {
                to.resize(to.len().max(at + bytes.len()), 0);
                to[*at..at + bytes.len()].copy_from_slice(bytes);
            }
            Self::Length(length) => to.resize(*length, 0),
        }
    }

    /// Cuts a write at the borders of sectors.
    fn sectors(&self) -> Vec<Self> {
        let Self::Write { at, bytes } = self else { return vec![self.clone()] };
        let (mut pieces, mut from) = (Vec::new(), 0);
        while from < bytes.len() {
            let to = bytes.len().min((at + from) / SECTOR * SECTOR + SECTOR - at);
            pieces.push(Self::Write { at: at + from, bytes: bytes[from..to].to_vec() });
            from = to;
        }
        pieces
    }
}

/// A change of names in one folder; a file that is renamed loses one and gets one at once.
#[derive(Clone, Debug)]
struct Naming {
    lost: Option<String>,
    got: Option<(String, usize)>,
}

type Names = BTreeMap<String, usize>;

impl Naming {
    fn apply(&self, to: &mut Names) {
        if let Some(lost) = &self.lost {
            to.remove(lost);
        }
        to.extend(self.got.clone());
    }
}

/// What is on the disk, what the process sees, and the changes between, each with the line at which it was answered.
#[derive(Clone, Debug)]
struct Versions<T, C> {
    safe: T,
    seen: T,
    waiting: Vec<(usize, C)>,
}

impl<T: Clone, C: Clone> Versions<T, C> {
    fn of(content: T) -> Self {
        Self { safe: content.clone(), seen: content, waiting: Vec::new() }
    }

    fn change(&mut self, line: usize, change: C, apply: fn(&C, &mut T)) {
        apply(&change, &mut self.seen);
        self.waiting.push((line, change));
    }

    /// Makes safe what was answered before `asked`.
    fn sync(&mut self, asked: usize, apply: fn(&C, &mut T)) {
        let safe = self.waiting.iter().take_while(|(line, _)| *line < asked).count();
        self.waiting.drain(..safe).for_each(|(_, change)| apply(&change, &mut self.safe));
    }
}

#[derive(Clone, Debug)]
enum Node {
    File(Versions<Vec<u8>, Change>),
    Folder(Versions<Names, Naming>),
}

#[derive(Clone, Debug)]
struct Opened {
    node: usize,
    at: usize,
    appends: bool,
}

/// One folder of the disk with all that is in it.
#[derive(Clone, Debug)]
pub struct Disk {
    root: PathBuf,
    nodes: Vec<Node>,
    opened: HashMap<i64, Opened>,
}

impl Disk {
    /// What lies in `root`, safely.
    pub fn read(root: &Path) -> Self {
        let mut disk = Self { root: root.to_owned(), nodes: Vec::new(), opened: HashMap::new() };
        disk.take(root);
        disk
    }

    fn take(&mut self, path: &Path) -> usize {
        let node = self.nodes.len();
        if path.is_file() {
            self.nodes.push(Node::File(Versions::of(fs::read(path).unwrap())));
            return node;
        }
        self.nodes.push(Node::Folder(Versions::of(Names::new())));
        let entries = fs::read_dir(path).unwrap().map(Result::unwrap);
        let names = entries.map(|entry| (entry.file_name().into_string().unwrap(), self.take(&entry.path()))).collect();
        self.nodes[node] = Node::Folder(Versions::of(names));
        node
    }

    /// Lets one more call happen. Panics at one that is not known here: a trace that is only understood in part would
    /// make promises.
    pub fn replay(&mut self, call: &Call) {
        if call.result < 0 {
            return;
        }
        match call.name.as_str() {
            "open" | "openat" => self.open(call),
            "close" => drop(self.opened.remove(&call.number(0))),
            "lseek" => {
                if let Some(opened) = self.opened.get_mut(&call.number(0)) {
                    opened.at = usize::try_from(call.result).unwrap();
                }
            }
            "write" => self.write(call, None),
            "pwrite64" => self.write(call, Some(usize::try_from(call.number(3)).unwrap())),
            "ftruncate" => {
                let length = usize::try_from(call.number(1)).unwrap();
                if let Some(opened) = self.opened.get(&call.number(0)) {
                    change(&mut self.nodes[opened.node], call, Change::Length(length));
                }
            }
            "fsync" | "fdatasync" => {
                if let Some(opened) = self.opened.get(&call.number(0)) {
                    match &mut self.nodes[opened.node] {
                        Node::File(file) => file.sync(call.asked, Change::apply),
                        Node::Folder(folder) => folder.sync(call.asked, Naming::apply),
                    }
                }
            }
            _ => self.name(call),
        }
    }

    /// Calls that change names.
    fn name(&mut self, call: &Call) {
        let paths: Vec<PathBuf> = (0..call.texts.len()).map(|n| call.path(n)).collect();
        if !paths.iter().any(|path| path.starts_with(&self.root)) {
            // Another folder's, or by a number that is not one of ours.
            assert!(paths.len() == call.texts.len() && !self.is_ours(call), "a call that no replay knows: {call:?}");
            return;
        }
        match (call.name.as_str(), paths.as_slice()) {
            ("mkdir", [path]) => {
                self.nodes.push(Node::Folder(Versions::of(Names::new())));
                let new = self.nodes.len() - 1;
                self.rename(call, None, Some((path, new)));
            }
            ("rename", [from, to]) => {
                let node = self.find(from).unwrap();
                if from.parent() == to.parent() {
                    self.rename(call, Some(from), Some((to, node)));
                } else {
                    panic!("from one folder to another: no replay knows what of it is lost: {call:?}");
                }
            }
            ("link", [from, to]) => {
                let node = self.find(from).unwrap();
                self.rename(call, None, Some((to, node)));
            }
            ("unlink" | "rmdir" | "unlinkat", [path]) => self.rename(call, Some(path), None),
            _ => panic!("a call that no replay knows: {call:?}"),
        }
    }

    /// Whether the call's first argument is an open file of ours.
    fn is_ours(&self, call: &Call) -> bool {
        call.arguments.first().and_then(|first| first.parse().ok()).is_some_and(|n: i64| self.opened.contains_key(&n))
    }

    fn rename(&mut self, call: &Call, lost: Option<&Path>, got: Option<(&PathBuf, usize)>) {
        let path = lost.or(got.map(|(path, _)| path.as_path())).unwrap();
        let folder = self.find(path.parent().unwrap()).unwrap();
        let Node::Folder(folder) = &mut self.nodes[folder] else { panic!("no folder: {call:?}") };
        let naming = Naming { lost: lost.map(name_of), got: got.map(|(path, node)| (name_of(path), node)) };
        folder.change(call.answered, naming, Naming::apply);
    }

    fn find(&self, path: &Path) -> Option<usize> {
        let inside = path.strip_prefix(&self.root).ok()?;
        inside.iter().try_fold(0, |node, name| match &self.nodes[node] {
            Node::Folder(folder) => folder.seen.get(name.to_str()?).copied(),
            Node::File(_) => None,
        })
    }

    fn open(&mut self, call: &Call) {
        let path = call.path(0);
        if !path.starts_with(&self.root) {
            return;
        }
        let flags = call.arguments.iter().find(|argument| argument.starts_with("O_")).unwrap();
        let found = self.find(&path);
        let node = found.unwrap_or_else(|| {
            self.nodes.push(Node::File(Versions::of(Vec::new())));
            self.nodes.len() - 1
        });
        if found.is_none() {
            assert!(flags.contains("O_CREAT"), "{call:?}");
            self.rename(call, None, Some((&path, node)));
        } else if flags.contains("O_TRUNC") {
            change(&mut self.nodes[node], call, Change::Length(0));
        }
        self.opened.insert(call.result, Opened { node, at: 0, appends: flags.contains("O_APPEND") });
    }

    fn write(&mut self, call: &Call, at: Option<usize>) {
        let Some(opened) = self.opened.get_mut(&call.number(0)) else { return };
        let Node::File(file) = &self.nodes[opened.node] else { panic!("no file: {call:?}") };
        let bytes = call.texts[0][..usize::try_from(call.result).unwrap()].to_vec();
        let place = at.unwrap_or(if opened.appends { file.seen.len() } else { opened.at });
        if at.is_none() {
            opened.at = place + bytes.len();
        }
        change(&mut self.nodes[opened.node], call, Change::Write { at: place, bytes });
    }

    /// Cuts the power, and lays what is on the disk into `folder`.
    pub fn cut(&self, loss: Loss, rng: &SeededRng, folder: &Path) {
        self.lay(0, loss, rng, folder);
    }

    fn lay(&self, node: usize, loss: Loss, rng: &SeededRng, path: &Path) {
        match &self.nodes[node] {
            Node::File(file) => {
                let changes = file.waiting.iter().flat_map(|(_, change)| match loss {
                    Loss::Torn => change.sectors(),
                    Loss::Nothing | Loss::Everything | Loss::Some => vec![change.clone()],
                });
                let mut content = file.safe.clone();
                changes.filter(|_| is_kept(loss, rng)).for_each(|change| change.apply(&mut content));
                fs::write(path, content).unwrap();
            }
            Node::Folder(folder) => {
                let mut names = folder.safe.clone();
                let changes = folder.waiting.iter().filter(|_| is_kept(loss, rng));
                changes.for_each(|(_, naming)| naming.apply(&mut names));
                fs::create_dir_all(path).unwrap();
                for (name, node) in names.iter().filter(|(name, _)| !name.ends_with(MEMORY)) {
                    self.lay(*node, loss, rng, &path.join(name));
                }
            }
        }
    }
}

fn change(node: &mut Node, call: &Call, change: Change) {
    let Node::File(file) = node else { panic!("no file: {call:?}") };
    file.change(call.answered, change, Change::apply);
}

fn is_kept(loss: Loss, rng: &SeededRng) -> bool {
    match loss {
        Loss::Nothing => true,
        Loss::Everything => false,
        Loss::Some | Loss::Torn => rng.below(2) == 0,
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

/// Every file under a folder, by its path from there; without SQLite's shared memory.
pub fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, name) = (entry.path(), PathBuf::from(entry.file_name()));
        if path.is_dir() {
            found.extend(contents(&path).into_iter().map(|(inner, bytes)| (name.join(inner), bytes)));
        } else if !name.to_string_lossy().ends_with(MEMORY) {
            found.insert(name, fs::read(&path).unwrap());
        }
    }
    found
}
