//! The screens of a running game, in the order of the game.

use super::{Screen, Shell};
use crate::disk::library::Loaded;
use crate::rules::{self, Act, Command};
use crate::scenario::{IssueNo, PerSeat, Seat};
use crate::session::{Mode, Session};
use crate::table::Player;
use crate::ui::parts::{LEAST_HEIGHT, Look, Scene, forget_typing, primary, roomy, roomy_below, set_game};
use crate::ui::preparation::{self, Plan};
use crate::ui::reflection::{self, Answers};
use crate::ui::setup::Kinds;
use crate::ui::theme::Palette;
use crate::ui::{assent, briefing, curtain, debrief, guide, head, room, signature, talks, watching};
use crate::view::Moment;
use egui::{Frame, Margin, Ui};
use std::sync::Arc;

impl Shell {
    pub(super) fn game(&mut self, ui: &mut Ui, palette: &Palette, page: Frame, now: f64) {
        let Some(session) = &self.session else {
            self.screen = Screen::Title;
            return;
        };
        let look = Look { words: self.words, palette };
        let scenario = Arc::clone(session.scenario());
        let scene = Scene::new(look, &scenario.shared);
        let eyes = session.eyes();
        set_game(ui.ctx(), self.games);
        if self.open_the_talks(ui, &scene, now) {
            return;
        }
        let Some(session) = &self.session else { return };
        // What was typed could be brought back by undoing, also by whoever sits down next.
        let now_typing = (session.curtain(), eyes);
        if std::mem::replace(&mut self.typing, now_typing) != now_typing {
            forget_typing(ui.ctx());
        }
        // The talks have their own way out at the head, the debrief at its foot, and so has watching.
        let elsewhere = match session.view().moment {
            _ if session.curtain() => true,
            Moment::Talks { .. } => session.assent().is_some(),
            Moment::Closed { .. } => session.debrief().is_none(),
            _ => true,
        };
        if elsewhere && session.mode() != Mode::Watch {
            match head::ways_out_ui(ui.ctx(), &scene) {
                Some(talks::Wish::Settings) => return self.open_settings(),
                Some(talks::Wish::Leave) => return self.leave(),
                _ => {}
            }
        }
        let Some(session) = &self.session else { return };
        if session.curtain() {
            let lifted = egui::CentralPanel::default()
                .frame(Frame::NONE)
                .show(ui, |ui| curtain::curtain_ui(ui, &scene, eyes, &mut self.lock))
                .inner;
            if lifted && let Some(session) = &mut self.session {
                session.lift_curtain();
            }
            return;
        }
        if let Some(guide) = &mut self.guide {
            let seen = guide::Seen {
                session,
                read: self.read[eyes],
                article: self.desks[eyes].has_open_article(),
                asked: self.desks[eyes].asking.package().is_some(),
                refused: self.desks[eyes].asking.is_answered() && self.desks[eyes].asking.package().is_none(),
            };
            if guide::guide_ui(ui, &scene, guide, &seen) == Some(guide::Choice::Leave) {
                self.guide = None;
            }
        }
        if session.mode() == Mode::Watch && !self.watch.left_for_debrief {
            // What scrolls has no ground of its own. Elsewhere the room shows through.
            ui.painter().rect_filled(ui.available_rect_before_wrap(), 0.0, palette.ground);
            if roomy_below(ui, LEAST_HEIGHT, |ui| self.watch(ui, &scene)) {
                return;
            }
        }
        let Some(session) = &mut self.session else { return };
        // Keys belong to the glossary while it is open.
        let reads = self.glossary.open;
        if session.assent().is_some() {
            egui::CentralPanel::default()
                .frame(page)
                .show(ui, |ui| roomy(ui, |ui| agree_on(ui, &scene, session, !reads)));
            return;
        }
        let moment = session.view().moment;
        let ends = match &moment {
            Moment::Signature { .. } | Moment::Better { .. } => true,
            // The debrief is for reading; the room comes back for the years after.
            Moment::Closed { .. } => session.debrief().is_none() || self.shows_years(),
            _ => false,
        };
        if ends {
            room::band_ui(ui, palette, "room-band", 0.26);
        }
        match moment {
            Moment::Preparation { .. } => {
                egui::CentralPanel::default()
                    .frame(page)
                    .show(ui, |ui| roomy(ui, |ui| self.prepare(ui, &scene)));
            }
            Moment::Talks { .. } => self.talk(ui, &scene),
            Moment::Signature { deal, signed } => {
                egui::CentralPanel::default()
                    .frame(page)
                    .show(ui, |ui| roomy(ui, |ui| self.sign(ui, &scene, &deal, signed)));
            }
            Moment::Better { deal, better, answered } => {
                egui::CentralPanel::default().frame(page).show(ui, |ui| {
                    let Some(session) = &mut self.session else { return };
                    let command = {
                        let view = session.view();
                        if session.my_move() {
                            roomy(ui, |ui| {
                                crate::ui::parts::column(ui, 900.0, |ui| {
                                    signature::better_ui(ui, &scene, &view, &deal, &better, answered)
                                })
                            })
                        } else {
                            ui.label(scene.get("waiting"));
                            None
                        }
                    };
                    if let Some(command) = command {
                        session.submit(command);
                    }
                });
            }
            Moment::Closed { ending, ratification, .. } => {
                let ratified = ratification.map(rules::ratified);
                egui::CentralPanel::default()
                    .frame(page)
                    .show(ui, |ui| roomy(ui, |ui| self.closed(ui, &scene, &scenario, ending, ratified)));
            }
        }
    }

    fn prepare(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Some(session) = &mut self.session else { return };
        let eyes = session.eyes();
        if !session.my_move() {
            ui.label(scene.get("waiting"));
            return;
        }
        let mut acted: Option<Act> = None;
        {
            let view = session.view();
            let plan = self.plans[eyes].get_or_insert_with(|| Plan::new(&view));
            if self.read[eyes] {
                match preparation::preparation_ui(ui, scene, &view, plan) {
                    Some(preparation::Choice::Ready(command)) => acted = Some(command.into()),
                    Some(preparation::Choice::Briefing) => self.read[eyes] = false,
                    None => {}
                }
            } else {
                egui::Panel::bottom("briefing-next")
                    .frame(Frame::new().inner_margin(Margin::symmetric(0, 8)))
                    .show(ui, |ui| {
                        let read = primary(ui, scene.look.palette, &scene.get("briefing-next"));
                        guide::place(ui.ctx(), "read", read.rect.expand(6.0));
                        if read.clicked() {
                            self.read[eyes] = true;
                        }
                    });
                briefing::briefing_ui(ui, scene, &view, &mut self.short);
            }
        }
        if let Some(act) = acted {
            session.act(act);
        }
    }

    /// Draws two counterparts at play; false where a seat is held, so that nothing of it may be drawn.
    fn watch(&mut self, ui: &mut Ui, scene: &Scene<'_>) -> bool {
        let Some(session) = &mut self.session else { return false };
        let Some(watched) = self.watch.numbers(session) else { return false };
        let wish = {
            let (view, log) = (session.view(), session.log());
            let given = watching::Given {
                scene: *scene,
                view: &view,
                log: &log,
                watched: &watched,
                counterparts: PerSeat::from_fn(|seat| session.counterpart(seat).unwrap_or_default()),
                paused: session.paused,
                trouble: session.trouble(),
            };
            watching::watching_ui(ui, &given, &mut self.watch)
        };
        match wish {
            None => {}
            Some(watching::Wish::Pause) => session.paused = !session.paused,
            Some(watching::Wish::Step) => {
                session.paused = true;
                session.step();
            }
            Some(watching::Wish::Speed(speed)) => {
                self.watch.speed = speed;
                session.set_pace(speed.pace());
                session.paused = false;
            }
            Some(watching::Wish::Debrief) => self.watch.left_for_debrief = true,
            Some(watching::Wish::Leave) => self.leave(),
        }
        if wish.is_some() {
            ui.ctx().request_repaint();
        }
        true
    }

    fn talk(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        let Some(session) = &mut self.session else { return };
        let eyes = session.eyes();
        let mut deal = session.drafts[eyes].clone();
        let mut message = session.messages[eyes].clone();
        let desk = &mut self.desks[eyes];
        desk.asking.settle(session.events(), &deal);
        let near = desk.asking.near(session, &deal);
        let wish = {
            let view = session.view();
            let log = session.log();
            let possible = session.possible();
            let given = talks::Given {
                scene: *scene,
                view: &view,
                log: &log,
                possible: &possible,
                propose: session.permits(&Command::Propose(deal.clone()).into()),
                explore: session.permits(&Command::Explore(deal.clone()).into()),
                accept: view
                    .position(eyes.other())
                    .map(|offer| session.permits(&Command::Accept(offer.no).into())),
                accept_text: session.permits(&Command::AcceptText.into()),
                end_turn: session.permits(&Command::EndTurn.into()),
                refusal: session.refusal.as_ref(),
                plays: session.mode() != Mode::Watch,
                keys: !self.glossary.open,
                my_move: session.my_move(),
                seen: session.seen[eyes],
                minutes: session.talked() / 60.0,
                trouble: session.trouble(),
                dissent: session.dissent.map(|who| (who, &session.delegations()[eyes])),
                near,
                hint: if desk.coach.on { session.hint() } else { None },
            };
            talks::talks_ui(ui, &given, desk, &mut deal, &mut message)
        };
        if session.drafts[eyes] != deal {
            // What depends on the draft is drawn anew at once.
            ui.ctx().request_repaint();
        }
        session.drafts[eyes] = deal;
        session.messages[eyes] = message;
        match wish {
            None => {}
            Some(talks::Wish::Act(act)) => {
                session.seen[eyes] = session.events();
                session.submit(act);
            }
            Some(talks::Wish::Coach) => {
                let on = !self.desks[eyes].coach.on;
                self.desks[eyes].coach.on = on;
                // Two people share these settings, so what one of them wants for a game is not kept.
                if matches!(session.mode(), Mode::Solo(_)) {
                    self.settings.coach = on;
                    self.remember();
                }
            }
            Some(talks::Wish::Ask) => {
                let draft = session.drafts[eyes].clone();
                self.desks[eyes].asking.ask(session, &draft);
            }
            Some(talks::Wish::Settings) => self.open_settings(),
            Some(talks::Wish::Leave) => self.leave(),
        }
    }

    fn sign(&mut self, ui: &mut Ui, scene: &Scene<'_>, deal: &crate::scenario::Deal, signed: PerSeat<bool>) {
        let Some(session) = &mut self.session else { return };
        let eyes = session.eyes();
        let command = {
            let view = session.view();
            if session.mode() == Mode::Watch {
                ui.label(scene.get("waiting"));
                None
            } else {
                let (order, guessed) = self.last_guess[eyes]
                    .get_or_insert_with(|| (order_so_far(&self.plans[eyes], &view), false));
                let returned = session.dissent.map(|who| (who, &session.delegations()[eyes]));
                if let Some((who, delegation)) = returned {
                    assent::returned_ui(ui, scene, delegation, who);
                }
                signature::signature_ui(ui, scene, &view, deal, signed, order, guessed)
            }
        };
        if let Some(command) = command {
            session.submit(command);
        }
    }

    fn closed(
        &mut self,
        ui: &mut Ui,
        scene: &Scene<'_>,
        scenario: &Arc<crate::scenario::Scenario>,
        ending: rules::Ending,
        ratified: Option<bool>,
    ) {
        let Some(session) = &mut self.session else { return };
        if session.my_move() {
            let eyes = session.eyes();
            let command = {
                let view = session.view();
                let answers = self.answers[eyes].get_or_insert_with(|| Answers {
                    order: self.last_guess[eyes]
                        .as_ref()
                        .map_or_else(|| order_so_far(&self.plans[eyes], &view), |(order, _)| order.clone()),
                    ..Answers::default()
                });
                reflection::reflection_ui(ui, scene, &view, ending, ratified, answers)
            };
            if let Some(command) = command {
                session.act(command);
            }
            return;
        }
        if session.opened().is_none() {
            ui.label(scene.get("waiting"));
            return;
        }
        if self.pages.page == debrief::Page::WhatIf {
            self.pages.trial.settle(session);
        }
        let choice = {
            let (Some(opened), Some((case, talk))) = (session.debrief(), session.scored()) else { return };
            let given = debrief::Given {
                scene: *scene,
                scenario,
                opened,
                case: &case,
                talk: &talk,
                counterparts: PerSeat::from_fn(|seat| session.counterpart(seat)),
                preview: false,
            };
            debrief::debrief_ui(ui, &given, &mut self.pages)
        };
        match choice {
            None => {}
            Some(debrief::Choice::Title) => self.leave(),
            Some(debrief::Choice::Report) => self.save_report(),
            Some(debrief::Choice::Again) => {
                let players = session.record().players;
                self.again(scenario, &players);
            }
        }
    }

    /// The same scenario once more, with the seats turned if one person plays.
    fn again(&mut self, scenario: &Arc<crate::scenario::Scenario>, players: &PerSeat<Player>) {
        // One whose file has changed or gone since is there as it was played.
        self.setup.scenario =
            self.add_to_library(Loaded { scenario: Arc::clone(scenario), path: None, warnings: Vec::new() });
        match (&players.first, &players.second) {
            (Player::Person, Player::Person) => self.setup.kinds = Kinds::HotSeat,
            (Player::Counterpart(first), Player::Counterpart(second)) => {
                self.setup.kinds = Kinds::Watch;
                self.setup.counterparts = PerSeat { first: first.clone(), second: second.clone() };
            }
            (Player::Counterpart(name), Player::Person) | (Player::Person, Player::Counterpart(name)) => {
                self.setup.kinds = Kinds::Solo;
                self.setup.counterparts = PerSeat::both(name.clone());
                let seat = if matches!(players.first, Player::Person) { Seat::Second } else { Seat::First };
                // The people who shared the seat change sides with it.
                if self.setup.seat != seat {
                    let both = &mut self.setup.delegations;
                    std::mem::swap(&mut both.first, &mut both.second);
                }
                self.setup.seat = seat;
            }
        }
        self.session = None;
        self.find_saved();
        self.screen = Screen::Setup;
    }
}

/// The sheet on which a delegation agrees before something leaves its seat.
fn agree_on(ui: &mut Ui, scene: &Scene<'_>, session: &mut Session, keys: bool) {
    let choice = {
        let view = session.view();
        let Some(asked) = session.assent() else { return };
        assent::assent_ui(ui, scene, &view, asked, &session.delegations()[session.eyes()], keys)
    };
    match choice {
        None => return,
        Some(assent::Choice::Word(who, agrees)) => session.hear(who, agrees),
        Some(assent::Choice::Decide) => session.decide(),
        Some(assent::Choice::Back) => session.recall(),
    }
    ui.ctx().request_repaint();
}

/// The order of the other side's issues as guessed before, with issues that came in since at the end.
fn order_so_far(plan: &Option<Plan>, view: &crate::view::View<'_>) -> Vec<IssueNo> {
    // A game that goes on after a break has its preparation in the saved game.
    let prepared = view.preparation.as_ref().and_then(|it| it.guess.as_ref()).map(|guess| {
        let mut order: Vec<IssueNo> =
            view.guessable().into_iter().filter(|&issue| issue < guess.len()).collect();
        order.sort_by_key(|&issue| -guess[issue]);
        order
    });
    let planned = plan.as_ref().map(|plan| plan.order.clone());
    let mut order = planned.or(prepared).unwrap_or_default();
    for issue in view.guessable() {
        if !order.contains(&issue) {
            order.push(issue);
        }
    }
    order
}
