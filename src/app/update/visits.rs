//! From when on a page tells what is new (`t`), and how far it was seen (`m`): opening one marks nothing.

use super::{marks, pages};
use crate::app::effect::Effect;
use crate::app::message::Target;
use crate::app::notice::Notice;
use crate::app::overlays::Overlay;
use crate::app::overlays::picker::{Kind, Picker, Row};
use crate::app::overlays::prompt::{Before, Prompt, Purpose};
use crate::app::panes::page::PagePane;
use crate::app::state::State;
use crate::app::topic::Topic;
use crate::dates;
use crate::model::{Argument, BriefId, Change, Field, Period, Visit};

/// The days of the periods to pick from.
const DAYS: [u16; 2] = [7, 30];

/// `t`: the periods to pick from.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let Some(topic) = state.page.as_ref().map(PagePane::topic) else { return no_page(state) };
    let country = match topic {
        Topic::Country(country) | Topic::Pair(country, _) => Some(country),
        Topic::Digest => None,
        Topic::Agenda => return no_page(state),
    };
    let words = &state.shared.words;
    let visit = country.and_then(|country| state.shared.marking.shown().visit(country));
    let last = match visit {
        Some(visit) => words.date(visit.on),
        None => words.text("period-no-visit"),
    };
    let row = |label: String, aside: String, period: Option<Period>| Row {
        label,
        aside,
        target: Some(Target::Period(period)),
        ..Row::default()
    };
    let text = |key: &str| words.text(key);
    let mut rows = Vec::new();
    // Visits are of one country, and over all of them everything is no news.
    rows.extend(country.map(|_| row(text("period-visit"), last, Some(Period::Visit))));
    let days = DAYS.map(|days| {
        let label = words.with("period-days", &[("days", Argument::Number(i64::from(days)))]);
        row(label, String::new(), Some(Period::Days(days)))
    });
    rows.extend(days);
    rows.push(row(text("period-day"), String::new(), None));
    rows.extend(country.map(|_| row(text("period-all"), String::new(), Some(Period::All))));
    state.overlay = Some(Overlay::Picker(Picker::over(Kind::Period, rows)));
    Vec::new()
}

/// Asks for a day.
pub(super) fn ask_day(state: &mut State) -> Vec<Effect> {
    let prompt = Prompt::new(Purpose::Period, "", Before::default());
    state.overlay = Some(Overlay::Prompt(prompt));
    Vec::new()
}

/// Takes a day that was typed, or a period as the command line has them; what is neither is said, and the line stays.
pub(super) fn accept(state: &mut State, text: &str) -> Vec<Effect> {
    let Some(period) = dates::period(text) else {
        state.notice = Some(Notice::info("period-no-day").text("value", text));
        return Vec::new();
    };
    state.overlay = None;
    choose(state, period)
}

/// Has pages tell what is new from then on.
pub(super) fn choose(state: &mut State, period: Period) -> Vec<Effect> {
    state.period = period;
    pages::follow(state).into_iter().collect()
}

/// `m`: the page was seen up to the newest brief that it was compiled from.
pub(super) fn seen(state: &mut State) -> Vec<Effect> {
    let Some(Topic::Country(country)) = state.page.as_ref().map(PagePane::topic) else {
        return no_page(state);
    };
    let Some(until) = state.page.as_ref().and_then(|page| page.summary_of_country()?.scope.until)
    else {
        state.notice = Some(Notice::info("page-not-there"));
        return Vec::new();
    };
    let visit = Visit { until, on: state.shared.today };
    let id = BriefId::of_country(country);
    let changes = vec![Change { id, field: Field::Visited(Some(visit)) }];
    marks::act_saying(state, "did-see", changes, Some(Notice::info("page-seen")))
}

fn no_page(state: &mut State) -> Vec<Effect> {
    state.notice = Some(Notice::info("no-page-here"));
    Vec::new()
}
