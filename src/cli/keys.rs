//! `chancery keys`: the bindings as they are with the user's own, from the table that the help shows.

use super::failure::Failure;
use super::options::{KeysFormat, KeysOptions, TableFormat};
use super::output::Output;
use super::records::KeyRecord;
use super::session::{Outcome, Session};
use super::table::{self, Column, Row};
use crate::app::command::{Command, Group};
use crate::app::keymap::Mode;
use crate::messages::Messages;

pub(super) fn run(session: &mut Session, options: &KeysOptions) -> Result<Outcome, Failure> {
    let words = &session.words;
    let columns = columns(words);
    let table = match options.format {
        KeysFormat::Toml => return toml(session),
        KeysFormat::Text => None,
        KeysFormat::Json => Some(TableFormat::Json),
        KeysFormat::Markdown => Some(TableFormat::Markdown),
    };
    if let Some(format) = table {
        let all = parts().flat_map(|(group, mode)| records(session, group, mode));
        let rows: Vec<Row<KeyRecord>> = all.collect();
        table::write(&mut session.output, format, &columns, &rows)?;
        return Ok(Outcome::Found);
    }
    for (place, (group, mode)) in parts().enumerate() {
        let rows: Vec<Row<KeyRecord>> = records(session, group, mode).collect();
        if place > 0 {
            session.output.plain("")?;
        }
        let of_mode = if mode == Mode::Text { Group::Write } else { Group::Line };
        let heading = session.words.text(group.unwrap_or(of_mode).message());
        write_group(&mut session.output, &heading, &rows)?;
    }
    Ok(Outcome::Found)
}

/// The parts of the help: the groups of what keys do in panes, then all that they do in a line and
/// in a note.
fn parts() -> impl Iterator<Item = (Option<Group>, Mode)> {
    let typing = [Group::Line, Group::Write];
    let groups = Group::ALL.into_iter().filter(move |group| !typing.contains(group));
    let in_panes = groups.map(|group| (Some(group), Mode::of(group)));
    in_panes.chain([(None, Mode::Line), (None, Mode::Text)])
}

fn write_group(output: &mut Output, heading: &str, rows: &[Row<KeyRecord>]) -> Result<(), Failure> {
    let columns = [Column::new(heading, 24), Column::new("", 20), Column::new("", 60).sharing(1)];
    let mut shown = Vec::new();
    for row in rows {
        let KeyRecord { keys, command, description, .. } = &row.record;
        let cells = vec![keys.clone(), (*command).to_owned(), description.clone()];
        shown.push(Row { record: (), cells });
    }
    Ok(table::write(output, TableFormat::Text, &columns, &shown)?)
}

/// The commands of a group, or all, with their keys in a mode. In panes a command without keys is
/// listed too: it can be bound.
fn records(
    session: &Session,
    group: Option<Group>,
    mode: Mode,
) -> impl Iterator<Item = Row<KeyRecord>> {
    let (keymap, _) = session.configuration.keymap();
    let rights = session.rights;
    let is_offered = move |command: &Command| command.needs().is_none_or(|it| rights.allow(it));
    let commands = Command::ALL.iter().copied().filter(is_offered);
    let of_group = commands.filter(move |command| match group {
        Some(group) => command.group() == group,
        None => true,
    });
    of_group.filter_map(move |command| {
        let keys = keymap.chords_of(mode, command).join(", ");
        let is_listed = !keys.is_empty() || group.is_some();
        is_listed.then(|| row(mode, keys, command, &session.words))
    })
}

fn row(mode: Mode, keys: String, command: Command, words: &Messages) -> Row<KeyRecord> {
    let description = words.text(&command.message());
    let mode = mode.name();
    let cells = vec![mode.to_owned(), keys.clone(), command.name().to_owned(), description.clone()];
    Row { record: KeyRecord { mode, keys, command: command.name(), description }, cells }
}

fn columns(words: &Messages) -> [Column; 4] {
    [
        Column::new(&words.text("cli-column-mode"), 8),
        Column::new(&words.text("cli-column-keys"), 24),
        Column::new(&words.text("cli-column-command"), 20),
        Column::new(&words.text("cli-column-does"), 60),
    ]
}

/// The bindings as a file of settings has them.
fn toml(session: &mut Session) -> Result<Outcome, Failure> {
    let (keymap, _) = session.configuration.keymap();
    for (place, mode) in Mode::ALL.into_iter().enumerate() {
        if place > 0 {
            session.output.plain("")?;
        }
        session.output.plain(&format!("[keys.{}]", mode.name()))?;
        for (chords, command) in keymap.bindings(mode) {
            let quoted = chords.replace('\\', "\\\\").replace('"', "\\\"");
            session.output.plain(&format!("\"{quoted}\" = \"{command}\""))?;
        }
    }
    Ok(Outcome::Found)
}
