//! A small brief and a small country page for tests, of public facts.

use crate::model::{
    Agenda, AgendaEvent, Block, Body, Brief, BriefId, Citation, CountryCode, DateBasis, DateStamp,
    Depth, Digest, DigestHeading, DigestLine, Document, Language, Link, Occasion, PartialDate,
    Phrase, Run, RunStyle, Section, SectionKind, Sentence, Span, Standing, Status, Summary,
    SummaryLine, SummaryScope, TextKind, TitleBasis,
};

use super::{Labels, Overview};

/// Two sentences; every span of the fixtures indexes this.
pub(super) const DECODED: &str = "Astana est la capitale du Kazakhstan depuis le 10 décembre 1997. Elle compte un million d’habitants.";

pub(super) fn code(code: &str) -> CountryCode {
    code.parse().expect("a code")
}

pub(super) fn date(date: &str) -> PartialDate {
    date.parse().expect("a date")
}

/// Words that say just what they are given.
struct Plain;

impl Overview for Plain {
    fn digest_title(&self, digest: &Digest) -> String {
        format!("À la une, {} – {}", digest.since, digest.as_of)
    }

    fn digest_facts(&self, digest: &Digest) -> Vec<(String, String)> {
        vec![("Briefs".into(), digest.counts.briefs.to_string())]
    }

    fn other_partners(&self) -> String {
        "Autres".into()
    }

    fn left_out(&self, lines: usize) -> (String, String) {
        ("Omis".into(), lines.to_string())
    }

    fn heading(&self, heading: DigestHeading) -> String {
        format!("{heading:?}")
    }

    fn sign(&self, novelty: Standing) -> String {
        format!("{novelty:?}")
    }

    fn news(&self, line: &DigestLine) -> String {
        verbatim(&line.line)
    }

    fn agenda_title(&self, agenda: &Agenda) -> String {
        format!("Agenda au {}", agenda.as_of)
    }

    fn agenda_headings(&self) -> [String; 2] {
        ["À venir".into(), "Passé".into()]
    }

    fn occasion(&self, occasion: Occasion) -> String {
        format!("{occasion:?}")
    }

    fn dates(&self, event: &AgendaEvent) -> String {
        event.from.value.to_string()
    }

    fn event(&self, event: &AgendaEvent) -> String {
        verbatim(&event.line)
    }

    fn event_title(&self, event: &AgendaEvent) -> String {
        let month = event.from.value.day().is_none();
        let note = if month { format!(" ({})", event.from.value) } else { String::new() };
        format!("{}{note}", verbatim(&event.line))
    }
}

fn verbatim(line: &SummaryLine) -> String {
    match &line.text {
        Phrase::Verbatim(words) => words.clone(),
        other => format!("{other:?}"),
    }
}

/// The brief of [`document`].
pub(super) fn brief() -> Brief {
    document(Vec::new()).brief
}

/// Runs the test with French words.
pub(super) fn with_labels<T>(test: impl FnOnce(&Labels<'_>) -> T) -> T {
    test(&Labels {
        language: "fr",
        source: "Source",
        date: "Date",
        countries: "Pays",
        author: "Auteur",
        file: "Fichier",
        tags: "Étiquettes",
        own_tags: "Mes étiquettes",
        own_notes: "Mes notes",
        undated: "sans date",
        classification: "Classification",
        embargo: "Embargo",
        corrected: "CORRIGÉ",
        withdrawn: "RETIRÉ",
        corrected_by_reader: "Corrigé par le lecteur",
        aspect: &|aspect| format!("{aspect:?}"),
        links: "Liens",
        notes: "Sources citées",
        basket: "Panier",
        as_of: "au",
        briefs: "Briefs",
        quotation_marks: ("« ", " »"),
        colon: " : ",
        section: &|kind| format!("{kind:?}"),
        country: &|code| if code.as_str() == "KZ" { "Kazakhstan".into() } else { code.to_string() },
        in_words: &|date| date.to_string(),
        line: &|line| match &line.text {
            Phrase::Partner(country, briefs) => format!("{country} ({briefs} briefs)"),
            Phrase::Verbatim(words) => words.replace('\n', " "),
            other => format!("{other:?}"),
        },
        overview: &Plain,
    })
}

pub(super) fn run(text: &str) -> Run {
    Run { text: text.into(), span: Span::default(), style: RunStyle::default(), link: None }
}

pub(super) fn block(kind: TextKind, runs: Vec<Run>) -> Block {
    let list = u8::from(matches!(kind, TextKind::Item(_)));
    Block::Text { kind, depth: Depth { quote: 0, list }, runs }
}

pub(super) fn document(blocks: Vec<Block>) -> Document {
    let end = DECODED.find(". ").expect("two sentences") + 1;
    let span = Span::new(0, end);
    Document {
        brief: Brief {
            id: BriefId::from("p:1"),
            file: "kz/capitale.md".into(),
            part: 0,
            parent: None,
            title: "Astana, capitale".into(),
            title_basis: TitleBasis::Stated,
            date: Some(DateStamp { value: date("2022-09-17"), basis: DateBasis::Inferred }),
            place: Some("Almaty".into()),
            source: Some("Agence".into()),
            source_url: None,
            author: None,
            language: Some(Language::French),
            countries: vec![code("KZ"), code("UZ")],
            status: Status::Current,
            replaces: None,
            tags: Vec::new(),
            embargo: None,
            classification: None,
            words: 0,
            corrected: Vec::new(),
        },
        decoded: DECODED.into(),
        body: Body {
            blocks,
            links: vec![Link { target: "https://example.org/a?b=1&c=<2>".into() }],
        },
        sentences: vec![Sentence { span, text: DECODED[..end].into(), block: 0 }],
        dates: Vec::new(),
        people: Vec::new(),
        facts: Vec::new(),
        evidence: Vec::new(),
        dropped: Vec::new(),
        title: None,
        diagnostics: Vec::new(),
    }
}

pub(super) fn citation() -> Citation {
    let span = Span::new(0, DECODED.find(". ").expect("two sentences") + 1);
    Citation {
        id: BriefId::from("p:1"),
        file: "kz/capitale.md".into(),
        span,
        sentence: DECODED[span.range()].into(),
        words: None,
    }
}

pub(super) fn summary() -> Summary {
    let citation = citation();
    let line = |text, date| SummaryLine::new(text, date, vec![citation.clone()]);
    let stamp = DateStamp { value: date("1997-12-10"), basis: DateBasis::Stated };
    let said = Phrase::Verbatim(citation.sentence.clone());
    Summary {
        country: code("KZ"),
        with: None,
        as_of: date("2025-05-13"),
        scope: SummaryScope { briefs: 1, undated: 1, ..SummaryScope::default() },
        left_out: 0,
        by_partner: false,
        sections: vec![
            Section { kind: SectionKind::Timeline, lines: vec![line(said, Some(stamp))] },
            Section {
                kind: SectionKind::Partners,
                lines: vec![line(Phrase::Partner(code("UZ"), 1), None)],
            },
        ],
    }
}
