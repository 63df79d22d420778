//! The teacher's console, clicked by a program.

use super::client::{Answer, Client, Silence};
use super::page::Page;
use std::collections::BTreeMap;
use std::net::SocketAddr;

/// A console behind its PIN.
pub struct Teacher {
    client: Client,
    csrf: String,
}

/// What the log of the lesson holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Log {
    /// How often each post counted, by its number.
    pub posts: BTreeMap<u64, u64>,
    /// How often each name came in.
    pub names: BTreeMap<String, u64>,
    /// Games that ended.
    pub lines: usize,
}

impl Teacher {
    /// Opens the console.
    ///
    /// # Errors
    ///
    /// [`Silence`] if no answer came.
    pub async fn login(address: SocketAddr, pin: &str) -> Result<Self, Silence> {
        let mut client = Client::new(address);
        let answer = client.post("/console/login", &format!("pin={pin}")).await?;
        client.cookie = answer.cookie.unwrap_or_default();
        let page = Page::new(client.fetch("/console").await?.text());
        Ok(Self { client, csrf: page.csrf().to_owned() })
    }

    /// One click.
    ///
    /// # Errors
    ///
    /// [`Silence`] if no answer came.
    pub async fn click(&mut self, form: &str) -> Result<Answer, Silence> {
        self.client.post("/console/act", &format!("csrf={}&{form}", self.csrf)).await
    }

    /// The log of the lesson so far.
    ///
    /// # Errors
    ///
    /// [`Silence`] if no answer came.
    pub async fn log(&mut self) -> Result<Log, Silence> {
        let text = self.client.fetch("/console/log").await?.text();
        let mut log = Log { lines: text.lines().count(), ..Log::default() };
        for line in text.lines() {
            let Ok(line) = serde_json::from_str::<serde_json::Value>(line) else { continue };
            let event = &line["event"];
            for kind in ["Played", "Understood"] {
                if let Some(key) = event[kind]["key"].as_u64().filter(|key| *key != 0) {
                    *log.posts.entry(key).or_default() += 1;
                }
            }
            if let Some(name) = event["Joined"]["name"].as_str() {
                *log.names.entry(name.to_owned()).or_default() += 1;
            }
        }
        Ok(log)
    }
}
