//! The words of the help, from the catalogues, and mistakes on the command line in one sentence.

use clap::builder::Resettable;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

use super::options::Options;
use crate::messages::Messages;
use crate::model::Argument;

/// The definition of the command line with its help in the language of the interface.
pub(super) fn command(words: &Messages) -> Command {
    let command = translate(Options::command(), "", words);
    command.after_help(words.text("help-exit-codes"))
}

/// Gives a command and those below it their words; `prefix` is the command's name and a
/// dash, after those of the commands above it.
fn translate(command: Command, prefix: &str, words: &Messages) -> Command {
    let about = if prefix.is_empty() { "help-about".to_owned() } else { about_key(prefix) };
    let usage = words.text("help-usage");
    let commands = words.text("help-commands");
    let template =
        format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}");
    let heading = words.text("help-options");
    let common = words.text("help-common-options");
    let positional = words.text("help-arguments");
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let command = command
        .about(words.text(&about))
        .help_template(template)
        .subcommand_help_heading(commands)
        .subcommand_value_name(words.text("help-command-value"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = if prefix.is_empty() { command.arg(version) } else { command };
    command
        .mut_args(|arg| {
            let id = arg.get_id().as_str().replace('_', "-");
            let key = argument_key(prefix, &id, arg.is_global_set());
            let heading = match (arg.is_positional(), arg.is_global_set() || id == "help") {
                (true, _) => &positional,
                (false, true) => &common,
                (false, false) => &heading,
            };
            let takes_values = arg.get_action().takes_values();
            let arg = arg.help(words.text(&key)).help_heading(Resettable::Value(heading.into()));
            if takes_values { arg.hide_default_value(true) } else { arg }
        })
        .mut_subcommands(|sub| {
            let prefix = format!("{prefix}{}-", sub.get_name());
            translate(sub, &prefix, words)
        })
}

fn about_key(prefix: &str) -> String {
    format!("help-{}", prefix.trim_end_matches('-'))
}

/// The key of an argument's help: options of all commands share theirs.
fn argument_key(prefix: &str, id: &str, is_global: bool) -> String {
    match id {
        _ if is_global => format!("help-option-{id}"),
        "since" if prefix != "summary-" => format!("help-option-{id}"),
        "format" | "help" => format!("help-option-{id}"),
        id => format!("help-{prefix}{id}"),
    }
}

/// What is wrong with the command line, in one sentence; nothing where help was asked for.
pub(super) fn mistake(error: &clap::Error, words: &Messages) -> Option<String> {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let valid = context(error, ContextKind::ValidValue);
    let key = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return None,
        ErrorKind::UnknownArgument => "cli-unknown-argument",
        ErrorKind::InvalidSubcommand => "cli-unknown-command",
        ErrorKind::InvalidValue if value.is_empty() => "cli-missing-value",
        ErrorKind::InvalidValue if !valid.is_empty() => "cli-not-among",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-invalid-value",
        ErrorKind::MissingRequiredArgument => "cli-missing-argument",
        ErrorKind::ArgumentConflict => "cli-given-twice",
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            "cli-missing-value"
        }
        ErrorKind::InvalidUtf8 => "cli-not-utf8",
        _ => "cli-not-understood",
    };
    let subcommand = context(error, ContextKind::InvalidSubcommand);
    let argument = if argument.is_empty() { subcommand } else { argument };
    let text = Argument::Text;
    let arguments = [("argument", text(argument)), ("value", text(value)), ("valid", text(valid))];
    Some(words.with(key, &arguments))
}

/// A part of what clap knows about the mistake.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(value)) => value.clone(),
        Some(ContextValue::Strings(values)) => values.join(", "),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    /// Every text of the help of a command and those below it.
    fn texts(command: &Command, found: &mut Vec<String>) {
        found.push(command.get_about().map(ToString::to_string).unwrap_or_default());
        let helps = command.get_arguments().map(|arg| arg.get_help().map(ToString::to_string));
        found.extend(helps.map(Option::unwrap_or_default));
        command.get_subcommands().for_each(|sub| texts(sub, found));
    }

    #[test]
    fn every_command_and_option_has_its_help_in_both_languages() {
        for language in [Language::French, Language::English] {
            let words = Messages::new(language);
            let mut command = command(&words);
            command.build();
            let mut found = Vec::new();
            texts(&command, &mut found);
            assert!(found.len() > 40);
            for text in found {
                assert!(!text.is_empty() && !text.starts_with("help-"), "{language:?}: {text}");
            }
        }
    }

    #[test]
    fn the_definition_is_sound() {
        command(&Messages::new(Language::English)).debug_assert();
    }
}
