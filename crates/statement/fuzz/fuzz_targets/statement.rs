//! Any bytes: nothing panics, and every problem lies inside the file.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = std::str::from_utf8(bytes) else { return };
    let checked = troth_statement::check(source, None);
    for found in &checked.diagnostics {
        assert!(source.is_char_boundary(found.place.offset));
        assert!(found.place.offset + found.place.length <= source.len());
    }
    troth_statement::report(&checked.diagnostics, source, "fuzz.kdl");
});
