//! What can be sent: a message, an offer, an acceptance, the end of the turn; or why not.

use super::keys::{self, Does};
use super::parts::{Scene, note, primary_if, secondary_if};
use super::talks::{Desk, Given, Wish};
use super::{coaching, why};
use crate::rules::{Act, Command, Cost, OfferNo, Refusal};
use crate::scenario::{Deal, Points, Seat, Speech};
use crate::view::{Entry, Tone};
use egui::{Frame, RichText, Ui};

/// From so many letters left on, a message says how many.
const SOON_FULL: usize = 100;

/// The row at the foot of the talks.
pub(super) fn bottom_ui(
    ui: &mut Ui,
    given: &Given<'_>,
    desk: &mut Desk,
    deal: &mut Deal,
    message: &mut String,
) -> Option<Wish> {
    let scene = &given.scene;
    let palette = scene.look.palette;
    let words = scene.look.words;
    let view = given.view;
    if !given.plays {
        ui.label(last_words(given));
        return None;
    }
    let mut sent = None;
    if desk.coach.on {
        coaching::coach_ui(ui, scene, &mut desk.coach, given.hint.as_ref());
    }
    // What just happened, or why the last wish was refused.
    let news = ui.scope(|ui| {
        if let Some(refusal) = given.refusal {
            let text =
                format!("{} {}", egui_phosphor::regular::WARNING_CIRCLE, scene.phrase(&refusal.phrase()));
            ui.label(RichText::new(text).color(palette.bad));
        } else if let Some((who, delegation)) = given.dissent {
            super::assent::returned_ui(ui, scene, delegation, who);
        } else {
            ui.horizontal(|ui| last_ui(ui, given));
        }
    });
    super::guide::place(ui.ctx(), "answer", news.response.rect.expand(5.0));
    super::parts::level_row(ui, 30.0, |ui| {
        let label = ui.label(scene.get("talks-message"));
        let say = scene.get("talks-say");
        let mut say_width = super::parts::button_width(ui, &say) + 2.0 * ui.spacing().item_spacing.x;
        let left = crate::rules::LONGEST_SPEECH.saturating_sub(message.chars().count());
        let left = (left <= SOON_FULL).then(|| words.count("talks-room", left));
        if let Some(left) = &left {
            say_width += super::parts::note_width(ui, left) + ui.spacing().item_spacing.x;
        }
        let edit = egui::TextEdit::singleline(message)
            .id(egui::Id::new(("message", given.view.seat)))
            .hint_text(scene.get("talks-message-hint"))
            .char_limit(crate::rules::LONGEST_SPEECH)
            .desired_width((ui.available_width() - say_width).max(120.0));
        let edited = ui.add(edit).labelled_by(label.id);
        keys::land(&edited, Does::Message);
        let entered = edited.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if let Some(left) = left {
            note(ui, palette, left);
        }
        let some = !message.trim().is_empty();
        if (ui.add_enabled(some, egui::Button::new(say)).clicked() || entered && some)
            && let Some(act) = spoken(Command::Speak, message)
        {
            sent = Some(act);
        }
    });
    ui.horizontal_wrapped(|ui| {
        let propose = primary_if(ui, palette, &scene.get("talks-propose"), given.propose.is_ok());
        let propose = explained(propose, scene, &given.propose, "talks-propose-does", Does::Propose);
        super::guide::place(ui.ctx(), "propose", propose.rect.expand(6.0));
        if propose.clicked() {
            sent = spoken(Command::Propose(deal.clone()), message);
        }
        let explore = secondary_if(ui, &scene.get("talks-explore"), given.explore.is_ok());
        let explore = explained(explore, scene, &given.explore, "talks-explore-does", Does::Explore);
        if explore.clicked() {
            sent = spoken(Command::Explore(deal.clone()), message);
        }
        ui.separator();
        if let (Some(offer), Some(accept)) = (view.position(view.seat.other()), &given.accept) {
            let no = offer.no.to_string();
            let asked = Accepting {
                no: offer.no,
                points: view.utility(&offer.deal),
                ask: words.with("talks-accept", &[("no", &no)]),
                yes: words
                    .with("talks-accept-sure", &[("no", &no), ("worth", &worth_of(given, &offer.deal))]),
                answer: accept,
                does: "talks-accept-does",
                keys: Some(Does::Accept),
            };
            if accept_ui(ui, given, desk, &asked) {
                sent = spoken(Command::Accept(offer.no), message);
            }
            if desk.sure != Some(offer.no)
                && secondary_if(ui, &scene.get("talks-copy"), true)
                    .on_hover_text(scene.get("talks-copy-does"))
                    .clicked()
            {
                deal.clone_from(&offer.deal);
            }
        }
        if let Some(text) = view.text()
            && !view.text_accepted[view.seat]
        {
            super::parts::third_sign(ui, palette);
            let worth = worth_of(given, &text.deal);
            let asked = Accepting {
                no: text.no,
                points: view.utility(&text.deal),
                ask: words.with("talks-accept-text", &[("worth", &worth)]),
                yes: words.with("talks-accept-text-sure", &[("worth", &worth)]),
                answer: &given.accept_text,
                does: "talks-accept-text-does",
                keys: None,
            };
            if accept_ui(ui, given, desk, &asked) {
                sent = spoken(Command::AcceptText, message);
            }
            if desk.sure != Some(text.no) && secondary_if(ui, &scene.get("talks-copy-text"), true).clicked() {
                deal.clone_from(&text.deal);
            }
        }
        let end = secondary_if(ui, &scene.get("talks-end-turn"), given.end_turn.is_ok());
        if explained(end, scene, &given.end_turn, "talks-end-turn-does", Does::EndTurn).clicked() {
            sent = spoken(Command::EndTurn, message);
        }
        if let Some(ultimatum) = view.ultimatum.filter(|it| it.presses(view.seat)) {
            let own = ultimatum.by == view.seat;
            note(ui, palette, scene.get(if own { "talks-ultimatum-due" } else { "talks-ultimatum" }));
        }
    });
    if sent.is_some() {
        // Whoever does something else is not about to accept.
        desk.sure = None;
    }
    sent.map(Wish::Act)
}

fn worth_of(given: &Given<'_>, deal: &Deal) -> String {
    given.scene.look.words.num(100.0 * given.view.worth(deal), 1)
}

/// Something that binds once it is accepted.
struct Accepting<'a> {
    no: OfferNo,
    /// What it is worth to this side.
    points: Points,
    ask: String,
    yes: String,
    answer: &'a Result<Cost, Refusal>,
    does: &'a str,
    keys: Option<Does>,
}

/// A button that asks first; whether it was meant. The way back stands where the button was, so that a double click
/// signs nothing.
fn accept_ui(ui: &mut Ui, given: &Given<'_>, desk: &mut Desk, asked: &Accepting<'_>) -> bool {
    let (scene, view) = (&given.scene, given.view);
    let palette = scene.look.palette;
    let told = |response: egui::Response| match asked.keys {
        Some(keys) => explained(response, scene, asked.answer, asked.does, keys),
        None => match asked.answer {
            Ok(_) => response.on_hover_text(scene.get(asked.does)),
            Err(refusal) => response.on_disabled_hover_text(scene.phrase(&refusal.phrase())),
        },
    };
    if desk.sure != Some(asked.no) {
        if told(secondary_if(ui, &asked.ask, asked.answer.is_ok())).clicked() {
            desk.sure = Some(asked.no);
        }
        return false;
    }
    if secondary_if(ui, &scene.get("cancel"), true).clicked() {
        desk.sure = None;
    }
    let meant = told(primary_if(ui, palette, &asked.yes, asked.answer.is_ok())).clicked();
    if asked.points < view.batna {
        let batna = scene.look.words.points(view.batna as f64 / 100.0);
        let text = scene.look.words.with("talks-accept-below", &[("batna", &batna)]);
        ui.label(RichText::new(format!("{} {text}", egui_phosphor::regular::WARNING)).color(palette.bad));
    }
    if meant {
        desk.sure = None;
    }
    meant
}

/// A command with what is written, if anything is.
pub(super) fn spoken(command: Command, message: &mut String) -> Option<Act> {
    let words = message.trim().to_owned();
    message.clear();
    let speech = (!words.is_empty()).then_some(Speech::Typed(words));
    (command != Command::Speak || speech.is_some()).then_some(Act { command, speech })
}

fn explained(
    response: egui::Response,
    scene: &Scene<'_>,
    answer: &Result<Cost, Refusal>,
    does: &str,
    keys: Does,
) -> egui::Response {
    why::here(&response, keys);
    let hint = keys::hint(&response.ctx, &scene.get(does), keys);
    match answer {
        Ok(_) => response.on_hover_text(hint),
        Err(refusal) => response.on_disabled_hover_text(scene.phrase(&refusal.phrase())),
    }
}

/// What the player did last in this turn, and that there is more to do; `None` while the other side's
/// doings are the newest.
fn done_words(given: &Given<'_>) -> Option<String> {
    let newest = given.log.iter().rev().find(|entry| entry.tone != Tone::Clock)?;
    let own = given.my_move && newest.by == Some(given.view.seat);
    let words = given.scene.look.words;
    own.then(|| {
        let done = given.scene.phrase(&newest.line);
        let next = words.count("talks-next", given.view.actions_left);
        format!("{} {done}. {next}", egui_phosphor::regular::CHECK)
    })
}

/// What just happened; news stands out, and tells its story under the pointer.
fn last_ui(ui: &mut Ui, given: &Given<'_>) {
    let scene = &given.scene;
    let palette = scene.look.palette;
    if let Some(done) = done_words(given).filter(|_| given.plays) {
        ui.add(egui::Label::new(RichText::new(done).color(palette.good)).truncate());
        return;
    }
    let text = last_words(given);
    let news = last_entry(given).filter(|entry| entry.tone == Tone::News);
    let Some(news) = news else {
        if last_entry(given).is_some_and(|entry| entry.mediator) {
            super::parts::third_sign(ui, palette);
        }
        ui.add(egui::Label::new(RichText::new(text).color(palette.muted)).truncate());
        return;
    };
    let card = Frame::new()
        .fill(palette.fresh)
        .corner_radius(egui::CornerRadius::same(6))
        .inner_margin(egui::Margin::symmetric(8, 3))
        .show(ui, |ui| {
            let text = format!("{} {text}", egui_phosphor::regular::NEWSPAPER);
            ui.add(egui::Label::new(super::parts::strong(text)).truncate());
        });
    if let Some(story) = news.news().and_then(|no| scene.shared.news.get(no)) {
        card.response.on_hover_text(scene.text(&story.text));
    }
}

/// The last line of the log that somebody else made.
fn last_entry<'a>(given: &Given<'a>) -> Option<&'a Entry> {
    let other: Option<Seat> = given.plays.then_some(given.view.seat.other());
    given
        .log
        .iter()
        .rev()
        .find(|entry| entry.tone != Tone::Clock && (other.is_none() || entry.by != other.map(Seat::other)))
}

/// What was done last, with what was said about it: a reason stands right before its deed, and who has
/// nothing more to do may say so after it.
fn last_words(given: &Given<'_>) -> String {
    let Some(last) = last_entry(given) else { return given.scene.get("talks-begin") };
    let until = given.log.iter().filter(|entry| entry.event <= last.event).rev();
    let turn: Vec<&Entry> = until.take_while(|it| it.by == last.by && it.round == last.round).collect();
    // The newest comes first.
    let after = turn.iter().take_while(|entry| entry.speech.is_some()).count();
    let (line, said) = match (last.by, turn.get(after)) {
        (Some(_), Some(deed)) => {
            let reason = turn.get(after + 1).filter(|entry| entry.speech.is_some());
            (&deed.line, reason.into_iter().chain(turn[..after].iter().rev()).copied().collect())
        }
        _ => (&last.line, vec![last]),
    };
    let words = given.scene.look.words;
    let speeches = said.into_iter().filter_map(|entry: &Entry| entry.speech.as_ref());
    let said: Vec<String> = speeches.map(|speech| words.speech(speech, given.scene.shared)).collect();
    let text = given.scene.phrase(line);
    if said.is_empty() { text } else { format!("{text}: \u{201c}{}\u{201d}", said.join(" ")) }
}
