//! What the editor module finds, as the protocol writes it.

use crate::editor::complete::{Proposal, Sort, without_stops};
use crate::editor::lines::Place;
use crate::editor::mendings::Mending;
use crate::editor::outline::{Section, What};
use crate::editor::{Document, Notice};
use crate::scenario::problem::{Edit, Severity, Span};
use crate::words::Words;
use gen_lsp_types::{
    Code, CodeAction, CodeActionKind, CompletionItem, CompletionItemKind, Contents, Diagnostic,
    DiagnosticRelatedInformation, DiagnosticSeverity, DocumentSymbol, Documentation, Hover, InsertTextFormat,
    Location, MarkupContent, MarkupKind, Message, Position, Range, SymbolKind, TextEdit, Uri, WorkspaceEdit,
};

/// The name under which an editor lists what comes from here.
pub(super) const SOURCE: &str = "mufakat";
/// The action that mends all that needs no person.
pub(super) const FIX_ALL: &str = "source.fixAll.mufakat";

const fn position(place: Place) -> Position {
    Position { line: place.line, character: place.column }
}

pub(super) const fn place(position: Position) -> Place {
    Place { line: position.line, column: position.character }
}

fn range(document: &Document, span: &Span) -> Range {
    let [start, end] = document.lines().range(document.text(), span).map(position);
    Range { start, end }
}

/// The stretch of a range, in bytes; its ends may come in either order.
pub(super) fn span(document: &Document, range: Range) -> Span {
    let at = |position| document.lines().offset(document.text(), place(position));
    let (start, end) = (at(range.start), at(range.end));
    start.min(end)..start.max(end)
}

pub(super) fn diagnostic(words: Words, uri: &Uri, document: &Document, notice: Notice) -> Diagnostic {
    let also = notice.also.as_ref().map(|also| {
        let location = Location { uri: uri.clone(), range: range(document, also) };
        vec![DiagnosticRelatedInformation { location, message: words.get("editor-also") }]
    });
    Diagnostic {
        range: range(document, &notice.span),
        severity: Some(match notice.severity {
            Severity::Error => DiagnosticSeverity::Error,
            Severity::Warning => DiagnosticSeverity::Warning,
        }),
        code: Some(Code::String(notice.rule.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: Message::String(notice.message),
        related_information: also,
        ..Diagnostic::default()
    }
}

pub(super) fn proposals(document: &Document, list: Vec<Proposal>, snippets: bool) -> Vec<CompletionItem> {
    let items = list.into_iter().enumerate().filter_map(|(at, proposal)| {
        let range = range(document, &proposal.span);
        // The protocol allows no more than the line of the cursor.
        if range.start.line != range.end.line {
            return None;
        }
        let new_text = if snippets { proposal.text } else { without_stops(&proposal.text) };
        Some(CompletionItem {
            label: proposal.label,
            kind: Some(match proposal.sort {
                Sort::Field => CompletionItemKind::Field,
                Sort::Choice => CompletionItemKind::EnumMember,
                Sort::Id => CompletionItemKind::Reference,
                Sort::Frame => CompletionItemKind::Snippet,
            }),
            detail: Some(proposal.detail).filter(|it| !it.is_empty()),
            documentation: Some(proposal.help).filter(|it| !it.is_empty()).map(Documentation::String),
            // Editors sort by letters; the order of the format says more.
            sort_text: Some(format!("{at:04}")),
            insert_text_format: Some(if snippets {
                InsertTextFormat::Snippet
            } else {
                InsertTextFormat::PlainText
            }),
            text_edit: Some(TextEdit { range, new_text }.into()),
            ..CompletionItem::default()
        })
    });
    items.collect()
}

pub(super) fn hover(document: &Document, told: crate::editor::hover::Told) -> Hover {
    // Plain: texts of a scenario may hold any sign that Markdown would take for its own.
    let contents = MarkupContent { kind: MarkupKind::PlainText, value: told.text };
    Hover { contents: Contents::MarkupContent(contents), range: Some(range(document, &told.span)) }
}

#[expect(deprecated, reason = "the field is part of the structure and has no other way to be left out")]
pub(super) fn symbol(document: &Document, section: Section) -> DocumentSymbol {
    let inner: Vec<DocumentSymbol> = section.inner.into_iter().map(|it| symbol(document, it)).collect();
    DocumentSymbol {
        name: section.name,
        detail: Some(section.title).filter(|it| !it.is_empty()),
        kind: match section.what {
            What::Country => SymbolKind::Namespace,
            What::Issue => SymbolKind::Enum,
            What::Option => SymbolKind::EnumMember,
            What::News => SymbolKind::Event,
        },
        tags: None,
        deprecated: None,
        range: range(document, &section.span),
        selection_range: range(document, &section.name_span),
        children: Some(inner).filter(|it| !it.is_empty()),
    }
}

fn change(uri: &Uri, document: &Document, edits: &[Edit]) -> WorkspaceEdit {
    let edits =
        edits.iter().map(|edit| TextEdit { range: range(document, &edit.span), new_text: edit.with.clone() });
    WorkspaceEdit {
        changes: Some(std::iter::once((uri.clone(), edits.collect())).collect()),
        ..WorkspaceEdit::default()
    }
}

/// The mendings of a stretch of the file, and one for the whole file.
pub(super) fn actions(
    words: Words,
    uri: &Uri,
    document: &Document,
    within: &Span,
    only: Option<&[CodeActionKind]>,
) -> Vec<CodeAction> {
    let asked = |kind: &str| {
        only.is_none_or(|only| {
            only.iter().map(ToString::to_string).any(|it| {
                let rest = kind.strip_prefix(it.as_str());
                it.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            })
        })
    };
    let notices = document.notices(words);
    let one = |mending: Mending| {
        let cured: Vec<Diagnostic> = notices
            .iter()
            .filter(|notice| notice.rule == mending.rule && notice.span == mending.span)
            .map(|notice| diagnostic(words, uri, document, notice.clone()))
            .collect();
        CodeAction {
            title: mending.title,
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: Some(cured),
            is_preferred: Some(true),
            edit: Some(change(uri, document, &mending.edits)),
            ..CodeAction::default()
        }
    };
    let mut list = Vec::new();
    if asked("quickfix") {
        list.extend(document.mendings(words, within).into_iter().map(one));
    }
    // Beside the mistakes here, or when it is asked for by name.
    let by_name = only.is_some_and(|only| only.iter().any(|kind| kind.to_string().starts_with("source")));
    if (by_name && asked(FIX_ALL) || only.is_none() && !list.is_empty())
        && let Some(edit) = document.mend_all()
    {
        list.push(CodeAction {
            title: words.get("editor-fix-all"),
            kind: Some(CodeActionKind::from(FIX_ALL.to_owned())),
            edit: Some(change(uri, document, &[edit])),
            ..CodeAction::default()
        });
    }
    list
}
