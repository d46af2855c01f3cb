//! The way out: pieces of a limited size through a channel of a limited length, so that an export of any size needs the
//! same memory.

use tokio::sync::mpsc::Sender;

use super::Taken;
use crate::KeeperError;

/// Bytes in a piece.
const PIECE: usize = 64 * 1024;

/// Gathers bytes to pieces and sends them.
pub(super) struct Out {
    sender: Sender<Vec<u8>>,
    piece: Vec<u8>,
}

impl Out {
    pub(super) fn new(sender: Sender<Vec<u8>>) -> Self {
        Self { sender, piece: Vec::with_capacity(PIECE) }
    }

    pub(super) async fn send(&mut self, bytes: &[u8]) -> Taken {
        for part in bytes.chunks(PIECE) {
            if self.piece.len() + part.len() > PIECE {
                self.flush().await?;
            }
            self.piece.extend_from_slice(part);
        }
        Ok(())
    }

    pub(super) async fn flush(&mut self) -> Taken {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        // Nobody takes it any longer: the one who asked has gone away.
        self.sender.send(piece).await.map_err(|_| KeeperError::Unreadable("nobody takes the export".to_owned()))
    }
}
