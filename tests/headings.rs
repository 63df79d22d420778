//! Headings of tables that name the countries.

use crate::tables::{made, rules, table_of};
use mufakat::interchange::table::{Weights, merge, read_into};
use mufakat::scenario::{Lang, PerSeat, Scenario, builtin};

#[test]
fn headings_that_name_countries_mean_the_same_country_everywhere() {
    let rows = "E;E0;Energy;40;60;0;100\n;E1;;;;100;0\nT;T0;Trade;60;40;0;100\n;T1;;;;100;0\n";
    let head = "pasal;pilihan;sektor;bobot Nusa;bobot Boreal;nilai Boreal;nilai (Nusa)\n";
    let (table, notes) = table_of(format!("{head}{rows}").as_bytes());
    assert_eq!(rules(&notes), []);
    // Values are named the other way round than weights.
    assert_eq!(table.issues[0].weights, [Some(40), Some(60)]);
    assert_eq!(table.issues[0].options[0].values, [Some(100), Some(0)]);
    let scenario = made(&table);
    assert_eq!(
        scenario.shared.countries.map(|it| it.name.id.clone()),
        PerSeat { first: "Nusa".to_owned(), second: "Boreal".to_owned() }
    );
    // Beside a plain word for one side a name means the other.
    let head = "pasal;pilihan;sektor;bobot pertama;bobot Boreal;nilai pertama;nilai Boreal\n";
    let (table, notes) = table_of(format!("{head}{rows}").as_bytes());
    assert_eq!((rules(&notes), table.issues[0].weights), (vec![], [Some(40), Some(60)]));
    let head = "pasal;pilihan;sektor;bobot Nusa;bobot Boreal;nilai Boreal;nilai (Nusa)\n";
    // The section of countries may name them in the other order as well, and by another name.
    let (table, _) = table_of(format!("{head}{rows}\nnegara;Boreal;RI\nBATNA;45;20\n").as_bytes());
    assert_eq!(table.countries.each_ref().map(|it| it.numbers["batna"]), [20, 45]);
    let with = format!("{head}{rows}\nnegara;Boreal;Nusa\nBATNA;45;20\n");
    let (table, _) = table_of(with.as_bytes());
    assert_eq!(table.countries.each_ref().map(|it| it.numbers["batna"]), [20, 45]);

    // Into a scenario, its own countries count, in either language and whatever the order.
    let nusa = builtin::by_id("nusa-boreal").expect("ships with the program");
    let into = |head: &str| {
        let text = format!("pasal;pilihan;{head}\nE;E0;30;10\n;E1;;\n");
        let (table, notes) = read_into(text.as_bytes(), Weights::AsGiven, nusa).expect("a table");
        (table.issues[0].weights, rules(&notes))
    };
    assert_eq!(into("bobot Boreal;bobot Nusa"), ([Some(10), Some(30)], vec![]));
    assert_eq!(into("bobot untuk Boreal;bobot RI"), ([Some(10), Some(30)], vec![]), "the other one");
    assert_eq!(into("bobot Bor;bobot Nus"), ([Some(10), Some(30)], vec![]), "shortened");
    assert_eq!(into("bobot Borael;bobot Nussa"), ([Some(10), Some(30)], vec![]), "mistyped");
    // Where neither is known nothing is guessed, nor where a letter may mean both.
    let refused = |head: &str, scenario: &Scenario| {
        let text = format!("pasal;pilihan;{head}\nE;E0;30;10\n;E1;;\n");
        rules(&read_into(text.as_bytes(), Weights::AsGiven, scenario).expect_err("nobody can say"))
    };
    assert_eq!(refused("bobot RI;bobot RRT", nusa), [("cell-side-unknown", "C1".to_owned())]);
    let mut lettered = nusa.clone();
    for name in [&mut lettered.shared.countries.first.name, &mut lettered.shared.countries.second.name] {
        let other = if name.id == "Nusa" { "Bentala" } else { "Arunika" };
        (name.id, name.en) = (other.to_owned(), other.to_owned());
    }
    assert_eq!(refused("bobot A;bobot B", &lettered), [("cell-side-unknown", "C1".to_owned())]);
}

#[test]
fn a_table_that_exchanges_the_names_of_the_countries_is_refused() {
    let text =
        "pasal;pilihan;nilai pertama;nilai kedua\nE;E0;77;33\n\nnegara;pertama;kedua\nnama;Boreal;Nusa\n";
    let nusa = builtin::by_id("nusa-boreal").expect("ships with the program");
    let source = builtin::source("nusa-boreal").expect("ships with the program");
    let (table, _) = read_into(text.as_bytes(), Weights::AsGiven, nusa).expect("a table");
    let found = merge::merge(source, nusa, &table, Lang::Id).expect_err("exchanged");
    assert_eq!(rules(&found), [("cell-names-swapped", "1".to_owned())]);
}

#[test]
fn countries_without_a_name_get_one_in_each_language() {
    let text =
        "pasal;pilihan;sektor;bobot 1;bobot 2;nilai 1;nilai 2\nE;E0;Energy;100;100;0;100\n;E1;;;;100;0\n";
    let scenario = made(&table_of(text.as_bytes()).0);
    let name = &scenario.shared.countries.first.name;
    assert_eq!((name.id.as_str(), name.en.as_str()), ("Negara A", "Country A"));
    assert!(!scenario.shared.background.long.en.contains("Negara"), "{}", scenario.shared.background.long.en);
}
