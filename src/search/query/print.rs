//! A tree written as a query again: read anew, it gives the same tree.

use std::fmt::{self, Display, Formatter};

use super::ast::{Days, Facet, Filter, Label, Node, State, Term, TextField};
use super::operators::{self, Kind, StateName, connective};
use crate::model::{Language, Status};

impl Display for Node {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Everything => Ok(()),
            Self::All(nodes) => between(f, nodes, " "),
            Self::Any(nodes) => between(f, nodes, " OR "),
            Self::Not(node) => {
                f.write_str("-")?;
                enclosed(f, node)
            }
            Self::Words(term) => term.fmt(f),
            Self::Is(filter) => filter.fmt(f),
        }
    }
}

fn between(f: &mut Formatter<'_>, nodes: &[Node], sign: &str) -> fmt::Result {
    for (place, node) in nodes.iter().enumerate() {
        if place > 0 {
            f.write_str(sign)?;
        }
        enclosed(f, node)?;
    }
    Ok(())
}

/// A node as a part of another: what has parts of its own stands in brackets.
fn enclosed(f: &mut Formatter<'_>, node: &Node) -> fmt::Result {
    match node {
        Node::All(_) | Node::Any(_) => write!(f, "({node})"),
        _ => node.fmt(f),
    }
}

impl Display for Term {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.field {
            Some(TextField::Title) => operator(f, Kind::Title)?,
            Some(TextField::Person) => operator(f, Kind::Person)?,
            None => {}
        }
        let star = if self.prefix { "*" } else { "" };
        if self.quoted {
            return write!(f, "\"{}\"{star}", self.words.join(" "));
        }
        let word = self.words.join("-");
        // Capitals that would mean something between terms are words here: a full stop tells.
        let stop = if connective(&word).is_some() && star.is_empty() { "." } else { "" };
        write!(f, "{word}{star}{stop}")
    }
}

impl Display for Filter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country(code) => {
                operator(f, Kind::Country)?;
                code.fmt(f)
            }
            Self::Source(label) => labelled(f, Kind::Source, label),
            Self::Author(label) => labelled(f, Kind::Author, label),
            Self::Tag(label) => labelled(f, Kind::Tag, label),
            Self::Language(language) => {
                operator(f, Kind::Language)?;
                f.write_str(language.code())
            }
            Self::State(state) => {
                operator(f, Kind::State)?;
                f.write_str(state.name())
            }
            Self::Dated(Days { from, to }) => {
                operator(f, Kind::Date)?;
                if let Some(from) = from {
                    from.fmt(f)?;
                }
                f.write_str("..")?;
                to.map_or(Ok(()), |to| to.fmt(f))
            }
            Self::Lacks(facet) => {
                operator(f, facet.kind())?;
                f.write_str(operators::none_names().all(Language::English).next().unwrap_or("none"))
            }
        }
    }
}

fn labelled(f: &mut Formatter<'_>, kind: Kind, label: &Label) -> fmt::Result {
    operator(f, kind)?;
    write!(f, "\"{}\"{}", label.typed, if label.prefix { "*" } else { "" })
}

/// The English name of an operator and its colon.
fn operator(f: &mut Formatter<'_>, kind: Kind) -> fmt::Result {
    let operator = operators::operators().iter().find(|operator| operator.kind == kind);
    write!(f, "{}:", operator.map_or("", |operator| operator.name(Language::English)))
}

impl State {
    fn name(self) -> &'static str {
        let kind = match self {
            Self::Read => StateName::Read,
            Self::Unread => StateName::Unread,
            Self::Starred => StateName::Starred,
            Self::Standing(Status::Corrected) => StateName::Corrected,
            Self::Standing(Status::Withdrawn) => StateName::Withdrawn,
            Self::Standing(Status::Current) => StateName::Current,
            Self::Amended => StateName::Amended,
            Self::Related => StateName::Related,
        };
        let state = operators::states().iter().find(|state| state.kind == kind);
        state.and_then(|state| state.names.all(Language::English).next()).unwrap_or_default()
    }
}

impl Facet {
    fn kind(self) -> Kind {
        match self {
            Self::Country => Kind::Country,
            Self::Date => Kind::Date,
            Self::Source => Kind::Source,
            Self::Author => Kind::Author,
            Self::Tag => Kind::Tag,
            Self::Language => Kind::Language,
        }
    }
}
