//! From signs to a tree: what belongs together, and what is explained. Keeps a stack of its own: no depth of brackets
//! makes it recurse.

use std::ops::Range;

use super::ast::{Node, Term};
use super::fault::{Fault, Problem};
use super::lexer::{Piece, Sign, Value, signs, words};
use super::near;
use super::operators::{self, Kind, Operator};
use super::values::{Reader, term};
use super::{Countries, MOST_DEPTH, MOST_PROBLEMS, MOST_TERMS};
use crate::model::{Language, PartialDate};

/// What a query is read with.
pub(super) struct Parser<'a> {
    query: &'a str,
    reader: Reader<'a>,
    /// The brackets that are open, the query itself first.
    groups: Vec<Group>,
    /// Open brackets that are too deep to count.
    ignored: usize,
    terms: usize,
    problems: Vec<Problem>,
}

/// What stands between two brackets, as far as it was read.
#[derive(Default)]
struct Group {
    /// Where its bracket stands; empty for the query itself.
    place: Range<usize>,
    /// What it holds: all of these, each one of several.
    all: Vec<Vec<Node>>,
    /// Where an `OR` stands that waits for its other side.
    or: Option<Range<usize>>,
    /// Where a `-` stands that waits for what it denies; two of them deny nothing.
    not: Option<Range<usize>>,
    denies: bool,
}

impl<'a> Parser<'a> {
    pub(super) fn new(query: &'a str, countries: &'a dyn Countries, today: PartialDate) -> Self {
        Self {
            query,
            reader: Reader { query, countries, today },
            groups: vec![Group::default()],
            ignored: 0,
            terms: 0,
            problems: Vec::new(),
        }
    }

    /// Reads the whole query.
    pub(super) fn read(mut self) -> (Node, Vec<Problem>) {
        for (sign, place) in signs(self.query) {
            if self.terms > MOST_TERMS {
                self.problems
                    .push(Problem { place: place.start..self.query.len(), fault: Fault::TooLong });
                break;
            }
            self.take(sign, place);
        }
        while self.groups.len() > 1 {
            let place = self.groups.last().map(|group| group.place.clone()).unwrap_or_default();
            self.explain(place, Fault::UnclosedBracket);
            self.close();
        }
        let root = self.groups.pop().map(|group| self.finish(group)).unwrap_or_default();
        self.problems.sort_by_key(|problem| (problem.place.start, problem.place.end));
        (root, self.problems)
    }

    fn take(&mut self, sign: Sign, place: Range<usize>) {
        match sign {
            Sign::Open if self.groups.len() > MOST_DEPTH => {
                if self.ignored == 0 {
                    self.explain(place, Fault::TooDeep);
                }
                self.ignored += 1;
            }
            Sign::Open => self.groups.push(Group { place, ..Group::default() }),
            Sign::Close if self.ignored > 0 => self.ignored -= 1,
            Sign::Close if self.groups.len() > 1 => self.close(),
            Sign::Close => self.explain(place, Fault::UnopenedBracket),
            Sign::Or => self.or(place),
            Sign::And => {}
            Sign::Not => {
                if let Some(group) = self.groups.last_mut() {
                    group.not = Some(place);
                    group.denies = !group.denies;
                }
            }
            Sign::Piece(piece) => {
                self.terms += piece.values.len().max(1);
                let node = self.piece(&piece, &place);
                if !self.goes_on_with_number(&node) {
                    self.add(node);
                }
            }
        }
    }

    /// An `OR`: what stands before it waits for what comes.
    fn or(&mut self, place: Range<usize>) {
        let Some(group) = self.groups.last_mut() else { return };
        let is_lone = group.all.is_empty() || group.or.is_some();
        if is_lone {
            self.explain_at(place, Fault::LoneOr);
        } else {
            group.or = Some(place);
        }
    }

    /// Closes the innermost bracket.
    fn close(&mut self) {
        if let Some(group) = self.groups.pop() {
            let node = self.finish(group);
            self.add(node);
        }
    }

    /// Adds what was read to the innermost group; what could not be understood leaves no trace.
    fn add(&mut self, node: Node) {
        let Some(group) = self.groups.last_mut() else { return };
        group.not = None;
        let node = if std::mem::take(&mut group.denies) { Node::not(node) } else { node };
        if node == Node::Everything {
            // What an OR led to was explained where it stands.
            group.or = None;
            return;
        }
        match (group.or.take(), group.all.last_mut()) {
            (Some(_), Some(alternatives)) => alternatives.push(node),
            _ => group.all.push(vec![node]),
        }
    }

    /// Whether a word was the next group of the number before it, which it then belongs to: `300 000` is one number.
    fn goes_on_with_number(&mut self, node: &Node) -> bool {
        let Some(group) = self.groups.last_mut() else { return false };
        let (Node::Words(next), None, None) = (node, &group.or, &group.not) else { return false };
        let Some([Node::Words(number)]) = group.all.last_mut().map(Vec::as_mut_slice) else {
            return false;
        };
        let between = self.query.get(number.place.end..next.place.start);
        let is_joined = between.is_some_and(|between| between.chars().count() == 1);
        let is_number = is_joined && number.is_in_groups() && next.is_group();
        if is_number {
            number.words.extend_from_slice(&next.words);
            number.place.end = next.place.end;
        }
        is_number
    }

    /// The tree of a group, and what was left waiting in it.
    fn finish(&mut self, group: Group) -> Node {
        if let Some(place) = group.or {
            self.explain_at(place, Fault::LoneOr);
        }
        if let Some(place) = group.not {
            self.explain_at(place, Fault::LoneNot);
        }
        Node::all(group.all.into_iter().map(Node::any).collect())
    }

    fn piece(&mut self, piece: &Piece, place: &Range<usize>) -> Node {
        let Some(name) = &piece.name else {
            let value = piece.values.first();
            return value.map_or(Node::Everything, |value| self.words(value));
        };
        let typed = self.slice(name);
        match operators::operator(typed) {
            Some(operator) => self.operator(operator, piece, place),
            None => self.unknown(typed, name, piece, place),
        }
    }

    /// Words or a phrase.
    fn words(&mut self, value: &Value) -> Node {
        self.check_quote(value);
        let typed = self.slice(&value.inside);
        if !value.quoted && typed.contains('*') {
            self.explain(value.place.clone(), Fault::StarInside);
        }
        match term(typed, value, value.place.clone(), None) {
            Some(term) => Node::Words(term),
            None => {
                // Of a quotation mark that was just typed it is enough to say that it is open.
                if value.closed {
                    self.explain_at(value.place.clone(), Fault::NoWords);
                }
                Node::Everything
            }
        }
    }

    /// An operator with its values: one of them, or all where it says "both".
    fn operator(&mut self, operator: &Operator, piece: &Piece, place: &Range<usize>) -> Node {
        let name = piece.name.clone().unwrap_or_default();
        let typed = operator.called(self.slice(&name));
        if piece.values.iter().all(|value| self.slice(&value.inside).trim().is_empty()) {
            let example = operator.example_for(typed).to_owned();
            self.explain(place.clone(), Fault::NoValue { operator: typed.to_owned(), example });
            return Node::Everything;
        }
        let mut nodes = Vec::new();
        for value in &piece.values {
            self.check_quote(value);
            let helps = self.problems.len() < MOST_PROBLEMS;
            match self.reader.read(operator, &name, value, helps) {
                Ok((node, notice)) => {
                    nodes.push(node);
                    if let Some(fault) = notice {
                        self.explain(value.place.clone(), fault);
                    }
                }
                Err(fault) => self.explain(value.place.clone(), fault),
            }
        }
        if operator.kind == Kind::With { Node::all(nodes) } else { Node::any(nodes) }
    }

    /// A name before a colon that no operator has: a slip, or words such as an address.
    fn unknown(
        &mut self,
        typed: &str,
        name: &Range<usize>,
        piece: &Piece,
        place: &Range<usize>,
    ) -> Node {
        let all = operators::operators().iter();
        let names = all.flat_map(|operator| operator.names(Language::English));
        let helps = self.problems.len() < MOST_PROBLEMS;
        if let Some(near) = helps.then(|| near::nearest(typed, names)).flatten() {
            let fault = Fault::UnknownOperator { name: typed.to_owned(), near: near.to_owned() };
            self.explain(name.start..name.end + 1, fault);
            return Node::Everything;
        }
        let is_address = self.query.get(name.end + 1..).is_some_and(|rest| rest.starts_with("//"));
        if !is_address {
            self.explain(name.start..name.end + 1, Fault::NoOperator(typed.to_owned()));
        }
        for value in &piece.values {
            self.check_quote(value);
        }
        let words: Vec<String> = words(self.slice(place)).map(str::to_owned).collect();
        if words.is_empty() {
            return Node::Everything;
        }
        let prefix = piece.values.last().is_some_and(|value| value.star);
        let quoted = piece.values.iter().any(|value| value.quoted);
        let place = place.clone();
        Node::Words(Term { words, quoted, prefix, place, ..Term::default() })
    }

    fn check_quote(&mut self, value: &Value) {
        if !value.closed {
            let quote = self.query.get(value.place.start..).and_then(|rest| rest.chars().next());
            let end = value.place.start + quote.map_or(0, char::len_utf8);
            self.explain(value.place.start..end, Fault::UnclosedQuote);
        }
    }

    /// Notes a problem, as long as there are not too many to read.
    fn explain(&mut self, place: Range<usize>, fault: Fault) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { place, fault });
        }
    }

    /// Notes a problem that names the words it stands at.
    fn explain_at(&mut self, place: Range<usize>, fault: impl Fn(String) -> Fault) {
        let typed = self.slice(&place).to_owned();
        self.explain(place, fault(typed));
    }

    fn slice(&self, range: &Range<usize>) -> &'a str {
        self.query.get(range.clone()).unwrap_or_default()
    }
}
