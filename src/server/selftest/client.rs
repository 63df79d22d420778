//! A browser without a screen: one kept connection, a cookie, and the stream of a page.

use flate2::write::GzDecoder;
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, Response, header};
use hyper_util::rt::TokioIo;
use std::io::Write;
use std::net::SocketAddr;
use std::time::{Duration, Instant};
use tokio::net::TcpStream;

/// How long an answer may take; then it counts as lost.
const PATIENCE: Duration = Duration::from_secs(20);

/// The time, for what is measured here.
#[expect(clippy::disallowed_methods, reason = "the self-test measures how long answers take")]
pub fn now() -> Instant {
    Instant::now()
}

/// Why there was no answer.
#[derive(Debug, thiserror::Error)]
pub enum Silence {
    /// The server could not be reached, or the connection broke.
    #[error("{0}")]
    Socket(#[from] std::io::Error),
    /// What came was no HTTP.
    #[error("{0}")]
    Http(#[from] hyper::Error),
    /// The request cannot be written.
    #[error("{0}")]
    Request(#[from] hyper::http::Error),
    /// It took too long.
    #[error("no answer in time")]
    Late(#[from] tokio::time::error::Elapsed),
}

/// One answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Name and value of the cookie that it sets.
    pub cookie: Option<String>,
    body: Bytes,
    packed: bool,
}

impl Answer {
    /// Bytes of the body on the way.
    pub fn weight(&self) -> usize {
        self.body.len()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        if !self.packed {
            return String::from_utf8_lossy(&self.body).into_owned();
        }
        let mut decoder = GzDecoder::new(Vec::new());
        let plain = decoder.write_all(&self.body).and_then(|()| decoder.finish()).unwrap_or_default();
        String::from_utf8_lossy(&plain).into_owned()
    }
}

/// A connection that is kept, as browsers keep theirs.
pub struct Client {
    address: SocketAddr,
    /// The cookie of the seat or of the console.
    pub cookie: String,
    line: Option<SendRequest<Full<Bytes>>>,
}

impl Client {
    /// A client of the server at this address. It connects when it first asks.
    pub const fn new(address: SocketAddr) -> Self {
        Self { address, cookie: String::new(), line: None }
    }

    async fn connect(&self) -> Result<SendRequest<Full<Bytes>>, Silence> {
        let socket = TcpStream::connect(self.address).await?;
        socket.set_nodelay(true)?;
        let (line, connection) = handshake(TokioIo::new(socket)).await?;
        tokio::spawn(connection);
        Ok(line)
    }

    /// Gets a page.
    ///
    /// # Errors
    ///
    /// [`Silence`] if no answer came.
    pub async fn fetch(&mut self, path: &str) -> Result<Answer, Silence> {
        self.ask("GET", path, "").await
    }

    /// Posts a form.
    ///
    /// # Errors
    ///
    /// [`Silence`] if no answer came: the post may or may not have been carried out.
    pub async fn post(&mut self, path: &str, form: &str) -> Result<Answer, Silence> {
        self.ask("POST", path, form).await
    }

    async fn ask(&mut self, method: &str, path: &str, form: &str) -> Result<Answer, Silence> {
        let answer = tokio::time::timeout(PATIENCE, self.exchange(method, path, form)).await;
        if !matches!(answer, Ok(Ok(_))) {
            // A connection that failed once is not trusted again.
            self.line = None;
        }
        answer?
    }

    async fn exchange(&mut self, method: &str, path: &str, form: &str) -> Result<Answer, Silence> {
        let mut line = match self.line.take().filter(|line| !line.is_closed()) {
            Some(line) => line,
            None => self.connect().await?,
        };
        line.ready().await?;
        let answer = line.send_request(self.request(method, path, form)?).await?;
        let (head, body) = answer.into_parts();
        let body = body.collect().await?.to_bytes();
        self.line = Some(line);
        let text = |name: header::HeaderName| head.headers.get(name).and_then(|it| it.to_str().ok());
        let cookie = text(header::SET_COOKIE).and_then(|it| it.split(';').next()).map(str::to_owned);
        let packed = text(header::CONTENT_ENCODING) == Some("gzip");
        Ok(Answer { status: head.status.as_u16(), cookie, body, packed })
    }

    fn request(&self, method: &str, path: &str, form: &str) -> Result<Request<Full<Bytes>>, Silence> {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, self.address.to_string())
            .header(header::ACCEPT_ENCODING, "gzip, deflate");
        if !self.cookie.is_empty() {
            request = request.header(header::COOKIE, &self.cookie);
        }
        if method == "POST" {
            request = request
                .header(header::ORIGIN, format!("http://{}", self.address))
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        Ok(request.body(Full::new(Bytes::copy_from_slice(form.as_bytes())))?)
    }

    /// Opens the stream of a page on a connection of its own.
    ///
    /// # Errors
    ///
    /// [`Silence`] if it cannot be opened.
    pub async fn listen(&self, path: &str) -> Result<Stream, Silence> {
        let mut line = self.connect().await?;
        let answer = line.send_request(self.request("GET", path, "")?).await?;
        Ok(Stream { answer, _line: line, rest: String::new() })
    }
}

/// A stream of numbers.
pub struct Stream {
    answer: Response<Incoming>,
    // hyper closes the connection with its last handle.
    _line: SendRequest<Full<Bytes>>,
    rest: String,
}

impl Stream {
    /// The next number; `None` when the stream has ended.
    pub async fn next(&mut self) -> Option<String> {
        loop {
            while let Some((line, rest)) = self.rest.split_once('\n') {
                let data = line.strip_prefix("data:").map(|it| it.trim().to_owned());
                self.rest = rest.to_owned();
                if data.is_some() {
                    return data;
                }
            }
            let frame = self.answer.body_mut().frame().await?.ok()?;
            if let Ok(bytes) = frame.into_data() {
                self.rest.push_str(&String::from_utf8_lossy(&bytes));
            }
        }
    }
}
