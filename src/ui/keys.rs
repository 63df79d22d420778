//! The shortcuts: which keys do what, in one list that the settings show.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

/// What a shortcut does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// Opens the glossary.
    Glossary,
    /// Opens the settings.
    Settings,
    /// Sends the draft as a formal offer.
    Propose,
    /// Shows the draft off the record.
    Explore,
    /// Accepts the newest offer, after a second question.
    Accept,
    /// Ends the turn.
    EndTurn,
    /// Goes to the first article.
    Draft,
    /// Goes to the actions.
    Actions,
    /// Goes to the log.
    Log,
    /// Goes to the brief.
    Brief,
    /// Goes to the line for a message.
    Message,
    /// Takes the last step back, in the form of a scenario.
    Undo,
    /// Makes it again.
    Redo,
    /// Saves what was written there.
    Save,
    /// Larger text.
    Larger,
    /// Smaller text.
    Smaller,
    /// Text of the usual size.
    Usual,
}

/// Every shortcut with its keys and the key of its words. Where one shortcut is another one with more
/// keys held, the longer one stands first: egui takes the first that fits.
pub(super) const ALL: [(Does, KeyboardShortcut, &str); 17] = [
    (Does::Glossary, plain(Key::F1), "keys-glossary"),
    (Does::Settings, plain(Key::F10), "keys-settings"),
    (
        Does::Explore,
        KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Enter),
        "keys-explore",
    ),
    (Does::Propose, with_command(Key::Enter), "keys-propose"),
    (Does::Accept, with_command(Key::Y), "keys-accept"),
    (Does::EndTurn, with_command(Key::E), "keys-end-turn"),
    (Does::Draft, with_command(Key::D), "keys-draft"),
    (Does::Message, with_command(Key::M), "keys-message"),
    (Does::Actions, with_command(Key::Num1), "keys-actions"),
    (Does::Log, with_command(Key::Num2), "keys-log"),
    (Does::Brief, with_command(Key::Num3), "keys-brief"),
    (Does::Redo, KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z), "keys-redo"),
    (Does::Undo, with_command(Key::Z), "keys-undo"),
    (Does::Save, with_command(Key::S), "keys-save"),
    (Does::Larger, with_command(Key::Plus), "keys-larger"),
    (Does::Smaller, with_command(Key::Minus), "keys-smaller"),
    (Does::Usual, with_command(Key::Num0), "keys-usual"),
];

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn with_command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

/// What leaves the seat.
const ACTS: [Does; 4] = [Does::Explore, Does::Propose, Does::Accept, Does::EndTurn];

/// What has a meaning in the talks alone.
pub(super) const OF_THE_TALKS: [Does; 9] = [
    Does::Explore,
    Does::Propose,
    Does::Accept,
    Does::EndTurn,
    Does::Draft,
    Does::Message,
    Does::Actions,
    Does::Log,
    Does::Brief,
];

/// Whether the keys for this were pressed; they are then used up.
pub(super) fn pressed(ctx: &Context, what: Does) -> bool {
    if ACTS.contains(&what) {
        // Who holds the keys down acts once, and does not answer the question that follows.
        let held = |event: &Event| match event {
            Event::Key { key, pressed: true, repeat: true, modifiers, .. } => {
                ALL.iter().any(|(does, keys, _)| {
                    *does == what && keys.logical_key == *key && modifiers.matches_logically(keys.modifiers)
                })
            }
            _ => false,
        };
        ctx.input_mut(|input| input.events.retain(|event| !held(event)));
    }
    let larger = what == Does::Larger
        // The key that carries the plus sign, without shift.
        && ctx.input_mut(|input| input.consume_shortcut(&with_command(Key::Equals)));
    larger
        || ALL
            .iter()
            .filter(|(does, ..)| *does == what)
            .any(|(_, keys, _)| ctx.input_mut(|input| input.consume_shortcut(keys)))
}

fn aimed() -> egui::Id {
    egui::Id::new("aimed-at")
}

/// Asks for the focus to go where a shortcut leads.
pub(super) fn aim(ctx: &Context, what: Does) {
    ctx.data_mut(|data| data.insert_temp(aimed(), what));
    ctx.request_repaint();
}

/// Takes the focus if a shortcut leads here.
pub(super) fn land(response: &egui::Response, what: Does) {
    let here = response.ctx.data(|data| data.get_temp::<Does>(aimed())) == Some(what);
    if here {
        response.ctx.data_mut(|data| data.remove::<Does>(aimed()));
        response.request_focus();
        response.scroll_to_me(None);
    }
}

/// How the keys are written on this system.
pub(super) fn written(ctx: &Context, keys: &KeyboardShortcut) -> String {
    ctx.format_shortcut(keys)
}

/// The words of a tooltip with the keys for it.
pub(super) fn hint(ctx: &Context, words: &str, what: Does) -> String {
    match ALL.iter().find(|(does, ..)| *does == what) {
        Some((_, keys, _)) => format!("{words} ({})", written(ctx, keys)),
        None => words.to_owned(),
    }
}
