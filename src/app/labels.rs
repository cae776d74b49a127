//! The words that exports need, from the catalogues.

use std::path::Path;

use crate::export::{Labels, Overview};
use crate::library::{Amendment, Fate, Snapshot};
use crate::messages::Messages;
use crate::model::{
    Agenda, AgendaEvent, Argument, Aspect, BriefId, Digest, DigestHeading, DigestLine, Language,
    Occasion, PartialDate, SectionKind, Standing, Way,
};
use crate::search::find::Mistake;
use crate::store::StateError;

/// The key of a section's heading.
pub fn section(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Changes => "section-changes",
        SectionKind::Coming => "section-coming",
        SectionKind::Level => "section-level",
        SectionKind::Agreements => "section-agreements",
        SectionKind::Figures => "section-figures",
        SectionKind::Visits => "section-visits",
        SectionKind::People => "section-people",
        SectionKind::Check => "section-check",
        SectionKind::KeyPoints => "section-key-points",
        SectionKind::Timeline => "section-timeline",
        SectionKind::Quotes => "section-quotes",
        SectionKind::Partners => "section-partners",
    }
}

/// The key of the name of a brief's part.
pub fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Title => "aspect-title",
        Aspect::Date => "aspect-date",
        Aspect::Countries => "aspect-countries",
        Aspect::Related => "aspect-related",
        Aspect::Copy => "aspect-copy",
    }
}

/// The key of what stands before the line in which a part of a brief is corrected.
pub fn aspect_prompt(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Title => "prompt-correct-title",
        Aspect::Date => "prompt-correct-date",
        Aspect::Countries => "prompt-correct-countries",
        Aspect::Related => "aspect-related",
        Aspect::Copy => "aspect-copy",
    }
}

/// Which parts of a brief are "corrected by you", in words.
pub fn corrected(words: &Messages, aspects: &[Aspect]) -> String {
    let names: Vec<String> = aspects.iter().map(|&part| words.text(aspect(part))).collect();
    words.with("corrected-by-you", &[("what", Argument::Text(names.join(", ")))])
}

/// What became of a brief that was taken along, and how it was: two sentences.
pub fn amendment(words: &Messages, library: &Snapshot, amendment: &Amendment) -> String {
    format!("{} {}", fate(words, library, amendment), taken(words, amendment))
}

/// What became of a brief that was taken along: a sentence.
pub fn fate(words: &Messages, library: &Snapshot, amendment: &Amendment) -> String {
    let by = |key: &str, id: &BriefId| {
        let title = library.brief(id).map_or_else(|| id.to_string(), |brief| brief.title.clone());
        words.with(key, &[("title", Argument::Text(title))])
    };
    match &amendment.fate {
        Fate::Withdrawn => words.text("fate-withdrawn"),
        Fate::Corrected => words.text("fate-corrected"),
        Fate::WithdrawnBy(id) => by("fate-withdrawn-by", id),
        Fate::CorrectedBy(id) => by("fate-corrected-by", id),
        Fate::ReplacedBy(id) => by("fate-replaced-by", id),
        Fate::OtherText => words.text("fate-other-text"),
    }
}

/// How and when a brief was taken along: "Copied on 12 May 2025, starred on 2 June 2025."
fn taken(words: &Messages, amendment: &Amendment) -> String {
    let ways = amendment.taken.iter().map(|(way, moment)| {
        let day = moment.day().map(|day| words.date(day)).unwrap_or_default();
        words.with(self::way(*way), &[("day", Argument::Text(day))])
    });
    let ways: Vec<String> = ways.collect();
    words.with("taken-ways", &[("ways", Argument::Text(ways.join(", ")))])
}

/// The key of a way in which a brief is taken along.
fn way(way: Way) -> &'static str {
    match way {
        Way::Copied => "way-copied",
        Way::Exported => "way-exported",
        Way::Printed => "way-printed",
        Way::Collected => "way-collected",
        Way::Starred => "way-starred",
        Way::Acknowledged => "way-acknowledged",
    }
}

/// Why something is not kept, as part of a sentence: the reason before the folder, which may be cut off.
pub fn not_kept(words: &Messages, error: &StateError) -> String {
    let about = |key: &str, path: &Path| {
        words.with(key, &[("path", Argument::Text(path.display().to_string()))])
    };
    match error {
        StateError::NoHome => words.text("state-no-home"),
        StateError::Foreign(path) => about("state-foreign", path),
        StateError::OpenToOthers(path) => about("state-open", path),
        StateError::NotPlain(path) => about("state-not-plain", path),
        StateError::Full(path) => about("state-full", path),
        StateError::ReadOnly(path) => about("state-read-only", path),
        StateError::Busy(path) => about("state-busy", path),
        StateError::Changed(path) => about("state-changed", path),
        StateError::NoLocks(path) => about("state-no-locks", path),
        StateError::Failed { path, reason } => {
            let path = Argument::Text(path.display().to_string());
            let arguments = [("path", path), ("detail", Argument::Text(reason.clone()))];
            words.with("state-failed", &arguments)
        }
    }
}

/// Lends the labels of a language to an export.
pub fn with_labels<T>(words: &Messages, export: impl FnOnce(&Labels<'_>) -> T) -> T {
    let french = words.language() == Language::French;
    let text = |key: &str| words.text(key);
    export(&Labels {
        language: words.language().code(),
        source: &text("export-source"),
        date: &text("export-date"),
        countries: &text("export-countries"),
        author: &text("export-author"),
        file: &text("export-file"),
        tags: &text("export-tags"),
        own_tags: &text("export-own-tags"),
        own_notes: &text("export-own-notes"),
        undated: &text("no-date"),
        classification: &text("export-classification"),
        embargo: &text("export-embargo"),
        corrected: &text("status-corrected"),
        withdrawn: &text("status-withdrawn"),
        corrected_by_reader: &text("export-corrected"),
        aspect: &|part| words.text(aspect(part)),
        links: &text("export-links"),
        notes: &text("export-notes"),
        basket: &text("basket"),
        as_of: &text("export-as-of"),
        briefs: &text("export-briefs"),
        quotation_marks: if french { ("«\u{a0}", "\u{a0}»") } else { ("“", "”") },
        colon: if french { "\u{a0}: " } else { ": " },
        section: &|kind| words.text(section(kind)),
        country: &|code| words.country(code),
        in_words: &|date: PartialDate| words.date(date),
        line: &|line| words.line_in_full(line),
        overview: words,
    })
}

/// Countries that are named one by one in a line.
pub const MOST_NAMED: usize = 12;

impl Overview for Messages {
    fn digest_title(&self, digest: &Digest) -> String {
        format!("{}, {}", self.text("digest-name"), self.digest_days(digest))
    }

    fn digest_facts(&self, digest: &Digest) -> Vec<(String, String)> {
        let left_out = match digest.left_out {
            0 => String::new(),
            lines => self.lines_left_out(lines),
        };
        let facts = [
            ("export-briefs", self.digest_counts(&digest.counts)),
            ("digest-unshown", self.countries(&digest.unshown, MOST_NAMED)),
            ("digest-quiet", self.countries(&digest.quiet, MOST_NAMED)),
            ("digest-left-out-label", left_out),
            ("digest-signs-label", self.text("digest-signs")),
        ];
        facts.into_iter().map(|(label, value)| (self.text(label), value)).collect()
    }

    fn other_partners(&self) -> String {
        self.text("by-partner-none")
    }

    fn left_out(&self, lines: usize) -> (String, String) {
        (self.text("digest-left-out-label"), self.lines_left_out(lines))
    }

    fn heading(&self, heading: DigestHeading) -> String {
        self.digest_heading(heading)
    }

    fn sign(&self, novelty: Standing) -> String {
        self.novelty_sign(novelty).to_owned()
    }

    fn news(&self, line: &DigestLine) -> String {
        self.news(line)
    }

    fn agenda_title(&self, agenda: &Agenda) -> String {
        let day = ("day", Argument::Text(self.date(agenda.as_of)));
        self.with("agenda-title", &[day])
    }

    fn agenda_headings(&self) -> [String; 2] {
        ["agenda-coming", "agenda-past"].map(|key| self.text(key))
    }

    fn occasion(&self, occasion: Occasion) -> String {
        self.occasion(occasion)
    }

    fn dates(&self, event: &AgendaEvent) -> String {
        self.event_dates(event)
    }

    fn event(&self, event: &AgendaEvent) -> String {
        self.event(event)
    }

    fn event_title(&self, event: &AgendaEvent) -> String {
        self.event_title(event)
    }
}

/// The key of the sentence that says what is wrong with a pattern; it names the `place`.
pub(super) fn mistake(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::GroupOpen => "pattern-group-open",
        Mistake::GroupClosed => "pattern-group-closed",
        Mistake::ClassOpen => "pattern-class-open",
        Mistake::Range => "pattern-range",
        Mistake::NothingRepeated => "pattern-nothing-repeated",
        Mistake::Count => "pattern-count",
        Mistake::Escape => "pattern-escape",
        Mistake::Unsupported => "pattern-unsupported",
        Mistake::TooLarge => "pattern-too-large",
        Mistake::Other => "pattern-other",
    }
}
