//! The projector, and the dry run that it can show before the lesson.

use super::{Site, console, csrf, html};
use crate::server::chance;
use crate::server::class::{Class, Order, Phase, Teacher, rehearsal};
use crate::server::pages::console::login as login_page;
use crate::server::pages::projector::{Wall, projector};
use crate::server::pages::slides::{shown_table, turn};
use crate::server::together::{Known, Together};
use crate::view::Debrief;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

/// The projector's page, behind the PIN like the console: it opens both sides in the debrief.
pub async fn page(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    if !console::is_known(&site, &headers) {
        return html(StatusCode::OK, login_page(site.words(&headers), None, "projector"));
    }
    // Before what it stands for, as on the console.
    let live = site.number();
    let (class, rehearsal) = site.shown();
    let debrief = class.phase == Phase::Debrief && class.slide > 0;
    let (together, shown) = match debrief {
        true => site.for_projector(&class, rehearsal).await,
        false => (None, None),
    };
    let wall = Wall {
        words: site.words(&headers),
        class: &class,
        code: &site.host.head.code,
        urls: &site.urls(),
        csrf: &csrf(&site.host.console_token()),
        now: site.host.now(),
        rehearsal,
        live: &live,
        together,
        shown,
    };
    html(StatusCode::OK, projector(&wall))
}

/// Where one press of an arrow key leads.
pub fn step(class: &Class, to: &str) -> Teacher {
    let (slide, step) = turn(class, to != "previous");
    Teacher::Project(slide, step)
}

impl Site {
    /// The class that console and projector show, and whether it is a dry run.
    pub(super) fn shown(&self) -> (Arc<Class>, bool) {
        let dry = self.rehearsal.lock().unwrap_or_else(PoisonError::into_inner);
        match &*dry {
            Some(class) => (Arc::clone(class), true),
            None => (self.host.class(), false),
        }
    }

    /// The number that changes with everything that console and projector show.
    pub(super) fn number(&self) -> String {
        let class = self.host.class();
        let dry = self.rehearsal.lock().unwrap_or_else(PoisonError::into_inner);
        let dry = dry.as_ref().map_or(0, |it| it.events);
        let moved = self.moved.load(Ordering::Relaxed);
        let left = self.low_battery().map_or(0, |left| 1 + u32::from(left));
        format!("{}.{}.{dry}.{}.{moved}.{left}", class.version, class.events, self.sight().number())
    }

    /// Plays a class of counterparts for the debrief; nothing of it is kept.
    pub async fn rehearse(&self) {
        let scenario = Arc::clone(&self.host.class().scenario);
        let seed = chance::number();
        let play = move || rehearsal::rehearse(scenario, rehearsal::PAIRS, seed);
        // A thread of its own: the class of the room goes on answering meanwhile.
        if let Ok(class) = tokio::task::spawn_blocking(play).await {
            self.show_rehearsal(Some(Arc::new(class)));
        }
    }

    /// Another state of the dry run, or its end.
    pub(super) fn show_rehearsal(&self, class: Option<Arc<Class>>) {
        if class.is_none() {
            self.ready.forget_rehearsals();
        }
        *self.rehearsal.lock().unwrap_or_else(PoisonError::into_inner) = class;
        self.host.nudge();
    }

    /// Carries out an order of the teacher on the dry run; what is refused changes nothing.
    pub(super) fn order_rehearsal(&self, teacher: Teacher) {
        let (class, true) = self.shown() else { return };
        let mut class = (*class).clone();
        for event in class.decide(&Order::Teacher(teacher)).unwrap_or_default() {
            class.apply(class.last_at + 1, &event);
        }
        self.show_rehearsal(Some(Arc::new(class)));
    }

    /// The debrief of the class, and of the table whose talks are shown, made on a thread of its own: the
    /// phones' answers do not wait for it.
    async fn for_projector(
        self: &Arc<Self>,
        class: &Arc<Class>,
        rehearsal: bool,
    ) -> (Option<Arc<Together>>, Option<(usize, Arc<Debrief>)>) {
        let (site, class) = (Arc::clone(self), Arc::clone(class));
        let made = tokio::task::spawn_blocking(move || {
            let shown =
                shown_table(&class).and_then(|no| Some((no, site.debrief_of(&class, rehearsal, no)?)));
            (Some(site.together(&class, rehearsal)), shown)
        });
        made.await.unwrap_or_default()
    }

    /// The debrief of the whole class, computed once for each state of its tables.
    pub(super) fn together(&self, class: &Class, rehearsal: bool) -> Arc<Together> {
        let key = format!(
            "{rehearsal}.{}.{:?}.{:?}",
            class.improving,
            class.pairs.iter().map(|it| (it.table.seed(), it.version)).collect::<Vec<_>>(),
            class.guests.iter().map(Option::is_some).collect::<Vec<_>>(),
        );
        let mut kept = self.together.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, together)) = &*kept
            && *known == key
        {
            return Arc::clone(together);
        }
        let known: Known = (0..class.pairs.len())
            .filter_map(|no| Some((no, self.debrief_of(class, rehearsal, no)?)))
            .collect();
        let together = Arc::new(Together::of(class, &known));
        *kept = Some((key, Arc::clone(&together)));
        together
    }
}
