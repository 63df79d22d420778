//! A scenario file that is changed by a form: its text, and what a person did to it.
//!
//! A [`Document`] is the text of a file. An [`Edit`] changes what it says about one place, or puts pieces in
//! and takes them out with everything that is tied to them: an issue with its weights in both briefs, an
//! option with its red lines. Whatever an edit does not name stays byte for byte: comments, order, layout.
//!
//! # Invariants
//!
//! - The text of a document can be read without a mistake of its brackets and signs, before and after an edit.
//! - An edit that is refused changes nothing, and says why.
//! - Undo gives back exactly the bytes that were there, redo as well.
//! - A new piece is complete: a scenario that could be played can be played still.

mod draft;
mod edit;
mod groups;
mod layout;
mod path;
mod pieces;
mod places;
mod refusal;
mod ties;

pub use edit::{Edit, country};
pub use path::{Path, Step};
pub use places::{entry, form};
pub use refusal::Refusal;

use super::problem::Span;
use super::syntax::Value;
use super::text::Lang;
use draft::Draft;

/// So many steps can be undone; more than an afternoon holds.
const MAX_STEPS: usize = 1000;

/// A stretch of the text that was another one before.
#[derive(Clone, Debug)]
struct Change {
    at: usize,
    before: String,
    after: String,
    /// The place of a value that is being typed: what is typed there next belongs to the same step.
    typing: Option<Path>,
}

impl Change {
    /// What differs between two texts.
    fn between(before: &str, after: &str, typing: Option<Path>) -> Self {
        let same = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
        let start = before.floor_char_boundary(same).min(after.floor_char_boundary(same));
        let (rest, new) = (&before[start..], &after[start..]);
        let same = rest.bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count();
        let (end, new_end) = (rest.ceil_char_boundary(rest.len() - same), new.len() - same);
        let new_end = new.ceil_char_boundary(new_end);
        Self { at: start, before: rest[..end].to_owned(), after: new[..new_end].to_owned(), typing }
    }

    fn undone(&self, text: &str) -> String {
        self.replaced(text, &self.after, &self.before)
    }

    fn redone(&self, text: &str) -> String {
        self.replaced(text, &self.before, &self.after)
    }

    fn replaced(&self, text: &str, old: &str, new: &str) -> String {
        let mut changed = text.to_owned();
        changed.replace_range(self.at..self.at + old.len(), new);
        changed
    }
}

/// A text of the scenario in the languages that the file gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// Indonesian.
    pub id: Option<String>,
    /// English.
    pub en: Option<String>,
    /// Whether one text stands for both languages.
    pub one: bool,
}

/// A scenario file that is being changed.
#[derive(Clone, Debug)]
pub struct Document {
    draft: Draft,
    undo: Vec<Change>,
    redo: Vec<Change>,
    revision: u64,
}

impl Document {
    /// Opens the text of a file.
    ///
    /// # Errors
    ///
    /// [`Refusal::Unreadable`] if brackets, quotes or commas are wrong: [`super::check::parse`] names each, and
    /// [`super::mend::mend`] mends what needs no person.
    pub fn open(text: &str) -> Result<Self, Refusal> {
        Ok(Self { draft: Draft::read(text.to_owned())?, undo: Vec::new(), redo: Vec::new(), revision: 0 })
    }

    /// The text as it is now.
    pub fn text(&self) -> &str {
        &self.draft.text
    }

    /// A number that grows with every change, also with those that are undone.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Makes an edit as a step of its own.
    ///
    /// # Errors
    ///
    /// Why it cannot be done; nothing has changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), Refusal> {
        self.change(edit, None)
    }

    /// Makes an edit while a value is being typed or dragged: all of them in a row at one place are one step.
    ///
    /// # Errors
    ///
    /// Why it cannot be done; nothing has changed then.
    pub fn type_in(&mut self, edit: &Edit, at: &Path) -> Result<(), Refusal> {
        self.change(edit, Some(at.clone()))
    }

    /// What is typed from now on is another step.
    pub fn seal(&mut self) {
        if let Some(last) = self.undo.last_mut() {
            last.typing = None;
        }
    }

    fn change(&mut self, edit: &Edit, typing: Option<Path>) -> Result<(), Refusal> {
        let mut draft = self.draft.clone();
        draft.make(edit)?;
        if draft.text == self.draft.text {
            return Ok(());
        }
        let goes_on = typing.is_some() && self.undo.last().is_some_and(|last| last.typing == typing);
        let before = match self.undo.pop_if(|_| goes_on) {
            Some(last) => last.undone(&self.draft.text),
            None => std::mem::take(&mut self.draft.text),
        };
        // What was typed and deleted again is no step.
        if before != draft.text {
            self.undo.push(Change::between(&before, &draft.text, typing));
        }
        if self.undo.len() > MAX_STEPS {
            self.undo.remove(0);
        }
        self.redo.clear();
        self.draft = draft;
        self.revision += 1;
        Ok(())
    }

    /// Puts another text in the place of the whole, as a step that can be undone.
    ///
    /// # Errors
    ///
    /// [`Refusal::Unreadable`], as for [`Self::open`].
    pub fn replace(&mut self, text: &str) -> Result<(), Refusal> {
        let draft = Draft::read(text.to_owned())?;
        if draft.text != self.draft.text {
            self.undo.push(Change::between(&self.draft.text, &draft.text, None));
            self.redo.clear();
            self.draft = draft;
            self.revision += 1;
        }
        Ok(())
    }

    /// Whether there is a step to take back.
    pub const fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to make again.
    pub const fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Takes the last step back; false if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(change) = self.undo.pop() else { return false };
        self.go_to(change.undone(&self.draft.text));
        self.redo.push(change);
        true
    }

    /// Makes the step again that was taken back last; false if there is none.
    pub fn redo(&mut self) -> bool {
        let Some(change) = self.redo.pop() else { return false };
        self.go_to(change.redone(&self.draft.text));
        self.undo.push(change);
        self.seal();
        true
    }

    /// Takes over a text that was the document's own before.
    fn go_to(&mut self, text: String) {
        if let Ok(draft) = Draft::read(text) {
            self.draft = draft;
            self.revision += 1;
        }
    }

    /// Whether the file says anything at a place.
    pub fn has(&self, path: &Path) -> bool {
        places::node(&self.draft.root, path)
            .is_some_and(|it| !matches!(&it.value, Value::Name(name) if name == "None"))
    }

    /// The whole number at a place.
    pub fn whole(&self, path: &Path) -> Option<i32> {
        places::whole(&self.draft.root, path)
    }

    /// What is written at a place, to the letter.
    pub fn written(&self, path: &Path) -> Option<&str> {
        places::node(&self.draft.root, path).map(|it| &self.draft.text[it.span.clone()])
    }

    /// The plain text, the id or the name at a place.
    pub fn plain(&self, path: &Path) -> Option<&str> {
        places::text(&self.draft.root, path)
    }

    /// The text in both languages at a place.
    pub fn words(&self, path: &Path) -> Texts {
        if let Some(both) = self.plain(path) {
            return Texts { id: Some(both.to_owned()), en: Some(both.to_owned()), one: true };
        }
        let text = |lang: Lang| self.plain(&path.name(lang.code())).map(str::to_owned);
        Texts { id: text(Lang::Id), en: text(Lang::En), one: false }
    }

    /// Yes or no at a place; no where the file says nothing.
    pub fn fact(&self, path: &Path) -> bool {
        places::node(&self.draft.root, path).is_some_and(|it| it.value == Value::Bool(true))
    }

    /// How many items a list has.
    pub fn count(&self, list: &Path) -> usize {
        places::items(&self.draft.root, list).len()
    }

    /// The plain texts or names of a list.
    pub fn names(&self, list: &Path) -> Vec<&str> {
        (0..self.count(list)).filter_map(|no| places::text(&self.draft.root, &list.no(no))).collect()
    }

    /// The keys of a table, in its order.
    pub fn keys(&self, table: &Path) -> Vec<String> {
        places::rows(&self.draft.root, table).into_iter().map(|(key, _)| key.to_owned()).collect()
    }

    /// The ids of the issues, in order.
    pub fn issue_ids(&self) -> Vec<String> {
        self.draft.issue_ids()
    }

    /// The ids of the options of an issue, in order.
    pub fn option_ids(&self, issue: usize) -> Vec<String> {
        self.draft.option_ids(issue)
    }

    /// The options that a country must never sign, by id.
    pub fn red_lines(&self, seat: super::Seat) -> Vec<String> {
        self.draft.red_lines(country(seat))
    }

    /// The innermost place in which a stretch of the text stands, as that of a problem.
    pub fn place(&self, span: &Span) -> Path {
        places::at(&self.draft.root, span)
    }
}
