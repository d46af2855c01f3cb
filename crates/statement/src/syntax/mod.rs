//! The syntax: KDL nodes with their places.
