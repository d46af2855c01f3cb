//! Who sits where: connections at once, in all and from one address.

use std::{
    collections::HashMap,
    io,
    net::{IpAddr, Ipv6Addr},
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::ServeLimits;

type Counts = Arc<Mutex<HashMap<IpAddr, usize>>>;

/// All seats.
pub(super) struct Seats {
    all: Arc<Semaphore>,
    count: u32,
    per_address: usize,
    by_address: Counts,
}

/// A place that is free for somebody.
pub(super) struct Place<'a> {
    seats: &'a Seats,
    permit: OwnedSemaphorePermit,
}

/// A seat, taken as long as this lives.
pub(super) struct Seat {
    of: Option<(Counts, IpAddr)>,
    _permit: OwnedSemaphorePermit,
}

impl Seats {
    pub(super) fn new(limits: ServeLimits) -> Self {
        let count = u32::try_from(limits.connections).unwrap_or(u32::MAX).max(1);
        Self {
            all: Arc::new(Semaphore::new(count as usize)),
            count,
            per_address: limits.per_address,
            by_address: Counts::default(),
        }
    }

    /// Waits until there is a place.
    pub(super) async fn place(&self) -> io::Result<Place<'_>> {
        let permit = Arc::clone(&self.all).acquire_owned().await.map_err(io::Error::other)?;
        Ok(Place { seats: self, permit })
    }

    /// Waits until everybody has left.
    pub(super) async fn all_left(&self) {
        let _ = self.all.acquire_many(self.count).await;
    }
}

impl Place<'_> {
    /// Takes the place for an address; `None` when it has its share already.
    pub(super) fn of(self, address: IpAddr) -> Option<Seat> {
        let network = network(address);
        let mut counts = self.seats.by_address.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(network).or_default();
        if *count >= self.seats.per_address {
            return None;
        }
        *count += 1;
        Some(Seat { of: Some((Arc::clone(&self.seats.by_address), network)), _permit: self.permit })
    }

    /// Takes the place for somebody whose address is that of many.
    pub(super) fn shared(self) -> Seat {
        Seat { of: None, _permit: self.permit }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let Some((counts, network)) = &self.of else { return };
        let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(network) {
            *count -= 1;
            if *count == 0 {
                counts.remove(network);
            }
        }
    }
}

/// One client's addresses are one: of IPv6, whoever has one has 64 bits of them.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn an_address_gets_its_share_and_a_seat_that_was_left_is_free_again() {
        let seats = Seats::new(ServeLimits { per_address: 1, ..ServeLimits::default() });
        let [one, same, other] = ["2001:db8::1", "2001:db8::ffff:1", "2001:db8:0:1::1"].map(|a| a.parse().unwrap());
        let first = seats.place().await.unwrap().of(one);
        assert!(first.is_some());
        assert!(seats.place().await.unwrap().of(same).is_none());
        assert!(seats.place().await.unwrap().of(other).is_some());
        drop(first);
        assert!(seats.place().await.unwrap().of(same).is_some());
    }
}
