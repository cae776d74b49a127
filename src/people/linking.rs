//! Later mentions joined to fuller ones of the same text: "M. Tokaïev" to Kassym-Jomart Tokaïev.

use std::collections::HashMap;
use std::ops::Range;

use super::directory::Directory;
use super::evidence::{Passage, Weighed};
use super::fold::{self, PersonKey};
use super::tokens::Shape;
use super::words::words;
use super::{Mention, Title};
use crate::model::Role;

/// A run that may be a person, with all that is asked of its passage later: a long text is not held
/// in words as a whole.
#[derive(Debug)]
pub(super) struct Candidate {
    passage: usize,
    /// Bytes of the passage.
    range: Range<usize>,
    name: String,
    title: Option<Title>,
    key: PersonKey,
    /// Whether it is a person by itself; else only where the text names that person more fully.
    accepted: bool,
    /// Whether it is of several words.
    several: bool,
    /// The key of its family name alone, where it may be just that.
    family: Option<PersonKey>,
}

impl Candidate {
    /// What was weighed in the passage of that number.
    pub(super) fn new(number: usize, passage: &Passage<'_>, weighed: Weighed) -> Self {
        let name = passage.name(&weighed.run);
        let family = (weighed.key.given.is_empty() && passage.may_be_family(&weighed))
            .then(|| fold::key_alone(&name));
        let title = weighed.title.map(|title| Title {
            range: passage.bytes(&title.tokens),
            role: title.role,
            former: title.former,
            country: title.country,
        });
        Self {
            passage: number,
            range: passage.bytes(&weighed.run),
            name,
            title,
            key: weighed.key,
            accepted: weighed.accepted,
            several: weighed.run.len() > 1,
            family,
        }
    }
}

/// The mentions of one text, settled on who each is; `found` is in the order of the text.
pub(super) fn link(directory: &Directory, mut found: Vec<Candidate>) -> Vec<Mention> {
    for candidate in &mut found {
        candidate.key = directory.resolve(std::mem::take(&mut candidate.key));
    }
    let persons = Persons::new(&found);
    let mention = |candidate: Candidate| {
        let key = if candidate.accepted {
            persons.settled(&candidate.key)?
        } else {
            persons.later(&candidate)?
        };
        let known = directory.knows(&key);
        let title = candidate.title.map(|title| match title.role {
            Role::President if known => Title { role: Role::HeadOfState, ..title },
            _ => title,
        });
        Some(Mention {
            passage: candidate.passage,
            range: candidate.range,
            title,
            name: persons.name(&key).unwrap_or(candidate.name),
            key,
        })
    };
    found.into_iter().filter_map(mention).collect()
}

/// The persons that a text names by themselves.
#[derive(Debug, Default)]
struct Persons {
    /// From each key that the text spells to the fullest that is the same person.
    same: HashMap<PersonKey, PersonKey>,
    /// The fullest keys by family name.
    by_family: HashMap<String, Vec<PersonKey>>,
    /// The fullest form that the text writes.
    names: HashMap<PersonKey, String>,
}

impl Persons {
    fn new(found: &[Candidate]) -> Self {
        let mut persons = Self::default();
        let accepted = || found.iter().filter(|candidate| candidate.accepted);
        let mut written: HashMap<String, Vec<PersonKey>> = HashMap::new();
        for Candidate { key, .. } in accepted() {
            let family = written.entry(key.family.clone()).or_default();
            if !family.contains(key) && family.len() < MOST {
                family.push(key.clone());
            }
        }
        for family in written.values() {
            for key in family {
                let fullest = fullest(key, family);
                if fullest == key || !family.contains(fullest) {
                    persons.by_family.entry(key.family.clone()).or_default().push(key.clone());
                }
                persons.same.insert(key.clone(), fullest.clone());
            }
        }
        for Candidate { key, name, .. } in accepted() {
            let Some(key) = persons.same.get(key) else { continue };
            let known = persons.names.entry(key.clone()).or_default();
            if name.split(' ').count() > known.split(' ').count() || known.is_empty() {
                known.clone_from(name);
            }
        }
        persons
    }

    /// The person of a key that the text spells by itself.
    fn settled(&self, key: &PersonKey) -> Option<PersonKey> {
        self.same.get(key).cloned()
    }

    fn name(&self, key: &PersonKey) -> Option<String> {
        self.names.get(key).cloned()
    }

    /// The person that a run means which is none by itself: one that the text names more fully.
    fn later(&self, candidate: &Candidate) -> Option<PersonKey> {
        if let Some(key) = self.same.get(&candidate.key).filter(|_| candidate.several) {
            return Some(key.clone());
        }
        let persons = self.by_family.get(&candidate.family.as_ref()?.family)?;
        let mut full = persons.iter().filter(|person| !person.given.is_empty());
        let person = full.next().or_else(|| persons.first())?;
        full.next().is_none().then(|| person.clone())
    }
}

/// Persons of one family name that are told apart in one text; more are left as they are written.
const MOST: usize = 32;

/// The fullest key of the family that is surely the same person; the key itself where there is none
/// or more than one.
fn fullest<'a>(key: &'a PersonKey, family: &'a [PersonKey]) -> &'a PersonKey {
    let fuller = |other: &&PersonKey| key != *other && is_short_for(key, other);
    let longest = family.iter().filter(fuller).max_by_key(|other| other.given.len());
    if let Some(longest) = longest {
        let others = family.iter().filter(fuller);
        let one = others.into_iter().all(|other| other == longest || is_short_for(other, longest));
        return if one { longest } else { key };
    }
    // A slip of the pen: the first spelling of the text stands for both.
    let near = family.iter().take_while(|other| *other != key);
    near.into_iter().find(|other| fold::is_slip(key, other)).unwrap_or(key)
}

/// Whether one key may be a short form of another: its given names are among those of the other, in
/// their order, or their initials. A name that has an initial too many or too few is another one
/// (George W. Bush, George H. W. Bush).
fn is_short_for(short: &PersonKey, full: &PersonKey) -> bool {
    let initial = |word: &&String| word.chars().count() == 1;
    let longer = full.given.len() > short.given.len();
    let spelt = full.given.len() == short.given.len();
    if short.family != full.family || !(longer || spelt) {
        return false;
    }
    if short.given.len() > 1 && longer && short.given.iter().any(|word| initial(&word)) {
        return false;
    }
    let mut rest = full.given.iter();
    short.given.iter().all(|word| {
        rest.any(|other| other == word || (initial(&word) && other.starts_with(word.as_str())))
    })
}

/// Beside a family name they make it that of several persons.
const KIN: [&str; 11] = [
    "les", "des", "freres", "soeurs", "epoux", "famille", "clan", "brothers", "sisters", "family",
    "couple",
];

impl Passage<'_> {
    /// Whether a run of one word may be somebody's family name as it stands here.
    fn may_be_family(&self, weighed: &Weighed) -> bool {
        let run = self.tokens.get(weighed.run.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
        let titled = weighed.title.as_ref().is_some_and(|title| title.role != Role::Family);
        let word = last.folded;
        let common = words().is_opener(word) || words().is_calendar(word) || words().is_body(word);
        let before = weighed.run.start.checked_sub(1).and_then(|at| self.tokens.get(at));
        let named_after = before.is_some_and(|token| {
            first.is_joined() && (words().is_named_after(token.folded) || token.folded == "l")
        });
        let family = before.is_some_and(|token| first.is_joined() && KIN.contains(&token.folded))
            || self.tokens.get(weighed.run.end).is_some_and(|token| KIN.contains(&token.folded));
        let initials = last.shape == Shape::Capitals && last.text.chars().count() <= 4;
        let opens = first.opens() && self.is_lower(word);
        last.shape != Shape::Initials
            && !initials
            && !family
            && !common
            && (titled || !(named_after || opens))
    }
}
