//! `mufakat import`: a scenario out of the files of another program.

use super::output::{message, problems};
use super::{Answer, Context, Exit, Failure, tables};
use crate::analysis::largest_rounding;
use crate::disk::{files_in, is_same_file, read_text, set_aside, spreadsheets::is_table, write_whole};
use crate::interchange::{self, Imported, Source, Trouble, scenario};
use crate::scenario::check;
use crate::scenario::problem::Problem;
use crate::scoring::Case;
use crate::words::Words;
use clap::{Arg, ArgAction, ArgMatches, Command};
use std::path::{Path, PathBuf};

/// What can be typed behind the command.
pub(super) fn arguments(command: Command, words: Words) -> Command {
    let tell = |key: &str| words.get(key);
    command
        .arg(
            Arg::new("sources")
                .value_name(tell("cli-value-sources"))
                .required(true)
                .num_args(1..)
                .help(tell("cli-arg-sources")),
        )
        .arg(
            Arg::new("out")
                .short('o')
                .long("out")
                .value_name(tell("cli-value-scenario-file"))
                .required_unless_present("into")
                .help(tell("cli-arg-out")),
        )
        .arg(
            Arg::new("into")
                .long("into")
                .value_name(tell("cli-value-scenario-file"))
                .help(tell("cli-arg-into")),
        )
        .arg(
            Arg::new("title")
                .long("title")
                .value_name(tell("cli-value-title"))
                .conflicts_with("into")
                .help(tell("cli-arg-titled")),
        )
        .arg(
            Arg::new("normalise")
                .long("normalise")
                .action(ArgAction::SetTrue)
                .help(tell("cli-arg-normalise")),
        )
}

pub(super) fn run(context: Context, given: &ArgMatches) -> Answer {
    let words = context.words;
    let names: Vec<&String> = given.get_many::<String>("sources").into_iter().flatten().collect();
    match names.as_slice() {
        [name] if is_table(Path::new(name)) => return tables::import(context, given, name),
        _ if names.iter().any(|name| is_table(Path::new(name))) => {
            return Err(Failure::new(Exit::Failed, words.get("cli-table-alone")));
        }
        _ if !given.contains_id("into") && names.iter().any(|name| name.ends_with(".ron")) => {
            return Err(Failure::new(Exit::Failed, words.get("cli-import-scenario")));
        }
        _ => {}
    }
    let mut paths = Vec::new();
    let mut sources = Vec::new();
    let mut unread = Vec::new();
    for name in &names {
        for (path, source) in named(context, name, &mut unread)? {
            paths.push(path.display().to_string());
            sources.push(source);
        }
    }
    if let [name] = names.as_slice()
        && interchange::passed_over(&sources).len() == sources.len()
        && let Some(table) = only_table(context, name)?
    {
        return tables::import(context, given, &table);
    }
    if given.contains_id("into") {
        return Err(Failure::new(Exit::Failed, words.get("cli-table-into-only")));
    }
    let told = |no: usize, list: &[Problem]| {
        let path = paths.get(no).map_or("", String::as_str);
        problems(words, path, sources.get(no).map_or("", |it| &it.text), list)
    };
    let imported =
        interchange::read(&sources, given.get_flag("normalise")).map_err(|trouble| match trouble {
            Trouble::In(no, problem) => Failure::new(Exit::No, told(no, &[problem])),
            Trouble::Set(phrase, about) => {
                // A file of the folder that was passed over may be the one that is missing.
                let over = interchange::passed_over(&sources);
                let names =
                    over.iter().map(|no| paths[*no].as_str()).chain(unread.iter().map(String::as_str));
                let names: Vec<&str> = names.collect();
                let mut text = words.plain(&phrase);
                let about: Vec<&str> = about.iter().map(|no| paths[*no].as_str()).collect();
                if !about.is_empty() {
                    let files = about.join(", ");
                    text.push_str(&format!("\n{}", words.with("cli-import-about", &[("files", &files)])));
                }
                if !names.is_empty() {
                    text.push_str(&format!(
                        "\n{}",
                        words.with("cli-import-passed", &[("files", &names.join(", "))])
                    ));
                }
                Failure::new(Exit::No, text)
            }
        })?;
    let Imported { format, mut space, notes } = imported;
    if let Some(title) = given.get_one::<String>("title") {
        space.name.clone_from(title);
    }
    for (no, note) in notes {
        message(&told(no, &[note]));
        message("");
    }
    let text = scenario::write(&space, format.name());
    // What was written is read once more: nothing leaves that the game would refuse.
    let (made, _) = check::parse(&text).map_err(|list| {
        let shown = problems(words, "", &text, &list);
        Failure::new(Exit::Failed, format!("{shown}{}", words.get("cli-import-invalid")))
    })?;
    let out = given.get_one::<String>("out").map_or("", String::as_str);
    // A result of before that lies in the folder was read as well, and is not meant.
    let meant = paths.iter().zip(&sources).filter(|(_, source)| source.named);
    spare(context, out, meant.map(|(path, _)| path.as_str()))?;
    keep(context, Path::new(out), text.as_bytes())?;
    write(context, Path::new(out), &text)?;
    message(&words.with(
        "cli-import-read",
        &[
            ("format", format.name()),
            ("issues", &space.issues.len().to_string()),
            ("packages", &words.num(space.packages() as f64, 0)),
            ("first", &space.sides[0].name),
            ("second", &space.sides[1].name),
        ],
    ));
    if let Some(largest) = largest_rounding(&Case::exact(&made)) {
        message(&words.with("cli-import-rounded", &[("points", &words.num(100.0 * largest, 2))]));
    }
    message(&words.with("cli-import-written", &[("path", out)]));
    Ok(Exit::Fine)
}

/// The table of a folder; two of them leave open which one is meant.
fn only_table(context: Context, folder: &str) -> Result<Option<String>, Failure> {
    let files = files_in(Path::new(folder)).into_iter().filter(|path| is_table(path));
    let mut tables: Vec<String> = files.map(|path| path.display().to_string()).collect();
    if tables.len() > 1 {
        let told = context.words.with("cli-table-several", &[("files", &tables.join(", "))]);
        return Err(Failure::new(Exit::Failed, told));
    }
    Ok(tables.pop())
}

/// The files that a name stands for: one file, or all of a folder.
///
/// What cannot be read in a folder is added to `unread`.
fn named(context: Context, name: &str, unread: &mut Vec<String>) -> Result<Vec<(PathBuf, Source)>, Failure> {
    let words = context.words;
    let path = PathBuf::from(name);
    let is_folder = path.is_dir();
    let files = if is_folder { files_in(&path) } else { vec![path] };
    // What was kept beside a file when it was written anew is no file of its own.
    let kept = |path: &PathBuf| is_folder && path.extension().is_some_and(|it| it == "bak");
    let files: Vec<PathBuf> = files.into_iter().filter(|path| !kept(path)).collect();
    if files.is_empty() {
        return Err(Failure::new(Exit::Failed, words.with("cli-import-empty-folder", &[("path", name)])));
    }
    let mut sources = Vec::new();
    for path in files {
        match read_text(&path) {
            Ok(text) => {
                let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
                let stem = stem.unwrap_or_default();
                sources.push((path, Source { stem, text, named: !is_folder }));
            }
            // A picture beside the scenario is nobody's mistake.
            Err(_) if is_folder => unread.push(path.display().to_string()),
            Err(error) => return Err(Failure::unreadable(words, &path, &error)),
        }
    }
    Ok(sources)
}

/// Refuses to write over what was just read: nobody means to lose the source.
pub(super) fn spare<'a>(
    context: Context,
    out: &str,
    sources: impl IntoIterator<Item = &'a str>,
) -> Result<(), Failure> {
    if sources.into_iter().any(|source| is_same_file(Path::new(source), Path::new(out))) {
        let told = context.words.with("cli-own-source", &[("path", out)]);
        return Err(Failure::new(Exit::Failed, told));
    }
    Ok(())
}

/// Keeps what a file holds before something else is written in its place: what was written into it by hand would
/// be gone.
pub(super) fn keep(context: Context, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let kept = set_aside(path, bytes).map_err(|error| Failure::unwritable(context.words, path, &error))?;
    if let Some(spare) = kept {
        message(&context.words.with("cli-import-kept", &[("path", &spare.display().to_string())]));
    }
    Ok(())
}

/// Writes a file, or says why not.
pub(super) fn write(context: Context, path: &Path, text: &str) -> Result<(), Failure> {
    write_whole(path, text).map_err(|error| Failure::unwritable(context.words, path, &error))
}
