//! The page of an issue with its options, and the page of a country's groups.

use super::pages::{FEW, SOME};
use super::sheet::Sheet;
use super::weights::Share;
use crate::scenario::author::{Edit, Path, country};
use crate::scenario::{Feature, IssueNo, Kind, Pillar, Seat, Sector};
use crate::ui::parts::{columns, heading, note, strong};
use egui::Ui;

impl Sheet<'_> {
    pub(super) fn issue_page(&mut self, ui: &mut Ui, issue: IssueNo) {
        let list = Path::of("issues");
        let at = list.no(issue);
        let name = self.item_name(&at.name("title"), issue);
        self.item_buttons(ui, &list, issue, &name);
        self.problems_of(ui, &at);
        let kind = self.form.document.plain(&at.name("kind")).and_then(Kind::from_name);
        let kind = kind.unwrap_or(Kind::Substance);
        self.card(ui, |sheet, ui| {
            sheet.words(ui, &at.name("title"), FEW);
            sheet.words(ui, &at.name("about"), SOME);
            columns::<2>(ui, 14.0, |ui, column| {
                if column == 0 {
                    let sectors = Sector::ALL.map(|it| (it.name(), sheet.look.words.sector(it)));
                    let none = (kind != Kind::Substance).then(|| sheet.get("author-no-sector"));
                    sheet.choice(ui, &at.name("sector"), &sectors, none);
                    sheet.id(ui, &at);
                } else {
                    let names = Kind::ALL.map(Kind::name);
                    sheet.named(ui, &at.name("kind"), "author-kind-", &names, Some("author-kind-default"));
                    sheet.fact(ui, &at.name("reserve"));
                }
            });
        });
        let options = at.name("options");
        heading(ui, &self.label(&options));
        for no in 0..self.form.document.count(&options) {
            self.card(ui, |sheet, ui| sheet.option(ui, issue, no, kind));
        }
        self.add_button(ui, &options, "author-add-option");
    }

    /// One option.
    fn option(&mut self, ui: &mut Ui, issue: IssueNo, no: usize, kind: Kind) {
        let list = Path::of("issues").no(issue).name("options");
        let at = list.no(no);
        let ids = self.form.document.option_ids(issue);
        let id = ids.get(no).cloned().unwrap_or_default();
        let label = self.item_name(&at.name("label"), no);
        ui.label(strong(format!("{id} \u{b7} {label}")));
        self.item_buttons(ui, &list, no, &format!("{id} \u{b7} {label}"));
        self.problems_of(ui, &at);
        self.words(ui, &at.name("label"), FEW);
        self.words(ui, &at.name("article"), SOME);
        columns::<2>(ui, 14.0, |ui, column| {
            if column == 0 {
                match kind {
                    Kind::Substance => self.pair(ui, &at.name("value")),
                    Kind::Clauses => {}
                    Kind::Instrument => {
                        self.whole(ui, &at.name("obligation"));
                        self.whole(ui, &at.name("quota"));
                    }
                }
                self.id(ui, &at);
            } else {
                self.status_quo(ui, issue, &id);
                self.lock(ui, &at, &id);
                self.fact(ui, &at.name("harmful"));
            }
        });
        let effects = self.get("author-effects");
        // The id beside it: several of these stand on one page.
        if self.fold(ui, &at, &format!("{effects} \u{b7} {id}")) {
            self.effects(ui, &at);
        }
    }

    /// Whether an option holds without agreement.
    fn status_quo(&mut self, ui: &mut Ui, issue: IssueNo, id: &str) {
        let path = Path::of("issues").no(issue).name("status_quo");
        let first = self.form.document.option_ids(issue).first().cloned();
        let own = self.form.document.plain(&path).map(str::to_owned).or(first);
        self.head(ui, &path);
        let name = format!("{} \u{b7} {id}", self.get("author-is-status-quo"));
        if ui.radio(own.as_deref() == Some(id), name).clicked() {
            self.form.apply(&Edit::Text(path.clone(), id.to_owned()), &path);
        }
        if own.as_deref() == Some(id) {
            self.problems(ui, &path);
        }
    }

    /// What opens an option: nothing, an exchange of interests, or a mediator.
    fn lock(&mut self, ui: &mut Ui, at: &Path, id: &str) {
        let (locked, sweetener) = (at.name("locked"), at.name("sweetener"));
        let document = &self.form.document;
        let own = usize::from(document.fact(&locked)) + 2 * usize::from(document.fact(&sweetener));
        let keys = ["author-open", "author-bridge", "author-sweetener"];
        ui.add_space(4.0);
        ui.label(strong(self.get("author-lock")));
        for (no, key) in keys.into_iter().enumerate() {
            if ui.radio(own == no, format!("{} \u{b7} {id}", self.get(key))).clicked() {
                let edits = vec![Edit::Fact(locked.clone(), no == 1), Edit::Fact(sweetener.clone(), no == 2)];
                self.form.apply(&Edit::All(edits), at);
            }
        }
        note(ui, self.look.palette, self.get("author-lock-help"));
        self.problems(ui, &locked);
        self.problems(ui, &sweetener);
    }

    /// What an option does besides its values.
    fn effects(&mut self, ui: &mut Ui, at: &Path) {
        columns::<2>(ui, 14.0, |ui, column| {
            if column == 0 {
                let pillars = at.name("pillars");
                self.head(ui, &pillars);
                for pillar in Pillar::ALL {
                    self.short_number(ui, &pillars.name(pillar.name()));
                }
                for field in ["sovereignty", "dependence", "effort"] {
                    self.pair(ui, &at.name(field));
                }
            } else {
                let features = at.name("features");
                self.head(ui, &features);
                for feature in Feature::ALL {
                    self.short_number(ui, &features.name(feature.name()));
                }
            }
        });
        for seat in Seat::ALL {
            let name = self.country_name(seat);
            ui.horizontal(|ui| {
                self.sign(ui, seat);
                ui.label(strong(name));
            });
            self.sectors(ui, &at.name("meets").name(country(seat)));
        }
    }

    /// A number of a table: empty where there is none.
    pub(super) fn row_number(&mut self, ui: &mut Ui, path: &Path, name: &str) {
        let before = self.form.document.has(path);
        let slot = (path.clone(), None);
        let blank = self.form.typed.get(&slot).is_some_and(|text| text.trim().is_empty());
        self.number(ui, path, name);
        if before && blank {
            self.form.apply(&Edit::Clear(path.clone()), path);
        }
    }

    pub(super) fn groups_page(&mut self, ui: &mut Ui, seat: Seat) {
        let list = Path::of(country(seat)).name("groups");
        let count = self.form.document.count(&list);
        let country_name = self.country_name(seat);
        let colour = self.colours[seat];
        self.hundred_help(ui);
        self.card(ui, |sheet, ui| {
            sheet.head(ui, &list);
            let shares: Vec<Share> = (0..count)
                .map(|no| {
                    let path = list.no(no).name("influence");
                    let name = sheet.item_name(&list.no(no).name("name"), no);
                    Share {
                        short: name.clone(),
                        name,
                        points: sheet.form.document.whole(&path).unwrap_or(0),
                        path,
                    }
                })
                .collect();
            let whose = sheet.get("label-groups-influence");
            sheet.hundred(ui, &list, &whose, &shares, colour);
        });
        for no in 0..count {
            self.card(ui, |sheet, ui| sheet.group(ui, &list, no, &country_name));
        }
        self.add_button(ui, &list, "author-add-group");
    }

    /// One group.
    fn group(&mut self, ui: &mut Ui, list: &Path, no: usize, country: &str) {
        let at = list.no(no);
        let name = self.item_name(&at.name("name"), no);
        heading(ui, &name);
        self.item_buttons(ui, list, no, &name);
        self.problems_of(ui, &at);
        self.words(ui, &at.name("name"), FEW);
        let by_pillar = self.form.document.has(&at.name("pillar"));
        ui.add_space(4.0);
        ui.label(strong(self.get("author-measure")));
        for (pillar, key) in [(false, "author-by-weights"), (true, "author-by-pillar")] {
            let label = format!("{} \u{b7} {name}", self.get(key));
            if ui.radio(by_pillar == pillar, label).clicked() && by_pillar != pillar {
                let edit = if pillar { self.to_pillar(&at) } else { self.to_weights(list, &at) };
                self.form.apply(&edit, &at);
            }
        }
        if by_pillar {
            let pillars = Pillar::ALL.map(Pillar::name);
            self.named(ui, &at.name("pillar"), "label-pillars-", &pillars, None);
            self.whole(ui, &at.name("at_least"));
        } else {
            let table = at.name("weights");
            self.head(ui, &table);
            let (counted, _) = self.shares(&table);
            let whose = format!("{country} \u{b7} {name}");
            let colour = self.look.palette.brass;
            self.hundred(ui, &table, &whose, &counted, colour);
            self.problems(ui, &table);
            self.whole(ui, &at.name("threshold"));
        }
    }

    fn to_pillar(&self, at: &Path) -> Edit {
        Edit::All(vec![
            Edit::Clear(at.name("weights")),
            Edit::Clear(at.name("threshold")),
            Edit::Choice(at.name("pillar"), Pillar::Society.name().to_owned()),
            Edit::Whole(at.name("at_least"), 0),
        ])
    }

    /// The group begins with the weights of its country.
    fn to_weights(&self, list: &Path, at: &Path) -> Edit {
        let mut edits = vec![Edit::Clear(at.name("pillar")), Edit::Clear(at.name("at_least"))];
        if let Some((country, _)) = list.split() {
            let (counted, _) = self.shares(&country.name("weights"));
            for share in counted.iter().filter(|it| it.points > 0) {
                edits.push(Edit::Whole(at.name("weights").name(&share.short), share.points));
            }
        }
        edits.push(Edit::Whole(at.name("threshold"), 30));
        Edit::All(edits)
    }
}
