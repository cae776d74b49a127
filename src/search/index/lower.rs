//! A query's tree as the index answers it.

use std::collections::HashSet;
use std::sync::Arc;

use tantivy::query::doc_predicate_query::{DocPredicateQuery, FunctionPredicate};
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, FuzzyTermQuery, Occur,
    PhraseQuery, Query, RegexPhraseQuery, RegexQuery, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, SegmentReader, Term as IndexTerm};

use super::schema::Fields;
use super::settled::Settled;
use crate::search::persons::WantedPerson;
use crate::search::query::{Filter, Node, Reach, Term, TextField};
use crate::search::wanted::{Form, Wanted};

/// What a word in the title is worth, against one in the text.
const TITLE: f32 = 4.0;
/// What a word in the first paragraph is worth on top.
const LEAD: f32 = 1.0;
/// What an inflected form is worth, against the word as it was typed.
const INFLECTED: f32 = 0.5;
/// Words that the last word of a phrase may begin: more are an error, never a part of the answer.
const MOST_EXPANSIONS: u32 = 1 << 20;

/// The briefs that a filter lets through, by the hash of their ids.
pub type Selection = Arc<HashSet<u64>>;

/// Makes the index's queries of a tree.
pub(super) struct Lowering<'a> {
    pub(super) fields: &'a Fields,
    /// What answers for filters.
    pub(super) filters: &'a dyn Fn(&Filter) -> Selection,
}

impl Lowering<'_> {
    /// The query that finds exactly the documents on which `node` holds.
    pub(super) fn node(&self, node: &Node) -> tantivy::Result<Box<dyn Query>> {
        let all = |nodes: &[Node], occur: Occur| {
            // A beginning such as `a*` goes through much of the index: once is enough.
            let mut asked = HashSet::new();
            let once = nodes.iter().filter(|node| asked.insert((node.to_string(), reaches(node))));
            let lowered = once.map(|node| Ok((occur, self.node(node)?)));
            lowered.collect::<tantivy::Result<Vec<_>>>()
        };
        Ok(match node {
            Node::Everything => Box::new(unscored(Box::new(AllQuery))),
            Node::All(nodes) => Box::new(BooleanQuery::new(all(nodes, Occur::Must)?)),
            Node::Any(nodes) => Box::new(BooleanQuery::new(all(nodes, Occur::Should)?)),
            Node::Not(node) => {
                let everything: Box<dyn Query> = Box::new(unscored(Box::new(AllQuery)));
                let but = Box::new(Settled(Arc::from(self.node(node)?))) as Box<dyn Query>;
                Box::new(BooleanQuery::new(vec![(Occur::Must, everything), (Occur::MustNot, but)]))
            }
            Node::Words(term) => self.term(term)?,
            Node::Is(filter) => selected((self.filters)(filter)),
        })
    }

    fn term(&self, term: &Term) -> tantivy::Result<Box<dyn Query>> {
        if term.field == Some(TextField::Person) {
            return self.person(&WantedPerson::new(&term.words, term.prefix));
        }
        let wanted = Wanted::new(term);
        let (title, lead, body) = (self.fields.title, self.fields.lead, self.fields.body);
        let mut fields = vec![(title, TITLE)];
        if term.field != Some(TextField::Title) {
            fields.extend([(body, 1.0), (lead, LEAD)]);
        }
        let mut parts: Vec<Box<dyn Query>> = Vec::new();
        for forms in &wanted.spellings {
            for &(field, worth) in &fields {
                match forms.as_slice() {
                    [] => {}
                    [form] => parts.extend(word(field, form, worth)?),
                    // The first paragraph is in the text, and knows no order.
                    _ if field == lead => {}
                    forms => parts.push(boosted(phrase(field, forms), worth)),
                }
            }
        }
        Ok(if parts.is_empty() {
            Box::new(EmptyQuery)
        } else {
            Box::new(BooleanQuery::union(parts))
        })
    }

    /// The query for a person.
    fn person(&self, wanted: &WantedPerson) -> tantivy::Result<Box<dyn Query>> {
        let field = self.fields.people;
        let ways = match wanted {
            WantedPerson::Begins(start) => {
                return Ok(Box::new(RegexQuery::from_pattern(&beginning(start), field)?));
            }
            WantedPerson::Named(ways) => ways,
        };
        let form = |form: &String| {
            let term = IndexTerm::from_field_text(field, form);
            Box::new(TermQuery::new(term, IndexRecordOption::Basic)) as Box<dyn Query>
        };
        let all = |way: &Vec<String>| {
            let forms = way.iter().map(|one| (Occur::Must, form(one))).collect::<Vec<_>>();
            Box::new(BooleanQuery::new(forms)) as Box<dyn Query>
        };
        Ok(Box::new(BooleanQuery::union(ways.iter().map(all).collect())))
    }
}

/// How far each term of a condition reaches, which its words do not say.
fn reaches(node: &Node) -> Vec<Reach> {
    match node {
        Node::Words(term) => vec![term.reach],
        Node::All(nodes) | Node::Any(nodes) => nodes.iter().flat_map(reaches).collect(),
        Node::Not(node) => reaches(node),
        Node::Everything | Node::Is(_) => Vec::new(),
    }
}

/// The queries for one word in one field: as it was typed, inflected, its longer words, or what else it reaches.
fn word(field: Field, form: &Form, worth: f32) -> tantivy::Result<Vec<Box<dyn Query>>> {
    if form.begins {
        let longer: Box<dyn Query> =
            Box::new(RegexQuery::from_pattern(&beginning(&form.surface), field)?);
        return Ok(vec![boosted(longer, worth)]);
    }
    let query = |text: &str, worth| {
        let term = IndexTerm::from_field_text(field, text);
        boosted(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)), worth)
    };
    let others = form.stems.iter().chain(&form.spelling);
    let slips = std::iter::once(&form.surface).chain(&form.spelling).filter(|_| form.may_slip);
    let mut queries = vec![query(&form.surface, worth)];
    queries.extend(others.map(|form| query(form, worth * INFLECTED)));
    queries.extend(slips.map(|form| boosted(Box::new(slip(field, form)), worth * INFLECTED)));
    Ok(queries)
}

/// The query for all words that are one slip of the finger away.
fn slip(field: Field, form: &str) -> FuzzyTermQuery {
    FuzzyTermQuery::new(IndexTerm::from_field_text(field, form), 1, true)
}

/// The query for words side by side; there are at least two.
fn phrase(field: Field, forms: &[Form]) -> Box<dyn Query> {
    if forms.iter().any(|form| form.begins || form.spelling.is_some()) {
        let mut query = RegexPhraseQuery::new(field, forms.iter().map(pattern).collect());
        query.set_max_expansions(MOST_EXPANSIONS);
        return Box::new(query);
    }
    let term = |form: &Form| IndexTerm::from_field_text(field, &form.surface);
    Box::new(PhraseQuery::new(forms.iter().map(term).collect()))
}

/// A regular expression for all that a word of a phrase may be.
fn pattern(form: &Form) -> String {
    match &form.spelling {
        _ if form.begins => beginning(&form.surface),
        Some(spelling) => format!("{}|{spelling}", form.surface),
        None => form.surface.clone(),
    }
}

/// A regular expression for a word and all longer ones. A surface is letters and digits, which mean themselves; stems,
/// which hold an apostrophe, are no longer words.
fn beginning(word: &str) -> String {
    format!("{word}[^']*")
}

fn boosted(query: Box<dyn Query>, worth: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, worth))
}

fn unscored(query: Box<dyn Query>) -> ConstScoreQuery {
    ConstScoreQuery::new(query, 0.0)
}

/// The documents of some briefs; they score nothing.
pub(super) fn selected(briefs: Selection) -> Box<dyn Query> {
    let predicate = FunctionPredicate::from(move |reader: &SegmentReader| {
        let (ids, briefs) = (reader.fast_fields().u64(Fields::ID)?, Arc::clone(&briefs));
        Ok(move |document: DocId| ids.first(document).is_some_and(|id| briefs.contains(&id)))
    });
    Box::new(unscored(Box::new(DocPredicateQuery::from(predicate))))
}

/// A query but for some briefs, which are judged elsewhere.
pub(super) fn without(query: Box<dyn Query>, briefs: &Selection) -> Box<dyn Query> {
    if briefs.is_empty() {
        return query;
    }
    let clauses = vec![(Occur::Must, query), (Occur::MustNot, selected(Arc::clone(briefs)))];
    Box::new(BooleanQuery::new(clauses))
}
