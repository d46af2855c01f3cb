//! A body up to a limit, and what is left of it.
//!
//! The reader sees the body end at the limit instead of an error, so that all that came before can still be read. And
//! a browser reads the answer only once it has sent all of its form: if the server closed before, the person would
//! see a broken connection and no page. So the rest is taken in and thrown away, while the page is on its way.

use std::{
    future::poll_fn,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::body::{Body, Bytes, HttpBody};
use http_body::Frame;

/// The most that is taken in beyond the limit, in bytes: a long film from a phone.
const MOST_REST: u64 = 2 * 1024 * 1024 * 1024;
/// How long that may take.
const PATIENCE: Duration = Duration::from_secs(600);

/// The part of a body that fits, for a reader; [`Rest`] holds on to the whole.
struct Portion(Arc<Mutex<Shared>>);

/// The whole body, held beside its reader.
pub(crate) struct Rest(Arc<Mutex<Shared>>);

struct Shared {
    body: Body,
    /// How many bytes still fit.
    left: usize,
    /// Whether there was more.
    cut: bool,
}

/// Splits a body into its first `most` bytes and the rest.
pub(crate) fn split(body: Body, most: usize) -> (Body, Rest) {
    let shared = Arc::new(Mutex::new(Shared { body, left: most, cut: false }));
    (Body::new(Portion(Arc::clone(&shared))), Rest(shared))
}

impl Rest {
    /// Whether the body was larger than what fits.
    pub(crate) fn was_cut(&self) -> bool {
        hold(&self.0).cut
    }

    /// Takes in the rest and forgets it, beside the answer. Gives up where it becomes too much or too slow; then the
    /// connection closes.
    pub(crate) fn take_in(self) {
        tokio::spawn(async move { tokio::time::timeout(PATIENCE, self.forget()).await.is_ok() });
    }

    async fn forget(self) {
        let mut left = MOST_REST;
        while let Some(Ok(frame)) = poll_fn(|context| Pin::new(&mut hold(&self.0).body).poll_frame(context)).await {
            let size = frame.data_ref().map_or(0, Bytes::len) as u64;
            let Some(less) = left.checked_sub(size) else { return };
            left = less;
        }
    }
}

impl HttpBody for Portion {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        let mut shared = hold(&self.0);
        if shared.cut {
            return Poll::Ready(None);
        }
        let frame = match ready!(Pin::new(&mut shared.body).poll_frame(context)) {
            Some(Ok(frame)) => frame,
            end => return Poll::Ready(end),
        };
        let Ok(mut data) = frame.into_data() else { return Poll::Ready(None) };
        shared.cut = data.len() > shared.left;
        data.truncate(shared.left);
        shared.left -= data.len();
        Poll::Ready(Some(Ok(Frame::data(data))))
    }
}

fn hold(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    // A reader that panicked leaves a body that can still be read.
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
