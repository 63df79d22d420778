//! Takes connections and hands them to the site, so that no device can keep the others out.
//!
//! A connection that says nothing is closed, and one address has so many at once: phones that drop out of
//! the network leave connections behind, and somebody may open hundreds on purpose.

use axum::Router;
use axum::extract::ConnectInfo;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};

/// How long a connection may wait with its next request.
const IDLE: Duration = Duration::from_secs(20);
/// Connections of one address at once: a class of forty behind one address has four for each phone.
pub const OF_ONE: usize = 200;
/// The same where all phones are known to come through one address: four hundred of them have ten each.
pub const OF_ALL: usize = 4_000;
/// How many connections this program asks the system for; some systems give 256 if nobody asks.
const FILES: u64 = 8_192;
/// The pause after the system could not take a connection.
const BREATH: Duration = Duration::from_millis(50);

/// Connections that are open, by address, and how many one address may have.
struct Crowd {
    open: Mutex<BTreeMap<IpAddr, usize>>,
    most: usize,
}

/// A place in the crowd; it is free again when this is dropped.
struct Place(Arc<Crowd>, IpAddr);

impl Crowd {
    fn enter(self: &Arc<Self>, from: IpAddr) -> Option<Place> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(from).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Place(Arc::clone(self), from))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.0.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.1) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.1);
            }
        }
    }
}

/// Serves a site until its runtime ends; one address has at most so many connections at once.
pub async fn listen(listener: TcpListener, site: Router, most: usize) {
    // Without it a class has as many as the system gives; it is no reason not to open.
    let _ = rlimit::increase_nofile_limit(FILES);
    let crowd = Arc::new(Crowd { open: Mutex::default(), most });
    loop {
        match listener.accept().await {
            Ok((stream, from)) => {
                // Whoever has too many gets none more; those that are open go on.
                if let Some(place) = crowd.enter(from.ip().to_canonical()) {
                    tokio::spawn(answer(stream, from, site.clone(), place));
                }
            }
            Err(_) => tokio::time::sleep(BREATH).await,
        }
    }
}

async fn answer(stream: TcpStream, from: SocketAddr, site: Router, place: Place) {
    // Without this, small answers may wait for the other side.
    let _ = stream.set_nodelay(true);
    let site = TowerToHyperService::new(site.layer(axum::Extension(ConnectInfo(from))));
    // What goes wrong with one connection is the other side's matter.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(IDLE)
        .serve_connection(TokioIo::new(stream), site)
        .await;
    drop(place);
}
