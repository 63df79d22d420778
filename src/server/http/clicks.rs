//! Posts of the console that come twice: a double click, or a page that sends again what got no answer.

use super::Site;
use super::forms::Fields;
use crate::server::class::{No, Order};
use std::sync::{Arc, PoisonError};

/// Posts that are remembered, so that none counts twice.
const REMEMBERED: usize = 256;

/// A post that is being carried out. Its number is free again if this is dropped without [`Click::keep`].
pub(super) struct Click {
    site: Arc<Site>,
    key: Option<u64>,
}

impl Click {
    /// The post was carried out: it never counts again.
    pub(super) fn keep(mut self) {
        self.key = None;
    }
}

impl Drop for Click {
    fn drop(&mut self) {
        if let Some(key) = self.key {
            let mut clicks = self.site.clicks.lock().unwrap_or_else(PoisonError::into_inner);
            clicks.retain(|it| *it != key);
        }
    }
}

impl Site {
    /// Takes up a post of the console; nothing if the same was carried out before, or is just now.
    pub(super) fn click(self: &Arc<Self>, fields: &Fields) -> Option<Click> {
        let key = fields.number("key");
        if let Some(key) = key {
            let mut clicks = self.clicks.lock().unwrap_or_else(PoisonError::into_inner);
            if clicks.contains(&key) {
                return None;
            }
            clicks.push_back(key);
            if clicks.len() > REMEMBERED {
                clicks.pop_front();
            }
        }
        Some(Click { site: Arc::clone(self), key })
    }

    /// Carries out what a post asks for, to its end even if whoever asked hangs up meanwhile.
    ///
    /// # Errors
    ///
    /// What the class says to it.
    pub(super) async fn carry_out(self: &Arc<Self>, order: Order, click: Click) -> Result<(), No> {
        let site = Arc::clone(self);
        let whole = tokio::spawn(async move {
            site.host.order(order).await?;
            click.keep();
            Ok(())
        });
        whole.await.unwrap_or(Err(No::NotSaved))
    }
}
