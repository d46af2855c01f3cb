//! Any bytes as a programme in one file: nothing panics, and what is read whole is written and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use troth_programme::Package;

fuzz_target!(|bytes: &[u8]| {
    let Ok((package, _)) = Package::read(bytes) else { return };
    let written = package.write().expect("an archive");
    let (again, notes) = Package::read(&written).expect("a sound one");
    assert!(again == package && notes.is_empty());
});
