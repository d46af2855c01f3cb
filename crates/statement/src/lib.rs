//! Room of Troth.
