//! What stands over a text and does not scroll, and how wide text and header are.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::labels;
use crate::app::layout::Arrangement;
use crate::app::theme::Face;
use crate::library::KeptNote;
use crate::model::{Argument, Aspect, Document, Status, Subject};
use crate::text::{Safe, wrap};

/// Columns of air on the left: the text stands in the middle of a wide screen.
pub(super) fn margin(area: Rect) -> u16 {
    match area.width {
        0..60 => 1,
        60..96 => 3,
        wide => ((wide - 88) / 2).clamp(4, 16),
    }
}

/// Columns of the text's lines.
pub(super) fn measure(area: Rect, context: &Context<'_>) -> usize {
    let room = area.width.saturating_sub(margin(area) + 1);
    usize::from(room.min(context.settings.measure).max(10))
}

/// What stands over the text and does not scroll: markings, the title where nothing else shows it,
/// then source, date and countries.
pub(super) fn lines(
    document: &Document,
    area: Rect,
    arrangement: Arrangement,
    context: &Context<'_>,
) -> Vec<(Safe, Face)> {
    let brief = &document.brief;
    let mut lines: Vec<(Safe, Face)> = banners(document, context);
    let room = usize::from(area.width.saturating_sub(margin(area) + 1)).max(1);
    if matches!(arrangement, Arrangement::Columns) {
        let title = context.title(brief);
        let wrapped = wrap::wrap(title.as_str(), room).into_iter().take(3);
        lines.extend(wrapped.map(|line| (title.slice(line), Face::Strong)));
    }
    let names = brief.source.iter().chain(&brief.author);
    let mut parts: Vec<String> = names.map(|name| context.warned(name, name)).collect();
    parts.push(match brief.date {
        Some(date) if brief.corrected.contains(&Aspect::Date) => context.words.date(date.value),
        Some(date) => context.words.dated(date),
        None => context.words.text("no-date"),
    });
    if !brief.countries.is_empty() {
        parts.push(context.codes(brief));
    }
    if !brief.corrected.is_empty() {
        let words = labels::corrected(context.words, &brief.corrected);
        parts.push(format!("{} {words}", context.glyphs.corrected));
    }
    if !brief.tags.is_empty() {
        parts.push(format!("#{}", brief.tags.join(" #")));
    }
    lines.push((Safe::new(&parts.join(&format!(" {} ", context.glyphs.dot))), Face::Dim));
    lines.extend(added(document, context).map(|line| (line, Face::Emphasis)));
    lines.push((Safe::default(), Face::Text));
    // A header never takes more than half of the pane.
    let most = usize::from(area.height / 2).max(1);
    lines.truncate(most);
    lines
}

/// What the reader added: tags, how many notes on sentences, the first line of the note on the text.
fn added(document: &Document, context: &Context<'_>) -> Option<Safe> {
    let id = &document.brief.id;
    let own: Vec<String> = context.marks.tags(id).map(|tag| format!("#{tag}")).collect();
    let is_whole = |kept: &&KeptNote| matches!(kept.note.subject, Subject::Brief(_));
    let on_text = context.notes.of_brief(id).find(is_whole).map(|kept| kept.note.first_line());
    let on_sentences = context.notes.of_brief(id).filter(|kept| !is_whole(kept)).count();
    let sign = context.glyphs.note;
    let mut parts: Vec<String> = Vec::new();
    if !own.is_empty() {
        let tags = Argument::Text(own.join(" "));
        parts.push(context.words.with("tags-yours", &[("tags", tags)]));
    }
    if on_sentences > 0 {
        parts.push(format!("{sign} {}", context.count("notes-on-sentences", on_sentences)));
    }
    parts.extend(on_text.map(|line| format!("{sign} {line}")));
    let line = parts.join(&format!(" {} ", context.glyphs.dot));
    (!parts.is_empty()).then(|| Safe::new(&line))
}

/// Markings that stay while the text scrolls.
fn banners(document: &Document, context: &Context<'_>) -> Vec<(Safe, Face)> {
    let brief = &document.brief;
    let text = |key: &str, value: &str| {
        let value = Argument::Text(value.to_owned());
        (context.say_with(key, &[("value", value)]), Face::Warning)
    };
    let mut lines = Vec::new();
    lines.extend(brief.classification.iter().map(|value| text("banner-classification", value)));
    lines.extend(brief.embargo.iter().map(|value| text("banner-embargo", value)));
    match brief.status {
        Status::Current => {}
        Status::Corrected => {
            lines.push((context.say("banner-corrected"), Face::Warning));
        }
        Status::Withdrawn => {
            lines.push((context.say("banner-withdrawn"), Face::Warning));
        }
    }
    let amended = context.amended.iter().find(|amendment| amendment.id == brief.id);
    lines.extend(amended.map(|amendment| {
        let fate = Argument::Text(labels::fate(context.words, context.library, amendment));
        (context.say_with("banner-amended", &[("fate", fate)]), Face::Warning)
    }));
    lines
}
