//! Brackets: what stands in them, what separates it, and which of them was left open.

use super::balance::kind;
use super::texts::field_at;
use super::{Field, MAX_DEPTH, Node, Problem, Reader, Span, Value, in_name, starts_name};

/// What the items of a bracket turned out to be.
pub(super) enum Item {
    Plain(Node),
    Named(Field),
    Pair(Node, Node),
}

impl Item {
    pub(super) fn plain(self) -> Option<Node> {
        match self {
            Self::Plain(node) | Self::Pair(_, node) => Some(node),
            Self::Named(field) => Some(field.node),
        }
    }

    fn value(&self) -> &Value {
        match self {
            Self::Plain(node) | Self::Pair(_, node) => &node.value,
            Self::Named(field) => &field.node.value,
        }
    }
}

impl Reader<'_> {
    pub(super) fn round(&mut self, name: Option<String>, from: usize) -> Node {
        let items = self.items('(', ')');
        self.rounded(name, from, items)
    }

    pub(super) fn rounded(&mut self, name: Option<String>, from: usize, items: Vec<Item>) -> Node {
        let span = from..self.at;
        let parts = items.iter().all(|it| {
            matches!(it, Item::Plain(node) if matches!(node.value, Value::Struct(..) | Value::Map(_) | Value::Text(_)))
        });
        if parts && self.closed_with == ']' && name.is_none() {
            // `( (...), (...) ]`: a list, and its opening bracket is the wrong one.
            self.problems.retain(|it| it.rule != "wrong-bracket" || it.span.end != span.end);
            self.note(Problem::error("round-list", from..from + 1).mend(from..from + 1, "["));
            let nodes = items.into_iter().filter_map(Item::plain).collect();
            return Node { span, value: Value::List(nodes) };
        }
        if !items.iter().any(|item| matches!(item, Item::Named(_))) {
            let nodes = items.into_iter().filter_map(Item::plain).collect();
            return Node { span, value: Value::Tuple(name, self.joined(nodes)) };
        }
        let mut fields = Vec::new();
        for item in items {
            match item {
                Item::Named(field) => fields.push(field),
                Item::Plain(node) => self.nameless(node, &mut fields),
                Item::Pair(key, node) => match key.value {
                    Value::Text(name) => {
                        self.note(
                            Problem::error("quoted-field", key.span.clone())
                                .word("name", &name)
                                .mend(key.span.clone(), name.as_str()),
                        );
                        fields.push(Field { name, span: key.span, node });
                    }
                    _ => self.note(Problem::error("value-without-name", key.span)),
                },
            }
        }
        Node { span, value: Value::Struct(name, fields) }
    }

    /// A value where a field should be: `timing ( rounds: 8 )` lacks a colon, others lack their name.
    fn nameless(&mut self, node: Node, fields: &mut Vec<Field>) {
        match node.value {
            Value::Bad => {}
            Value::Struct(Some(name), inner) => {
                let span = node.span.start..node.span.start + name.len();
                self.missing_colon(&span);
                let node = Node { span: span.end..node.span.end, value: Value::Struct(None, inner) };
                fields.push(Field { name, span, node });
            }
            Value::Tuple(Some(name), inner) => {
                let span = node.span.start..node.span.start + name.len();
                self.missing_colon(&span);
                let node = Node { span: span.end..node.span.end, value: Value::Tuple(None, inner) };
                fields.push(Field { name, span, node });
            }
            _ => self.note(Problem::error("value-without-name", node.span)),
        }
    }

    fn missing_colon(&mut self, name: &Span) {
        let written = self.source[name.clone()].chars().take(24).collect::<String>();
        self.note(
            Problem::error("missing-colon", name.clone()).word("name", written).mend(name.end..name.end, ":"),
        );
    }

    pub(super) fn list(&mut self) -> Value {
        let items = self.items('[', ']');
        Value::List(items.into_iter().filter_map(Item::plain).collect())
    }

    pub(super) fn map(&mut self) -> Value {
        let items = self.items('{', '}');
        self.mapped(items)
    }

    pub(super) fn mapped(&mut self, items: Vec<Item>) -> Value {
        let mut pairs = Vec::new();
        for item in items {
            match item {
                Item::Pair(key, node) => pairs.push((key, node)),
                Item::Named(field) => {
                    pairs.push((Node { span: field.span, value: Value::Name(field.name) }, field.node));
                }
                Item::Plain(node) => {
                    if node.value != Value::Bad {
                        self.note(Problem::error("map-without-value", node.span));
                    }
                }
            }
        }
        Value::Map(pairs)
    }

    /// Reads what stands between two brackets, both of them included.
    fn items(&mut self, open: char, close: char) -> Vec<Item> {
        let opened = self.at;
        self.at += 1;
        self.items_of(opened, open, close, Vec::new())
    }

    /// The same of a bracket that was opened before, and what was read of it.
    pub(super) fn items_of(
        &mut self,
        opened: usize,
        open: char,
        close: char,
        mut items: Vec<Item>,
    ) -> Vec<Item> {
        if self.open.len() >= MAX_DEPTH {
            if !self.lost {
                self.note(Problem::error("too-deep", opened..opened + 1).count("limit", MAX_DEPTH));
            }
            self.lost = true;
            self.at = self.source.len();
            return items;
        }
        self.open.push(open);
        let mut closed_with = close;
        loop {
            if self.problems.len() >= self.limit {
                self.lost = true;
                self.at = self.source.len();
                break;
            }
            self.skip();
            let here = self.at;
            let Some(c) = self.peek() else {
                if !self.lost {
                    self.left_open(opened, open, close, None);
                }
                break;
            };
            if self.outdented(opened, here, c, close) {
                self.left_open(opened, open, close, Some(here));
                break;
            }
            match c {
                ')' | ']' | '}' if self.too_many(opened, here, c, close) => {
                    self.note(Problem::error("extra-bracket", here..here + 1).word("found", c));
                    self.balance.lacking[kind(c)] += 1;
                    self.bump();
                    // The comma behind it belongs to the value before it.
                    self.skip();
                    if self.peek() == Some(',') {
                        self.bump();
                    }
                    continue;
                }
                c if c == close => {
                    self.bump();
                    break;
                }
                ')' | ']' | '}' => {
                    // Closed with the wrong bracket, or not at all?
                    let swapped = self.balance.lacking[kind(close)] > 0 && self.balance.lacking[kind(c)] < 0;
                    let outer = self.open.iter().rev().skip(1).any(|outer| kind(*outer) == kind(c));
                    if outer && !swapped {
                        self.left_open(opened, open, close, Some(here));
                        self.recovered = false;
                        break;
                    }
                    self.note(
                        Problem::error("wrong-bracket", here..here + 1)
                            .and(opened..opened + 1)
                            .word("open", open)
                            .word("close", close)
                            .word("found", c),
                    );
                    self.balance.lacking[kind(close)] -= 1;
                    self.balance.lacking[kind(c)] += 1;
                    self.bump();
                    closed_with = c;
                    break;
                }
                ';' => {
                    self.note(Problem::error("semicolon", here..here + 1).mend(here..here + 1, ","));
                    self.bump();
                    continue;
                }
                ',' => {
                    // Between plain numbers a comma too many may stand for a number that is missing.
                    let sure = open != '(' || items.iter().any(|item| matches!(item, Item::Named(_)));
                    let edit = sure.then(|| (here..here + 1, String::new()));
                    self.note(Problem::error("extra-comma", here..here + 1).mend_if(edit));
                    self.bump();
                    continue;
                }
                _ => {}
            }
            if self.belongs_outside(open, close, &items) {
                self.left_open(opened, open, close, Some(here));
                break;
            }
            let told = self.problems.len();
            let item = self.item(open);
            let end = self.at;
            let moved = end > here;
            items.push(item);
            let left_open = self.comes_outdented(opened, close);
            self.separator(open, close, end, &items, told, left_open);
            if !moved && self.at == here {
                // Nothing could be read here: pass one character, so that reading always ends.
                self.bump();
            }
        }
        self.open.pop();
        self.closed_with = closed_with;
        items
    }

    /// A bracket that is not closed before `next`, or before the end of the file.
    fn left_open(&mut self, opened: usize, open: char, close: char, next: Option<usize>) {
        let lacking = &mut self.balance.lacking[kind(close)];
        *lacking = (*lacking - 1).max(0);
        self.recovered = next.is_some();
        let name = self.fields.last().map_or("none", String::as_str).to_owned();
        let line = |at: usize| self.balance.line(at) + 1;
        let rule = match (next, open) {
            (None, _) => "open-bracket",
            (Some(_), '[') => "open-list",
            (Some(_), _) => "open-part",
        };
        let mut problem = Problem::error(rule, opened..opened + 1)
            .word("open", open)
            .word("close", close)
            .word("name", name)
            .count("line", line(opened));
        if let Some(next) = next {
            let width = self.name_width().max(1);
            problem = problem.and(next..next + width).count("next", line(next));
        }
        self.note(problem);
    }

    /// Whether what comes next cannot stand in this bracket, which must have been left open.
    fn belongs_outside(&self, open: char, close: char, items: &[Item]) -> bool {
        let Some(last) = items.last() else { return false };
        let lacking = self.balance.lacking[kind(close)] > 0;
        match (open, last) {
            ('[', _) => self.field_ahead() && !self.lacks_opening('('),
            ('(', Item::Plain(node)) => lacking && matches!(node.value, Value::Int(_)) && self.key_ahead(),
            ('{', Item::Pair(..)) => lacking && self.field_ahead(),
            _ => false,
        }
    }

    /// Whether `name :` comes next, which only stands in a struct.
    pub(super) fn field_ahead(&self) -> bool {
        field_at(self.rest())
    }

    /// The length of a name with spaces or hyphens before a colon: `red-lines:`, `batna story:`.
    fn odd_field_ahead(&self) -> Option<usize> {
        let rest = self.rest();
        let rest = &rest[..rest.floor_char_boundary(64)];
        let name = |c: char| in_name(c) || matches!(c, '-' | ' ');
        let end = rest.find(|c| !name(c))?;
        let written = rest[..end].trim_end();
        let words: Vec<&str> = written.split([' ', '-']).collect();
        let plain = (2..=4).contains(&words.len()) && words.iter().all(|word| word.starts_with(starts_name));
        (plain && rest[end..].starts_with(':')).then_some(written.len())
    }

    /// The length of a key with a quote behind it alone: `id": ...`.
    fn half_quoted_ahead(&self) -> Option<usize> {
        let width = self.name_width();
        let behind = self.rest()[width..].strip_prefix('"')?.trim_start();
        (width > 0 && behind.starts_with(':')).then_some(width)
    }

    fn named(&mut self, width: usize) -> Item {
        let from = self.at;
        self.at += width;
        let name = self.source[from..self.at].to_owned();
        let span = from..self.at;
        self.skip();
        self.bump(); // the colon
        let node = self.field_value(&span);
        Item::Named(Field { name, span, node })
    }

    fn item(&mut self, open: char) -> Item {
        if open == '['
            && let Some(node) = self.unopened()
        {
            return Item::Plain(node);
        }
        if self.field_ahead() {
            return self.named(self.name_width());
        }
        if open == '('
            && let Some(width) = self.odd_field_ahead()
        {
            return self.named(width);
        }
        let from = self.at;
        let node = match self.half_quoted_ahead().filter(|_| open == '{') {
            Some(width) => {
                let value = self.half_quoted(from..from + width, from);
                // Past the quote that is there.
                self.bump();
                Node { span: from..self.at, value }
            }
            None => match self.closed_only().filter(|_| open == '[' && !self.key_ahead()) {
                Some(length) => {
                    let value = self.half_text(length);
                    Node { span: from..self.at, value }
                }
                None => self.value(),
            },
        };
        let after = self.at;
        let value_follows =
            self.line_rest().trim_start().starts_with(|c: char| c.is_alphanumeric() || "\"[{-".contains(c));
        if open == '('
            && value_follows
            && let Value::Name(name) = &node.value
        {
            self.missing_colon(&node.span);
            let value = self.field_value(&node.span);
            return Item::Named(Field { name: name.clone(), span: node.span, node: value });
        }
        self.skip();
        match self.peek() {
            Some(':') => {
                self.bump();
                let value = self.field_value(&node.span);
                Item::Pair(node, value)
            }
            Some('=') => {
                self.note(
                    Problem::error("equals-sign", self.at..self.at + 1).mend(self.at..self.at + 1, ":"),
                );
                self.bump();
                let value = self.field_value(&node.span);
                match node.value {
                    Value::Name(name) => Item::Named(Field { name, span: from..after, node: value }),
                    _ => Item::Pair(node, value),
                }
            }
            _ => {
                self.at = after;
                Item::Plain(node)
            }
        }
    }

    fn field_value(&mut self, name: &Span) -> Node {
        self.skip();
        let from = self.at;
        let Some(c) = self.peek().filter(|c| !matches!(c, ',' | ')' | ']' | '}')) else {
            self.note(Problem::error("missing-value", name.clone()));
            return Node { span: name.clone(), value: Value::Bad };
        };
        let key: String = self.source[name.clone()].trim_matches('"').chars().take(24).collect();
        self.fields.push(key);
        let raw = c == 'r' && self.raw_text_ahead();
        let deeper = self.balance.line(name.start) == self.balance.line(from)
            || self.indent(name.start) < self.indent(from);
        let unopened = if deeper { self.unopened() } else { None };
        let node = if let Some(node) = unopened {
            node
        } else if let Some(length) = self.closed_only().filter(|_| !raw) {
            let value = self.half_text(length);
            Node { span: from..self.at, value }
        } else if starts_name(c) && !raw && self.unquoted_ahead() {
            let value = self.unquoted_text(from);
            Node { span: from..self.at, value }
        } else if c.is_ascii_digit() || matches!(c, '-' | '+' | '.') {
            self.lone_number()
        } else {
            self.value()
        };
        let node = self.opened_too_late(from, node);
        self.fields.pop();
        node
    }

    /// What may stand between two items: a comma, or a closing bracket further on.
    fn separator(
        &mut self,
        open: char,
        close: char,
        end: usize,
        items: &[Item],
        told: usize,
        left_open: bool,
    ) {
        let recovered = std::mem::take(&mut self.recovered);
        self.skip();
        let here = self.at;
        match self.peek() {
            Some(',') => self.bump(),
            Some(';') => {
                self.note(Problem::error("semicolon", here..here + 1).mend(here..here + 1, ","));
                self.bump();
            }
            Some(c) if c == close => {}
            Some(')' | ']' | '}') | None => {}
            Some(_) if recovered || left_open => {}
            Some(c) => {
                // What could be read only by guessing is not mended any further.
                let sure = self.problems.len() == told && self.comma_is_sure(open, c, items);
                let edit = sure.then(|| (end..end, ",".to_owned()));
                let line = self.balance.line(end.saturating_sub(1)) + 1;
                let place = end.saturating_sub(1)..end;
                self.note(Problem::error("missing-comma", place).count("line", line).mend_if(edit));
            }
        }
    }

    /// Whether nothing but a comma can be missing before what comes next.
    fn comma_is_sure(&self, open: char, next: char, items: &[Item]) -> bool {
        let Some(last) = items.last() else { return false };
        let texts = matches!(last.value(), Value::Text(_)) && next == '"';
        match (open, last) {
            ('(', Item::Named(_)) => self.field_ahead(),
            // `(70 60)`: a scenario has pairs of numbers, and no lone one in brackets.
            ('(', Item::Plain(node)) => {
                let rest = self.rest();
                let number = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
                items.len() == 1
                    && matches!(node.value, Value::Int(_))
                    && number > 0
                    && rest[number..].trim_start().starts_with(')')
            }
            ('{', Item::Pair(..) | Item::Named(_)) => next == '"' || self.field_ahead(),
            ('[', Item::Plain(node)) => {
                texts || next == '(' && matches!(node.value, Value::Struct(..) | Value::Tuple(..)) || {
                    next == '{' && matches!(node.value, Value::Map(_))
                }
            }
            _ => false,
        }
    }
}
