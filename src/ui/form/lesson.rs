//! Pages around the talks themselves: news, the teaching note, the quiz.

use super::pages::{FEW, SOME};
use super::sheet::Sheet;
use crate::scenario::Seat;
use crate::scenario::author::{Edit, Path};
use crate::scenario::file::Whom;
use crate::ui::parts::{columns, heading, note};
use egui::{Ui, WidgetInfo, WidgetType};

impl Sheet<'_> {
    pub(super) fn news_page(&mut self, ui: &mut Ui) {
        let list = Path::of("news");
        note(ui, self.look.palette, self.get("field-scenario-news"));
        for no in 0..self.form.document.count(&list) {
            let news = list.no(no);
            self.card(ui, |sheet, ui| {
                let name = sheet.item_name(&news.name("title"), no);
                heading(ui, &name);
                sheet.item_buttons(ui, &list, no, &name);
                sheet.words(ui, &news.name("title"), FEW);
                sheet.words(ui, &news.name("text"), SOME);
                columns::<2>(ui, 14.0, |ui, column| {
                    if column == 0 {
                        sheet.id(ui, &news);
                        sheet.whole(ui, &news.name("round"));
                        sheet.whole(ui, &news.name("chance"));
                    } else {
                        sheet.pair(ui, &news.name("batna"));
                        let trust = news.name("trust");
                        sheet.head(ui, &trust);
                        if sheet.optional(ui, &trust, "author-add-trust", "whom") {
                            let names = Whom::ALL.map(Whom::name);
                            sheet.named(ui, &trust.name("whom"), "author-whom-", &names, None);
                            sheet.whole(ui, &trust.name("signal"));
                        }
                    }
                });
                sheet.news_values(ui, &news);
                sheet.problems(ui, &news);
            });
        }
        self.add_button(ui, &list, "author-add-news");
    }

    /// What a piece of news changes of the values of options.
    fn news_values(&mut self, ui: &mut Ui, news: &Path) {
        let table = news.name("values");
        let text = self.label(&table);
        if !self.fold(ui, &table, &text) {
            return;
        }
        for issue in 0..self.form.document.issue_ids().len() {
            let at = Path::of("issues").no(issue);
            for (no, id) in self.form.document.option_ids(issue).into_iter().enumerate() {
                let label = self.item_name(&at.name("options").no(no).name("label"), no);
                ui.horizontal_wrapped(|ui| {
                    for seat in Seat::ALL {
                        self.sign(ui, seat);
                        let path = table.name(&id).no(seat.index());
                        self.number(
                            ui,
                            &path,
                            &format!("{text} \u{b7} {id} \u{b7} {}", self.country_name(seat)),
                        );
                    }
                    ui.label(format!("{id} \u{b7} {label}"));
                });
            }
        }
        self.problems(ui, &table);
    }

    pub(super) fn teaching_page(&mut self, ui: &mut Ui) {
        for field in ["usual", "potential"] {
            self.card(ui, |sheet, ui| sheet.words(ui, &Path::of("teaching").name(field), SOME));
        }
        for (field, key) in [("aims", "author-add-aim"), ("questions", "author-add-question")] {
            let list = Path::of("teaching").name(field);
            self.card(ui, |sheet, ui| {
                sheet.head(ui, &list);
                sheet.texts(ui, &list, key);
            });
        }
    }

    /// A list of texts in both languages.
    fn texts(&mut self, ui: &mut Ui, list: &Path, key: &str) {
        for no in 0..self.form.document.count(list) {
            let name = self.item_name(&list.no(no), no);
            self.item_buttons(ui, list, no, &name);
            self.words_plain(ui, &list.no(no), FEW);
            self.problems(ui, &list.no(no));
            ui.add_space(4.0);
        }
        self.add_button(ui, list, key);
    }

    pub(super) fn quiz_page(&mut self, ui: &mut Ui) {
        let list = Path::of("quiz");
        for no in 0..self.form.document.count(&list) {
            let item = list.no(no);
            self.card(ui, |sheet, ui| {
                let name = sheet.item_name(&item.name("question"), no);
                sheet.item_buttons(ui, &list, no, &name);
                sheet.words(ui, &item.name("question"), FEW);
                let answers = item.name("answers");
                sheet.head(ui, &answers);
                let right = item.name("right");
                let chosen = sheet.form.document.whole(&right);
                for answer in 0..sheet.form.document.count(&answers) {
                    let number = i32::try_from(answer + 1).unwrap_or(1);
                    let is_right = sheet.get("author-right");
                    let said = sheet.item_name(&answers.no(answer), answer);
                    let radio = ui.radio(chosen == Some(number), &is_right);
                    radio.widget_info(|| {
                        let name = format!("{is_right}: {said}");
                        WidgetInfo::selected(WidgetType::RadioButton, true, chosen == Some(number), name)
                    });
                    if radio.clicked() {
                        sheet.form.apply(&Edit::Whole(right.clone(), number), &right);
                    }
                    sheet.words_plain(ui, &answers.no(answer), FEW);
                    sheet.item_buttons(ui, &answers, answer, &said);
                    sheet.problems(ui, &answers.no(answer));
                }
                sheet.problems(ui, &right);
                sheet.add_button(ui, &answers, "author-add-answer");
                sheet.words(ui, &item.name("why"), FEW);
            });
        }
        self.add_button(ui, &list, "author-add-quiz");
    }
}
