//! What a form knows: the document, what is wrong with it, how it weighs, and what is being typed.

use super::section::Section;
use crate::interchange::table::{self, Finding, Weights, merge};
use crate::scenario::author::{Document, Edit, Path, Refusal};
use crate::scenario::check;
use crate::scenario::problem::{Problem, Severity};
use crate::scenario::{Lang, Phrase, Scenario};
use crate::ui::spreadsheets::Chooser;
use crate::words::Words;
use crate::workshop::{Balance, Said};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// Scenarios with more packages are weighed when nobody has typed for a moment.
const QUICK: u128 = 20_000;
/// That moment, in seconds.
const MOMENT: f64 = 0.4;

/// A field on the screen: its place, and which language of it.
pub(super) type Slot = (Path, Option<Lang>);

/// What is wrong, and where in the form it belongs.
#[derive(Clone, Debug)]
pub(super) struct Trouble {
    /// The innermost value that it stands at.
    pub place: Path,
    /// What.
    pub problem: Problem,
}

/// What is known of the file as it stands on the disk: found in the background, and not found again here.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Its text.
    pub text: &'a str,
    /// That text as a scenario, if it can be played.
    pub good: Option<&'a Arc<Scenario>>,
    /// What is wrong with it.
    pub problems: &'a [Problem],
    /// How it weighs; `None` while that is reckoned.
    pub balance: Option<&'a Balance>,
}

/// A scenario file in a form.
#[derive(Clone, Debug)]
pub struct Form {
    pub(super) document: Document,
    /// The text of the file as it was last read or written.
    base: String,
    /// What the file holds now, if it was changed by others while there were changes here.
    outside: Option<String>,
    /// What is shown.
    pub(super) section: Section,
    /// What is shown from the next frame on: a field that is left now is still drawn in this one.
    pub(super) next: Option<Section>,
    /// A change of a list, made at the end of the frame for the same reason, and where it is told if refused.
    pub(super) later: Option<(Edit, Path)>,
    /// Whether the text is to be written, once what is being typed is taken over.
    pub(super) saving: bool,
    /// What is typed in fields, as long as it is not the document's own text.
    pub(super) typed: BTreeMap<Slot, String>,
    /// Why the last thing that was asked for was not done, and where.
    pub(super) refused: Option<(Path, Phrase)>,
    /// Parts that are unfolded.
    pub(super) unfolded: BTreeSet<Path>,
    /// What came of the last table.
    pub(in crate::ui) pasted: Vec<Said>,
    /// Spreadsheets of the user, and which of them is chosen.
    pub(super) tables: Vec<PathBuf>,
    pub(super) chooser: Chooser,
    /// The one whose cells are wanted.
    pub(super) wanted: Option<PathBuf>,
    /// Of which revision the rest tells.
    checked: Option<u64>,
    pub(super) troubles: Vec<Trouble>,
    /// The last version that can be played.
    pub(super) good: Option<Arc<Scenario>>,
    /// Whether it is the text as it is now.
    pub(super) current: bool,
    pub(super) balance: Option<Balance>,
    /// When that version came, if it has not been weighed yet.
    unweighed: Option<f64>,
    /// Whether it is being weighed in the background.
    awaits: bool,
}

impl Form {
    /// Opens the text of a file.
    ///
    /// # Errors
    ///
    /// [`Refusal::Unreadable`] if brackets, quotes or commas of it are wrong.
    pub fn open(text: &str) -> Result<Self, Refusal> {
        let mut form = Self {
            document: Document::open(text)?,
            base: text.to_owned(),
            outside: None,
            section: Section::General,
            next: None,
            later: None,
            saving: false,
            typed: BTreeMap::new(),
            refused: None,
            unfolded: BTreeSet::new(),
            pasted: Vec::new(),
            tables: Vec::new(),
            chooser: Chooser::default(),
            wanted: None,
            checked: None,
            troubles: Vec::new(),
            good: None,
            current: false,
            balance: None,
            unweighed: None,
            awaits: false,
        };
        form.check(0.0);
        form.weigh();
        Ok(form)
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        self.document.text()
    }

    /// Opens a section.
    pub fn show(&mut self, section: Section) {
        self.section = section.within(self.document.issue_ids().len());
    }

    /// Whether there is anything that the file does not have yet.
    pub fn is_changed(&self) -> bool {
        self.document.text() != self.base
    }

    /// Whether the file was changed by others meanwhile, while there were changes here.
    pub const fn is_torn(&self) -> bool {
        self.outside.is_some()
    }

    /// Takes in what the file holds now. Changes here are never lost by it: where there are any, the person is
    /// asked.
    pub fn follow(&mut self, known: Known<'_>) {
        self.follow_text(known.text);
        self.awaits = self.document.text() == known.text;
        if !self.awaits {
            return;
        }
        if self.checked != Some(self.document.revision()) {
            self.take_in(known.good.cloned(), known.problems.to_vec(), 0.0);
        }
        if self.current && self.unweighed.is_some() && known.balance.is_some() {
            self.balance = known.balance.cloned();
            self.unweighed = None;
        }
    }

    fn follow_text(&mut self, source: &str) {
        if source == self.document.text() {
            source.clone_into(&mut self.base);
            self.outside = None;
        } else if source == self.base {
            self.outside = None;
        } else if self.is_changed() {
            self.outside = Some(source.to_owned());
        } else {
            self.take(source);
        }
    }

    /// Offers these spreadsheets to take points from.
    pub fn offer_tables(&mut self, tables: &[PathBuf]) {
        if self.tables != tables {
            self.tables = tables.to_vec();
        }
    }

    /// Puts a table into the document, as a step that can be undone, and remembers what is to be said of it.
    pub fn take_table(&mut self, bytes: &[u8], words: Words) {
        self.pasted = self.merged(bytes, words).unwrap_or_else(|said| said);
    }

    fn merged(&mut self, bytes: &[u8], words: Words) -> Result<Vec<Said>, Vec<Said>> {
        let all = |found: &[Finding]| found.iter().map(|it| Said::of(words, it)).collect::<Vec<_>>();
        let Some(good) = self.good.clone() else { return Ok(Vec::new()) };
        let (table, notes) = table::read_into(bytes, Weights::AsGiven, &good).map_err(|found| all(&found))?;
        let merged =
            merge::merge(self.document.text(), &good, &table, words.lang).map_err(|found| all(&found))?;
        self.document
            .replace(&merged.text)
            .map_err(|refusal| vec![Said { error: true, text: words.plain(&refusal.phrase()) }])?;
        let mut said = all(&notes);
        said.push(Said { error: false, text: words.count("cli-table-merged", merged.changes) });
        Ok(said)
    }

    /// There is no such file any longer: everything here is unsaved.
    pub fn lose(&mut self) {
        self.base.clear();
        self.outside = None;
        self.awaits = false;
    }

    /// Takes over the text of the file; the own one can be had back by undoing.
    fn take(&mut self, source: &str) {
        if self.document.replace(source).is_ok() {
            source.clone_into(&mut self.base);
            self.outside = None;
            self.typed.clear();
        } else {
            self.outside = Some(source.to_owned());
        }
    }

    /// Takes what the file has instead of what is here.
    pub(super) fn take_theirs(&mut self) {
        if let Some(source) = self.outside.take() {
            self.take(&source);
        }
    }

    /// What is here goes over what others wrote.
    pub(super) fn keep_mine(&mut self) {
        if let Some(theirs) = self.outside.take() {
            self.base = theirs;
        }
    }

    /// Whether what others wrote could be read here at all.
    pub(super) fn theirs_is_readable(&self) -> bool {
        self.outside.as_ref().is_some_and(|source| Document::open(source).is_ok())
    }

    /// The text is being written: from now on it is the file's own.
    pub(super) fn writes(&mut self) -> String {
        self.document.seal();
        self.outside = None;
        self.document.text().to_owned()
    }

    /// Makes an edit as a step of its own; a refusal is told at `place`.
    pub(super) fn apply(&mut self, edit: &Edit, place: &Path) -> bool {
        let done = self.document.apply(edit);
        self.told(done, place)
    }

    /// Makes an edit while something is typed or dragged.
    pub(super) fn type_in(&mut self, edit: &Edit, place: &Path) -> bool {
        let done = self.document.type_in(edit, place);
        self.told(done, place)
    }

    fn told(&mut self, done: Result<(), Refusal>, place: &Path) -> bool {
        match done {
            Ok(()) => self.refused = None,
            Err(refusal) => {
                self.refused = Some((place.clone(), refusal.phrase()));
                return false;
            }
        }
        true
    }

    /// Does what was left for the end of the frame.
    pub(super) fn finish(&mut self) {
        if let Some((edit, place)) = self.later.take()
            && self.apply(&edit, &place)
        {
            let list = edit.path().cloned().unwrap_or_default();
            self.typed.retain(|(path, _), _| !path.within(&list));
            self.unfolded.retain(|path| !path.within(&list));
            let issues = Path::of("issues");
            match edit {
                Edit::Insert(list, at) if list == issues => self.next = Some(Section::Issue(at)),
                Edit::Duplicate(list, no) if list == issues => self.next = Some(Section::Issue(no + 1)),
                Edit::Move(list, _, to) if list == issues => self.next = Some(Section::Issue(to)),
                _ => {}
            }
        }
        let section = self.next.take().unwrap_or(self.section);
        self.section = section.within(self.document.issue_ids().len());
    }

    pub(super) fn undo(&mut self) {
        if self.document.undo() {
            self.settle_fields();
        }
    }

    pub(super) fn redo(&mut self) {
        if self.document.redo() {
            self.settle_fields();
        }
    }

    /// Fields show the document again, and the page that is open is one that there is.
    fn settle_fields(&mut self) {
        self.typed.clear();
        self.refused = None;
        self.section = self.section.within(self.document.issue_ids().len());
    }

    /// Checks and weighs what has changed; in how many seconds that should be asked again, if at all.
    pub(super) fn settle(&mut self, now: f64) -> Option<f64> {
        if self.checked != Some(self.document.revision()) {
            self.check(now);
        }
        let since = self.unweighed.filter(|_| !self.awaits)?;
        let quick = self.balance.as_ref().is_none_or(|it| it.packages <= QUICK);
        let left = if quick { 0.0 } else { MOMENT - (now - since) };
        if left > 0.0 {
            return Some(left);
        }
        self.weigh();
        None
    }

    fn check(&mut self, now: f64) {
        let (good, problems) = match check::parse(self.document.text()) {
            Ok((scenario, warnings)) => (Some(Arc::new(scenario)), warnings),
            Err(problems) => (None, problems),
        };
        self.awaits = false;
        self.take_in(good, problems, now);
    }

    /// Takes in what was found of the text as it is now.
    fn take_in(&mut self, good: Option<Arc<Scenario>>, problems: Vec<Problem>, now: f64) {
        self.checked = Some(self.document.revision());
        self.troubles = problems
            .into_iter()
            .map(|problem| Trouble { place: self.document.place(&problem.span), problem })
            .collect();
        self.current = good.is_some();
        if good.is_some() {
            self.good = good;
            self.unweighed = Some(now);
        }
    }

    fn weigh(&mut self) {
        self.unweighed = None;
        self.balance = self.good.as_deref().map(Balance::of);
    }

    /// How many errors and warnings a section has.
    pub(super) fn counts(&self, section: Section) -> [usize; 2] {
        let of = |severity: Severity| {
            let own = self.troubles.iter().filter(|it| Section::of(&it.place) == section);
            own.filter(|it| it.problem.severity == severity).count()
        };
        [of(Severity::Error), of(Severity::Warning)]
    }
}
