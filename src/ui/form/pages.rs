//! Pages of the form that are fields one below the other: general, story, countries, scoring.

use super::sheet::Sheet;
use crate::scenario::author::{Edit, Path, country};
use crate::scenario::check::colour_of;
use crate::scenario::file::{Baseline, LensName, Show, Total};
use crate::scenario::{Difficulty, Seat, Sector};
use crate::ui::parts::{card, columns, heading, note, strong};
use egui::Ui;

/// Rows of a field for a few words, for a sentence or two, and for paragraphs.
pub(super) const FEW: usize = 1;
pub(super) const SOME: usize = 2;
const MANY: usize = 8;

impl Sheet<'_> {
    /// A choice whose names have words under `prefix`, in small letters.
    pub(super) fn named(
        &mut self,
        ui: &mut Ui,
        path: &Path,
        prefix: &str,
        names: &[&'static str],
        none: Option<&str>,
    ) {
        let key = |name: &str| {
            let mut key = prefix.to_owned();
            for c in name.chars() {
                if c.is_uppercase() && !key.ends_with('-') {
                    key.push('-');
                }
                key.extend(c.to_lowercase());
            }
            key
        };
        let names: Vec<(&str, String)> = names.iter().map(|name| (*name, self.get(&key(name)))).collect();
        let none = none.map(|key| self.get(key));
        self.choice(ui, path, &names, none);
    }

    pub(super) fn general_page(&mut self, ui: &mut Ui) {
        let at = Path::of;
        self.card(ui, |sheet, ui| {
            sheet.words(ui, &at("title"), FEW);
            sheet.words(ui, &at("summary"), SOME);
        });
        self.card(ui, |sheet, ui| {
            columns::<2>(ui, 14.0, |ui, column| {
                if column == 0 {
                    sheet.text(ui, &at("author"));
                    sheet.text(ui, &at("licence"));
                    sheet.text(ui, &at("version"));
                    sheet.text(ui, &at("based_on"));
                    sheet.id(ui, &Path::default());
                } else {
                    let names = Difficulty::ALL.map(Difficulty::name);
                    sheet.named(ui, &at("difficulty"), "difficulty-", &names, None);
                    sheet.whole(ui, &at("reading_minutes"));
                    for field in ["rounds", "actions", "minutes"] {
                        sheet.whole(ui, &at("timing").name(field));
                    }
                }
            });
        });
        self.card(ui, |sheet, ui| {
            let case = at("inspired_by");
            sheet.head(ui, &case);
            if sheet.optional(ui, &case, "author-add-case", "title") {
                sheet.words(ui, &case.name("title"), FEW);
                sheet.words(ui, &case.name("text"), SOME);
            }
            ui.add_space(6.0);
            sheet.fact(ui, &at("real_names"));
        });
    }

    pub(super) fn story_page(&mut self, ui: &mut Ui) {
        self.card(ui, |sheet, ui| {
            sheet.words(ui, &Path::of("background.long"), MANY);
            sheet.words(ui, &Path::of("background.short"), SOME);
        });
        let facts = Path::of("facts");
        heading(ui, &self.label(&facts));
        for no in 0..self.form.document.count(&facts) {
            let fact = facts.no(no);
            self.card(ui, |sheet, ui| {
                let name = sheet.item_name(&fact.name("text"), no);
                sheet.item_buttons(ui, &facts, no, &name);
                sheet.words(ui, &fact.name("text"), SOME);
                columns::<2>(ui, 14.0, |ui, column| {
                    sheet.text(ui, &fact.name(["source", "date"][column]));
                });
            });
        }
        self.add_button(ui, &facts, "author-add-fact");
    }

    pub(super) fn country_page(&mut self, ui: &mut Ui, seat: Seat) {
        let own = Path::of(country(seat));
        self.card(ui, |sheet, ui| {
            sheet.words(ui, &own.name("name"), FEW);
            sheet.colour(ui, &own.name("colour"));
        });
        self.card(ui, |sheet, ui| {
            sheet.head(ui, &own.name("role"));
            sheet.words(ui, &own.name("role").name("long"), MANY);
            sheet.words(ui, &own.name("role").name("short"), SOME);
        });
        self.card(ui, |sheet, ui| {
            sheet.whole(ui, &own.name("batna"));
            sheet.words(ui, &own.name("batna_story"), SOME);
        });
        self.card(ui, |sheet, ui| sheet.sectors(ui, &own.name("needs")));
        self.card(ui, |sheet, ui| sheet.red_lines(ui, seat));
        self.card(ui, |sheet, ui| {
            columns::<2>(ui, 14.0, |ui, column| {
                let fields = [
                    ["development", "dependence", "patience", "capacity"].as_slice(),
                    ["trust", "rivalry", "status_quo_ante"].as_slice(),
                ];
                for field in fields[column] {
                    sheet.whole(ui, &own.name(field));
                }
            });
        });
        self.card(ui, |sheet, ui| {
            let exposure = own.name("exposure");
            sheet.head(ui, &exposure);
            for field in ["pandemic", "energy", "climate", "security", "politics"] {
                sheet.short_number(ui, &exposure.name(field));
            }
        });
    }

    /// A number with its label behind it, for lists of alike ones.
    pub(super) fn short_number(&mut self, ui: &mut Ui, path: &Path) {
        let label = self.label(path);
        ui.horizontal_wrapped(|ui| {
            self.number(ui, path, &label);
            ui.label(&label);
        });
        self.problems(ui, path);
    }

    /// A number for each sector: needs, or how far they are met.
    pub(super) fn sectors(&mut self, ui: &mut Ui, table: &Path) {
        self.head(ui, table);
        let label = self.label(table);
        columns::<2>(ui, 10.0, |ui, column| {
            for sector in Sector::ALL.into_iter().skip(column * 5).take(5) {
                let path = table.name(sector.name());
                let name = self.look.words.sector(sector);
                ui.horizontal_wrapped(|ui| {
                    self.row_number(ui, &path, &format!("{label} \u{b7} {name}"));
                    ui.label(&name);
                });
                self.problems(ui, &path);
            }
        });
        self.problems(ui, table);
    }

    /// The colour of a country, as it is written and as it looks.
    fn colour(&mut self, ui: &mut Ui, path: &Path) {
        self.text(ui, path);
        let written = self.form.document.plain(path).unwrap_or_default();
        let Some(mut colour) = colour_of(written) else { return };
        let response = ui.color_edit_button_srgb(&mut colour);
        super::fields::name_it(&response, &self.label(path));
        if response.changed() {
            let text = format!("#{:02x}{:02x}{:02x}", colour[0], colour[1], colour[2]);
            self.form.type_in(&Edit::Text(path.clone(), text), path);
            self.form.typed.remove(&(path.clone(), None));
        }
    }

    /// The options that a country must never sign, as boxes to tick.
    fn red_lines(&mut self, ui: &mut Ui, seat: Seat) {
        let path = Path::of(country(seat)).name("red_lines");
        self.head(ui, &path);
        let lines = self.form.document.red_lines(seat);
        let issues = self.form.document.issue_ids().len();
        for issue in 0..issues {
            let at = Path::of("issues").no(issue);
            ui.label(strong(self.item_name(&at.name("title"), issue)));
            ui.horizontal_wrapped(|ui| {
                for (no, id) in self.form.document.option_ids(issue).into_iter().enumerate() {
                    let label = self.item_name(&at.name("options").no(no).name("label"), no);
                    let mut red = lines.contains(&id);
                    let name = format!("{id} \u{b7} {label}");
                    if ui.checkbox(&mut red, name).changed() {
                        self.form.apply(&Edit::RedLine(seat, id, red), &path);
                    }
                }
            });
        }
        self.problems(ui, &path);
    }

    pub(super) fn scoring_page(&mut self, ui: &mut Ui) {
        let at = |field: &str| Path::of("scoring").name(field);
        note(ui, self.look.palette, self.get("author-scoring-help"));
        self.card(ui, |sheet, ui| {
            sheet.head(ui, &at("checks"));
            for field in ["min_share", "min_efficiency", "max_coercion", "need_critical", "need_met"] {
                sheet.whole(ui, &at("checks").name(field));
            }
            sheet.fact(ui, &at("checks").name("no_net_harm"));
        });
        self.card(ui, |sheet, ui| {
            sheet.head(ui, &at("fairness"));
            let fields = [
                "equality",
                "equity",
                "maximin",
                "special_treatment",
                "alpha_contribution",
                "development_gap",
            ];
            for field in fields {
                sheet.short_number(ui, &at("fairness").name(field));
            }
            sheet.problems(ui, &at("fairness"));
        });
        self.card(ui, |sheet, ui| {
            for field in ["years", "storm"] {
                sheet.whole(ui, &at("implementation").name(field));
            }
            let names = Baseline::ALL.map(Baseline::name);
            sheet.named(ui, &at("baseline"), "author-baseline-", &names, Some("author-default"));
            let names = Total::ALL.map(Total::name);
            sheet.named(ui, &at("total_score"), "author-total-", &names, Some("author-no-total"));
        });
        self.card(ui, |sheet, ui| {
            sheet.head(ui, &at("principles"));
            for number in 1..=crate::scenario::schema::PRINCIPLES {
                let path = at("principles").name(&format!("P{number}"));
                let own = sheet.form.document.plain(&path).unwrap_or("Show").to_owned();
                ui.horizontal_wrapped(|ui| {
                    ui.label(strong(format!("P{number}")));
                    for (show, key) in
                        Show::ALL.into_iter().zip(["author-show", "author-hide", "author-emphasise"])
                    {
                        let name = sheet.get(key);
                        if ui.radio(own == show.name(), format!("{name} (P{number})")).clicked() {
                            sheet.form.apply(&Edit::Choice(path.clone(), show.name().to_owned()), &path);
                        }
                    }
                });
            }
        });
        self.card(ui, |sheet, ui| {
            sheet.head(ui, &at("lenses"));
            let path = at("lenses");
            let own: Vec<String> = sheet.form.document.names(&path).into_iter().map(str::to_owned).collect();
            let shows = |lens: LensName| own.is_empty() || own.iter().any(|it| it == lens.name());
            for lens in LensName::ALL {
                let mut shown = shows(lens);
                let name = sheet.get(&format!("lens-{}", lens.name().to_lowercase()));
                if ui.checkbox(&mut shown, name).changed() {
                    let all = LensName::ALL.into_iter();
                    let left = all.filter(|it| if *it == lens { shown } else { shows(*it) });
                    let names: Vec<String> = left.map(|it| it.name().to_owned()).collect();
                    let whole = names.is_empty() || names.len() == LensName::ALL.len();
                    let edit =
                        if whole { Edit::Clear(path.clone()) } else { Edit::Names(path.clone(), names) };
                    sheet.form.apply(&edit, &path);
                }
            }
            note(ui, sheet.look.palette, sheet.get("author-lenses-help"));
            sheet.problems(ui, &path);
        });
        self.exact_card(ui);
    }

    /// A part that a file need not have: a button to begin it, or one to take it out; whether it is there.
    pub(super) fn optional(&mut self, ui: &mut Ui, part: &Path, key: &str, first: &str) -> bool {
        let there = self.form.document.has(part);
        let label = self.label(part);
        if !there {
            if ui.add(egui::Button::new(self.get(key)).wrap()).clicked() {
                let edit = match first {
                    "whom" => Edit::All(vec![
                        Edit::Choice(part.name("whom"), "Drawn".to_owned()),
                        Edit::Whole(part.name("signal"), -20),
                    ]),
                    _ => Edit::All(vec![
                        Edit::Words(part.name("title"), None, self.get("author-case-title")),
                        Edit::Words(part.name("text"), None, self.get("author-case-text")),
                    ]),
                };
                self.form.apply(&edit, part);
            }
            return false;
        }
        let said = self.look.words.with("author-remove", &[("name", &label)]);
        if ui.add(egui::Button::new(&said).wrap()).clicked() {
            self.form.apply(&Edit::Clear(part.clone()), part);
            return false;
        }
        true
    }

    /// A framed piece of the page.
    pub(super) fn card(&mut self, ui: &mut Ui, add: impl FnOnce(&mut Self, &mut Ui)) {
        let palette = self.look.palette;
        card(ui, palette, |ui| add(self, ui));
        ui.add_space(8.0);
    }
}
