//! Answers that are sent as they are made.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes};
use http_body::Frame;
use tokio::sync::mpsc::Receiver;

/// A body of pieces that are made while earlier ones are on their way. It ends when the sender is dropped: what must be
/// known to be whole says so itself, at its end.
pub fn streamed(pieces: Receiver<Vec<u8>>) -> Body {
    Body::new(Pieces(pieces))
}

struct Pieces(Receiver<Vec<u8>>);

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| Ok(Frame::data(Bytes::from(piece)))))
    }
}
