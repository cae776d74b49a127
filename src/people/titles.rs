//! Titles before and after names: their words, their office, and where the name begins.
//!
//! A title is a head (`titles.toml`), then what it is of: adjectives, and words that a preposition
//! governs. Where a capital stands that nothing governs, the name begins.

use std::ops::Range;

use super::directory::Directory;
use super::offices::{Titles, Weak, titles};
use super::tokens::{Gap, Shape, Token};
use super::words::words;
use crate::model::{CountryCode, Role};

/// Words of a title at most, its head aside.
const LONGEST: usize = 16;

/// Words before the head that may belong to it, at most.
const BEFORE: usize = 4;

/// Prepositions, articles and conjunctions: the next word belongs to the title.
const GOVERNING: [&str; 26] = [
    "de", "du", "des", "d", "l", "la", "le", "les", "a", "au", "aux", "en", "pour", "pres",
    "aupres", "charge", "chargee", "sur", "of", "the", "for", "to", "at", "et", "and", "in",
];

/// Those that open what a title is of.
const OPENING: [&str; 20] = [
    "de", "du", "des", "d", "a", "au", "aux", "en", "pour", "pres", "aupres", "charge", "chargee",
    "sur", "of", "for", "to", "at", "et", "and",
];

/// Between a name and the title in apposition.
const ARTICLES: [&str; 13] =
    ["le", "la", "l", "les", "un", "une", "the", "a", "an", "son", "sa", "its", "his"];

/// Endings of French adjectives, which may stand between a title and the name.
const ADJECTIVES: [&str; 29] = [
    "al", "ale", "aux", "ales", "ique", "iques", "ien", "ienne", "ais", "aise", "ois", "oise",
    "aire", "aires", "ive", "if", "iste", "istes", "een", "eenne", "ain", "aine", "eux", "euse",
    "euses", "ees", "elle", "elles", "els",
];

/// A title as it stands in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// Its words.
    pub(super) tokens: Range<usize>,
    pub(super) role: Role,
    pub(super) former: bool,
    pub(super) country: Option<CountryCode>,
    /// For several persons: les présidents X et Y.
    pub(super) plural: bool,
    /// It proves little about what follows.
    pub(super) weak: bool,
}

/// A title, and what stands after it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) title: Title,
    /// The word where a name may begin; `None` where none follows.
    pub(super) name: Option<usize>,
    /// Whether a comma stands before that word.
    pub(super) comma: bool,
}

/// Whether a title begins at a word.
pub(super) fn begins(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    titles().head(tokens, at).map(|(length, _, _)| length)
}

/// The title whose head stands at word `at`.
pub(super) fn find(directory: &Directory, tokens: &[Token<'_>], at: usize) -> Option<Found> {
    let (length, head, ex) = titles().head(tokens, at)?;
    let before = titles().before(directory, tokens, at);
    let capital = tokens.get(at).is_some_and(Token::is_capital);
    let weak = head.weak == Some(Weak::Always) || (head.weak.is_some() && capital);
    let title = Title {
        tokens: before.start..at + length,
        role: head.role,
        former: before.former || ex,
        country: before.country.or_else(|| within(directory, tokens, at..at + length)),
        plural: head.plural,
        weak,
    };
    let mut reading = Reading {
        directory,
        tokens,
        title,
        governed: false,
        of: false,
        comma: false,
        body: before.body,
        inner: false,
    };
    let name = reading.read(at + length);
    let (comma, inner, body) = (reading.comma, reading.inner, reading.body);
    let mut title = reading.title;
    // "president of the U.S. beet sugar association": the country is not what is presided over.
    let goes_on = tokens.get(title.tokens.end).is_some_and(|next| {
        next.is_joined() && !words().is_opener(next.folded) && !words().is_speech(next.folded)
    });
    if (body || (goes_on && name.is_none())) && title.role == Role::HeadOfState {
        title.role = Role::Executive;
    }
    title.role = titles().narrowed(&title, tokens, at);
    Some(Found { title, name: name.filter(|_| comma || !inner), comma })
}

/// The title that stands behind a comma after the name that ends before word `end`:
/// "X, ministre des Affaires étrangères", "X, the Soviet foreign minister".
pub(super) fn after(directory: &Directory, tokens: &[Token<'_>], end: usize) -> Option<Title> {
    if tokens.get(end)?.gap != Gap::Comma {
        return None;
    }
    for at in end..end + BEFORE + 2 {
        let token = tokens.get(at).filter(|token| at == end || token.is_joined())?;
        if titles().head(tokens, at).is_some() {
            let found = find(directory, tokens, at)?;
            let is_next_ones = found.name.is_some() && !found.comma;
            return (found.title.role.is_office() && !is_next_ones).then_some(found.title);
        }
        let passes = ARTICLES.contains(&token.folded)
            || titles().former.contains(token.folded)
            || titles().modifiers.contains(token.folded)
            || directory.adjective(tokens, at).is_some()
            || directory.place(tokens, at).is_some();
        if !passes {
            return None;
        }
    }
    None
}

/// The country or organisation that the words of a head name: "président du Conseil européen".
fn within(directory: &Directory, tokens: &[Token<'_>], head: Range<usize>) -> Option<CountryCode> {
    let end = head.end;
    let whole = |at: usize| directory.place(tokens, at).filter(|(length, _)| at + length <= end);
    head.clone().find_map(whole).map(|(_, place)| place.country)
}

impl Titles {
    /// The words before a head that belong to it.
    fn before(&self, directory: &Directory, tokens: &[Token<'_>], head: usize) -> Before {
        let (mut start, mut former, mut country, mut body) = (head, false, None, false);
        for at in (head.saturating_sub(BEFORE)..head).rev() {
            let Some(token) = tokens.get(at) else { break };
            let joined = tokens.get(at + 1).is_some_and(Token::is_joined);
            let adjective = directory.adjective(tokens, at).filter(|(n, _)| at + n <= head);
            let adjective = adjective.filter(|_| token.is_capital());
            let wider = adjective.filter(|(length, _)| *length > 1).map(|(_, code)| code);
            let adjective = adjective.map(|(_, code)| code);
            let place = directory.place(tokens, at).filter(|(n, _)| at + n <= head);
            // New Mexico is not Mexico.
            let named_new = at.checked_sub(1).and_then(|at| tokens.get(at));
            let is_new = named_new.is_some_and(|new| new.folded == "new" && token.is_joined());
            let place = place.filter(|_| token.is_capital() && !is_new).map(|(_, place)| place);
            body |= place.is_some_and(|place| place.institution);
            let place = place.map(|place| place.country);
            let over = self.former.contains(token.folded);
            let possessive = token.folded == "s" && token.gap == Gap::Elision;
            // "the Kenyan Trade Minister"
            let portfolio = at + 1 == head
                && token.is_capital()
                && tokens.get(head).is_some_and(|head| head.folded == "minister")
                && at.checked_sub(1).is_some_and(|before| {
                    directory.adjective(tokens, before).is_some()
                        || directory.place(tokens, before).is_some()
                });
            let known = adjective.or(place).is_some()
                || portfolio
                || self.modifiers.contains(token.folded)
                || self.is_portfolio(tokens, at, head);
            if !joined || !(known || over || possessive) {
                break;
            }
            start = if possessive { start } else { at };
            former |= over;
            country = wider.or(country).or(adjective).or(place);
        }
        Before { start, former, country, body }
    }

    /// "climate envoy", "the defence ministers": what an English office is for stands before it.
    fn is_portfolio(&self, tokens: &[Token<'_>], at: usize, head: usize) -> bool {
        const OFFICES: [&str; 8] = [
            "minister",
            "ministers",
            "commissioner",
            "commissioners",
            "envoy",
            "envoys",
            "secretary",
            "secretaries",
        ];
        let word = |at: usize| tokens.get(at).map(|token| token.folded).unwrap_or_default();
        OFFICES.contains(&word(head)) && self.portfolios.contains(word(at))
    }

    /// The office that the words after a head make of it: a minister of finance, a president of a
    /// parliament.
    fn narrowed(&self, title: &Title, tokens: &[Token<'_>], head: usize) -> Role {
        let wanted: &[Role] = match title.role {
            Role::Minister => &[
                Role::ForeignMinister,
                Role::DefenceMinister,
                Role::FinanceMinister,
                Role::InteriorMinister,
            ],
            Role::HeadOfState | Role::VicePresident => &[Role::Speaker, Role::Executive],
            _ => return title.role,
        };
        let company = title.role == Role::HeadOfState
            && tokens.get(head).is_some_and(|token| {
                token.folded == "president" && !token.is_capital() && token.text.is_ascii()
            })
            && title.country.is_none();
        let narrow = (title.tokens.start..title.tokens.end)
            .filter_map(|at| self.fields.at(tokens, at).map(|(_, role)| role))
            .find(|role| wanted.contains(role));
        narrow.unwrap_or(if company { Role::Executive } else { title.role })
    }
}

/// What stands before a head.
struct Before {
    /// The first word of the title.
    start: usize,
    /// The words say that the office is over.
    former: bool,
    country: Option<CountryCode>,
    /// An institution is named.
    body: bool,
}

/// A title being read, from its head on.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says another thing of where the reading is"
)]
struct Reading<'a, 't> {
    directory: &'a Directory,
    tokens: &'a [Token<'t>],
    title: Title,
    /// A preposition or article stands before: a capital belongs to the title.
    governed: bool,
    /// The last word read was one that a preposition governs.
    of: bool,
    comma: bool,
    /// An institution is named: no head of state.
    body: bool,
    /// Another title stands within this one, and what follows it has that one: the spokesman of
    /// President X.
    inner: bool,
}

impl Reading<'_, '_> {
    /// Reads on from the end of the head; gives the word where a name may begin.
    fn read(&mut self, from: usize) -> Option<usize> {
        let address = self.title.role == Role::Honorific;
        let mut at = from;
        while at < from + LONGEST {
            let token = self.tokens.get(at)?;
            match token.gap {
                Gap::Comma if !address && !self.governed && token.is_capital() => {
                    self.comma = true;
                    return Some(at);
                }
                Gap::Bracket if self.is_short_form(at) => {
                    at += 1;
                    let next = self.tokens.get(at)?;
                    self.comma = next.gap == Gap::Comma;
                    let goes_on = self.comma || next.gap == Gap::Space;
                    return (goes_on && next.is_capital()).then_some(at);
                }
                Gap::Space | Gap::Elision => {}
                _ => return None,
            }
            let read = self.word(at, token)?;
            if read == 0 {
                return Some(at);
            }
            at += read;
            if !self.governed {
                self.title.tokens.end = at;
            }
        }
        None
    }

    /// How many words from `at` belong to the title: none where a name may begin, nothing where
    /// neither can be.
    fn word(&mut self, at: usize, token: &Token<'_>) -> Option<usize> {
        if let Some((length, head, _)) = titles().head(self.tokens, at).filter(|_| !self.of) {
            self.inner |= self.governed && !self.is_after_and(at);
            let lends = !self.inner && !self.title.role.is_office() && head.role.is_office();
            if lends {
                self.title.role = head.role;
            }
            self.governed = false;
            return (!token.is_capital() || lends || self.follows(at + length)).then_some(length);
        }
        if !token.is_capital() {
            return self.lower(at, token);
        }
        let field = titles().field_words.contains(token.folded) || words().is_body(token.folded);
        if !self.governed {
            let goes_on = self.of && field;
            return Some(usize::from(goes_on));
        }
        self.governed = false;
        self.of = true;
        if let Some((length, place)) = self.directory.place(self.tokens, at) {
            self.title.country = self.title.country.or(Some(place.country));
            self.body |= place.institution;
            return Some(length);
        }
        if let Some((length, code)) = self.directory.adjective(self.tokens, at) {
            self.title.country = self.title.country.or(Some(code));
            return Some(length);
        }
        // "l'avocat de Jean Dupuy": the name is another one's.
        let anothers = words().is_given(token.folded) && self.follows(at + 1);
        if (self.is_after_and(at) || anothers) && !field {
            return None;
        }
        if !field && token.shape != Shape::Capitals {
            self.title.weak = true;
        }
        Some(1)
    }

    fn lower(&mut self, at: usize, token: &Token<'_>) -> Option<usize> {
        let word = token.folded;
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let opens = OPENING.contains(&word);
        if opens || (self.governed && GOVERNING.contains(&word)) {
            self.governed = true;
            self.of = false;
            return (self.title.role != Role::Honorific || word == "la" || word == "le")
                .then_some(1);
        }
        if let Some((length, code)) = self.directory.adjective(self.tokens, at) {
            self.title.country = self.title.country.or(Some(code));
            self.governed = false;
            return Some(length);
        }
        let adjective = titles().modifiers.contains(word)
            || titles().field_words.contains(word)
            || ADJECTIVES
                .iter()
                .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
        let passes = self.governed || adjective;
        self.governed = false;
        self.of = true;
        (passes && self.title.role != Role::Honorific).then_some(1)
    }

    fn is_after_and(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.is_some_and(|before| matches!(before.folded, "et" | "and"))
    }

    /// Whether a name may stand at a word.
    fn follows(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_joined() && token.is_capital())
    }

    /// Whether one word stands in brackets, as the short form of a body does.
    fn is_short_form(&self, at: usize) -> bool {
        let capitals = self.tokens.get(at).is_some_and(|token| token.shape == Shape::Capitals);
        capitals
            && self
                .tokens
                .get(at + 1)
                .is_some_and(|next| matches!(next.gap, Gap::Comma | Gap::Space))
    }
}
