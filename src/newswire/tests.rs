//! The shapes of dispatches, in sentences of public facts.

use super::*;
use crate::model::DroppedKind::{
    self, Caption, Counter, Furniture, Header, PhotoCredit, ReadAlso, RelatedHeading, SignOff,
    SourceLine,
};
use crate::model::{Block, DateBasis};

/// A story as a reader would tell it.
struct Told<'t> {
    text: &'t str,
    story: &'t Story,
}

impl<'t> Told<'t> {
    fn title(&self) -> Option<&'t str> {
        self.story.title.and_then(|span| span.slice(self.text))
    }

    fn place(&self) -> Option<&'t str> {
        self.story.place.and_then(|span| span.slice(self.text))
    }

    fn date(&self) -> Option<(String, DateBasis)> {
        self.story.date.map(|stamp| (stamp.value.to_string(), stamp.basis))
    }

    fn body(&self) -> Vec<String> {
        self.story.body.blocks.iter().map(Block::plain_text).collect()
    }

    fn dropped(&self) -> Vec<(u32, DroppedKind)> {
        self.story.dropped.iter().map(|dropped| (dropped.line, dropped.kind)).collect()
    }
}

/// Reads a file of one dispatch.
#[track_caller]
fn read(text: &str) -> Dispatch {
    let mut dispatches = super::read(text);
    assert_eq!(dispatches.len(), 1, "{text:?}");
    dispatches.swap_remove(0)
}

fn told<'t>(text: &'t str, story: &'t Story) -> Told<'t> {
    Told { text, story }
}

/// Spans lie on the file, runs say what stands there, and nothing is both kept and dropped.
#[track_caller]
fn check_spans(text: &str, dispatch: &Dispatch) {
    for story in std::iter::once(&dispatch.main).chain(&dispatch.related) {
        let mut end = 0;
        for run in story.body.blocks.iter().flat_map(Block::runs) {
            let slice = run.span.slice(text).expect("a span on the text");
            assert!(run.text == slice || run.text == " ", "{:?} is not {slice:?}", run.text);
            assert!(run.span.start >= end, "runs in order");
            end = run.span.end;
            let both = story.dropped.iter().find(|dropped| dropped.span.overlaps(run.span));
            assert!(both.is_none(), "kept and dropped: {both:?}");
        }
        for span in [story.title, story.kicker, story.place].into_iter().flatten() {
            assert!(span.slice(text).is_some());
        }
        assert!(story.dropped.iter().all(|dropped| dropped.span.slice(text).is_some()));
    }
}

const AGENCY: &str = "\
Le traité de Rome et ses six signataires

Le 25 mars 1957, six pays ont signé à Rome les traités qui instituent la Communauté économique européenne et Euratom.
Le traité de Rome et ses six signataires ảnh 1La salle des Horaces et des Curiaces, au Capitole. Photo: ANSA

Rome (ANSA) - Les représentants de la Belgique, de la France, de l'Italie, du Luxembourg, des Pays-Bas et de la République fédérale d'Allemagne ont signé les deux textes au Capitole.

Les Six ont publié une [Déclaration commune] sur Berlin, et « [la France] y tient », a dit un délégué.

[Les Six fondent la Communauté du charbon et de l'acier]

Le traité est entré en vigueur après sa ratification par les six parlements nationaux, et l'union douanière en 1968. -ANSA

Voir plus

Le siège des Nations unies à New York, le 24 octobre. Photo : ONU

La Charte des Nations unies a quatre-vingts ans

La Charte, signée à San Francisco par cinquante pays, est entrée en vigueur le mardi 24 octobre, et fonde l'organisation.

Le Palais des Nations. Photo: ONU

Genève accueille la conférence du désarmement

La conférence du désarmement siège à Genève depuis 1979 et compte soixante-cinq membres, dont les cinq puissances nucléaires reconnues par le traité de non-prolifération.
";

#[test]
fn an_agency_page_with_related_stories() {
    let dispatch = read(AGENCY);
    check_spans(AGENCY, &dispatch);
    let main = told(AGENCY, &dispatch.main);
    assert_eq!(main.title(), Some("Le traité de Rome et ses six signataires"));
    assert_eq!((main.place(), dispatch.main.source.as_deref()), (Some("Rome"), Some("ANSA")));
    assert_eq!(main.date(), None, "a date in the text is not the date of the text");
    let body = main.body();
    assert_eq!(body.len(), 4);
    assert!(body[1].starts_with("Les représentants de la Belgique"));
    assert_eq!(
        body[2],
        "Les Six ont publié une Déclaration commune sur Berlin, et « [la France] y tient », a dit un délégué."
    );
    assert!(body[3].ends_with("l'union douanière en 1968."));
    assert_eq!(
        main.dropped(),
        [(4, Caption), (6, Header), (10, ReadAlso), (12, SignOff), (14, RelatedHeading)]
    );
}

#[test]
fn related_stories_stand_alone() {
    let dispatch = read(AGENCY);
    let [first, second] = &dispatch.related[..] else { panic!("two stories") };
    let (first, second) = (told(AGENCY, first), told(AGENCY, second));
    assert_eq!(first.title(), Some("La Charte des Nations unies a quatre-vingts ans"));
    assert_eq!((first.body().len(), first.dropped()), (1, vec![(16, Caption)]));
    assert_eq!(second.title(), Some("Genève accueille la conférence du désarmement"));
    assert_eq!((second.body().len(), second.date()), (1, None));
}

#[test]
fn what_a_related_story_leaves_out_stands_in_order() {
    let text = "Sommet à Minsk\n\nLe sommet s'est ouvert à Minsk le 12 mai 2025 en présence de tous les membres de l'organisation régionale.\n\n\
        Voir plus\n\nUn titre sans texte\n\nLe palais à Minsk. Photo : Bureau\n\nUn deuxième titre\n\n\
        Le palais de la capitale a été ouvert au public le 13 mai 2025, après deux années de travaux de rénovation.\n";
    let dispatch = read(text);
    check_spans(text, &dispatch);
    let dropped = told(text, &dispatch.related[0]).dropped();
    assert_eq!(dropped, [(7, ReadAlso), (9, Caption)]);
}

#[test]
fn a_month_in_the_head() {
    let text = " date 1975-08 Conférence d'Helsinki\n\nTrente-cinq États signent l'acte final\n\nLes dirigeants de trente-cinq États ont signé l'acte final de la conférence sur la sécurité et la coopération en Europe.\n\nPhoto : ADN\n\nLe texte énonce dix principes, dont l'inviolabilité des frontières et le respect des droits de l'homme.\n\nADN/APN";
    let dispatch = read(text);
    check_spans(text, &dispatch);
    let main = told(text, &dispatch.main);
    assert_eq!(main.title(), Some("Trente-cinq États signent l'acte final"));
    assert_eq!(main.date(), Some(("1975-08".into(), DateBasis::Stated)));
    assert_eq!(
        dispatch.main.kicker.and_then(|span| span.slice(text)),
        Some("Conférence d'Helsinki")
    );
    assert_eq!(dispatch.main.source.as_deref(), Some("ADN/APN"));
    assert_eq!(main.dropped(), [(1, Header), (7, PhotoCredit), (11, SignOff)]);
    let with_day = text.replace("Les dirigeants", "HELSINKI, 1er août (ADN) - Les dirigeants");
    let dispatch = read(&with_day);
    assert_eq!(
        told(&with_day, &dispatch.main).date(),
        Some(("1975-08-01".into(), DateBasis::Stated))
    );
}

#[test]
fn no_title_and_no_date() {
    let text = "Le traité sur l'Antarctique, signé à Washington par douze pays et entré en vigueur en 1961, réserve le continent à des activités pacifiques et à la recherche scientifique.\nLes prétentions territoriales y sont gelées, et toute mesure de nature militaire y est interdite par son premier article.\nSource : https://www.ats.aq/f/antarctictreaty.html\nComment (0)";
    let dispatch = read(text);
    check_spans(text, &dispatch);
    let main = told(text, &dispatch.main);
    assert_eq!((main.title(), main.date(), main.body().len()), (None, None, 2));
    assert_eq!(dispatch.main.url.as_deref(), Some("https://www.ats.aq/f/antarctictreaty.html"));
    assert_eq!(dispatch.main.source.as_deref(), Some("ats.aq"));
    assert_eq!(main.dropped(), [(3, SourceLine), (4, Counter)]);
}

#[test]
fn wrapped_wire() {
    let text = "NORTH ATLANTIC TREATY SIGNED\n\n    WASHINGTON, April 4, 1949 - The foreign ministers of twelve\ncountries signed the North Atlantic Treaty here, pledging\nthat an armed attack against one of them shall be considered\nan attack against them all.\n    The treaty entered into force in August of the same year,\nafter the deposition of the ratifications of all signatory\nstates.\n REUTER\n";
    let dispatch = read(text);
    check_spans(text, &dispatch);
    let main = told(text, &dispatch.main);
    assert_eq!(main.title(), Some("NORTH ATLANTIC TREATY SIGNED"));
    assert_eq!(main.place(), Some("WASHINGTON"));
    assert_eq!(main.date(), Some(("1949-04-04".into(), DateBasis::Stated)));
    let body = main.body();
    assert_eq!(body.len(), 2);
    assert!(body[0].starts_with("The foreign ministers of twelve countries signed"));
    assert!(body[1].ends_with("of all signatory states."));
    assert_eq!(dispatch.main.source.as_deref(), Some("REUTER"));
}

#[test]
fn a_table_of_a_dispatch_is_kept() {
    let text = "MEMBERS BY YEAR\n\nBRUSSELS, March 5 - Members of the Communities were as follows:\n    1957   6\n    1973   9\n    1981   10\n    1986   12\n    Belgium\n    France\n    Italy\n";
    let dispatch = read(text);
    let main = told(text, &dispatch.main);
    assert_eq!(
        (main.title(), main.place(), main.body().len()),
        (Some("MEMBERS BY YEAR"), Some("BRUSSELS"), 8)
    );
    assert_eq!(main.date(), None, "a day without a year dates nothing");
}

#[test]
fn a_page_between_menus() {
    let text = "Accueil\nMonde\nPolitique\nSociété\nVidéos\nNews\nL'Islande a un nouveau parlement\n3 juillet 2020\nNews\nLe Portugal vote dimanche\n3 juillet 2020\nNews\nUn sommet à Nairobi\n2 juillet 2020\nToutes les news\nLe traité d'Amsterdam entre en vigueur dans l'Union européenne\nRéagir\nLes drapeaux des Quinze devant le siège de la Commission, à Bruxelles, pendant la cérémonie de ce jour.\n1/5\n© AFP, STR\nA lire aussi\nMonde\nLe traité de Maastricht a changé l'Union\nAFP, publié le samedi 01 mai 1999 à 10h32\nLe traité d'Amsterdam est entré en vigueur samedi dans les quinze pays de l'Union européenne, après sa ratification par tous les parlements.\n- Libre circulation -\nIl intègre l'acquis de Schengen au droit de l'Union, et crée la fonction de haut représentant pour la politique étrangère.\nLire aussi : Le traité de Maastricht a changé l'Union\nLe texte est court.\nRéagir\nPublicité\nFil info\nActu\nFrance\n19:10MondeLe sommet de Nairobi s'achève\nCAC 40\nVos réactions doivent respecter nos CGU.\nPublicité\nContact\nfacebooktwitter\n";
    let dispatch = read(text);
    check_spans(text, &dispatch);
    let main = told(text, &dispatch.main);
    assert_eq!(
        main.title(),
        Some("Le traité d'Amsterdam entre en vigueur dans l'Union européenne")
    );
    assert_eq!(main.date(), Some(("1999-05-01".into(), DateBasis::Stated)));
    assert_eq!(dispatch.main.source.as_deref(), Some("AFP"));
    let body = main.body();
    assert_eq!(body.len(), 4, "{body:?}");
    assert_eq!(
        (body[1].as_str(), body[3].as_str()),
        ("- Libre circulation -", "Le texte est court.")
    );
    for dropped in [
        (18, Caption),
        (19, Counter),
        (20, PhotoCredit),
        (23, ReadAlso),
        (28, ReadAlso),
        (35, Furniture),
    ] {
        assert!(main.dropped().contains(&dropped), "{dropped:?}");
    }
}

#[test]
fn an_aside_does_not_end_the_story() {
    let text = "Le canal de Suez est nationalisé\n\nLe président égyptien a annoncé à Alexandrie la nationalisation de la compagnie du canal de Suez.\n\nÀ lire aussi\n\nLe barrage d'Assouan sera construit\n\nLondres et Paris ont protesté le jour même contre cette décision, que Le Caire dit conforme au droit.\n\nLe canal relie la mer Rouge et la Méditerranée depuis 1869, et sa concession devait courir un siècle encore.\n\nLa compagnie était détenue par des actionnaires français et par le gouvernement britannique.\n";
    let dispatch = read(text);
    let main = told(text, &dispatch.main);
    assert_eq!((main.body().len(), dispatch.related.len()), (4, 0));
    assert_eq!(main.dropped(), [(5, RelatedHeading), (7, ReadAlso)]);
}

#[test]
fn an_english_page() {
    let text = "WITHDRAWN: Treaty on Open Skies enters into force\nBy Anna Martin\nPublished: January 1, 2002 | Updated: January 3, 2002\n\nVIENNA (AP) — The Treaty on Open Skies, which lets its members fly over each other's territory, entered into force on Tuesday.\n\n1.2K shares\n\nRead also: The treaty in ten questions\n\nIt had been signed in Helsinki ten years earlier by members of NATO and of the former Warsaw Pact.\n\nShare this\nFacebook | Twitter | Email\n\nRelated stories\n\nThe Helsinki Final Act\n\nThe Final Act of 1975 was signed by thirty-five states at the end of a conference that had lasted two years.\n";
    let dispatch = read(text);
    check_spans(text, &dispatch);
    let main = told(text, &dispatch.main);
    assert_eq!(main.title(), Some("WITHDRAWN: Treaty on Open Skies enters into force"));
    assert_eq!(dispatch.main.status, Status::Withdrawn);
    assert_eq!(dispatch.main.author.as_deref(), Some("Anna Martin"));
    assert_eq!(main.date(), Some(("2002-01-01".into(), DateBasis::Stated)));
    assert_eq!((main.place(), dispatch.main.source.as_deref()), (Some("VIENNA"), Some("AP")));
    assert_eq!((main.body().len(), dispatch.related.len()), (2, 1));
}

#[test]
fn a_chronology_is_not_dated_by_its_entries() {
    let lines = "La construction européenne\n\n9 mai 1950\n\nRobert Schuman propose de mettre en commun le charbon et l'acier.\n\n25 mars 1957\n\nSix pays signent à Rome les traités de la CEE et d'Euratom.\n";
    let dashes = "La construction européenne\n\n9 mai 1950 - Robert Schuman propose de mettre en commun le charbon.\n\n25 mars 1957 - Six pays signent à Rome les traités de la CEE et d'Euratom.\n";
    for (text, paragraphs) in [(lines, 4), (dashes, 2)] {
        let dispatch = read(text);
        let main = told(text, &dispatch.main);
        assert_eq!((main.date(), main.body().len()), (None, paragraphs), "{text}");
    }
}

#[test]
fn a_weekday_infers_the_month() {
    let text = "Le président rentre d'Asie centrale\n\nLe président a achevé sa tournée officielle dans trois pays d'Asie centrale, qui fut consacrée à l'énergie.\n\nDimanche soir, 2 juillet, sa délégation est rentrée à la capitale. Une exposition ouvrira à Astana en 2017.\n";
    let dispatch = read(text);
    assert_eq!(told(text, &dispatch.main).date(), Some(("2017-07".into(), DateBasis::Inferred)));
}

#[test]
fn nothing_to_read() {
    for text in [
        "",
        "\n\n\n",
        " ",
        "\u{feff}",
        "Photo : VNA",
        "Voir plus",
        "Comment (0)\n",
        "[",
        "—",
        "\r\r\r",
    ] {
        let dispatch = read(text);
        check_spans(text, &dispatch);
        assert!(dispatch.related.is_empty());
    }
}

proptest::proptest! {
    #[test]
    fn any_lines_are_read(lines in proptest::collection::vec(
        "\\PC{0,60}|Voir plus|À lire aussi|Photo : VNA|Un titre de dépêche|[0-9]/5|AFP, publié le 3 mai 2024\
         |[A-Z]{4,8}, 5 mai (\\(AFP\\) )?- Le texte [\\[\\]\"«»a-z ]{0,20}|(mot ){20,60}fin\\.( -VNA)?|Publicité|Fil info|",
        0..40,
    ), feed in "\n|\r\n|\r|\n\n") {
        let text = lines.join(&feed);
        for dispatch in super::read(&text) {
            check_spans(&text, &dispatch);
        }
    }
}
