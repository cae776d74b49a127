//! The text: one document, set to its pane, with what is found, cited or left out in it.
//!
//! The pane holds its own share of the document, so that nothing that happens to the library moves
//! what is being read.

mod finding;
mod header;
mod highlight;
mod sentences;

use std::sync::Arc;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::layout::Arrangement;
use crate::app::list::Motion;
use crate::app::notice::Notice;
use crate::app::paint::Canvas;
use crate::app::theme::Face;
use crate::app::typeset::{Place, Typeset};
use crate::library::{ContentHash, Edition, Snapshot};
use crate::model::{Brief, BriefId, Change, Document, Field, ReadingPosition, Span};
use crate::text::{Safe, wrap};
use finding::Find;
pub(in crate::app) use finding::{Bookmark, Found};
pub(in crate::app) use sentences::Passage;

/// The reader.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct ReaderPane {
    document: Option<Arc<Document>>,
    /// What its file held when it was opened.
    contents: Option<ContentHash>,
    /// What its file held when the reader last heard of it.
    pub(in crate::app) told: Option<ContentHash>,
    /// The brief that was asked for and is not here yet.
    pub(in crate::app) awaited: Option<BriefId>,
    /// Why the last brief that was asked for is not here.
    failure: Option<Notice>,
    set: Typeset,
    /// The measure, and whether dropped lines are shown, that `set` was made for.
    set_for: Option<(usize, bool)>,
    top: usize,
    /// Where the reader went last: what a change of the window comes back to.
    anchor: Option<Anchor>,
    area: Rect,
    header: Vec<(Safe, Face)>,
    shows_dropped: bool,
    find: Option<Find>,
    /// Whether it stands where a search led, and was not moved since: that is no place where reading stopped.
    is_entered: bool,
    cited: Option<Span>,
    /// The sentence under the cursor, by its place in the document.
    chosen: Option<usize>,
    /// Whether the reader walks from sentence to sentence; else the cursor only chooses one for a note.
    walks: bool,
    /// Sentences that have a note.
    noted: Vec<Span>,
}

/// A place in the text, and the line it had on top at a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Anchor {
    place: Place,
    measure: usize,
    top: usize,
}

impl ReaderPane {
    /// What is being read.
    pub(in crate::app) fn document(&self) -> Option<&Arc<Document>> {
        self.document.as_ref()
    }

    /// The id of what is being read.
    pub(in crate::app) fn id(&self) -> Option<&BriefId> {
        self.document.as_ref().map(|document| &document.brief.id)
    }

    /// Whether it shows this brief or waits for it.
    pub(in crate::app) fn is_on(&self, id: &BriefId) -> bool {
        self.awaited.as_ref().map_or(self.id() == Some(id), |awaited| awaited == id)
    }

    /// What its file held when it was opened.
    pub(in crate::app) fn contents(&self) -> Option<ContentHash> {
        self.contents
    }

    /// Shows a brief from where it was left.
    pub(in crate::app) fn show(
        &mut self,
        Edition { document, contents }: Edition,
        position: Option<&ReadingPosition>,
        context: &Context<'_>,
    ) {
        self.awaited = None;
        self.failure = None;
        self.find = None;
        self.cited = None;
        self.shows_dropped = false;
        self.is_entered = false;
        self.set_for = None;
        self.told = context.library.contents(&document.brief.id);
        self.document = Some(document);
        self.contents = Some(contents);
        self.top = 0;
        self.chosen = None;
        self.walks = false;
        self.annotate(context);
        self.typeset(context);
        if let (Some(document), Some(position)) = (&self.document, position) {
            self.top = self.set.line_at(position, &document.body);
        }
        self.drop_anchor();
        self.clamp();
    }

    /// Takes over what the reader corrected in the brief that is shown; the text stays where it is.
    pub(in crate::app) fn correct(&mut self, library: &Snapshot) {
        let Some(document) = &mut self.document else { return };
        let Some(brief) = library.brief(&document.brief.id) else { return };
        if brief.corrected.is_empty() && document.brief.corrected.is_empty() {
            return;
        }
        if **brief != document.brief {
            Arc::make_mut(document).brief = Brief::clone(brief);
        }
    }

    /// Says why a brief cannot be shown.
    pub(in crate::app) fn fail(&mut self, notice: Notice) {
        *self = Self { area: self.area, failure: Some(notice), ..Self::default() };
    }

    /// The change that keeps the place where reading stopped, if it is not the one kept already.
    pub(in crate::app) fn position_change(
        &self,
        known: Option<&ReadingPosition>,
    ) -> Option<Change> {
        let document = self.document.as_ref().filter(|_| !self.is_entered)?;
        let place = self.anchor.as_ref().map(|anchor| anchor.place);
        let is_known = match (place, known) {
            (Some(place), Some(known)) => place.is_at(known),
            (place, known) => place.is_none() && known.is_none(),
        };
        if is_known {
            return None;
        }
        let position = place.and_then(|place| place.position(&document.body));
        Some(Change { id: document.brief.id.clone(), field: Field::Position(position) })
    }

    /// Keeps the place of the first line of text in sight, or of the last one above it; at the start
    /// there is none to keep.
    fn drop_anchor(&mut self) {
        let (set, top) = (&self.set, self.top);
        let place = self.document.as_ref().filter(|_| top > 0).and_then(|document| {
            let on = |line: usize| set.place(line, &document.body);
            let has_text =
                |line: &usize| set.lines.get(*line).is_some_and(|l| !l.segments.is_empty());
            let first = (top..set.lines.len()).find(has_text);
            first.and_then(on).or_else(|| (0..top).rev().find_map(on))
        });
        let measure = self.set_for.map_or(0, |(measure, _)| measure);
        self.anchor = place.map(|place| Anchor { place, measure, top });
    }

    /// Comes back to the place that is kept.
    fn come_back(&mut self) {
        let (Some(document), Some(anchor)) = (&self.document, &self.anchor) else { return };
        let same = self.set_for.is_some_and(|(measure, _)| measure == anchor.measure);
        self.top =
            if same { anchor.top } else { self.set.line_at_place(anchor.place, &document.body) };
    }

    /// Highlights a sentence and brings it into sight, a third from the top; returns whether the text holds it.
    pub(in crate::app) fn cite(&mut self, passage: &Passage) -> bool {
        self.find = None;
        self.cited = self.document.as_ref().and_then(|document| passage.place(document));
        if let Some(span) = self.cited {
            self.bring_into_sight(span);
        }
        self.cited.is_some()
    }

    /// Whether what was left out of the text is shown.
    pub(in crate::app) fn shows_dropped(&self) -> bool {
        self.shows_dropped
    }

    /// Shows or hides what was left out of the text.
    pub(in crate::app) fn toggle_dropped(&mut self, context: &Context<'_>) -> bool {
        let any = self.document.as_ref().is_some_and(|document| !document.dropped.is_empty());
        if any {
            self.shows_dropped = !self.shows_dropped;
            // What was found did not look where text comes up now.
            self.find = None;
            let before = self.set.lines.len();
            self.typeset(context);
            if self.shows_dropped {
                self.top = before.saturating_sub(3);
            }
            self.clamp();
            self.drop_anchor();
        }
        any
    }

    /// Scrolls the text.
    pub(in crate::app) fn scroll(&mut self, motion: Motion) {
        let rows = motion.rows(self.height());
        self.is_entered = false;
        self.top = self.top.saturating_add_signed(rows);
        self.clamp();
        self.drop_anchor();
        self.follow_text(rows > 0);
    }

    /// Whether the end of the text is in sight.
    pub(in crate::app) fn at_end(&self) -> bool {
        self.top >= self.last_top()
    }

    /// How far the reader is, in per cent of the lines; 100 when the end is in sight.
    pub(in crate::app) fn per_cent(&self) -> usize {
        let seen = (self.top + self.height()).min(self.set.lines.len());
        (seen * 100).checked_div(self.set.lines.len()).unwrap_or(100)
    }

    /// Forgets what was looked for and what was cited; returns whether there was anything.
    pub(in crate::app) fn forget(&mut self) -> bool {
        let found = self.find.take().is_some();
        let chosen = self.chosen.take().is_some();
        self.walks = false;
        self.cited.take().is_some() || found || chosen
    }

    /// Scrolls only where a place is out of sight.
    fn bring_into_sight(&mut self, span: Span) {
        let Some(line) = self.set.line_of(span) else { return };
        if line < self.top || line >= self.top + self.height() {
            self.top = line.saturating_sub(self.height() / 3);
            self.clamp();
            self.drop_anchor();
        }
    }

    /// Rows that the text has.
    fn height(&self) -> usize {
        usize::from(self.text_area().height).max(1)
    }

    /// The first line of the last screen.
    fn last_top(&self) -> usize {
        self.set.lines.len().saturating_sub(self.height())
    }

    /// Keeps the top within the text.
    fn clamp(&mut self) {
        self.top = self.top.min(self.last_top());
    }

    /// Fits the pane to its rectangle, the text staying where it is.
    pub(in crate::app) fn fit(
        &mut self,
        area: Rect,
        arrangement: Arrangement,
        context: &Context<'_>,
    ) {
        let moved = self.area != area;
        self.area = area;
        self.header = match &self.document {
            Some(document) if !area.is_empty() => {
                header::lines(document, area, arrangement, context)
            }
            _ => Vec::new(),
        };
        let wanted = (header::measure(area, context), self.shows_dropped);
        if self.set_for != Some(wanted) && !area.is_empty() {
            self.typeset(context);
        }
        if moved && !area.is_empty() {
            self.come_back();
        }
        self.clamp();
    }

    /// Sets the text anew.
    fn typeset(&mut self, context: &Context<'_>) {
        let Some(document) = &self.document else { return };
        let measure = header::measure(self.area, context);
        self.set = Typeset::new(document, measure, context.glyphs);
        self.set.explain_links(document, measure, context);
        self.set.add_dropped(document, self.shows_dropped, measure, context);
        self.set_for = Some((measure, self.shows_dropped));
    }

    /// The part of the pane below the header.
    fn text_area(&self) -> Rect {
        let rows = u16::try_from(self.header.len()).unwrap_or(u16::MAX).min(self.area.height);
        let left = header::margin(self.area);
        Rect {
            x: self.area.x + left,
            y: self.area.y + rows,
            width: self.area.width.saturating_sub(left),
            height: self.area.height - rows,
        }
    }

    /// Paints the pane.
    pub(in crate::app) fn render(&self, canvas: &mut Canvas<'_>, context: &Context<'_>) {
        let area = self.area;
        let left = header::margin(area);
        if self.document.is_none() {
            let (text, face) = match &self.failure {
                Some(notice) => (context.say_with(notice.key, &notice.arguments), Face::Warning),
                None if self.awaited.is_some() => return,
                None => (context.say("empty-reader"), Face::Dim),
            };
            let lines = wrap::wrap(text.as_str(), header::measure(area, context));
            for (line, y) in lines.into_iter().zip(area.y + 1..area.bottom()) {
                canvas.put(area.x + left, y, area.width, &text.slice(line), face);
            }
            return;
        }
        for ((text, face), y) in self.header.iter().zip(area.top()..area.bottom()) {
            canvas.put(area.x + left, y, area.width.saturating_sub(left), text, *face);
        }
        let text = self.text_area();
        let highlights = highlight::Highlights {
            cited: self.chosen_span().or(self.cited),
            find: self.find.as_ref(),
        };
        for (line, y) in self.set.lines.iter().skip(self.top).zip(text.top()..text.bottom()) {
            highlight::paint_line(canvas, text, y, line, &highlights);
            if sentences::starts_on(line, &self.noted) {
                canvas.sign(text.x.saturating_sub(1), y, canvas.glyphs.note, Face::Key);
            } else if self.chosen_span().is_some_and(|chosen| sentences::is_on(line, chosen)) {
                canvas.sign(text.x.saturating_sub(1), y, canvas.glyphs.cursor, Face::Key);
            }
        }
    }
}
