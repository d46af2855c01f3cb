//! Sockets that a service manager keeps open and hands over, so that nobody is refused while one process follows another;
//! and what it is told in return (`sd_listen_fds(3)`, `sd_notify(3)`).

use std::{
    net::SocketAddr,
    os::{
        linux::net::SocketAddrExt as _,
        unix::net::{SocketAddr as UnixAddress, UnixDatagram},
    },
};

use listenfd::ListenFd;
use tokio::net::TcpListener;

use crate::Failure;

/// What was handed over and not taken yet.
#[derive(Debug, Default)]
pub struct Handed(Vec<std::net::TcpListener>);

impl Handed {
    /// What `LISTEN_FDS` names, when it is meant for this process.
    ///
    /// # Errors
    /// When one of them is no listening TCP socket.
    pub fn from_environment() -> Result<Self, Failure> {
        let mut given = ListenFd::from_env();
        let mut sockets = Vec::new();
        for place in 0..given.len() {
            let taken = given.take_tcp_listener(place);
            let fault = |error| format!("socket {place} that was handed over is no TCP socket: {error}");
            sockets.extend(taken.map_err(fault)?);
        }
        Ok(Self(sockets))
    }

    /// The socket that was handed over for this port, or a new one.
    ///
    /// # Errors
    /// When the address is taken, or the socket cannot be used.
    pub async fn or_bind(&mut self, address: SocketAddr) -> Result<TcpListener, Failure> {
        let fault = |error| format!("{address}: cannot listen: {error}");
        let same = |own: &std::net::TcpListener| own.local_addr().is_ok_and(|own| own.port() == address.port());
        match self.0.iter().position(same) {
            Some(place) => {
                let socket = self.0.swap_remove(place);
                socket.set_nonblocking(true).map_err(fault)?;
                Ok(TcpListener::from_std(socket).map_err(fault)?)
            }
            None => Ok(TcpListener::bind(address).await.map_err(fault)?),
        }
    }

    /// Everything was taken.
    ///
    /// # Errors
    /// When a socket is for a port that the configuration does not name: whoever comes there would wait for ever.
    pub fn none_left(self) -> Result<(), Failure> {
        match self.0.first().map(std::net::TcpListener::local_addr) {
            None => Ok(()),
            Some(address) => {
                let place = address.map(|address| address.to_string()).unwrap_or_default();
                Err(format!("a socket for {place} was handed over, and the configuration does not listen on that port")
                    .into())
            }
        }
    }
}

/// Tells the service manager how far the process is, where there is one that wants to know.
pub(crate) fn tell_manager(state: &str) {
    #[expect(clippy::disallowed_methods, reason = "the binary reads the environment")]
    let Ok(place) = std::env::var("NOTIFY_SOCKET") else { return };
    let address = match place.strip_prefix('@') {
        Some(name) => UnixAddress::from_abstract_name(name),
        None => UnixAddress::from_pathname(&place),
    };
    let told = address.and_then(|address| UnixDatagram::unbound()?.send_to_addr(state.as_bytes(), &address));
    if let Err(error) = told {
        tracing::warn!(error = %error.kind(), "the service manager could not be told");
    }
}
