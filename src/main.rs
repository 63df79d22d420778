//! The program `mufakat`: reads what was typed and hands over to the library.

use mufakat::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Arguments that are no text cannot be names of ours; they are shown as far as they can be.
    let typed = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
    cli::run(typed).into()
}
