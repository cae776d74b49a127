//! `e`: a wrong title, date or country put right, in the reader's own marks and never in the file.

use super::marks;
use crate::app::effect::Effect;
use crate::app::labels;
use crate::app::message::Target;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::picker::{Kind, Picker, Row};
use crate::app::overlays::prompt::{Before, Prompt, Purpose};
use crate::app::state::State;
use crate::dates;
use crate::model::{
    Aspect, Brief, BriefId, Change, CorrectedDate, Corrections, CountryCode, Field,
};

/// The longest title that is taken, in characters: longer than any, and short enough for a list.
const LONGEST_TITLE: usize = 500;

/// Shows what of a brief can be corrected, each with its present value.
pub(super) fn begin(state: &mut State) -> Vec<Effect> {
    let id = marks::meant(state).filter(|_| state.page.is_none());
    let brief = id.and_then(|id| state.shared.library.brief(&id));
    let Some(brief) = brief else {
        state.notice = Some(Notice::info("nothing-to-correct"));
        return Vec::new();
    };
    let picker = Picker::over(Kind::Corrections, rows(state, brief));
    state.overlay = Some(Overlay::Picker(picker));
    Vec::new()
}

/// A row for each part of a brief, and one for taking all corrections back.
fn rows(state: &State, brief: &Brief) -> Vec<Row> {
    let words = &state.shared.words;
    let row = |aspect| Row {
        label: words.text(labels::aspect(aspect)),
        aside: present(state, brief, aspect),
        target: Some(Target::Correction(brief.id.clone(), aspect)),
        ..Row::default()
    };
    let mut rows: Vec<Row> = [Aspect::Title, Aspect::Date, Aspect::Countries].map(row).into();
    if brief.parent.is_some() || brief.corrected.contains(&Aspect::Related) {
        rows.push(row(Aspect::Related));
    }
    if is_version(state, brief) || !is_copyable(brief) {
        rows.push(row(Aspect::Copy));
    }
    if !brief.corrected.is_empty() {
        rows.push(Row {
            label: words.text("correct-take-back"),
            aside: labels::corrected(words, &brief.corrected),
            target: Some(Target::AsFiled(brief.id.clone())),
            ..Row::default()
        });
    }
    rows
}

/// The present value of a part, for a person.
fn present(state: &State, brief: &Brief, aspect: Aspect) -> String {
    let words = &state.shared.words;
    match aspect {
        Aspect::Title => brief.title.clone(),
        Aspect::Date => match brief.date {
            Some(date) => words.dated(date),
            None => words.text("no-date"),
        },
        Aspect::Countries if brief.countries.is_empty() => words.text("view-no-country"),
        Aspect::Countries => {
            let names: Vec<String> =
                brief.countries.iter().map(|&code| words.country(code)).collect();
            names.join(", ")
        }
        Aspect::Related => {
            words.text(if brief.parent.is_some() { "related" } else { "not-related" })
        }
        Aspect::Copy => words.text(if is_copyable(brief) { "copy" } else { "not-copy" }),
    }
}

/// Whether the brief is folded with other versions of its text.
fn is_version(state: &State, brief: &Brief) -> bool {
    let library = &state.shared.library;
    library.head_of(&brief.id).is_some() || !library.copies(&brief.id).is_empty()
}

/// Whether the brief may be a version of a text, as far as the reader says.
fn is_copyable(brief: &Brief) -> bool {
    !brief.corrected.contains(&Aspect::Copy)
}

/// Asks what a part should be, the present value to be edited; whether a story is related, or a
/// version of a text, is turned round at once.
pub(super) fn ask(state: &mut State, id: &BriefId, aspect: Aspect) -> Vec<Effect> {
    let Some(brief) = state.shared.library.brief(id) else { return gone(state, id) };
    let text = match aspect {
        Aspect::Title => brief.title.clone(),
        Aspect::Date => brief.date.map(|date| date.value.to_string()).unwrap_or_default(),
        Aspect::Countries => {
            let codes: Vec<&str> = brief.countries.iter().map(CountryCode::as_str).collect();
            codes.join(", ")
        }
        Aspect::Related => {
            let is_related = brief.parent.is_some();
            let what = if is_related { "did-not-related" } else { "did-related" };
            let field = Field::NotRelated(is_related);
            return marks::act(state, what, vec![Change { id: id.clone(), field }]);
        }
        Aspect::Copy => {
            let was_copyable = is_copyable(brief);
            let what = if was_copyable { "did-not-copy" } else { "did-copy" };
            let field = Field::NotCopy(was_copyable);
            return marks::act(state, what, vec![Change { id: id.clone(), field }]);
        }
    };
    let prompt = Prompt::new(Purpose::Correct(id.clone(), aspect), &text, Before::default());
    state.overlay = Some(Overlay::Prompt(prompt));
    Vec::new()
}

/// Takes what was typed for a part; where it cannot be taken, says why and the line stays.
pub(super) fn accept(state: &mut State, id: &BriefId, aspect: Aspect, text: &str) -> Vec<Effect> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match aspect {
        Aspect::Title if text.is_empty() => explain(state, Notice::info("correct-title-empty")),
        Aspect::Title => {
            let title: String = text.chars().take(LONGEST_TITLE).collect();
            set(state, id, |corrections| corrections.title = Some(title))
        }
        Aspect::Date => {
            let date = dates::parse(&text);
            if date.is_none() && !text.is_empty() {
                return explain(state, Notice::info("correct-date-unknown").text("value", text));
            }
            set(state, id, |corrections| corrections.date = Some(date.into()))
        }
        Aspect::Countries if text.is_empty() => {
            set(state, id, |corrections| corrections.countries = Some(Vec::new()))
        }
        Aspect::Countries => {
            let generation = state.next_generation();
            if let Some(Overlay::Prompt(prompt)) = &mut state.overlay {
                prompt.awaited = Some(generation);
            }
            vec![Effect::NameCountries { generation, names: text }]
        }
        Aspect::Related | Aspect::Copy => Vec::new(),
    }
}

/// It is known which countries were typed; an answer to an older line is dropped.
pub(super) fn named(
    state: &mut State,
    generation: u64,
    result: Result<Vec<CountryCode>, String>,
) -> Vec<Effect> {
    let Some(Overlay::Prompt(prompt)) = &mut state.overlay else { return Vec::new() };
    if prompt.awaited != Some(generation) {
        return Vec::new();
    }
    prompt.awaited = None;
    let Purpose::Correct(id, Aspect::Countries) = prompt.purpose.clone() else { return Vec::new() };
    match result {
        Ok(countries) => set(state, &id, |corrections| corrections.countries = Some(countries)),
        Err(name) => explain(state, Notice::info("correct-country-unknown").text("name", name)),
    }
}

/// Makes a brief as it is filed again.
pub(super) fn take_back(state: &mut State, id: &BriefId) -> Vec<Effect> {
    change(state, id, "did-uncorrect", &Corrections::default())
}

/// Corrects a part. One that is put back to what the file says is no longer corrected.
fn set(state: &mut State, id: &BriefId, correct: impl FnOnce(&mut Corrections)) -> Vec<Effect> {
    state.overlay = None;
    let library = &state.shared.library;
    let Some(brief) = library.brief(id) else { return gone(state, id) };
    let filed = library.as_filed(brief);
    let mut wanted = state.shared.marking.corrections(id);
    correct(&mut wanted);
    wanted.title = wanted.title.filter(|title| *title != filed.title);
    wanted.countries = wanted.countries.filter(|countries| *countries != filed.countries);
    let date: CorrectedDate = filed.date.map(|date| date.value).into();
    wanted.date = wanted.date.filter(|wanted| *wanted != date);
    change(state, id, "did-correct", &wanted)
}

/// Gives a brief other corrections than it has.
fn change(
    state: &mut State,
    id: &BriefId,
    what: &'static str,
    wanted: &Corrections,
) -> Vec<Effect> {
    let fields = wanted.changes_from(&state.shared.marking.corrections(id));
    if fields.is_empty() {
        return Vec::new();
    }
    let changes = fields.into_iter().map(|field| Change { id: id.clone(), field });
    marks::act(state, what, changes.collect())
}

/// The line stays, and what is wrong with it stands below.
fn explain(state: &mut State, notice: Notice) -> Vec<Effect> {
    state.notice = Some(notice);
    Vec::new()
}

/// The brief is in the library no more.
fn gone(state: &mut State, id: &BriefId) -> Vec<Effect> {
    state.overlay = None;
    explain(state, Notice::info("gone").text("file", id.as_str()))
}
