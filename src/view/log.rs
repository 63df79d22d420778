//! The log of a table, as one seat sees it.

use crate::rules::{self, Event, OfferKind, Register, Request};
use crate::scenario::{Arg, Phrase, Scenario, Seat, Speech};
use crate::scoring::Signal;

/// What kind of line it is, for filters, colours and signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Offers and agreements.
    Offer,
    /// What was said and told.
    Talk,
    /// Trust, pressure and phases.
    Relation,
    /// News from outside.
    News,
    /// What only this seat knows.
    Private,
    /// Rounds and turns.
    Clock,
}

impl Tone {
    /// All, in the order of the filters.
    pub const ALL: [Self; 6] =
        [Self::Offer, Self::Talk, Self::Relation, Self::News, Self::Private, Self::Clock];

    /// The name in word keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Talk => "talk",
            Self::Relation => "relation",
            Self::News => "news",
            Self::Private => "private",
            Self::Clock => "clock",
        }
    }
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The number of its event, from 1.
    pub event: usize,
    /// The round.
    pub round: u32,
    /// Who did it.
    pub by: Option<Seat>,
    /// Whether a mediator did it, who belongs to neither side.
    pub mediator: bool,
    /// What kind of line it is.
    pub tone: Tone,
    /// The line.
    pub line: Phrase,
    /// What was said.
    pub speech: Option<Speech>,
}

impl Entry {
    /// The number of the news that it tells.
    pub fn news(&self) -> Option<usize> {
        self.line.args.iter().find_map(|(_, arg)| if let Arg::News(no) = arg { Some(*no) } else { None })
    }
}

/// The log as a seat sees it; without a seat, what both see.
pub fn log(scenario: &Scenario, events: &[Event], seat: Option<Seat>) -> Vec<Entry> {
    entries(events, |event| line(scenario, event, seat))
}

/// What both see, and after the end also what each side alone was told: its lines are [`Tone::Private`].
pub fn whole_log(scenario: &Scenario, events: &[Event]) -> Vec<Entry> {
    if !events.contains(&Event::Closed) {
        return log(scenario, events, None);
    }
    let eyes = [None, Some(Seat::First), Some(Seat::Second)];
    entries(events, |event| eyes.into_iter().find_map(|seat| line(scenario, event, seat)))
}

fn entries(events: &[Event], line: impl Fn(&Event) -> Option<Line>) -> Vec<Entry> {
    let mut round = 0;
    let mut entries = Vec::new();
    for (no, event) in events.iter().enumerate() {
        if let Event::Round(number) = event {
            round = *number;
        }
        if let Some((by, tone, line)) = line(event) {
            let speech = match event {
                Event::Said(_, speech) => Some(speech.clone()),
                _ => None,
            };
            let mediator = mediates(event);
            entries.push(Entry { event: no + 1, round, by, mediator, tone, line, speech });
        }
    }
    entries
}

/// Whether this is a mediator's doing.
const fn mediates(event: &Event) -> bool {
    match event {
        Event::Mediated(_) | Event::Sweetened(..) | Event::BetterFound(_) => true,
        Event::Offered(offer) => matches!(offer.kind, OfferKind::Text),
        _ => false,
    }
}

type Line = (Option<Seat>, Tone, Phrase);

/// One event as a seat may see it; `None` if it shows nothing.
///
/// Every event is named here, so that a new one cannot reach a seat by oversight.
fn line(scenario: &Scenario, event: &Event, seat: Option<Seat>) -> Option<Line> {
    let by = |who: Seat, tone: Tone, key: &'static str| {
        Some((Some(who), tone, Phrase::new(key).country("who", who)))
    };
    let own = |who: Seat, phrase: Phrase| (Some(who) == seat).then_some((Some(who), Tone::Private, phrase));
    match event {
        Event::Opened(_) | Event::Turn(_) | Event::Spent(_) | Event::RoundEnded | Event::Closed => None,
        Event::Prepared(..) | Event::Reflected(..) => None,
        Event::Round(number) => Some((None, Tone::Clock, Phrase::new("log-round").count("round", *number))),
        Event::News(no, target) => {
            let line = Phrase::new("log-news").with("headline", Arg::News(*no));
            Some((*target, Tone::News, line))
        }
        Event::Said(who, _) => by(*who, Tone::Talk, "log-said"),
        Event::Offered(offer) => {
            let key = match offer.kind {
                OfferKind::Formal => "log-offered",
                OfferKind::Exploratory => "log-explored",
                OfferKind::Text => "log-text",
            };
            let mut line = Phrase::new(key).count("no", offer.no);
            if let Some(who) = offer.by {
                line = line.country("who", who);
            }
            Some((offer.by, Tone::Offer, line))
        }
        Event::Conceded(who, step) => {
            let line = Phrase::new("log-conceded").country("who", *who).count("steps", *step);
            Some((Some(*who), Tone::Offer, line))
        }
        Event::Disclosed { by, issue, rank, register, .. } => {
            let line = Phrase::new("log-disclosed")
                .country("who", *by)
                .issue("issue", *issue)
                .count("rank", *rank)
                .phrase("tone", tone_phrase(*register));
            Some((Some(*by), Tone::Talk, line))
        }
        Event::LieExposed(who, issue) => {
            let line = Phrase::new("log-lie").country("who", *who).issue("issue", *issue);
            Some((Some(*who), Tone::Relation, line))
        }
        Event::Ascertained(who, issue, rank) => own(
            *who,
            Phrase::new("log-ascertained")
                .country("other", who.other())
                .issue("issue", *issue)
                .count("rank", *rank),
        ),
        Event::Forecasted(who, next) => own(
            *who,
            match next {
                Some(no) => Phrase::new("log-forecast")
                    .count("round", scenario.shared.news[*no].round)
                    .count("chance", scenario.shared.news[*no].chance),
                None => Phrase::new("log-forecast-none"),
            },
        ),
        Event::Hinted(to, issues) => {
            let list = issues.iter().map(|&issue| Phrase::new("issue-title").issue("issue", issue)).collect();
            own(*to, Phrase::new("log-hinted").country("other", to.other()).list("issues", list))
        }
        Event::Moved(who, signal, register) => {
            let line =
                Phrase::new(moved_key(*signal)).country("who", *who).phrase("tone", tone_phrase(*register));
            Some((Some(*who), Tone::Relation, line))
        }
        Event::Rambled(who) => by(*who, Tone::Talk, "log-rambled"),
        Event::Announced(who, issue, option) => said(*who, "log-announced", *issue, *option),
        Event::Promised(who, issue, option) => said(*who, "log-promised", *issue, *option),
        Event::Abandoned(who, issue) => about(*who, "log-abandoned", *issue),
        Event::PromiseKept(who, issue) => about(*who, "log-promise-kept", *issue),
        Event::PromiseReleased(who, issue) => about(*who, "log-promise-released", *issue),
        Event::PromiseBroken(who, issue) => about(*who, "log-promise-broken", *issue),
        Event::Warned(who, batna, register) => {
            let line = Phrase::new("log-warned")
                .country("who", *who)
                .count("batna", *batna)
                .phrase("tone", tone_phrase(*register));
            Some((Some(*who), Tone::Talk, line))
        }
        Event::UltimatumSet(who, offer, register) => {
            let line = Phrase::new("log-ultimatum")
                .country("who", *who)
                .count("no", *offer)
                .phrase("tone", tone_phrase(*register));
            Some((Some(*who), Tone::Relation, line))
        }
        Event::UltimatumDropped(who) => by(*who, Tone::Relation, "log-ultimatum-dropped"),
        Event::Leaked(who) => by(*who, Tone::News, "log-leaked"),
        Event::Consulted(who, group) => {
            own(*who, Phrase::new("log-consulted").with("group", Arg::Group(*who, *group)))
        }
        Event::Asked(who, request) => {
            let line = Phrase::new("log-asked").country("who", *who).phrase("what", request_phrase(*request));
            Some((Some(*who), Tone::Talk, line))
        }
        Event::Answered(who, yes) => by(*who, Tone::Talk, if *yes { "log-granted" } else { "log-declined" }),
        Event::Lapsed => Some((None, Tone::Talk, Phrase::new("log-lapsed"))),
        Event::Harvested(issue, option) => {
            let line = Phrase::new("log-harvested").issue("issue", *issue).choice("option", *issue, *option);
            Some((None, Tone::Offer, line))
        }
        Event::Added(issue) => Some((None, Tone::Offer, Phrase::new("log-added").issue("issue", *issue))),
        Event::Mediated(style) => {
            let style = Phrase::new(match style {
                rules::Style::Facilitation => "style-facilitation",
                rules::Style::Formulation => "style-formulation",
                rules::Style::Manipulation => "style-manipulation",
            });
            Some((None, Tone::Relation, Phrase::new("log-mediated").phrase("style", style)))
        }
        Event::Sweetened(issue, option) => {
            let line = Phrase::new("log-sweetened").issue("issue", *issue).choice("option", *issue, *option);
            Some((None, Tone::Offer, line))
        }
        Event::TextAccepted(who) => by(*who, Tone::Offer, "log-text-accepted"),
        Event::Unlocked(issue, option) => {
            let line = Phrase::new("log-unlocked").issue("issue", *issue).choice("option", *issue, *option);
            Some((None, Tone::Offer, line))
        }
        // The move itself has its line; what it did to trust is told with it.
        Event::Signalled(..) => None,
        Event::Goodwill(who, percent) => {
            own(*who, Phrase::new("log-goodwill").signed("percent", f64::from(*percent), 0))
        }
        Event::QuotaRaised(who, percent) => own(*who, Phrase::new("log-quota").count("percent", *percent)),
        Event::PhaseChanged(phase, why) => {
            let line = Phrase::new("log-phase")
                .phrase("phase", phase_phrase(*phase))
                .phrase("why", Phrase::new(why.key()));
            Some((None, Tone::Relation, line))
        }
        Event::TimedOut(who) => by(*who, Tone::Clock, "log-timed-out"),
        Event::Agreed(_) => Some((None, Tone::Offer, Phrase::new("log-agreed"))),
        Event::Signed(who, _) => by(*who, Tone::Offer, "log-signed"),
        Event::Ratified { support, quota } => {
            let key = if rules::ratified((*support, *quota)) { "log-ratified" } else { "log-not-ratified" };
            Some((None, Tone::Offer, Phrase::new(key)))
        }
        Event::BetterFound(_) => Some((None, Tone::Offer, Phrase::new("log-better"))),
        // Who refused is nobody's business: either side may keep what was signed.
        Event::BetterAnswered(..) => None,
        Event::BetterTaken => Some((None, Tone::Offer, Phrase::new("log-better-taken"))),
        Event::Left(who) => by(*who, Tone::Offer, "log-left"),
        Event::Deadline => Some((None, Tone::Clock, Phrase::new("log-deadline"))),
        Event::Collapsed => Some((None, Tone::Relation, Phrase::new("log-collapsed"))),
    }
}

fn said(who: Seat, key: &'static str, issue: usize, option: usize) -> Option<Line> {
    let line = Phrase::new(key).country("who", who).issue("issue", issue).choice("option", issue, option);
    Some((Some(who), Tone::Talk, line))
}

fn about(who: Seat, key: &'static str, issue: usize) -> Option<Line> {
    Some((Some(who), Tone::Relation, Phrase::new(key).country("who", who).issue("issue", issue)))
}

fn tone_phrase(register: Register) -> Phrase {
    Phrase::new(match register {
        Register::Formal => "register-formal",
        Register::Informal => "register-informal",
        Register::OffRecord => "register-off-record",
        Register::Public => "register-public",
    })
}

/// What was asked, as a phrase.
pub fn request_phrase(request: Request) -> Phrase {
    use crate::rules::Style;
    match request {
        Request::Harvest(issue) => Phrase::new("request-harvest").issue("issue", issue),
        Request::AddIssue(issue) => Phrase::new("request-add").issue("issue", issue),
        Request::Mediator(Style::Facilitation) => Phrase::new("request-facilitation"),
        Request::Mediator(Style::Formulation) => Phrase::new("request-formulation"),
        Request::Mediator(Style::Manipulation) => Phrase::new("request-manipulation"),
    }
}

fn phase_phrase(phase: rules::Phase) -> Phrase {
    use rules::Phase;
    Phrase::new(match phase {
        Phase::Normal => "phase-normal",
        Phase::SlowDown => "phase-slow-down",
        Phase::Minimal => "phase-minimal",
    })
}

const fn moved_key(signal: Signal) -> &'static str {
    match signal {
        Signal::Cultural => "log-culture",
        Signal::Hotline => "log-hotline",
        Signal::Informal => "log-small-talk",
        Signal::Consular => "log-consular",
        Signal::Threat => "log-threat",
        Signal::WalkOut => "log-walk-out",
        Signal::Shaming => "log-shame",
        Signal::Repair => "log-repair",
        _ => "log-move",
    }
}
