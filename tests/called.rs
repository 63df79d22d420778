//! The program, called as scripts and teachers call it.

use serde_json::Value;
use std::path::Path;
use std::process::Command;

/// What a call left behind.
pub struct Called {
    pub exit: i32,
    pub out: String,
    pub err: String,
}

impl Called {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error} in\n{}", self.out))
    }
}

/// Calls the program in a folder of its own, with no settings, no display and no language set.
pub fn call(folder: &Path, args: &[&str]) -> Called {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mufakat"));
    command.args(args).current_dir(folder).env("MUFAKAT_DATA", folder.join("data"));
    for name in [
        "LANG",
        "LANGUAGE",
        "LC_ALL",
        "LC_MESSAGES",
        "LC_CTYPE",
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "WAYLAND_SOCKET",
    ] {
        command.env_remove(name);
    }
    let output = command.output().expect("the program starts");
    Called {
        exit: output.status.code().expect("an exit code"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// Calls the program and checks its exit code and parts of both outputs.
#[track_caller]
pub fn check_in(folder: &Path, args: &[&str], exit: i32, out: &[&str], err: &[&str]) -> Called {
    let called = call(folder, args);
    let all = format!("{args:?}\nexit {}\nout: {}\nerr: {}", called.exit, called.out, called.err);
    assert_eq!(called.exit, exit, "{all}");
    assert!(!called.err.contains("panicked"), "{all}");
    for words in out {
        assert!(called.out.contains(words), "no \"{words}\" on standard output of {all}");
    }
    for words in err {
        assert!(called.err.contains(words), "no \"{words}\" on standard error of {all}");
    }
    called
}
