//! Numbers as people write them: whole, with a point, with a comma, with a percent sign.

use super::texts::separated;
use super::{Node, Problem, Reader, Value, in_name};

/// What people write between the two numbers of a pair in place of a comma.
const BETWEEN: [char; 4] = ['/', '|', ':', ';'];

impl Reader<'_> {
    /// A number; a percent sign behind it belongs to it.
    pub(super) fn number(&mut self) -> Value {
        let from = self.at;
        let rest = self.rest();
        let sign = usize::from(rest.starts_with(['-', '+']));
        let body = &rest[sign..];
        let end = body
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '_' | '.' | 'e' | 'E')))
            .unwrap_or(body.len());
        let written = &rest[..sign + end];
        if end == 0 {
            self.bump();
            self.note(Problem::error("bad-number", from..self.at).word("written", written));
            return Value::Bad;
        }
        self.at += sign + end;
        let plain = written.replace('_', "");
        let plain = plain.strip_prefix('+').unwrap_or(&plain);
        let number = plain.parse::<f64>().ok().filter(|number| number.is_finite());
        let Some(number) = number else {
            let shown: String = written.chars().take(24).collect();
            self.note(Problem::error("bad-number", from..self.at).word("written", shown));
            return Value::Bad;
        };
        if self.percent() {
            return Value::Percent(number);
        }
        plain.parse::<i64>().map_or(Value::Float(number), Value::Int)
    }

    /// A number that is no field's value, or two of them in round brackets: `(70/60)`.
    pub(super) fn bracketed_number(&mut self) -> Node {
        let from = self.at;
        let value = self.number();
        let first = Node { span: from..self.at, value };
        // A semicolon there stands in place of a comma, as it does everywhere.
        let sign = self.line_rest().trim_start().starts_with(';');
        if self.open.last() == Some(&'(') && !sign { self.parted(first) } else { first }
    }

    /// This number with a second one, if only another sign than a comma parts them.
    fn parted(&mut self, first: Node) -> Node {
        let number = |node: &Node| matches!(node.value, Value::Int(_) | Value::Float(_) | Value::Percent(_));
        let line = self.line_rest();
        let second = line.trim_start().strip_prefix(BETWEEN).map(str::trim_start);
        let Some(rest) = second.filter(|it| number(&first) && it.starts_with(|c: char| c.is_ascii_digit()))
        else {
            return first;
        };
        let (after, told) = (self.at, self.problems.len());
        self.at += line.len() - rest.len();
        let from = self.at;
        let value = self.number();
        let second = Node { span: from..self.at, value };
        if !number(&second) || !separated(self.rest()) {
            self.at = after;
            self.problems.truncate(told);
            return first;
        }
        Node { span: first.span.start..second.span.end, value: Value::Parted(Box::new([first, second])) }
    }

    /// Passes a percent sign, also one behind a space.
    fn percent(&mut self) -> bool {
        let line = self.line_rest();
        let sign = line.trim_start();
        if sign.starts_with('%') {
            self.at += line.len() - sign.len() + 1;
        }
        sign.starts_with('%')
    }

    /// A number behind the dash of a word processor.
    pub(super) fn dashed_number(&mut self) -> Value {
        let from = self.at;
        let dash = self.peek().unwrap_or('-');
        self.bump();
        if !self.peek().is_some_and(|c| c.is_ascii_digit() || c == '.') {
            self.note(Problem::error("strange-character", from..self.at).word("character", dash));
            return Value::Bad;
        }
        self.note(Problem::error("long-dash", from..self.at).mend(from..self.at, "-"));
        match self.number() {
            Value::Int(whole) => Value::Int(-whole),
            Value::Float(number) => Value::Float(-number),
            Value::Percent(number) => Value::Percent(-number),
            other => other,
        }
    }

    /// A number behind a field's name, where a comma and a digit can only be decimals: `batna: 0,4`.
    pub(super) fn lone_number(&mut self) -> Node {
        let from = self.at;
        let mut value = self.number();
        let fraction = self.rest().strip_prefix(',').unwrap_or("");
        let digits = fraction.find(|c: char| !c.is_ascii_digit()).unwrap_or(fraction.len());
        if let (Value::Int(_), 1..) = (&value, digits) {
            let whole = &self.source[from..self.at];
            let number = format!("{whole}.{}", &fraction[..digits]).replace('_', "").parse();
            self.at += 1 + digits;
            value = number.map_or(Value::Bad, Value::Comma);
            if let (Value::Comma(number), true) = (&value, self.percent()) {
                value = Value::Percent(*number);
            }
        }
        let goes_on = self.peek().is_some_and(|c| in_name(c) || c == '-');
        if goes_on && matches!(value, Value::Int(_) | Value::Float(_)) {
            // `2019-03-04` or `8rounds`: a text whose quotes are missing.
            value = self.unquoted_text(from);
        }
        self.parted(Node { span: from..self.at, value })
    }

    /// `(0,7, 0,6)` is two numbers with decimal commas: nothing in a scenario has three or four numbers.
    pub(super) fn joined(&self, nodes: Vec<Node>) -> Vec<Node> {
        let whole = |node: &Node| matches!(node.value, Value::Int(_));
        let tight = |at: usize| {
            nodes.get(at + 1).is_some_and(|next| {
                nodes[at].span.end + 1 == next.span.start
                    && self.source[nodes[at].span.end..].starts_with(',')
                    && self.source[next.span.clone()].starts_with(|c: char| c.is_ascii_digit())
            })
        };
        let firsts: &[usize] = match nodes.len() {
            4 if tight(0) && tight(2) => &[0, 2],
            3 if tight(0) && !tight(1) => &[0],
            3 if tight(1) && !tight(0) => &[1],
            _ => return nodes,
        };
        if !nodes.iter().all(whole) {
            return nodes;
        }
        let mut joined = Vec::new();
        let mut at = 0;
        while at < nodes.len() {
            if firsts.contains(&at) {
                let span = nodes[at].span.start..nodes[at + 1].span.end;
                let number = self.source[span.clone()].replace('_', "").replace(',', ".").parse();
                joined.push(Node { span, value: number.map_or(Value::Bad, Value::Comma) });
                at += 2;
            } else {
                joined.push(nodes[at].clone());
                at += 1;
            }
        }
        joined
    }
}
