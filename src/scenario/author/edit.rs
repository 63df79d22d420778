//! What a person changes in a scenario, and how the text changes with it.

use super::draft::Draft;
use super::path::{Path, Step};
use super::pieces::{new_id, piece, without_known_comments};
use super::places;
use super::refusal::Refusal;
use crate::scenario::Seat;
use crate::scenario::edit::quoted;
use crate::scenario::schema::Form;
use crate::scenario::sector::Kind;
use crate::scenario::syntax::Value;
use crate::scenario::text::Lang;

/// One change that a person asks for. Lists are named by their path and items by their number from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A whole number.
    Whole(Path, i32),
    /// A plain text, as a source; not an id that others name, see [`Edit::Rename`].
    Text(Path, String),
    /// A text in one language, or one text for both. An empty text takes its language out, where the other
    /// one is there.
    Words(Path, Option<Lang>, String),
    /// A name of a list, as a sector.
    Choice(Path, String),
    /// A whole list of such names, as of lenses.
    Names(Path, Vec<String>),
    /// Two numbers from 0 to 1, one for each country, each as it is written with its decimals.
    Shares(Path, [String; 2]),
    /// Yes or no; a "no" that the file need not say is taken out.
    Fact(Path, bool),
    /// Takes a field or a row out; comments stay.
    Clear(Path),
    /// A new item before the one of this number, or behind all.
    Insert(Path, usize),
    /// A copy of an item, right behind it.
    Duplicate(Path, usize),
    /// Takes an item out, with the comments right above it and with everything that names it.
    Remove(Path, usize),
    /// Moves an item to another number.
    Move(Path, usize, usize),
    /// Another id for the issue, option or piece of news at this path, wherever it is named.
    Rename(Path, String),
    /// Draws or lifts a red line before an option.
    RedLine(Seat, String, bool),
    /// Several at once: all of them or none.
    All(Vec<Self>),
}

impl Edit {
    /// The place that changes, for those that change one value.
    pub const fn path(&self) -> Option<&Path> {
        match self {
            Self::Whole(path, _)
            | Self::Text(path, _)
            | Self::Words(path, ..)
            | Self::Choice(path, _)
            | Self::Names(path, _)
            | Self::Shares(path, _)
            | Self::Fact(path, _)
            | Self::Clear(path)
            | Self::Rename(path, _)
            | Self::Insert(path, _)
            | Self::Duplicate(path, _)
            | Self::Remove(path, _)
            | Self::Move(path, ..) => Some(path),
            Self::RedLine(..) | Self::All(_) => None,
        }
    }
}

/// The field of a country for a seat.
pub const fn country(seat: Seat) -> &'static str {
    match seat {
        Seat::First => "first",
        Seat::Second => "second",
    }
}

/// Whether a text is a number from 0 to 1, written as the format has it.
fn is_share(text: &str) -> bool {
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | 'e' | 'E' | '-' | '+'));
    plain && text.parse::<f64>().is_ok_and(|it| (0.0..=1.0).contains(&it))
}

/// Which list of the format a path names.
enum List {
    Issues,
    Options(usize),
    Groups,
    Answers,
    Other,
}

fn list(path: &Path) -> List {
    let name = |step: &Step| if let Step::Name(name) = step { name.clone() } else { String::new() };
    let steps: Vec<String> = path.steps().iter().map(name).collect();
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    match (steps.as_slice(), path.steps()) {
        (["issues"], _) => List::Issues,
        (["issues", "", "options"], [_, Step::No(issue), _]) => List::Options(*issue),
        ([_, "groups"], _) => List::Groups,
        (["quiz", "", "answers"], _) => List::Answers,
        _ => List::Other,
    }
}

impl Draft {
    /// Makes a change.
    pub(super) fn make(&mut self, edit: &Edit) -> Result<(), Refusal> {
        match edit {
            Edit::Whole(path, number) => self.set_whole(path, *number),
            Edit::Text(path, text) => match places::form(path) {
                Some(Form::Text) => self.put(path, &quoted(text)),
                _ => Err(Refusal::NoSuchPlace(path.clone())),
            },
            Edit::Words(path, lang, text) => self.set_words(path, *lang, text),
            Edit::Choice(path, name) => match places::form(path) {
                Some(Form::Choice(names)) if names.contains(&name.as_str()) => self.put(path, name),
                Some(Form::Choice(_)) => Err(Refusal::UnknownChoice(name.clone())),
                _ => Err(Refusal::NoSuchPlace(path.clone())),
            },
            Edit::Names(path, names) => self.set_names(path, names),
            Edit::Shares(path, [first, second]) => match places::form(path) {
                Some(Form::Shares) if [first, second].iter().all(|it| is_share(it)) => {
                    self.put(path, &format!("({first}, {second})"))
                }
                Some(Form::Shares) => Err(Refusal::OutOfRange { low: 0, high: 1 }),
                _ => Err(Refusal::NoSuchPlace(path.clone())),
            },
            Edit::Fact(path, fact) => match places::form(path) {
                Some(Form::Fact)
                    if *fact || places::entry(path).is_some_and(|(_, it)| it.name == "no_net_harm") =>
                {
                    self.put(path, if *fact { "true" } else { "false" })
                }
                Some(Form::Fact) => self.clear(path),
                _ => Err(Refusal::NoSuchPlace(path.clone())),
            },
            Edit::Clear(path) => match places::form(path) {
                Some(_) => self.clear(path),
                None => Err(Refusal::NoSuchPlace(path.clone())),
            },
            Edit::Insert(path, at) => self.insert_item(path, *at),
            Edit::Duplicate(path, no) => self.copy_item(path, *no),
            Edit::Remove(path, no) => self.remove_item(path, *no),
            Edit::Move(path, from, to) => self.move_item(path, *from, *to),
            Edit::Rename(path, id) => self.new_name(path, id),
            Edit::RedLine(seat, id, red) => self.red_line(country(*seat), id, *red),
            Edit::All(edits) => edits.iter().try_for_each(|edit| self.make(edit)),
        }
    }

    fn set_whole(&mut self, path: &Path, number: i32) -> Result<(), Refusal> {
        match places::form(path) {
            Some(Form::Whole(low, high)) if (low..=high).contains(&number) => {
                self.put(path, &number.to_string())
            }
            Some(Form::Whole(low, high)) => Err(Refusal::OutOfRange { low, high }),
            _ => Err(Refusal::NoSuchPlace(path.clone())),
        }
    }

    fn set_names(&mut self, path: &Path, names: &[String]) -> Result<(), Refusal> {
        let known = match places::form(path) {
            Some(Form::List(of)) => match *of {
                Form::Choice(known) => known,
                _ => return Err(Refusal::NoSuchPlace(path.clone())),
            },
            _ => return Err(Refusal::NoSuchPlace(path.clone())),
        };
        match names.iter().find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(Refusal::UnknownChoice(name.clone())),
            None => self.put(path, &format!("[{}]", names.join(", "))),
        }
    }

    fn set_words(&mut self, path: &Path, lang: Option<Lang>, text: &str) -> Result<(), Refusal> {
        if !matches!(places::form(path), Some(Form::Words)) {
            return Err(Refusal::NoSuchPlace(path.clone()));
        }
        let Some(lang) = lang else { return self.put(path, &quoted(text)) };
        let other = if lang == Lang::Id { Lang::En } else { Lang::Id };
        let own = path.name(lang.code());
        let node = places::node(&self.root, path);
        match node.map(|it| &it.value) {
            Some(Value::Map(_) | Value::Struct(..)) => {
                let beside =
                    places::text(&self.root, &path.name(other.code())).is_some_and(|it| !it.is_empty());
                if text.trim().is_empty() && beside {
                    return self.clear(&own);
                }
                self.put(&own, &quoted(text))
            }
            // One text for both languages becomes two.
            Some(_) => {
                let both = places::text(&self.root, path).unwrap_or_default().to_owned();
                let (id, en) = if lang == Lang::Id { (text, both.as_str()) } else { (both.as_str(), text) };
                let whole = crate::scenario::edit::both_languages(id, en);
                self.put(path, &whole)
            }
            None if text.trim().is_empty() => Ok(()),
            None => self.put(&own, &quoted(text)),
        }
    }

    fn insert_item(&mut self, path: &Path, at: usize) -> Result<(), Refusal> {
        match list(path) {
            List::Issues => return self.insert_issue(at),
            List::Options(issue) => return self.insert_option(issue, at),
            List::Groups => return self.insert_group(path, at),
            List::Answers => self.shift_answer(path, |right| if right > at { right + 1 } else { right })?,
            List::Other => {}
        }
        let at = at.min(places::items(&self.root, path).len());
        let text = without_known_comments(piece(path, Kind::Substance)?, &self.text);
        if places::node(&self.root, path).is_none() {
            self.put(path, "[]")?;
        }
        self.insert(path, at, &text, None)?;
        if *path == Path::of("news") {
            let id = new_id(self, "kabar-", true);
            self.put(&path.no(at).name("id"), &quoted(&id))?;
        }
        Ok(())
    }

    fn copy_item(&mut self, path: &Path, no: usize) -> Result<(), Refusal> {
        match list(path) {
            List::Issues => return self.copy_issue(no),
            List::Options(issue) => return self.copy_option(issue, no),
            List::Answers => {
                self.shift_answer(path, |right| if right > no + 1 { right + 1 } else { right })?;
            }
            List::Groups => {
                let influence = |no: usize| path.no(no).name("influence");
                let whole = places::whole(&self.root, &influence(no)).unwrap_or(2).max(2);
                self.copy(path, no)?;
                self.put(&influence(no), &(whole - whole / 2).to_string())?;
                return self.put(&influence(no + 1), &(whole / 2).to_string());
            }
            List::Other => {}
        }
        self.copy(path, no)?;
        if *path == Path::of("news") {
            let id = new_id(self, "kabar-", true);
            self.put(&path.no(no + 1).name("id"), &quoted(&id))?;
        }
        Ok(())
    }

    fn remove_item(&mut self, path: &Path, no: usize) -> Result<(), Refusal> {
        match list(path) {
            List::Issues => return self.remove_issue(no),
            List::Options(issue) => return self.remove_option(issue, no),
            List::Groups => return self.remove_group(path, no),
            List::Answers => {
                if places::items(&self.root, path).len() < 3 {
                    return Err(Refusal::TooFew(2));
                }
                self.shift_answer(path, |right| match right.cmp(&(no + 1)) {
                    std::cmp::Ordering::Greater => right - 1,
                    std::cmp::Ordering::Equal => 1,
                    std::cmp::Ordering::Less => right,
                })?;
            }
            List::Other => {}
        }
        self.remove(path, no, true)
    }

    fn move_item(&mut self, path: &Path, from: usize, to: usize) -> Result<(), Refusal> {
        let count = places::items(&self.root, path).len();
        if from.max(to) >= count {
            return Err(Refusal::NoSuchPlace(path.no(from.max(to))));
        }
        match list(path) {
            List::Options(issue) if from.min(to) == 0 && from != to => self.pin_status_quo(issue)?,
            List::Answers => self.shift_answer(path, |right| {
                let at = right.saturating_sub(1);
                let moved = if at == from {
                    to
                } else if from < at && at <= to {
                    at - 1
                } else if to <= at && at < from {
                    at + 1
                } else {
                    at
                };
                moved + 1
            })?,
            _ => {}
        }
        let mut at = from;
        while at < to {
            self.swap(path, at)?;
            at += 1;
        }
        while at > to {
            at -= 1;
            self.swap(path, at)?;
        }
        Ok(())
    }

    /// The number of the right answer, counted from 1, after the answers have changed.
    fn shift_answer(&mut self, answers: &Path, shift: impl Fn(usize) -> usize) -> Result<(), Refusal> {
        let Some((item, _)) = answers.split() else { return Ok(()) };
        let right = item.name("right");
        let Some(before) = places::whole(&self.root, &right) else { return Ok(()) };
        let after = shift(before.unsigned_abs() as usize);
        let after = i32::try_from(after).unwrap_or(before);
        if after == before { Ok(()) } else { self.set_whole(&right, after) }
    }

    fn new_name(&mut self, path: &Path, id: &str) -> Result<(), Refusal> {
        let id = id.trim();
        let place = path.name("id");
        let old = places::text(&self.root, &place).map(str::to_owned);
        let Some(old) = old else { return Err(Refusal::NoSuchPlace(place)) };
        if old == id {
            return Ok(());
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.is_empty() || !id.chars().all(plain) {
            return Err(Refusal::BadId(id.to_owned()));
        }
        if self.ids().contains(id) {
            return Err(Refusal::TakenId(id.to_owned()));
        }
        self.rename(path, &old, id)
    }
}
