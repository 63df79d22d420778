//! The quiz on a phone: asked before the talks and after them, opened in the debrief.

use super::Desk;
use super::parts::hidden;
use crate::server::class::{Occasion, Phase, rights};
use maud::{Markup, html};

/// The quiz, if it is asked now.
pub fn asked(desk: &Desk<'_>) -> Option<Markup> {
    let words = desk.words;
    let occasion = desk.class.quiz_due(desk.person)?;
    Some(html! {
        section.card {
            h1 data-say { (words.get("lesson-quiz-title")) }
            p { (words.get(&format!("lesson-quiz-{}-says", occasion.name()))) }
            form method="post" action="/act" data-keep=(format!("quiz-{}", occasion.name())) {
                (hidden(desk.csrf, ""))
                input type="hidden" name="occasion" value=(occasion.name());
                @for (no, item) in desk.class.items().iter().enumerate() {
                    fieldset {
                        legend { (no + 1) ". " (item.question.get(words.lang)) }
                        @for (at, answer) in item.answers.iter().enumerate() {
                            label.choice {
                                input type="radio" name=(format!("q{no}")) value=(at);
                                span { (answer.get(words.lang)) }
                            }
                        }
                    }
                }
                button.primary type="submit" name="do" value="quiz" { (words.get("lesson-quiz-send")) }
                button.quiet type="submit" name="do" value="quiz-skip" { (words.get("lesson-quiz-skip")) }
            }
        }
    })
}

/// The own answers of both occasions with what is right and why, once the debrief is open and nothing is asked
/// any more: until then a right answer would be told on.
pub fn opened(desk: &Desk<'_>) -> Markup {
    let words = desk.words;
    let quiz = &desk.class.scenario.shared.quiz;
    let person = &desk.class.people[desk.person];
    let own = Occasion::ALL
        .map(|occasion| person.answered[occasion.index()].as_deref().filter(|it| !it.is_empty()));
    let shown = desk.class.phase == Phase::Debrief && own.iter().any(Option::is_some);
    let right = |answers: &[Option<usize>]| rights(quiz, answers).filter(|right| *right).count().to_string();
    let all = quiz.len().to_string();
    html! {
        @if shown && desk.class.quiz_due(desk.person).is_none() {
            section.card {
                h2 { (words.get("lesson-quiz-title")) }
                @for (occasion, answers) in Occasion::ALL.into_iter().zip(own) {
                    @if let Some(answers) = answers {
                        p { (words.with(&format!("lesson-quiz-right-{}", occasion.name()), &[("right", &right(answers)), ("all", &all)])) }
                    }
                }
                details data-keep="opened-quiz" { summary { (words.get("lesson-quiz-look")) }
                    @for (no, item) in quiz.iter().enumerate() {
                        h3 { (no + 1) ". " (item.question.get(words.lang)) }
                        @for (at, answer) in item.answers.iter().enumerate() {
                            @let occasions = Occasion::ALL.into_iter().zip(own);
                            @let chosen = occasions.filter(|(_, all)| all.is_some_and(|all| all[no] == Some(at)));
                            @if at == item.right { p.good { strong { "\u{2713} " (answer.get(words.lang)) } (mine(desk, chosen.map(|it| it.0))) } }
                            @else { p { (answer.get(words.lang)) (mine(desk, chosen.map(|it| it.0))) } }
                        }
                        p.note { (item.why.get(words.lang)) }
                    }
                }
            }
        }
    }
}

/// On which occasions an answer was one's own.
fn mine(desk: &Desk<'_>, occasions: impl Iterator<Item = Occasion>) -> Markup {
    let names: Vec<String> =
        occasions.map(|occasion| desk.words.get(&format!("lesson-{}", occasion.name()))).collect();
    let own = || desk.words.with("lesson-quiz-own", &[("when", &names.join(", "))]);
    html! { @if !names.is_empty() { " " span.note { (own()) } } }
}

/// What somebody thinks of the own talks, in own words.
pub fn own_words(desk: &Desk<'_>) -> Markup {
    let words = desk.words;
    let note = &desk.class.people[desk.person].note;
    let inner = html! {
        label { (words.get("own-words-label"))
            textarea name="words" maxlength=(crate::server::class::LONGEST_NOTE) rows="6" { (note) } }
        button.primary type="submit" { (words.get(if note.is_empty() { "own-words-save" } else { "own-words-again" })) }
    };
    html! {
        section.card {
            h2 { (words.get("own-words-title")) }
            p.note { (words.get("own-words-says")) }
            (super::parts::form(desk.csrf, "note", &inner))
        }
    }
}
