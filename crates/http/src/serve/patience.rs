//! An end to patience with whoever takes too little of what is sent.

use std::{
    io,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::body::{Body, Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    sync::watch,
    time::{Sleep, sleep},
};

/// The least that must be taken within the patience once there is more than the machine can hold ready, in bytes.
const LEAST: usize = 16 * 1024;

/// A connection whose writes fail when the other side takes too little for a while.
pub(super) struct Patient<C> {
    inner: C,
    patience: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
    taken: usize,
}

impl<C: Unpin> Patient<C> {
    pub(super) fn new(inner: C, patience: Duration) -> Self {
        Self { inner, patience, waiting: None, taken: 0 }
    }

    /// Writes, and looks at the clock while nothing more can be written.
    fn wait<T: Amount>(
        &mut self,
        context: &mut Context<'_>,
        poll: impl FnOnce(Pin<&mut C>, &mut Context<'_>) -> Poll<io::Result<T>>,
    ) -> Poll<io::Result<T>> {
        let done = poll(Pin::new(&mut self.inner), context);
        if let Poll::Ready(done) = done {
            self.taken += done.as_ref().map_or(0, T::bytes);
            if self.taken >= LEAST || self.waiting.as_ref().is_some_and(|waiting| waiting.is_elapsed()) {
                self.waiting = None;
            }
            return Poll::Ready(done);
        }
        if self.waiting.is_none() {
            self.taken = 0;
        }
        let waiting = self.waiting.get_or_insert_with(|| Box::pin(sleep(self.patience)));
        waiting.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

/// How much was written.
trait Amount {
    fn bytes(&self) -> usize;
}

impl Amount for usize {
    fn bytes(&self) -> usize {
        *self
    }
}

impl Amount for () {
    fn bytes(&self) -> usize {
        0
    }
}

impl<C: AsyncRead + Unpin> AsyncRead for Patient<C> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(context, buf)
    }
}

impl<C: AsyncWrite + Unpin> AsyncWrite for Patient<C> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        self.wait(context, |inner, context| inner.poll_write(context, buf))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.wait(context, C::poll_flush)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.wait(context, C::poll_shutdown)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.wait(context, |inner, context| inner.poll_write_vectored(context, bufs))
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }
}

/// Counts a request as running until its answer is sent or given up.
pub(super) struct Running(watch::Sender<Load>);

/// What a connection has had to do.
#[derive(Clone, Copy, Default)]
pub(super) struct Load {
    /// Requests that are running now.
    pub(super) running: usize,
    /// Requests since its beginning.
    pub(super) begun: usize,
}

impl Running {
    pub(super) fn begin(load: &watch::Sender<Load>) -> Self {
        load.send_modify(|load| {
            load.running += 1;
            load.begun += 1;
        });
        Self(load.clone())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.send_modify(|load| load.running -= 1);
    }
}

/// An answer's body, whose request runs until all of it is handed on.
pub(super) struct Held {
    body: Body,
    _running: Running,
}

impl Held {
    pub(super) fn new(body: Body, running: Running) -> Self {
        Self { body, _running: running }
    }
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
