//! Any bytes as an archive that is brought along: nothing panics, and what is read whole can be read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use troth_keeper::import::Archive;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut archive) = Archive::open(bytes) else { return };
    let Ok(brought) = archive.brought() else { return };
    for entry in brought.parts.iter().flat_map(|part| &part.entries) {
        if let Some(file) = &entry.file {
            assert!(archive.file(&file.path).is_ok());
        }
    }
});
