//! What can be typed after `chancery`.
//!
//! The words of the help stand in the catalogues, in both languages: see `help`. A comment in the
//! form of documentation would become English help here, so fields have none.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::config::Right;

#[derive(Debug, Parser)]
#[command(name = "chancery", version, disable_help_subcommand = true)]
pub(super) struct Options {
    #[command(flatten)]
    pub(super) global: Global,
    #[arg(long)]
    pub(super) plain: bool,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) briefs: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) state: Option<PathBuf>,
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) cache: Option<PathBuf>,
    #[arg(long, global = true, value_name = "fr|en", hide_possible_values = true)]
    pub(super) lang: Option<Tongue>,
    #[arg(long, global = true, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    #[arg(long, global = true)]
    pub(super) restricted: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Tui,
    List(ListOptions),
    Show(ShowOptions),
    Countries(TableOptions),
    Summary(SummaryOptions),
    Agenda(AgendaOptions),
    Amended(TableOptions),
    Basket(BasketOptions),
    Search(SearchOptions),
    Keys(KeysOptions),
    Queries(TableOptions),
    Check(CheckOptions),
    Import(ImportOptions),
    Corrections(CorrectionsOptions),
    Notes(TableOptions),
    Inbox(InboxOptions),
    State(StateOptions),
    Init,
    Index(IndexOptions),
    Doctor(DoctorOptions),
    Completions(CompletionsOptions),
    Man(ManOptions),
}

impl Command {
    /// What a session must be allowed to do for it, where that is more than reading and keeping marks.
    pub(super) fn needs(&self) -> Option<Right> {
        match self {
            Self::Import(_) | Self::Init => Some(Right::Files),
            Self::Corrections(options) => options.command.needs(),
            Self::State(options) => options.command.needs(),
            _ => None,
        }
    }
}

impl CorrectionsCommand {
    /// Corrections go out by standard output; a file takes more.
    fn needs(&self) -> Option<Right> {
        let names_a_file = match self {
            Self::Export(options) => options.file.is_some(),
            Self::Import(_) => true,
        };
        names_a_file.then_some(Right::Files)
    }
}

impl StateCommand {
    /// A state goes out and in by the standard streams; a file takes more.
    fn needs(&self) -> Option<Right> {
        let names_a_file = match self {
            Self::Export(options) => options.file.is_some(),
            Self::Merge(options) => options.file.as_os_str() != "-",
            Self::Compact | Self::Verify(_) => false,
        };
        names_a_file.then_some(Right::Files)
    }
}

#[derive(Debug, Args)]
pub(super) struct TableOptions {
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: TableFormat,
}

#[derive(Debug, Args)]
pub(super) struct ListOptions {
    pub(super) query: Vec<String>,
    #[arg(long, value_name = "COUNTRY")]
    pub(super) country: Option<String>,
    #[arg(long)]
    pub(super) unread: bool,
    #[arg(long)]
    pub(super) starred: bool,
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<String>,
    #[command(flatten)]
    pub(super) table: TableOptions,
}

#[derive(Debug, Args)]
pub(super) struct ShowOptions {
    #[arg(value_name = "ID|FILE")]
    pub(super) brief: OsString,
    #[arg(long)]
    pub(super) sentences: bool,
    #[arg(long)]
    pub(super) dates: bool,
    #[arg(long)]
    pub(super) facts: bool,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: PageFormat,
}

#[derive(Debug, Args)]
pub(super) struct SummaryOptions {
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub(super) country: Option<String>,
    #[arg(long)]
    pub(super) all: bool,
    #[arg(long, value_name = "COUNTRY", conflicts_with = "all")]
    pub(super) with: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<String>,
    #[arg(long, value_name = "N")]
    pub(super) lines: Option<usize>,
    #[arg(long, value_name = "N", conflicts_with = "lines")]
    pub(super) words: Option<usize>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: PageFormat,
}

#[derive(Debug, Args)]
pub(super) struct AgendaOptions {
    #[arg(value_name = "COUNTRY")]
    pub(super) country: Vec<String>,
    #[arg(long, value_name = "DATE")]
    pub(super) since: Option<String>,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: AgendaFormat,
}

#[derive(Debug, Args)]
pub(super) struct BasketOptions {
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: PageFormat,
}

#[derive(Debug, Args)]
pub(super) struct SearchOptions {
    #[arg(required = true)]
    pub(super) query: Vec<String>,
    #[arg(long, value_name = "N")]
    pub(super) limit: Option<usize>,
    #[arg(long, value_enum, default_value_t, value_name = "ORDER")]
    pub(super) sort: Sorting,
    #[command(flatten)]
    pub(super) table: TableOptions,
}

#[derive(Debug, Args)]
pub(super) struct KeysOptions {
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: KeysFormat,
}

#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    #[arg(long)]
    pub(super) all: bool,
    #[command(flatten)]
    pub(super) table: TableOptions,
}

#[derive(Debug, Args)]
pub(super) struct ImportOptions {
    #[arg(required = true, value_name = "FILE|FOLDER|-")]
    pub(super) source: Vec<PathBuf>,
    #[arg(long, value_name = "FOLDER")]
    pub(super) to: Option<PathBuf>,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT", hide_possible_values = true)]
    pub(super) format: LineFormat,
}

#[derive(Debug, Args)]
pub(super) struct CorrectionsOptions {
    #[command(subcommand)]
    pub(super) command: CorrectionsCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum CorrectionsCommand {
    Export(ExportCorrectionsOptions),
    Import(ImportCorrectionsOptions),
}

#[derive(Debug, Args)]
pub(super) struct ExportCorrectionsOptions {
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ImportCorrectionsOptions {
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) dry_run: bool,
}

#[derive(Debug, Args)]
pub(super) struct InboxOptions {
    #[command(subcommand)]
    pub(super) command: Option<InboxCommand>,
    #[command(flatten)]
    pub(super) table: TableOptions,
}

#[derive(Debug, Subcommand)]
pub(super) enum InboxCommand {
    Discard(DiscardOptions),
}

#[derive(Debug, Args)]
pub(super) struct DiscardOptions {
    #[arg(value_name = "ID|FILE")]
    pub(super) brief: String,
    #[arg(long)]
    pub(super) yes: bool,
}

#[derive(Debug, Args)]
pub(super) struct StateOptions {
    #[command(subcommand)]
    pub(super) command: StateCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum StateCommand {
    Export(ExportStateOptions),
    Merge(MergeStateOptions),
    Compact,
    Verify(TableOptions),
}

#[derive(Debug, Args)]
pub(super) struct ExportStateOptions {
    #[arg(value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct MergeStateOptions {
    #[arg(value_name = "FILE|-")]
    pub(super) file: PathBuf,
}

#[derive(Debug, Args)]
pub(super) struct IndexOptions {
    #[arg(long)]
    pub(super) rebuild: bool,
    #[arg(long, conflicts_with = "rebuild")]
    pub(super) verify: bool,
    #[arg(long, conflicts_with_all = ["rebuild", "verify"])]
    pub(super) behind: bool,
}

#[derive(Debug, Args)]
pub(super) struct DoctorOptions {
    #[command(flatten)]
    pub(super) table: TableOptions,
}

#[derive(Debug, Args)]
pub(super) struct CompletionsOptions {
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub(super) shell: Shell,
}

#[derive(Debug, Args)]
pub(super) struct ManOptions {
    #[arg(value_name = "COMMAND")]
    pub(super) command: Option<String>,
}

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Tongue {
    Fr,
    En,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum TableFormat {
    #[default]
    Text,
    Json,
    Jsonl,
    Tsv,
    Markdown,
}

/// What hits are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Sorting {
    #[default]
    Relevance,
    Date,
}

/// How a text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum PageFormat {
    #[default]
    Text,
    Json,
    Jsonl,
    Markdown,
    Html,
}

/// How an agenda is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum AgendaFormat {
    #[default]
    Text,
    Json,
    Jsonl,
    Markdown,
    Html,
    Ics,
}

/// How what is done is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum LineFormat {
    #[default]
    Text,
    Jsonl,
}

/// How the bindings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum KeysFormat {
    #[default]
    Text,
    Json,
    Markdown,
    Toml,
}
