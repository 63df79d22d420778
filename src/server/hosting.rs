//! A class that the window hosts: the same server as in a terminal.

use super::class::Phase;
use super::network::{everywhere, qr_rows};
use super::run::trouble;
use super::{Served, Wish, network, new_folder, serve};
use crate::scenario::Lang;
use crate::session::Hosted;
use crate::words::Words;
use std::path::PathBuf;

/// A class that is open as long as this lives; its log stays.
pub struct Hosting {
    served: Served,
    words: Words,
    folder: PathBuf,
    qr: Vec<Vec<bool>>,
}

impl Hosting {
    /// Opens a class of a scenario, given as the text of its file.
    ///
    /// # Errors
    ///
    /// What stands in the way, in the user's language.
    pub fn open(lang: Lang, scenario: &str) -> Result<Self, String> {
        let folder = new_folder();
        let wish = Wish {
            lang,
            scenario: Some(scenario.to_owned()),
            bind: everywhere(network::PORT),
            data: folder.clone(),
            console_on_lan: false,
            stand_in_after: None,
            one_address: false,
        };
        let served = serve(&wish).map_err(|error| trouble(Words::new(lang), &error, &folder))?;
        let join = served.urls.first().map(|url| format!("{url}/?k={}", served.host.head.code));
        let qr = join.map(|url| qr_rows(&url)).unwrap_or_default();
        Ok(Self { served, words: Words::new(lang), folder, qr })
    }

    /// How the class stands now.
    pub fn sight(&self) -> Hosted {
        let head = &self.served.host.head;
        let class = self.served.host.class();
        Hosted {
            urls: self.served.urls.clone(),
            code: head.code.clone(),
            pin: head.pin.clone(),
            console: self.served.console.clone(),
            qr: self.qr.clone(),
            people: class.people.len(),
            pairs: class.pairs.len(),
            closed: class.pairs.iter().filter(|pair| pair.table.is_closed()).count(),
            phase: format!("class-phase-{}", class.phase.name()),
            advice: self.served.advice.clone(),
            trouble: if class.phase == Phase::Join { self.served.trouble(self.words) } else { Vec::new() },
            folder: self.folder.clone(),
        }
    }
}
