//! One organisation at work.
