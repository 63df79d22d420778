//! `mufakat lsp`: a language server for text editors, over standard input and output.
//!
//! One file at a time, one answer after the other. Problems are told again when an editor falls silent:
//! while it still types, the newest text counts.

mod answers;
mod frame;

use super::output::message;
use super::{Answer, Context, Exit, Failure};
use crate::editor::{Document, Notice};
use crate::scenario::Lang;
use crate::words::Words;
use answers::{FIX_ALL, SOURCE};
use clap::ArgMatches;
use frame::Frame;
use gen_lsp_types::json_rpc::{Error, Id, RequestObject, ResponseObject};
use gen_lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionParams, CompletionOptions, CompletionParams,
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, DocumentSymbol, DocumentSymbolParams, ErrorCodes, HoverParams,
    InitializeResult, PositionEncodingKind, PublishDiagnosticsNotification, PublishDiagnosticsParams, Save,
    ServerCapabilities, ServerInfo, TextDocumentContentChangeEvent, TextDocumentSyncKind,
    TextDocumentSyncOptions, Uri,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

/// Messages that wait to be answered; an editor that sends more has to wait as well.
const WAITING: usize = 64;

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    if io::IsTerminal::is_terminal(&io::stdin()) {
        message(&words.get("cli-lsp-person"));
    }
    let (sender, frames) = sync_channel(WAITING);
    let reader = move || {
        let mut input = io::stdin().lock();
        loop {
            let frame = frame::read(&mut input);
            let last = !matches!(frame, Ok(Frame::Body(_) | Frame::TooLarge));
            if sender.send(frame).is_err() || last {
                return;
            }
        }
    };
    let broken = |words: Words, error: &io::Error| {
        Failure::new(Exit::Failed, words.with("cli-lsp-broken", &[("why", &words.why(error))]))
    };
    std::thread::Builder::new()
        .name("input".to_owned())
        .spawn(reader)
        .map_err(|error| broken(words, &error))?;
    let mut server = Server {
        words,
        asked: given.get_one::<String>("lang").is_some(),
        stage: Stage::Before,
        snippets: false,
        open: BTreeMap::new(),
    };
    server.converse(&frames).map_err(|error| broken(server.words, &error))
}

/// How far the conversation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Before,
    Running,
    Over,
}

/// A file that is open.
#[derive(Debug)]
struct Open {
    version: i32,
    document: Document,
    /// What was remarked about the balance when the file was opened or saved.
    remarks: Vec<Notice>,
    /// Whether problems have to be told again, and remarks found again.
    stale: [bool; 2],
}

#[derive(Debug)]
struct Server {
    words: Words,
    /// Whether the language was asked for on the command line.
    asked: bool,
    stage: Stage,
    /// Whether the editor knows places to type at.
    snippets: bool,
    open: BTreeMap<String, Open>,
}

impl Server {
    fn converse(&mut self, frames: &Receiver<io::Result<Frame>>) -> io::Result<Exit> {
        loop {
            let next = match frames.try_recv() {
                Err(TryRecvError::Empty) if self.tell_one()? => continue,
                Err(TryRecvError::Empty) => frames.recv().unwrap_or(Ok(Frame::End)),
                Err(TryRecvError::Disconnected) => Ok(Frame::End),
                Ok(next) => next,
            };
            match next? {
                // An editor that is gone without a word is no reason to stay.
                Frame::End => return Ok(if self.stage == Stage::Over { Exit::Fine } else { Exit::No }),
                Frame::TooLarge => {
                    let limit = (frame::MAX_MESSAGE >> 20).to_string();
                    let told = self.words.with("cli-lsp-long", &[("limit", &limit)]);
                    send(&ResponseObject::from_error(Id::Null, error(ErrorCodes::InvalidRequest, told)))?;
                }
                Frame::Body(body) => {
                    if let Some(exit) = self.hear(&body)? {
                        return Ok(exit);
                    }
                }
            }
        }
    }

    /// One message; the exit code if it was the last.
    fn hear(&mut self, body: &[u8]) -> io::Result<Option<Exit>> {
        let request: RequestObject = match serde_json::from_slice(body) {
            Ok(request) => request,
            Err(unclear) => {
                let told = self.words.with("cli-lsp-unclear", &[("why", &unclear.to_string())]);
                send(&ResponseObject::from_error(Id::Null, error(ErrorCodes::ParseError, told)))?;
                return Ok(None);
            }
        };
        let (method, id, params) = request.into_parts();
        let params = params.unwrap_or_default();
        let Some(id) = id else {
            if method == "exit" {
                return Ok(Some(if self.stage == Stage::Over { Exit::Fine } else { Exit::No }));
            }
            if self.stage == Stage::Running {
                self.notified(&method, params)?;
            }
            return Ok(None);
        };
        // An answer to a question; none was asked.
        if method.is_empty() {
            return Ok(None);
        }
        let answer = match self.asked_for(&method, params) {
            Ok(result) => Reply { jsonrpc: "2.0", id, result },
            Err(refused) => {
                send(&ResponseObject::from_error(id, refused))?;
                return Ok(None);
            }
        };
        send(&answer)?;
        Ok(None)
    }

    /// The answer to a request.
    fn asked_for(&mut self, method: &str, params: Value) -> Result<Value, Error> {
        let words = self.words;
        match (self.stage, method) {
            (Stage::Before, "initialize") => return self.initialize(&params),
            (Stage::Before, _) => {
                return Err(error(ErrorCodes::ServerNotInitialized, words.get("cli-lsp-early")));
            }
            (Stage::Running, "initialize") => {
                return Err(error(ErrorCodes::InvalidRequest, words.get("cli-lsp-again")));
            }
            (Stage::Over, _) => return Err(error(ErrorCodes::InvalidRequest, words.get("cli-lsp-over"))),
            (Stage::Running, _) => {}
        }
        match method {
            "shutdown" => {
                self.stage = Stage::Over;
                Ok(Value::Null)
            }
            "textDocument/completion" => {
                let asked: CompletionParams = self.read(params)?;
                let at = asked.text_document_position_params;
                let open = self.file(&at.text_document.uri)?;
                let byte = open.document.lines().offset(open.document.text(), answers::place(at.position));
                let list = open.document.complete(words, byte);
                value(&answers::proposals(&open.document, list, self.snippets))
            }
            "textDocument/hover" => {
                let asked: HoverParams = self.read(params)?;
                let at = asked.text_document_position_params;
                let document = &self.file(&at.text_document.uri)?.document;
                let byte = document.lines().offset(document.text(), answers::place(at.position));
                value(&document.hover(words, byte).map(|told| answers::hover(document, told)))
            }
            "textDocument/documentSymbol" => {
                let asked: DocumentSymbolParams = self.read(params)?;
                let document = &self.file(&asked.text_document.uri)?.document;
                let list = document.outline(words).into_iter();
                value(&list.map(|it| answers::symbol(document, it)).collect::<Vec<DocumentSymbol>>())
            }
            "textDocument/codeAction" => {
                let asked: CodeActionParams = self.read(params)?;
                let uri = &asked.text_document.uri;
                let document = &self.file(uri)?.document;
                let within = answers::span(document, asked.range);
                value(&answers::actions(words, uri, document, &within, asked.context.only.as_deref()))
            }
            _ => {
                let told = words.with("cli-lsp-unknown", &[("method", method)]);
                Err(error(ErrorCodes::MethodNotFound, told))
            }
        }
    }

    fn initialize(&mut self, params: &Value) -> Result<Value, Error> {
        let locale = params.pointer("/locale").and_then(Value::as_str).and_then(Lang::from_code);
        if let Some(lang) = locale.filter(|_| !self.asked) {
            self.words = Words::new(lang);
        }
        let snippets = "/capabilities/textDocument/completion/completionItem/snippetSupport";
        self.snippets = params.pointer(snippets).and_then(Value::as_bool).unwrap_or(false);
        self.stage = Stage::Running;
        let capabilities = ServerCapabilities {
            position_encoding: Some(PositionEncodingKind::UTF16),
            text_document_sync: Some(
                TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(TextDocumentSyncKind::Full),
                    save: Some(Save::Bool(true)),
                    ..TextDocumentSyncOptions::default()
                }
                .into(),
            ),
            completion_provider: Some(CompletionOptions {
                trigger_characters: Some(["\"", "(", "[", "{", " "].map(str::to_owned).into()),
                ..CompletionOptions::default()
            }),
            hover_provider: Some(true.into()),
            document_symbol_provider: Some(true.into()),
            code_action_provider: Some(
                CodeActionOptions {
                    code_action_kinds: Some(vec![
                        CodeActionKind::QuickFix,
                        CodeActionKind::from(FIX_ALL.to_owned()),
                    ]),
                    ..CodeActionOptions::default()
                }
                .into(),
            ),
            ..ServerCapabilities::default()
        };
        let server_info =
            ServerInfo { name: SOURCE.to_owned(), version: Some(env!("CARGO_PKG_VERSION").to_owned()) };
        value(&InitializeResult { capabilities, server_info: Some(server_info) })
    }

    /// Something happened in the editor. What cannot be read is passed over: there is nobody to tell.
    fn notified(&mut self, method: &str, params: Value) -> io::Result<()> {
        match method {
            "textDocument/didOpen" => {
                let Ok(opened) = self.read::<DidOpenTextDocumentParams>(params) else { return Ok(()) };
                let item = opened.text_document;
                let open = Open {
                    version: item.version,
                    document: Document::open(item.text),
                    remarks: Vec::new(),
                    stale: [true; 2],
                };
                self.open.insert(item.uri.0, open);
            }
            "textDocument/didChange" => {
                let mut params = params;
                // Older editors send no number; then the one before stays.
                let version = params.pointer_mut("/textDocument/version").filter(|it| it.is_null());
                let unnumbered = version.map(|it| *it = Value::from(0)).is_some();
                let Ok(changed) = self.read::<DidChangeTextDocumentParams>(params) else { return Ok(()) };
                let it = changed.text_document;
                let Some(open) = self.open.get_mut(&it.text_document_identifier.uri.0) else {
                    return Ok(());
                };
                for change in changed.content_changes {
                    open.change(change);
                }
                if !unnumbered {
                    open.version = it.version;
                }
                open.stale[0] = true;
            }
            "textDocument/didSave" => {
                let Ok(saved) = self.read::<DidSaveTextDocumentParams>(params) else { return Ok(()) };
                if let Some(open) = self.open.get_mut(&saved.text_document.uri.0) {
                    open.stale = [true; 2];
                }
            }
            "textDocument/didClose" => {
                let Ok(closed) = self.read::<DidCloseTextDocumentParams>(params) else { return Ok(()) };
                let uri = closed.text_document.uri;
                if self.open.remove(&uri.0).is_some() {
                    tell(PublishDiagnosticsParams { uri, version: None, diagnostics: Vec::new() })?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Tells the problems of one file that changed; whether there was one.
    fn tell_one(&mut self) -> io::Result<bool> {
        let words = self.words;
        // Weighing a large scenario takes a moment: problems are told first, and whatever the editor asks.
        let changed = self.open.iter().find(|(_, open)| open.stale[0]);
        let Some(uri) = changed.or_else(|| self.open.iter().find(|(_, open)| open.stale[1])) else {
            return Ok(false);
        };
        let uri = uri.0.clone();
        let Some(open) = self.open.get_mut(&uri) else { return Ok(false) };
        // While there are errors nothing can be weighed; what was found before may come back.
        let playable = open.document.playable();
        if open.stale[0] {
            open.stale[0] = false;
        } else {
            open.stale[1] = false;
            if !playable {
                return Ok(true);
            }
            let before = std::mem::replace(&mut open.remarks, open.document.remarks(words));
            if before.is_empty() && open.remarks.is_empty() {
                return Ok(true);
            }
        }
        for remark in &mut open.remarks {
            remark.span = open.document.headline();
        }
        let uri = Uri(uri);
        let notices =
            open.document.notices(words).into_iter().chain(open.remarks.iter().filter(|_| playable).cloned());
        let diagnostics = notices.map(|it| answers::diagnostic(words, &uri, &open.document, it)).collect();
        tell(PublishDiagnosticsParams { uri, version: Some(open.version), diagnostics })?;
        Ok(true)
    }

    fn read<T: DeserializeOwned>(&self, params: Value) -> Result<T, Error> {
        serde_json::from_value(params).map_err(|unclear| {
            let told = self.words.with("cli-lsp-unclear", &[("why", &unclear.to_string())]);
            error(ErrorCodes::InvalidParams, told)
        })
    }

    fn file(&self, uri: &Uri) -> Result<&Open, Error> {
        self.open.get(&uri.0).ok_or_else(|| {
            error(ErrorCodes::InvalidParams, self.words.with("cli-lsp-not-open", &[("uri", &uri.0)]))
        })
    }
}

impl Open {
    fn change(&mut self, change: TextDocumentContentChangeEvent) {
        let text = match change {
            TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => whole.text,
            // Only whole texts were asked for; some editors send pieces all the same.
            TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                let mut text = self.document.text().to_owned();
                text.replace_range(answers::span(&self.document, part.range), &part.text);
                text
            }
        };
        self.document = Document::open(text);
    }
}

/// An answer. The library's own form cannot carry an answer made at run time.
#[derive(Serialize)]
struct Reply {
    jsonrpc: &'static str,
    id: Id,
    result: Value,
}

const fn error(code: ErrorCodes, message: String) -> Error {
    Error { code, message, data: None }
}

fn value(answer: &impl Serialize) -> Result<Value, Error> {
    serde_json::to_value(answer).map_err(|it| error(ErrorCodes::InternalError, it.to_string()))
}

fn tell(params: PublishDiagnosticsParams) -> io::Result<()> {
    send(&RequestObject::from_notification::<PublishDiagnosticsNotification>(params))
}

fn send(message: &impl Serialize) -> io::Result<()> {
    let body = serde_json::to_vec(message)?;
    frame::write(&mut io::stdout().lock(), &body)
}
