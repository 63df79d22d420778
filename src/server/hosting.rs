//! A class that the window hosts: the same server as in a terminal.

use super::class::Phase;
use super::network::{door, everywhere, qr_rows};
use super::run::trouble;
use super::serve::{classes, parse};
use super::store::{self, Store};
use super::{Served, Wish, class::Class, network, new_folder, serve};
use crate::disk::{folders_in, newest_first};
use crate::scenario::Lang;
use crate::session::{Hosted, Kept};
use crate::words::Words;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// A class that is open as long as this lives; its log stays.
pub struct Hosting {
    served: Served,
    folder: PathBuf,
    /// The address that students open, and its QR code.
    qr: Mutex<(String, Vec<Vec<bool>>)>,
}

impl Hosting {
    /// Opens a class of a scenario, given as the text of its file.
    ///
    /// # Errors
    ///
    /// What stands in the way, in the user's language.
    pub fn open(lang: Lang, scenario: &str) -> Result<Self, String> {
        Self::serve(lang, Some(scenario), new_folder())
    }

    /// Goes on with a class that was kept.
    ///
    /// # Errors
    ///
    /// What stands in the way, in the user's language.
    pub fn reopen(lang: Lang, folder: &Path) -> Result<Self, String> {
        Self::serve(lang, None, folder.to_owned())
    }

    fn serve(lang: Lang, scenario: Option<&str>, folder: PathBuf) -> Result<Self, String> {
        let wish = Wish {
            lang,
            scenario: scenario.map(str::to_owned),
            bind: everywhere(network::PORT),
            data: folder.clone(),
            console_on_lan: false,
            stand_in_after: None,
            one_address: false,
        };
        let served = serve(&wish).map_err(|error| trouble(Words::new(lang), &error, &folder))?;
        Ok(Self { served, folder, qr: Mutex::default() })
    }

    /// The class that somebody may want to go on with: the last one into which people came.
    pub fn kept() -> Option<Kept> {
        kept_in(&classes())
    }

    /// Whether all its data were deleted on the console: then it is closed.
    pub fn is_over(&self) -> bool {
        self.served.is_over()
    }

    /// The QR code of the likeliest address; the laptop may have changed its network since it was drawn.
    fn qr(&self) -> Vec<Vec<bool>> {
        let urls = self.served.urls();
        let Some(join) = urls.first().map(|url| door(url, &self.served.host.head.code)) else {
            return Vec::new();
        };
        let mut drawn = self.qr.lock().unwrap_or_else(PoisonError::into_inner);
        if drawn.0 != join {
            *drawn = (join.clone(), qr_rows(&join));
        }
        drawn.1.clone()
    }

    /// How the class stands now, in the language that the window has now.
    pub fn sight(&self, words: Words) -> Hosted {
        let head = &self.served.host.head;
        let class = self.served.host.class();
        let mut trouble = if class.phase == Phase::Join { self.served.trouble(words) } else { Vec::new() };
        if trouble.is_empty() {
            trouble.extend(self.served.low_battery(words));
        }
        Hosted {
            scenario: class.scenario.shared.title.get(words.lang).to_owned(),
            urls: self.served.urls().to_vec(),
            code: head.code.clone(),
            pin: head.pin.clone(),
            console: self.served.console.clone(),
            qr: self.qr(),
            people: class.present().count(),
            pairs: class.tables().count(),
            closed: class.tables().filter(|(_, pair)| pair.table.is_closed()).count(),
            phase: format!("class-phase-{}", class.phase.name()),
            advice: self.served.advice(words),
            trouble,
            folder: self.folder.clone(),
        }
    }
}

/// So many classes are looked at before one is believed not to be there.
const LOOKED_AT: usize = 8;

/// The last class in this folder of classes into which people came, if nobody has it open.
pub fn kept_in(classes: &Path) -> Option<Kept> {
    let logs = folders_in(classes).into_iter().flat_map(|folder| {
        // What was not yet folded into the log stands beside it.
        [folder.join(store::FILE), folder.join(format!("{}-wal", store::FILE))]
    });
    let mut folders: Vec<PathBuf> = Vec::new();
    for log in newest_first(logs.filter(|log| log.is_file())) {
        let folder = log.parent().map(Path::to_owned).unwrap_or_default();
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    // Folders of classes into which nobody came are passed over: they do not count.
    let mut looked_at = 0;
    folders.into_iter().find_map(|folder| {
        if looked_at == LOOKED_AT {
            return None;
        }
        let (head, events) = Store::look(&folder).ok()?;
        looked_at += usize::from(!events.is_empty());
        let class = Class::replay(parse(&head.scenario)?, &events).ok()?;
        (!class.people.is_empty()).then(|| Kept {
            title: class.scenario.shared.title.clone(),
            code: head.code,
            people: class.people.len(),
            phase: format!("class-phase-{}", class.phase.name()),
            folder,
        })
    })
}
