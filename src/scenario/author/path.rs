//! Where a value of a scenario file stands: names and numbers from the outside in.

use std::fmt;

/// One step into a bracket.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// To the field, or the row of a table, of this name.
    Name(String),
    /// To the item of this number, from 0.
    No(usize),
}

/// The way to a value, as `issues[2].options[0].value[1]`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(Vec<Step>);

impl Path {
    /// The way that is written with dots, as `issues.2.options.0.label`; what consists of digits is a number.
    /// A name out of the file goes in by [`Path::name`], whatever it consists of.
    pub fn of(written: &str) -> Self {
        let step = |part: &str| part.parse().map_or_else(|_| Step::Name(part.to_owned()), Step::No);
        Self(written.split('.').filter(|part| !part.is_empty()).map(step).collect())
    }

    /// The field or row of this name behind this one.
    #[must_use]
    pub fn name(&self, name: &str) -> Self {
        self.with(Step::Name(name.to_owned()))
    }

    /// The item of this number behind this one.
    #[must_use]
    pub fn no(&self, no: usize) -> Self {
        self.with(Step::No(no))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// The steps from the outside in.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The bracket in which it stands, and the last step into it; `None` for the whole file.
    pub fn split(&self) -> Option<(Self, &Step)> {
        let (last, before) = self.0.split_last()?;
        Some((Self(before.to_vec()), last))
    }

    /// Whether it is `other`, or stands within it.
    pub fn within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Name(name) if at == 0 => f.write_str(name)?,
                Step::Name(name) => write!(f, ".{name}")?,
                Step::No(no) => write!(f, "[{no}]")?,
            }
        }
        Ok(())
    }
}
