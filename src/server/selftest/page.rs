//! What a phone reads on its page: which forms there are, and what can be chosen.

use crate::exact::SplitMix64;

/// A page as it was shown.
#[derive(Clone, Debug, Default)]
pub struct Page {
    text: String,
    /// The number of the page, which the stream announces; its parts only grow.
    pub live: String,
}

impl Page {
    /// A page from its text.
    pub fn new(text: String) -> Self {
        let live = after(&text, "data-live=\"").unwrap_or_default().to_owned();
        Self { text, live }
    }

    /// Whether this page shows at least as much as the one with that number.
    pub fn is_as_new_as(&self, live: &str) -> bool {
        numbers(&self.live) >= numbers(live)
    }

    /// How far the lesson is: it grows with everything that all see.
    pub fn lesson(&self) -> u64 {
        numbers(&self.live)[0]
    }

    /// Whether it is the first country's page.
    pub fn is_first(&self) -> bool {
        after(&self.text, "class=\"country ").is_some_and(|it| it.starts_with("one"))
    }

    /// What a post of this page must carry.
    pub fn csrf(&self) -> &str {
        after(&self.text, "name=\"csrf\" value=\"").unwrap_or_default()
    }

    /// Whether something can be done here.
    pub fn offers(&self, what: &str) -> bool {
        self.text.contains(&format!("name=\"do\" value=\"{what}\""))
    }

    /// The number of the offer that can be accepted.
    pub fn offer(&self) -> Option<&str> {
        after(&self.text, "name=\"offer\" value=\"")
    }

    /// How many answers the question with this number has.
    pub fn answers(&self, question: usize) -> usize {
        self.text.matches(&format!("name=\"q{question}\"")).count()
    }

    /// Issues of which the other side's order can be guessed.
    pub fn ranks(&self) -> usize {
        self.text.matches("data-rank=").count()
    }

    /// A package from the draft, as form fields: in each article the best option for oneself, or, more often
    /// the later it is, another that is open.
    pub fn package(&self, late: u64, dice: &mut SplitMix64) -> String {
        let mut choices: Vec<(&str, Vec<(&str, i64)>)> = Vec::new();
        for tag in self.text.split("<input").skip(1) {
            let tag = tag.split('>').next().unwrap_or(tag);
            let Some(name) = after(tag, "name=\"").filter(|name| is_option(name)) else { continue };
            let Some(value) = after(tag, "value=\"") else { continue };
            if tag.contains(" disabled") {
                continue;
            }
            let points = after(tag, "data-points=\"").and_then(|it| it.parse().ok()).unwrap_or(0);
            match choices.last_mut() {
                Some((last, options)) if *last == name => options.push((value, points)),
                _ => choices.push((name, vec![(value, points)])),
            }
        }
        let mut form = String::new();
        for (name, options) in choices {
            let best = options.iter().max_by_key(|(_, points)| *points).map_or("0", |(value, _)| value);
            let other = options[(dice.next_u64() % options.len() as u64) as usize].0;
            let value = if dice.next_u64() % 10 < late.min(6) { other } else { best };
            form.push_str(&format!("&{name}={value}"));
        }
        form
    }

    /// Bytes of the page, unpacked.
    pub fn size(&self) -> usize {
        self.text.len()
    }
}

/// The lesson, the table, and what the delegation agrees on by itself.
fn numbers(live: &str) -> [u64; 3] {
    let mut parts = live.split('.').map(|part| part.parse().unwrap_or(0));
    std::array::from_fn(|_| parts.next().unwrap_or(0))
}

/// Whether a field is an article's: the letter o and a number.
fn is_option(name: &str) -> bool {
    name.strip_prefix('o').is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What stands in the quotes after `before`.
fn after<'t>(text: &'t str, before: &str) -> Option<&'t str> {
    text.split_once(before)?.1.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_finds_what_it_can_do_and_never_chooses_what_is_closed() {
        let page = Page::new(
            "<main data-live=\"3.12.4\"><input type=\"hidden\" name=\"csrf\" value=\"ab\">\
             <input type=\"hidden\" name=\"do\" value=\"end-turn\">\
             <input type=\"radio\" name=\"o0\" value=\"0\" data-points=\"5\">\
             <input type=\"radio\" name=\"o0\" value=\"1\" disabled data-points=\"9\">\
             <input type=\"hidden\" name=\"o1\" value=\"2\">"
                .to_owned(),
        );
        assert_eq!((page.csrf(), page.live.as_str()), ("ab", "3.12.4"));
        assert!(page.offers("end-turn") && !page.offers("accept"));
        assert!(page.is_as_new_as("3.9.7") && page.is_as_new_as("2.40.1") && page.lesson() == 3);
        assert!(!page.is_as_new_as("3.13.0") && !page.is_as_new_as("3.12.5"));
        for seed in 0..20 {
            assert_eq!(page.package(6, &mut SplitMix64::new(seed)), "&o0=0&o1=2");
        }
    }
}
