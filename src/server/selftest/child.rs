//! The real server as a program of its own, so that its memory is its own and it can be killed.

use super::client::now;
use crate::scenario::Lang;
use crate::words::Words;
use std::io::{BufRead, BufReader, Error, ErrorKind};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long a start may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running server, with what it printed about itself.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// The four-letter code.
    pub code: String,
    /// The PIN of the console.
    pub pin: String,
}

impl Server {
    /// Starts this program as a server on a free port of this computer; without a scenario it goes on with
    /// the class in the folder.
    ///
    /// # Errors
    ///
    /// What the system says, or what the server said in place of its address.
    pub fn start(folder: &Path, scenario: Option<&str>) -> std::io::Result<Self> {
        Self::of(&std::env::current_exe()?, folder, scenario)
    }

    /// The same with another build of this program.
    ///
    /// # Errors
    ///
    /// What the system says, or what the server said in place of its address.
    pub fn of(program: &Path, folder: &Path, scenario: Option<&str>) -> std::io::Result<Self> {
        let words = Words::new(Lang::En);
        let mut command = Command::new(program);
        command.args(["--lang", Lang::En.code(), "serve"]).args(scenario);
        command.args(["--bind", "127.0.0.1:0", "--one-address", "--data"]).arg(folder);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let Some(out) = child.stdout.take() else { return Err(Error::from(ErrorKind::BrokenPipe)) };
        let (tell, told) = mpsc::channel();
        // Somebody has to read on, or the server waits for room in the pipe.
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                let _ = tell.send(line);
            }
        });
        let began = now();
        let mut found = [None, None, None];
        let labels = [words.get("class-address"), words.get("class-code"), "PIN".to_owned()];
        while found.iter().any(Option::is_none) {
            let Ok(line) = told.recv_timeout(PATIENCE.saturating_sub(began.elapsed())) else { break };
            for (label, found) in labels.iter().zip(&mut found) {
                if let Some((_, after)) = line.split_once(&format!("{label}: ")) {
                    *found = after.split_whitespace().next().map(str::to_owned);
                }
            }
        }
        let [Some(address), Some(code), Some(pin)] = found else {
            let _ = child.kill();
            let _ = child.wait();
            return Err(Error::other("the server did not say its address"));
        };
        let Ok(address) = address.trim_start_matches("http://").parse() else {
            let _ = child.kill();
            let _ = child.wait();
            return Err(Error::other(address));
        };
        Ok(Self { child, address, code, pin })
    }

    /// The most memory that it held so far, in bytes, where the system tells it.
    pub fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        Some(line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()? * 1024)
    }

    /// Kills it at once, as an empty battery would.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn kill(mut self) -> std::io::Result<Instant> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(now())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
