//! Just enough of the WebDriver protocol to tap, type, read and take pictures in a real Chromium.

use serde_json::{Value, json};
use std::cell::Cell;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Where Debian and others put the browser.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
/// Tries until something must have appeared, a tenth of a second apart.
const TRIES: u32 = 200;
/// Two taps at one place within half a second are one tap to the pages: fingers that mean two are slower.
const BETWEEN_TAPS: Duration = Duration::from_millis(520);

/// A running chromedriver; it ends with this value.
pub struct Driver {
    child: Child,
    port: u16,
    browser: PathBuf,
}

fn find(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let mut paths = std::env::split_paths(&folders);
    paths.find_map(|folder| names.iter().map(|name| folder.join(name)).find(|path| path.is_file()))
}

impl Driver {
    /// Starts one; `None` where there is no Chromium with its driver.
    pub fn start() -> Option<Self> {
        let (browser, driver) = (find(&BROWSERS)?, find(&["chromedriver"])?);
        let mut child = Command::new(driver)
            .args(["--port=0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let port = loop {
            let line = lines.next().expect("chromedriver says its port").expect("text");
            if let Some((_, port)) = line.split_once("started successfully on port ") {
                break port.trim_end_matches('.').parse().expect("a port");
            }
        };
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { child, port, browser })
    }

    /// One request of the protocol; the value of its answer, or what it says is wrong.
    fn ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let body = if method == "POST" { body.to_string() } else { String::new() };
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).map_err(|it| it.to_string())?;
        stream.set_read_timeout(Some(Duration::from_secs(60))).map_err(|it| it.to_string())?;
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.port,
            body.len()
        );
        stream.write_all(head.as_bytes()).map_err(|it| it.to_string())?;
        let mut answer = BufReader::new(stream);
        let mut length = 0;
        loop {
            let mut line = String::new();
            answer.read_line(&mut line).map_err(|it| it.to_string())?;
            if let Some(text) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = text.trim().parse().map_err(|_| line.clone())?;
            }
            if line.trim().is_empty() {
                break;
            }
        }
        let mut bytes = vec![0; length];
        answer.read_exact(&mut bytes).map_err(|it| it.to_string())?;
        let mut value: Value = serde_json::from_slice(&bytes).map_err(|it| it.to_string())?;
        let value = value["value"].take();
        match value["error"].as_str() {
            Some(error) => Err(format!("{error}: {}", value["message"].as_str().unwrap_or_default())),
            None => Ok(value),
        }
    }

    /// A new browser with nothing in it, with a page of this size.
    pub fn browser(&self, profile: &Path, (width, height): (u32, u32)) -> Browser<'_> {
        let flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--disable-dev-shm-usage",
        ];
        let mut args: Vec<String> = flags.map(str::to_owned).to_vec();
        args.push(format!("--user-data-dir={}", profile.display()));
        let options = json!({"binary": self.browser, "args": args});
        let wanted = json!({"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}});
        let session = self.ask("POST", "/session", &wanted).expect("a browser");
        let id = session["sessionId"].as_str().expect("a session").to_owned();
        let browser = Browser { driver: self, id, width, height, tapped: Cell::new(None) };
        browser.size(height);
        browser
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One browser with one page.
pub struct Browser<'d> {
    driver: &'d Driver,
    id: String,
    width: u32,
    height: u32,
    tapped: Cell<Option<Instant>>,
}

impl Browser<'_> {
    fn ask(&self, method: &str, what: &str, body: &Value) -> Result<Value, String> {
        self.driver.ask(method, &format!("/session/{}/{what}", self.id), body)
    }

    fn devtools(&self, what: &str, with: &Value) -> Value {
        self.ask("POST", "goog/cdp/execute", &json!({"cmd": what, "params": with})).expect(what)
    }

    /// Opens an address.
    pub fn open(&self, url: &str) {
        self.ask("POST", "url", &json!({"url": url})).expect("the page opens");
    }

    /// What a script returns.
    pub fn run(&self, script: &str) -> Value {
        self.ask("POST", "execute/sync", &json!({"script": script, "args": []})).expect(script)
    }

    /// The text of the page.
    pub fn text(&self) -> String {
        self.run("return document.body.innerText").as_str().unwrap_or_default().to_owned()
    }

    /// Waits until something is on the page.
    #[track_caller]
    pub fn sees(&self, css: &str) {
        let script = format!("return !!document.querySelector({})", json!(css));
        for _ in 0..TRIES {
            if self.run(&script) == json!(true) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("{css} never came:\n{}", self.text());
    }

    /// Whether something is on the page now.
    pub fn has(&self, css: &str) -> bool {
        self.run(&format!("return !!document.querySelector({})", json!(css))) == json!(true)
    }

    /// Waits until these words are on the page.
    #[track_caller]
    pub fn reads(&self, words: &str) {
        for _ in 0..TRIES {
            if self.text().to_lowercase().contains(&words.to_lowercase()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("{words:?} never came:\n{}", self.text());
    }

    /// Taps something as a finger would: what is folded away is opened first, and what lies under
    /// something else is not hit.
    #[track_caller]
    #[expect(clippy::disallowed_methods, reason = "a hand needs its time between two taps")]
    pub fn tap(&self, css: &str) {
        self.sees(css);
        if let Some(since) = self.tapped.get() {
            std::thread::sleep(BETWEEN_TAPS.saturating_sub(since.elapsed()));
        }
        let bring = format!(
            "var it = document.querySelector({}); \
             for (var up = it; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true; \
             it.scrollIntoView({{block: 'center'}});",
            json!(css)
        );
        let mut why = String::new();
        for _ in 0..TRIES {
            let done = self
                .ask("POST", "execute/sync", &json!({"script": bring, "args": []}))
                .and_then(|_| self.element(css))
                .and_then(|it| self.ask("POST", &format!("element/{it}/click"), &json!({})));
            match done {
                Ok(_) => {
                    self.tapped.set(Some(Instant::now()));
                    return;
                }
                // The page may have changed under the finger.
                Err(error) => why = error,
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("{css} cannot be tapped: {why}");
    }

    /// Drags something onto something else with a mouse: pressed, moved in steps, let go.
    #[track_caller]
    pub fn drags(&self, css: &str, onto: &str) {
        self.sees(css);
        self.sees(onto);
        // The page that the last click brought may come once more; a hand is slower than that.
        std::thread::sleep(Duration::from_millis(500));
        self.run(&format!("document.querySelector({}).scrollIntoView({{block: 'center'}})", json!(css)));
        let key = "element-6066-11e4-a52e-4f735466cecf";
        let over = |css: &str, x: i32, y: i32| {
            let it = self.element(css).expect(css);
            json!({"type": "pointerMove", "duration": 60, "x": x, "y": y, "origin": {key: it}})
        };
        let steps = [
            over(css, 0, 0),
            json!({"type": "pointerDown", "button": 0}),
            over(css, 6, 3),
            over(onto, -4, -2),
            over(onto, 0, 0),
            json!({"type": "pointerUp", "button": 0}),
        ];
        let mouse = json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps});
        self.ask("POST", "actions", &json!({"actions": [mouse]})).expect("the mouse moves");
        self.ask("DELETE", "actions", &json!({})).expect("the mouse is let go");
    }

    /// Presses a key where the cursor stands.
    pub fn presses(&self, letter: char) {
        let key = |kind: &str| json!({"type": kind, "value": letter.to_string()});
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": [key("keyDown"), key("keyUp")]});
        self.ask("POST", "actions", &json!({"actions": [keyboard]})).expect("a key");
    }

    /// Gives a file to a field.
    pub fn gives(&self, css: &str, path: &Path) {
        let it = self.element(css).expect(css);
        self.ask("POST", &format!("element/{it}/value"), &json!({"text": path.display().to_string()}))
            .expect(css);
    }

    /// Taps a place twice, as fast as an impatient finger.
    pub fn taps_twice(&self, css: &str) {
        self.sees(css);
        self.run(&format!(
            "var it = document.querySelector({}); \
             for (var up = it; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true; \
             it.scrollIntoView({{block: 'center'}})",
            json!(css)
        ));
        let key = "element-6066-11e4-a52e-4f735466cecf";
        let it = self.element(css).expect(css);
        let [down, up] = ["pointerDown", "pointerUp"].map(|kind| json!({"type": kind, "button": 0}));
        let steps = [
            json!({"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": {key: it}}),
            down.clone(),
            up.clone(),
            json!({"type": "pause", "duration": 300}),
            down,
            up,
        ];
        let mouse = json!({"type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"}, "actions": steps});
        self.ask("POST", "actions", &json!({"actions": [mouse]})).expect("two taps");
        self.ask("DELETE", "actions", &json!({})).expect("the finger is lifted");
    }

    fn element(&self, css: &str) -> Result<String, String> {
        let found = self.ask("POST", "element", &json!({"using": "css selector", "value": css}))?;
        let id = found.as_object().and_then(|it| it.values().next()).and_then(Value::as_str);
        id.map(str::to_owned).ok_or_else(|| "no element".to_owned())
    }

    /// Types into a field, in place of what was in it.
    #[track_caller]
    pub fn types(&self, css: &str, text: &str) {
        self.tap(css);
        self.run(&format!("document.querySelector({}).value = ''", json!(css)));
        let it = self.element(css).expect(css);
        self.ask("POST", &format!("element/{it}/value"), &json!({"text": text})).expect(css);
    }

    /// Chooses an option of a list by its value.
    pub fn chooses(&self, css: &str, value: &str) {
        self.sees(css);
        self.run(&format!(
            "var it = document.querySelector({}); it.value = {}; \
             it.dispatchEvent(new Event('change', {{bubbles: true}}));",
            json!(css),
            json!(value)
        ));
    }

    /// Nothing stands out at the side: a page that scrolls sideways is a mistake on a phone.
    #[track_caller]
    pub fn fits(&self) {
        let widest = self.run("return document.documentElement.scrollWidth").as_u64().expect("a width");
        assert!(widest <= u64::from(self.width), "{widest} pixels wide at {}:\n{}", self.width, self.text());
        self.is_large_enough();
    }

    /// Nothing that is touched is smaller than a fingertip needs (WCAG 2.2, 2.5.8): 24 pixels each way.
    #[track_caller]
    fn is_large_enough(&self) {
        // What stands within a sentence, and what its label makes larger, is not meant.
        let small = self.run(
            "return Array.prototype.filter.call( \
               document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary'), \
               function (it) { \
                 var box = it.getBoundingClientRect(); \
                 return box.width > 0 && (box.width < 23.5 || box.height < 23.5) && !it.closest('p, label, .skip'); \
               }).map(function (it) { return it.outerHTML.slice(0, 120); })",
        );
        assert_eq!(small, json!([]), "too small to be touched at {}", self.width);
    }

    /// Nothing has to be scrolled for: nobody scrolls a projector.
    #[track_caller]
    pub fn fits_below(&self) {
        let tall = self.run("return document.documentElement.scrollHeight").as_u64().expect("a height");
        assert!(tall <= u64::from(self.height), "{tall} pixels tall at {}:\n{}", self.width, self.text());
    }

    fn size(&self, height: u32) {
        let wanted = json!({"width": self.width, "height": height, "deviceScaleFactor": 1, "mobile": self.width < 600});
        self.devtools("Emulation.setDeviceMetricsOverride", &wanted);
    }

    /// Writes what is on the screen, and the page as on a screen as tall as itself, if `MUFAKAT_SHOTS` names a
    /// folder for it.
    pub fn shot(&self, name: &str) {
        let Some(folder) = std::env::var_os("MUFAKAT_SHOTS").filter(|it| !it.is_empty()) else { return };
        let folder = PathBuf::from(folder);
        std::fs::create_dir_all(&folder).expect("the folder of pictures");
        let tall = self.run("return document.documentElement.scrollHeight").as_u64().unwrap_or(0);
        let tall = u32::try_from(tall).unwrap_or(0).clamp(self.height, 4_000);
        for (height, end) in [(self.height, ""), (tall, "-whole")] {
            self.size(height);
            let picture = self.devtools("Page.captureScreenshot", &json!({"format": "png"}));
            let bytes = base64(picture["data"].as_str().expect("a picture"));
            let name = format!("{name}-{}x{}{end}.png", self.width, self.height);
            std::fs::write(folder.join(name), bytes).expect("a picture");
        }
        self.size(self.height);
    }
}

impl Drop for Browser<'_> {
    fn drop(&mut self) {
        let _ = self.driver.ask("DELETE", &format!("/session/{}", self.id), &json!({}));
    }
}

/// Bytes from base64 as the protocol writes it.
fn base64(text: &str) -> Vec<u8> {
    let digit = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let digits: Vec<u8> = text.bytes().filter(|byte| *byte != b'=').map(digit).collect();
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for four in digits.chunks(4) {
        let all = four.iter().fold(0u32, |all, digit| all << 6 | u32::from(*digit)) << (6 * (4 - four.len()));
        bytes.extend(all.to_be_bytes()[1..four.len()].iter());
    }
    bytes
}

#[test]
fn pictures_come_out_of_the_protocol_as_they_went_in() {
    assert_eq!(base64("TXVmYWthdA=="), b"Mufakat");
    assert_eq!(base64("TXU="), b"Mu");
    assert_eq!(base64("/+8A"), [0xff, 0xef, 0x00]);
}
