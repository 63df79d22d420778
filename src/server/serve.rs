//! Opens a class to the network, and lets counterparts in empty chairs act.

use super::chairs;
use super::class::{Order, Teacher};
use super::host::Host;
use super::http::{Site, router};
use super::limits::Limits;
use super::reach::{PATIENCE, Reach};
use super::store;
use super::store::{Head, StoreError};
use super::{chance, listen, network, power};
use crate::disk::data_dir;
use crate::scenario::{Lang, Scenario, check};
use crate::words::Words;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;

/// How often the addresses of this computer are looked at: a laptop may change its network.
const ADDRESSES: Duration = Duration::from_secs(10);
/// How often the battery is looked at.
const BATTERY: Duration = Duration::from_secs(60);

/// What was asked for.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The language of the console and of devices that have chosen none.
    pub lang: Lang,
    /// The text of the scenario; `None` goes on with the class in the folder.
    pub scenario: Option<String>,
    /// Address and port.
    pub bind: SocketAddr,
    /// The folder of the class.
    pub data: PathBuf,
    /// Whether the console answers other computers too.
    pub console_on_lan: bool,
    /// Minutes of silence after which a counterpart takes a chair.
    pub stand_in_after: Option<u64>,
    /// Whether all phones come through one address.
    pub one_address: bool,
}

/// Why a class cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// No port, no right.
    #[error("{0}")]
    Network(#[from] std::io::Error),
    /// The log.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is neither a scenario nor a class in the folder.
    #[error("no scenario")]
    Nothing,
    /// The folder holds a class of another scenario.
    #[error("the class of another scenario")]
    Another,
}

/// A class that is open.
pub struct Served {
    /// The console on this computer.
    pub console: String,
    /// The running class.
    pub host: Arc<Host>,
    site: Arc<Site>,
    runtime: Option<Runtime>,
}

/// Where classes are kept, a folder each.
pub fn classes() -> PathBuf {
    data_dir().join("classes")
}

/// A folder for a new class: the first number that is free.
pub fn new_folder() -> PathBuf {
    let folder = classes();
    (1..).map(|no| folder.join(no.to_string())).find(|path| !path.exists()).unwrap_or(folder)
}

/// Opens a class and returns; it runs until it is dropped or deleted.
///
/// # Errors
///
/// A [`ServeError`] with what stands in the way.
pub fn serve(wish: &Wish) -> Result<Served, ServeError> {
    let exists = wish.data.join(store::FILE).is_file();
    let Some(text) = wish.scenario.clone().or_else(|| exists.then(String::new)) else {
        return Err(ServeError::Nothing);
    };
    // An address that is taken must not leave an empty class behind.
    let (listener, moved) = network::bind(wish.bind)?;
    let head =
        || Head { scenario: text, code: chance::code(), pin: chance::digits(6), secret: chance::token() };
    let host = Host::open(&wish.data, |head| parse(&head.scenario), head)?;
    if wish.scenario.as_ref().is_some_and(|asked| *asked != host.head.scenario) {
        return Err(ServeError::Another);
    }
    let bound = listener.local_addr()?;
    listener.set_nonblocking(true)?;
    let mut site = Site::new(Arc::clone(&host), wish.lang);
    site.ground = Some(network::Ground::of(bound, moved.then(|| wish.bind.port())));
    site.console_on_lan = wish.console_on_lan;
    site.reach = Reach::new(network::addresses().into_iter().map(|it| it.ip).collect());
    if wish.one_address {
        site.limits = Limits::for_one_address();
    }
    let site = Arc::new(site);
    site.set_urls(network::urls(bound));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let app = router(Arc::clone(&site));
    let ticking = Arc::clone(&host);
    let listener = {
        let _inside = runtime.enter();
        tokio::net::TcpListener::from_std(listener)?
    };
    let most = if wish.one_address { listen::OF_ALL } else { listen::OF_ONE };
    runtime.spawn(listen::listen(listener, app, most));
    runtime.spawn(watch_network(Arc::clone(&site), bound));
    runtime.spawn(watch_battery(Arc::clone(&site)));
    if let Some(minutes) = wish.stand_in_after {
        let order = Order::Teacher(Teacher::StandInAfter(Some(minutes)));
        // The log was opened just now; if it cannot be written, whatever is done next says so.
        let _ = runtime.block_on(host.order(order));
    }
    runtime.spawn(async move { chairs::tend(&ticking).await });
    runtime.spawn(Arc::clone(&site).prepare_ahead());
    let waiting = Arc::clone(&host);
    runtime.spawn(async move {
        // The console looks again when the first minute is over: perhaps nobody has come.
        tokio::time::sleep(Duration::from_millis(PATIENCE)).await;
        waiting.nudge();
    });
    let console_ip = if bound.ip().is_unspecified() { Ipv4Addr::LOCALHOST.into() } else { bound.ip() };
    Ok(Served {
        console: format!("http://{}/console", SocketAddr::new(console_ip, bound.port())),
        host,
        site,
        runtime: Some(runtime),
    })
}

pub(super) fn parse(text: &str) -> Option<Arc<Scenario>> {
    check::parse(text).ok().map(|(scenario, _)| Arc::new(scenario))
}

impl Served {
    /// Counterparts play the lesson for the projector, if nobody has come in yet.
    pub fn rehearse(&self) -> bool {
        let class = self.host.class();
        let empty = class.people.is_empty() && class.pairs.is_empty();
        if let Some(runtime) = self.runtime.as_ref().filter(|_| empty) {
            runtime.block_on(self.site.rehearse());
        }
        empty
    }

    /// Addresses for phones, the likeliest first.
    pub fn urls(&self) -> Arc<[String]> {
        self.site.urls()
    }

    /// What may stand in the way.
    pub fn advice(&self, words: Words) -> Vec<String> {
        self.site.ground.as_ref().map_or_else(Vec::new, |ground| ground.advice(words))
    }

    /// That the laptop is about to run out of power.
    pub fn low_battery(&self, words: Words) -> Option<String> {
        self.site.low_battery().map(|left| words.with("class-battery", &[("left", &left.to_string())]))
    }

    /// What stands in the way if nobody gets in, or as a hotspot fills up; nothing while all is well.
    pub fn trouble(&self, words: Words) -> Vec<String> {
        let sight = self.site.sight();
        let mut lines = sight.trouble(words, self.urls().first().map(String::as_str));
        lines.extend(sight.crowd(words));
        lines
    }

    /// Whether everything of the class was deleted; then there is nothing left to serve.
    pub fn is_over(&self) -> bool {
        *self.site.over.borrow()
    }

    /// Waits until the class is deleted or the program is told to end.
    pub fn wait(&self) {
        let Some(runtime) = &self.runtime else { return };
        let mut over = self.site.over.subscribe();
        runtime.block_on(async {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = over.wait_for(|over| *over) => {}
            }
        });
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

/// The console tells when the laptop is about to run out of power.
async fn watch_battery(site: Arc<Site>) {
    loop {
        // Some systems take their time to answer.
        if let Ok(left) = tokio::task::spawn_blocking(power::left).await {
            site.set_battery(left);
        }
        tokio::time::sleep(BATTERY).await;
    }
}

/// Pages show the addresses under which this computer is reached now.
async fn watch_network(site: Arc<Site>, bound: SocketAddr) {
    loop {
        tokio::time::sleep(ADDRESSES).await;
        let urls = network::urls(bound);
        if *site.urls() != *urls {
            site.reach.move_to(network::addresses().into_iter().map(|it| it.ip).collect());
            site.set_urls(urls);
        }
    }
}
