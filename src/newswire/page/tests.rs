//! Pages in the shapes of newspapers: what is read, and what is left out.

use super::*;
use crate::model::{Block, DroppedKind, Language, Span, TextKind};

const MENU: &str =
    "<nav><ul><li><a href=/>Accueil</a></li><li>Monde</li><li>Europe</li></ul></nav>";
const COOKIES: &str = "<div id=consent><p>Nous utilisons des cookies pour mesurer l'audience de nos pages, que vous pouvez refuser.</p><button>Accepter</button></div>";
const SHARE: &str = "<div class=share><a href=#>Facebook</a> <a href=#>Twitter</a></div>";
const CAROUSEL: &str = "<aside class=related><h2>À lire aussi</h2><article><h3>Le traité de Rome a soixante ans</h3><time datetime=2017-03-25>25 mars 2017</time><p>Six pays ont signé à Rome, le 25 mars 1957, les traités qui instituent la CEE et Euratom.</p></article></aside>";
const COMMENTS: &str = "<section id=comments><h3>Commentaires (2)</h3><p>Un rappel utile des dates de ce traité, que je connaissais mal, merci à la rédaction.</p></section>";
const FOOTER: &str = "<footer><p>© Le Journal. Tous droits réservés.</p></footer>";
const TITLE: &str = "Le traité de Paris a institué la CECA";
const TEXT: [&str; 3] = [
    "Le traité instituant la Communauté européenne du charbon et de l'acier a été signé à Paris le 18 avril 1951 par six pays.",
    "Il est entré en vigueur le 23 juillet 1952 pour une durée de cinquante ans, et la Haute Autorité s'est installée à Luxembourg.",
    "Jean Monnet en fut le premier président, de 1952 à 1955, avant que René Mayer ne lui succède à la tête de l'institution.",
];

fn paragraphs() -> String {
    TEXT.map(|text| format!("<p>{text}</p>")).concat()
}

/// The words of each block, after a look at all spans.
fn body(page: &Page) -> Vec<String> {
    let words = |block: &Block| {
        for run in block.runs() {
            let there = run.span.slice(&page.text);
            let is_joined = run.text == " " && there == Some("\n");
            assert!(is_joined || there == Some(run.text.as_str()), "{run:?}");
        }
        block.plain_text()
    };
    page.dispatch.main.body.blocks.iter().map(words).collect()
}

fn of(page: &Page, span: Option<Span>) -> &str {
    span.and_then(|span| span.slice(&page.text)).unwrap_or_default()
}

fn kinds(page: &Page) -> Vec<DroppedKind> {
    page.dispatch.main.dropped.iter().map(|dropped| dropped.kind).collect()
}

#[test]
fn a_page_of_a_newspaper() {
    let html = format!(
        "<!DOCTYPE html><html lang=fr><head><title>{TITLE} - Le Journal</title><meta property=og:site_name content='Le Journal'>\
         <link rel=canonical href='https://journal.example/ceca'><meta property='og:title' content=\"{TITLE}\">\
         <script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"{TITLE}\",\
         \"datePublished\":\"2002-07-23T23:30:00+02:00\",\"author\":{{\"name\":\"La rédaction\"}}}}</script><style>p{{}}</style></head><body>{COOKIES}\
         <header>{MENU}</header><main><article><h1>{TITLE}</h1><p class=chapo>Six pays ont fondé la première Communauté.</p>{SHARE}\
         <figure><img src=a><figcaption>La signature au Quai d'Orsay.</figcaption></figure>{}<h2>La fin du traité</h2>\
         <p>Le traité a expiré le 23 juillet 2002 &amp; ses droits ont passé à la Communauté européenne, comme prévu.</p>\
         <ul><li>La Belgique en était</li></ul><p>Oui.</p></article>{CAROUSEL}{COMMENTS}</main>{FOOTER}<script>var p = '<p>';</script></body></html>",
        paragraphs()
    );
    let page = read(&html);
    let main = &page.dispatch.main;
    assert_eq!(of(&page, main.title), TITLE);
    assert_eq!(main.date.map(|date| date.value.to_string()).as_deref(), Some("2002-07-23"));
    assert_eq!(main.source.as_deref(), Some("Le Journal"));
    assert_eq!(main.url.as_deref(), Some("https://journal.example/ceca"));
    assert_eq!(main.author.as_deref(), Some("La rédaction"));
    assert_eq!(main.language, Some(Language::French));
    let body = body(&page);
    assert_eq!(body[0], "Six pays ont fondé la première Communauté.");
    assert_eq!(body[1..4], TEXT);
    assert_eq!(body[4], "La fin du traité");
    assert!(body[5].contains("2002 & ses droits"));
    assert_eq!(body[6..], ["La Belgique en était", "Oui."]);
    let kind = |at: usize| match &main.body.blocks[at] {
        Block::Text { kind, .. } => *kind,
        _ => TextKind::Code,
    };
    assert_eq!((kind(4), kind(6)), (TextKind::Heading(2), TextKind::Item(None)));
    for kind in [DroppedKind::Caption, DroppedKind::Furniture, DroppedKind::RelatedHeading] {
        assert!(kinds(&page).contains(&kind), "{kind:?}");
    }
    let [child] = page.dispatch.related.as_slice() else { panic!("{:?}", page.dispatch.related) };
    assert_eq!(of(&page, child.title), "Le traité de Rome a soixante ans");
    assert_eq!(child.date.map(|date| date.value.to_string()).as_deref(), Some("2017-03-25"));
    assert!(!page.text.contains("var p") && !page.text.contains("p{}"));
}

#[test]
fn a_page_without_a_word_for_machines() {
    let html = format!(
        "<html><body><table><tr><td>{MENU}</td><td><font size=5><b>{TITLE}</b></font><br>23 juillet 2002<br><br>PARIS (AFP) - {}<br><br>{}<br><br>{} (AFP)</td></tr></table>{CAROUSEL}",
        TEXT[0], TEXT[1], TEXT[2]
    );
    let page = read(&html);
    let main = &page.dispatch.main;
    assert_eq!(of(&page, main.title), TITLE);
    assert_eq!(main.date.map(|date| date.value.to_string()).as_deref(), Some("2002-07-23"));
    assert_eq!((of(&page, main.place), main.source.as_deref()), ("PARIS", Some("AFP")));
    assert_eq!(body(&page), TEXT);
}

#[test]
fn a_short_page_is_not_its_carousel() {
    let html = format!("<html><body>{MENU}<h1>{TITLE}</h1><p>{}</p>{CAROUSEL}{FOOTER}", TEXT[0]);
    let page = read(&html);
    assert_eq!(body(&page), TEXT[..1]);
    assert_eq!((page.dispatch.main.date, page.dispatch.related.len()), (None, 1));
}

#[test]
fn a_headline_that_only_machines_see() {
    let html = format!(
        "<html><head><meta property='og:title' content='{TITLE}'></head><body>{}",
        paragraphs()
    );
    let page = read(&html);
    assert_eq!(of(&page, page.dispatch.main.title), TITLE);
    assert_eq!(body(&page), TEXT);
}

#[test]
fn pages_are_known_by_their_first_words() {
    for text in [
        "<!DOCTYPE html><p>",
        "\n <html lang=fr>",
        "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC>",
        "<!-- saved -->\n<html>",
    ] {
        assert!(is_page(text, false), "{text}");
    }
    for text in ["< 5 % de croissance", "<p>Un texte", "<htmlx>", "Le <html> du texte", ""] {
        assert!(!is_page(text, false), "{text}");
    }
    assert!(is_page("<p>Un texte", true) && is_page("Un texte<br>", true));
    assert!(!is_page("Un texte de 1957, x < y, sans aucune balise.", true));
}

#[test]
fn hostile_pages_are_read_in_bounded_time() {
    let deep = format!("{}<p>{}", "<div>".repeat(100_000), TEXT[0]);
    let flood = "<".repeat(1_000_000);
    let letters = format!("<p>{}", "&amp;&eacute;&nosuch;&".repeat(50_000));
    let bold: String = (0..20_000)
        .flat_map(|at| ["<b id=".to_owned(), at.to_string(), "><p>x".to_owned()])
        .collect();
    let lists = "<ul><li>".repeat(50_000);
    let tables = "<table><tr><td>".repeat(30_000);
    let attributes = format!("<div {}>{}", "a=1 ".repeat(100_000), TEXT[0]);
    let svg = "<svg>".repeat(100_000);
    let started = std::time::Instant::now();
    for html in [&deep, &flood, &letters, &bold, &lists, &tables, &attributes, &svg] {
        body(&read(html));
    }
    assert!(body(&read(&deep)).concat().contains(TEXT[0]));
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

proptest::proptest! {
    #[test]
    fn any_markup_is_read(parts in proptest::collection::vec(
        "</?(p|div|li|ul|table|tr|td|b|a|h1|h2|aside|article|figure|pre|br|script|style|svg|title|time)( [a-z]+=['\"]?[a-z]*['\"]?)?>|\\PC{0,20}|À lire aussi|<!--|-->|&amp;|(mot ){20,40}fin\\.",
        0..60,
    )) {
        body(&read(&parts.concat()));
    }
}
