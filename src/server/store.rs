//! The durable log of a class: one SQLite file, written ahead and synced at every commit.
//!
//! What [`Store::append`] has answered survives a killed process and a power cut. Tokens of devices
//! are in it as digests only.

use super::class::Event;
use crate::words::Words;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, params};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The file of a class in its folder.
pub const FILE: &str = "class.sqlite";

/// The format that this program writes.
const FORMAT: &str = "1";

/// What is in the file.
const TABLES: &str = "CREATE TABLE IF NOT EXISTS head (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS log (no INTEGER PRIMARY KEY, at INTEGER NOT NULL, event TEXT NOT NULL);";

/// Why a class cannot be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// What the database says.
    #[error("{0}")]
    Database(#[from] rusqlite::Error),
    /// A line of the log is no event.
    #[error("line {0} of the log cannot be read: {1}")]
    Line(i64, serde_json::Error),
    /// An event of the log, counted from 1, names what there is not.
    #[error("event {0} of the log does not fit")]
    Misfit(usize),
    /// The folder cannot be made or emptied.
    #[error("{0}")]
    Folder(#[from] std::io::Error),
    /// The file is of another format.
    #[error("format {0}")]
    Format(String),
}

impl StoreError {
    /// What is wrong, in the user's language.
    pub fn told(&self, words: Words) -> String {
        match self {
            Self::Database(error) => match error.sqlite_error_code() {
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => words.get("class-store-open"),
                Some(ErrorCode::DiskFull) => words.why(&ErrorKind::StorageFull.into()),
                Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
                    words.why(&ErrorKind::PermissionDenied.into())
                }
                Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
                    words.get("class-store-damaged")
                }
                _ => error.to_string(),
            },
            Self::Line(line, _) => words.with("class-store-line", &[("line", &line.to_string())]),
            Self::Misfit(no) => words.with("class-store-line", &[("line", &no.to_string())]),
            Self::Folder(error) => words.why(error),
            Self::Format(format) => words.with("class-store-format", &[("format", format)]),
        }
    }
}

/// What stands at the head of a class's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The text of the scenario that is played: it may have changed in its file since.
    pub scenario: String,
    /// The four-letter code.
    pub code: String,
    /// The PIN of the console.
    pub pin: String,
    /// What tokens of the console are made from, as hexadecimal digits.
    pub secret: String,
}

/// Where the events of a class are kept: what is appended is there after a power cut.
pub trait Log: Send {
    /// Every event with its time, in order.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] with the line that cannot be read.
    fn events(&self) -> Result<Vec<(u64, Event)>, StoreError>;

    /// Writes events behind the others, all or none, and returns when they are safe.
    ///
    /// # Errors
    ///
    /// A [`StoreError`]: nothing of the batch is kept then.
    fn append(&mut self, batch: &[(u64, Event)]) -> Result<(), StoreError>;

    /// Notes that the class was running at this time, in milliseconds.
    ///
    /// # Errors
    ///
    /// A [`StoreError`].
    fn beat(&mut self, at: u64) -> Result<(), StoreError>;

    /// When the class was last noted to be running.
    ///
    /// # Errors
    ///
    /// A [`StoreError`].
    fn last_beat(&self) -> Result<Option<u64>, StoreError>;

    /// Deletes everything of the class. After an error it can be tried again.
    ///
    /// # Errors
    ///
    /// A [`StoreError`] if something is left.
    fn delete(&mut self) -> Result<(), StoreError>;
}

/// The log of one class as a file.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// The events are deleted, if not yet the files: nothing can be kept here any more.
    emptied: bool,
}

impl Store {
    /// Opens the log in a folder; a new one begins with this head, an old one keeps its own.
    ///
    /// # Errors
    ///
    /// A [`StoreError`]: no room, no right, another program's file.
    pub fn open(folder: &Path, head: impl FnOnce() -> Head) -> Result<(Self, Head), StoreError> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(FILE);
        let connection = Connection::open(&path)?;
        connection.busy_timeout(std::time::Duration::from_secs(2))?;
        connection.execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;",
        )?;
        connection.execute_batch(TABLES)?;
        let mut store = Self { connection, path, emptied: false };
        let head = match store.head()? {
            Some(head) => head,
            None => {
                let head = head();
                store.write_head(&head)?;
                head
            }
        };
        Ok((store, head))
    }

    /// Looks at the log in a folder without keeping it: its head and its events.
    ///
    /// # Errors
    ///
    /// A [`StoreError`]: no log, another program's file, or a class that is open somewhere.
    pub fn look(folder: &Path) -> Result<(Head, Vec<(u64, Event)>), StoreError> {
        let path = folder.join(FILE);
        let connection = Connection::open_with_flags(&path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // A class that was closed just now is let go of in a moment.
        connection.busy_timeout(std::time::Duration::from_millis(500))?;
        let store = Self { connection, path, emptied: false };
        let head = store.head()?.ok_or_else(|| StoreError::Format(String::new()))?;
        Ok((head, store.events()?))
    }

    fn value(&self, key: &str) -> rusqlite::Result<Option<String>> {
        let mut query = self.connection.prepare_cached("SELECT value FROM head WHERE key = ?1")?;
        query.query_row([key], |row| row.get(0)).optional()
    }

    fn head(&self) -> Result<Option<Head>, StoreError> {
        let Some(format) = self.value("format")? else { return Ok(None) };
        if format != FORMAT {
            return Err(StoreError::Format(format));
        }
        let or_empty = |key: &str| self.value(key).map(Option::unwrap_or_default);
        Ok(Some(Head {
            scenario: or_empty("scenario")?,
            code: or_empty("code")?,
            pin: or_empty("pin")?,
            secret: or_empty("secret")?,
        }))
    }

    fn is_whole(&self) -> Result<(), StoreError> {
        if self.emptied { Err(std::io::Error::from(ErrorKind::NotFound).into()) } else { Ok(()) }
    }

    fn write_head(&mut self, head: &Head) -> Result<(), StoreError> {
        let all = self.connection.transaction()?;
        for (key, value) in [
            ("format", FORMAT),
            ("scenario", &head.scenario),
            ("code", &head.code),
            ("pin", &head.pin),
            ("secret", &head.secret),
        ] {
            all.execute("INSERT OR REPLACE INTO head (key, value) VALUES (?1, ?2)", [key, value])?;
        }
        all.commit()?;
        Ok(())
    }
}

impl Log for Store {
    fn events(&self) -> Result<Vec<(u64, Event)>, StoreError> {
        self.is_whole()?;
        let mut lines = self.connection.prepare("SELECT no, at, event FROM log ORDER BY no")?;
        let rows = lines.query_map([], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?))
        })?;
        let mut events = Vec::new();
        for row in rows {
            let (no, at, text) = row?;
            let event = serde_json::from_str(&text).map_err(|error| StoreError::Line(no, error))?;
            events.push((u64::try_from(at).unwrap_or(0), event));
        }
        Ok(events)
    }

    fn append(&mut self, batch: &[(u64, Event)]) -> Result<(), StoreError> {
        self.is_whole()?;
        let all = self.connection.transaction()?;
        {
            let mut insert = all.prepare_cached("INSERT INTO log (at, event) VALUES (?1, ?2)")?;
            for (at, event) in batch {
                let text = serde_json::to_string(event).map_err(|error| StoreError::Line(0, error))?;
                insert.execute(params![i64::try_from(*at).unwrap_or(i64::MAX), text])?;
            }
        }
        all.commit()?;
        Ok(())
    }

    fn beat(&mut self, at: u64) -> Result<(), StoreError> {
        self.is_whole()?;
        let mut write =
            self.connection.prepare_cached("INSERT OR REPLACE INTO head (key, value) VALUES ('beat', ?1)")?;
        write.execute([at.to_string()])?;
        Ok(())
    }

    fn last_beat(&self) -> Result<Option<u64>, StoreError> {
        Ok(self.value("beat")?.and_then(|at| at.parse().ok()))
    }

    fn delete(&mut self) -> Result<(), StoreError> {
        if !self.emptied {
            // What was deleted is also overwritten, as far as the system lets a program do that.
            self.connection
                .execute_batch("PRAGMA secure_delete = ON; DELETE FROM log; DELETE FROM head; VACUUM;")?;
            self.emptied = true;
            // The file must be closed before some systems let go of it.
            self.connection = Connection::open_in_memory()?;
        }
        for end in ["", "-wal", "-shm"] {
            let mut file = self.path.as_os_str().to_owned();
            file.push(end);
            match std::fs::remove_file(&file) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        Ok(())
    }
}
