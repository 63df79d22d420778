//! Names of real countries: whoever reads is told that all the rest is invented.

use crate::kit::nusa;
use crate::site::{Class, run};
use mufakat::print::{self, Format, SheetOptions};
use mufakat::scenario::{Lang, Scenario, builtin, check};
use mufakat::words::Words;
use std::sync::Arc;

/// The smallest scenario, with the switch written in its file or not.
fn scenario(real_names: bool) -> Scenario {
    let source = builtin::source("nusa-boreal").expect("it ships");
    let written = format!("format: 1,\n    real_names: {real_names},");
    let (scenario, warnings) = check::parse(&source.replacen("format: 1,", &written, 1)).expect("sound");
    assert_eq!(warnings, []);
    scenario
}

#[test]
fn both_shared_sheets_on_paper_carry_the_notice_in_either_language() {
    for (lang, notice, invented) in [
        (Lang::Id, "Nama negara nyata", "Bobot, nilai, dan peran dalam permainan ini rekaan"),
        (Lang::En, "Names of real countries", "Weights, values and roles in this game are invented"),
    ] {
        for real_names in [true, false] {
            let scenario = Arc::new(scenario(real_names));
            let documents = print::sheet_documents(&scenario, Words::new(lang), SheetOptions::default());
            let papers = print::write(&documents, Format::Html).expect("HTML is always made");
            let text: String = papers.iter().map(|paper| String::from_utf8_lossy(&paper.bytes)).collect();
            let times = |wanted: &str| text.matches(wanted).count();
            // Whole and in short; without the switch the whole one alone says it, at its foot.
            let expected = if real_names { (2, 0) } else { (0, 1) };
            assert_eq!((times(notice), times(invented)), expected, "{lang:?} {real_names}");
        }
    }
}

#[test]
fn a_phone_shows_the_notice_above_the_reading_in_both_lengths() {
    run(async {
        for (scenario, expected) in [(scenario(true), true), (nusa(), false)] {
            let class = Class::of(scenario);
            let teacher = class.login().await;
            let student = class.join("Ana").await;
            class.join("Budi").await;
            class.click(&teacher, "do=phase&phase=briefing&minutes=10").await;
            for path in ["/sheet", "/sheet?long=1"] {
                let page = class.get(path, &student).await.text;
                assert!(page.contains("Nusa"), "the sheet is there");
                assert_eq!(page.contains("Names of real countries"), expected, "{path}");
            }
        }
    });
}
