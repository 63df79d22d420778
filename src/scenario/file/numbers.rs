//! Numbers of the format: whole ones within bounds, pairs, and shares of 1.

use super::super::problem::{Problem, Span};
use super::super::schema::Form;
use super::super::syntax::{Node, Value};
use super::reading::{At, Read, Reading};

/// A whole number from `LO` to `HI`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whole<const LO: i32, const HI: i32>(pub At<i32>);

impl<const LO: i32, const HI: i32> Whole<LO, HI> {
    /// The number.
    pub const fn get(&self) -> i32 {
        self.0.value
    }

    /// Where it stands.
    pub fn span(&self) -> Span {
        self.0.span.clone()
    }
}

impl<const LO: i32, const HI: i32> Read for Whole<LO, HI> {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        let span = node.span.clone();
        let within = |number: i64| i32::try_from(number).ok().filter(|it| (LO..=HI).contains(it));
        let out_of_range = |reading: &mut Reading<'_>| {
            let found = reading.written(&node.span).to_owned();
            reading.note(
                Problem::error("out-of-range", node.span.clone())
                    .word("found", found)
                    .word("low", LO.to_string())
                    .word("high", HI.to_string()),
            );
        };
        let number = match &node.value {
            Value::Int(whole) => {
                let number = within(*whole);
                if number.is_none() {
                    out_of_range(reading);
                }
                number
            }
            // Whole, and far from what is meant: it is written with a point or a power of ten.
            Value::Float(number)
                if number.fract() == 0.0 && !(f64::from(LO)..=f64::from(HI)).contains(number) =>
            {
                out_of_range(reading);
                None
            }
            Value::Float(number) | Value::Comma(number) => {
                let comma = matches!(node.value, Value::Comma(_));
                let rule = if comma { "decimal-comma" } else { "not-whole" };
                let sure = sure(*number, HI, comma);
                let meant = sure.unwrap_or_else(|| {
                    // Shares are written in hundredths, also where not all of them make sense.
                    let share = number.abs() <= 1.0 && (50..=100).contains(&HI);
                    (if share { number * 100.0 } else { *number }).round() as i64
                });
                let found = reading.written(&span).to_owned();
                reading.note(
                    Problem::error(rule, span.clone())
                        .word("found", found)
                        .word("meant", meant.to_string())
                        .mend_if(sure.map(|number| (span.clone(), number.to_string()))),
                );
                Some(meant.clamp(LO.into(), HI.into()) as i32)
            }
            Value::Percent(number) => {
                let written = reading.written(&span).trim_end_matches('%').trim_end();
                let plain = written.parse::<i64>().is_ok();
                let edit =
                    (plain && HI == 100).then(|| (span.start + written.len()..span.end, String::new()));
                let meant = number.round() as i64;
                reading.note(
                    Problem::error("percent-sign", span.end.saturating_sub(1)..span.end)
                        .word("meant", meant.to_string())
                        .mend_if(edit),
                );
                Some(meant.clamp(LO.into(), HI.into()) as i32)
            }
            Value::Text(words) => {
                let plain = words.trim();
                let number = plain.trim_end_matches('%').trim_end().parse::<i64>().ok();
                if number.is_some() {
                    let edit = (plain.parse::<i64>().is_ok()).then(|| (span.clone(), plain.to_owned()));
                    reading.note(Problem::error("quoted-number", span).word("found", words).mend_if(edit));
                } else {
                    reading.wanted(node, "want-number");
                }
                number.map(|number| number.clamp(LO.into(), HI.into()) as i32)
            }
            _ => {
                reading.wanted(node, "want-number");
                None
            }
        };
        Self(At { span: node.span.clone(), value: number.unwrap_or(0.clamp(LO, HI)) })
    }

    fn missing(span: Span) -> Self {
        Self(At { span, value: 0.clamp(LO, HI) })
    }

    fn form() -> Form {
        Form::Whole(LO, HI)
    }
}

/// The whole number that a fraction can only mean: `40,0` is 40, and on a scale to 100 `0,4` is 40 as well.
fn sure(number: f64, high: i32, comma: bool) -> Option<i64> {
    let near = |number: f64| ((number - number.round()).abs() < 1e-9).then(|| number.round() as i64);
    if number == 0.0 {
        return Some(0);
    }
    // `1,000` may be a thousand, and 1,0 either one hundredth or the whole.
    if number.abs() >= 2.0 && !(comma && number.abs() < 1000.0 && number.fract() == 0.0 && high > 100) {
        return near(number);
    }
    if high == 100 && number > 0.0 && number < 1.0 { near(number * 100.0) } else { None }
}

/// Two numbers: for the first country and for the second.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Both<const LO: i32, const HI: i32> {
    /// Where the pair stands.
    pub span: Span,
    /// The two numbers.
    pub values: [i32; 2],
}

impl<const LO: i32, const HI: i32> Read for Both<LO, HI> {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        let values = pair(node, reading, |item, reading| Whole::<LO, HI>::read(item, reading).get());
        Self { span: node.span.clone(), values: values.unwrap_or_default() }
    }

    fn missing(span: Span) -> Self {
        Self { span, values: [0; 2] }
    }

    fn form() -> Form {
        Form::Pair(LO, HI)
    }
}

/// The two values of a pair, or what is wrong with it.
fn pair<'r, T>(
    node: &Node,
    reading: &mut Reading<'r>,
    read: impl Fn(&Node, &mut Reading<'r>) -> T,
) -> Option<[T; 2]> {
    if let Value::Parted(both) = &node.value {
        parted(both, node, reading);
        return Some(both.each_ref().map(|one| read(one, reading)));
    }
    let (Value::Tuple(None, items) | Value::List(items)) = &node.value else {
        reading.wanted(node, "want-pair-not");
        return None;
    };
    if let [Node { value: Value::Parted(both), .. }] = items.as_slice() {
        parted(both, node, reading);
        return Some(both.each_ref().map(|one| read(one, reading)));
    }
    let [first, second] = items.as_slice() else {
        reading.note(Problem::error("want-pair", node.span.clone()).count("count", items.len()));
        return None;
    };
    if matches!(node.value, Value::List(_)) {
        let mut problem = Problem::error("pair-in-list", node.span.clone());
        problem.edits = reading.rebracket(&node.span, ["(", ")"]).into();
        reading.note(problem);
    }
    Some([read(first, reading), read(second, reading)])
}

/// Tells of two numbers without a comma between them, which may lack the brackets as well.
fn parted(both: &[Node; 2], node: &Node, reading: &mut Reading<'_>) {
    let [first, second] = both;
    let written = |span: &Span| reading.written(span).to_owned();
    let pair = format!("({}, {})", written(&first.span), written(&second.span));
    let found = written(&(first.span.start..second.span.end));
    reading.note(
        Problem::error("pair-sign", node.span.clone())
            .word("found", found)
            .word("meant", &pair)
            .mend(node.span.clone(), pair),
    );
}

/// Two shares of 1 with decimals: for the first country and for the second.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shares {
    /// Where the pair stands.
    pub span: Span,
    /// The two shares.
    pub values: [f64; 2],
}

impl Read for Shares {
    fn read(node: &Node, reading: &mut Reading<'_>) -> Self {
        let values = pair(node, reading, share);
        Self { span: node.span.clone(), values: values.unwrap_or_default() }
    }

    fn missing(span: Span) -> Self {
        Self { span, values: [0.0; 2] }
    }

    fn form() -> Form {
        Form::Shares
    }
}

/// A number from 0 to 1; 0 stands in for what is none.
fn share(node: &Node, reading: &mut Reading<'_>) -> f64 {
    let number = match &node.value {
        Value::Int(whole) => *whole as f64,
        Value::Float(number) => *number,
        Value::Comma(number) => {
            let found = reading.written(&node.span).to_owned();
            let point = found.replace(',', ".");
            reading.note(
                Problem::error("decimal-comma", node.span.clone())
                    .word("found", found)
                    .word("meant", &point)
                    .mend(node.span.clone(), point),
            );
            return *number;
        }
        Value::Percent(number) => {
            reading.note(
                Problem::error("percent-sign", node.span.end.saturating_sub(1)..node.span.end)
                    .word("meant", (number / 100.0).to_string()),
            );
            return (number / 100.0).clamp(0.0, 1.0);
        }
        _ => {
            reading.wanted(node, "want-share");
            return 0.0;
        }
    };
    if (0.0..=1.0).contains(&number) {
        return number;
    }
    let found = reading.describe(node);
    reading.note(Problem::error("share-range", node.span.clone()).word("found", found));
    0.0
}

/// On a scale from 0 to 1 a bare 1 is the whole and not one hundredth: beside shares it is told, so that nobody
/// mends half of a scale.
pub(super) fn whole_among_shares(node: &Node, reading: &mut Reading<'_>) {
    match &node.value {
        Value::Struct(_, fields) => {
            fields.iter().for_each(|field| whole_among_shares(&field.node, reading));
        }
        Value::List(items) => {
            let pair = |item: &Node| match &item.value {
                Value::Struct(_, fields) => fields.iter().find(|it| it.name == "value").and_then(|it| {
                    let Value::Tuple(_, pair) = &it.node.value else { return None };
                    Some(pair.clone())
                }),
                _ => None,
            };
            let numbers: Vec<Node> = items.iter().filter_map(pair).flatten().collect();
            let share = numbers.iter().find(|it| match it.value {
                Value::Float(number) | Value::Comma(number) => number > 0.0 && number < 1.0,
                _ => false,
            });
            if let Some(share) = share {
                let beside = reading.written(&share.span).to_owned();
                for one in numbers.iter().filter(|it| it.value == Value::Int(1)) {
                    reading.note(
                        Problem::error("share-whole", one.span.clone())
                            .word("beside", &beside)
                            .mend(one.span.clone(), "100"),
                    );
                }
            }
            items.iter().for_each(|item| whole_among_shares(item, reading));
        }
        _ => {}
    }
}
