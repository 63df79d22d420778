//! Opening brackets that are missing: where they belong, so that what follows is read as it was meant.

use super::balance::kind;
use super::brackets::Item;
use super::{Node, Problem, Reader, Value};

impl Reader<'_> {
    /// A part or a map within a list, or as the value of a field, that lacks its opening bracket: more brackets of
    /// its kind are closed than opened, and what stands here can stand in such a bracket only.
    pub(super) fn unopened(&mut self) -> Option<Node> {
        let from = self.at;
        if self.lacks_opening('(') && self.field_ahead() {
            self.missing_opening('(');
            let items = self.items_of(from, '(', ')', Vec::new());
            return Some(self.rounded(None, from, items));
        }
        // A quote that is lost elsewhere hides brackets from the count, but a key in quotes needs none; a list that
        // was opened by mistake has one behind it.
        let stray = self.balance.lacking[kind('[')] > 0;
        if self.wrong && !stray && self.key_ahead() || self.lacks_opening('{') && self.field_ahead() {
            self.missing_opening('{');
            let items = self.items_of(from, '{', '}', Vec::new());
            let value = self.mapped(items);
            return Some(Node { span: from..self.at, value });
        }
        None
    }

    /// Whether more brackets of this kind are closed than opened.
    pub(super) fn lacks_opening(&self, open: char) -> bool {
        self.balance.lacking[kind(open)] < 0
    }

    fn missing_opening(&mut self, open: char) {
        if self.lacks_opening(open) {
            self.balance.lacking[kind(open)] += 1;
        }
        let here = self.at;
        let width = self.name_width().max(self.width());
        let insert = match open {
            '(' => "(",
            '[' => "[",
            _ => "{ ",
        };
        self.note(
            Problem::error("missing-opening", here..here + width).word("open", open).mend(here..here, insert),
        );
    }

    /// Whether `"key" :` comes next, which only stands in a map.
    pub(super) fn key_ahead(&self) -> bool {
        let Some(text) = self.line_rest().strip_prefix('"') else { return false };
        let mut escaped = false;
        let end = text.find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        });
        end.is_some_and(|end| text[end + 1..].trim_start().starts_with(':'))
    }

    /// The rest of a value that lacks its opening bracket, where only what follows tells: `value: 70, 60)` is a
    /// pair, `options: ( ... ), ( ... ) ]` a list.
    pub(super) fn opened_too_late(&mut self, from: usize, first: Node) -> Node {
        if !self.lacks_opening('(') && !self.lacks_opening('[') {
            return first;
        }
        let after = self.at;
        self.skip();
        let comma = self.peek() == Some(',');
        if comma {
            self.bump();
            self.skip();
        }
        let next = self.peek();
        let open = match (&first.value, next) {
            (Value::Int(_) | Value::Float(_), Some('0'..='9' | '-' | '+')) if comma => '(',
            (Value::Struct(None, _) | Value::Tuple(None, _), Some('(')) if comma => '[',
            (Value::Map(_), Some('{')) if comma => '[',
            (Value::Text(_), Some('"')) if comma && !self.key_ahead() => '[',
            // Behind a comma it is more likely one too many.
            (Value::Struct(None, _) | Value::Tuple(None, _) | Value::Map(_) | Value::Text(_), Some(']'))
                if !comma =>
            {
                '['
            }
            _ => ' ',
        };
        if open == ' ' || !self.lacks_opening(open) {
            self.at = after;
            return first;
        }
        let reached = std::mem::replace(&mut self.at, from);
        self.missing_opening(open);
        self.at = reached;
        if open == '(' {
            let items = self.items_of(from, '(', ')', vec![Item::Plain(first)]);
            return self.rounded(None, from, items);
        }
        let items = self.items_of(from, '[', ']', vec![Item::Plain(first)]);
        let value = Value::List(items.into_iter().filter_map(Item::plain).collect());
        Node { span: from..self.at, value }
    }
}
