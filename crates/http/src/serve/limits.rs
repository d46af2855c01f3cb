//! How many, how large, how slow.

use std::time::Duration;

/// Limits of connections. What a body may hold is said at its door ([`Doors`](crate::Doors)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServeLimits {
    /// Connections at once; more wait in the listener's queue.
    pub connections: usize,
    /// Connections at once from one address (IPv6: one network of 64 bits); more are closed.
    pub per_address: usize,
    /// The longest head of a request, in bytes; longer ones are answered 431. Not below 8 KiB.
    pub header_bytes: usize,
    /// How long a client may take for the handshake, and then to send the head of its first request.
    pub header_time: Duration,
    /// How long a connection may stay without a request.
    pub idle: Duration,
    /// How long a client may take almost nothing (under 16 KiB) of what is sent to it.
    pub stall: Duration,
    /// How long a connection may be at work without a pause; the largest file must come through in that time.
    pub answer: Duration,
    /// Requests at once on one connection of HTTP/2.
    pub streams: u32,
    /// Requests on one connection; then it ends in good order, and the client makes a new one.
    pub requests: usize,
    /// How long running requests may go on after the order to stop.
    pub farewell: Duration,
}

impl Default for ServeLimits {
    fn default() -> Self {
        Self {
            connections: 1024,
            per_address: 256,
            header_bytes: 32 * 1024,
            header_time: Duration::from_secs(10),
            idle: Duration::from_secs(75),
            stall: Duration::from_secs(30),
            answer: Duration::from_secs(900),
            streams: 64,
            requests: 10_000,
            farewell: Duration::from_secs(20),
        }
    }
}
