//! stub
use crate::model::CountryCode;
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout { #[default] Auto, Stacked, Columns, Single }
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Switch { #[default] Auto, On, Off }
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountrySort { #[default] Name, Count, Newest }
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ArticleSort { #[default] Newest, Oldest, Title, Source }
#[derive(Clone, Debug, Default)]
pub struct Settings { pub desk: Vec<CountryCode>, pub layout: Layout, pub follow: Switch, pub measure: u16, pub sort_countries: CountrySort, pub sort_articles: ArticleSort, pub mark_read_on_open: bool }
#[derive(Clone, Debug)]
pub struct KeyBinding { pub mode: String, pub chords: String, pub command: String, pub line: usize }
