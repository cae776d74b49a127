//! Looking a message up and filling in its arguments.

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::Arguments;
use super::articles::Articles;
use super::countries::CountryNames;
use crate::model::{Argument, CountryCode, Diagnostic, Language};

/// The catalogues of both languages, a file for each part of the program, in the order in which a message is looked for:
/// what every command needs comes first.
const CATALOGUES: [(&str, &str); 10] = [
    (include_str!("fr/words.ftl"), include_str!("en/words.ftl")),
    (include_str!("fr/cli.ftl"), include_str!("en/cli.ftl")),
    (include_str!("fr/reader.ftl"), include_str!("en/reader.ftl")),
    (include_str!("fr/commands.ftl"), include_str!("en/commands.ftl")),
    (include_str!("fr/problems.ftl"), include_str!("en/problems.ftl")),
    (include_str!("fr/page.ftl"), include_str!("en/page.ftl")),
    (include_str!("fr/facts.ftl"), include_str!("en/facts.ftl")),
    (include_str!("fr/overview.ftl"), include_str!("en/overview.ftl")),
    (include_str!("fr/plain.ftl"), include_str!("en/plain.ftl")),
    (include_str!("fr/query.ftl"), include_str!("en/query.ftl")),
];

/// The messages of one catalogue.
type Bundle = FluentBundle<FluentResource>;

/// The interface in one language.
pub struct Messages {
    language: Language,
    /// As [`CATALOGUES`]. Each is read when a message is first looked for in it: a command asks for a dozen of hundreds.
    bundles: [OnceLock<Bundle>; CATALOGUES.len()],
    countries: CountryNames,
    articles: Articles,
}

impl Messages {
    /// The catalogues of a language.
    pub fn new(language: Language) -> Self {
        let countries = CountryNames::new(language);
        Self { language, bundles: Default::default(), countries, articles: Articles::new(language) }
    }

    /// The language it speaks.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments.
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A message with its arguments filled in; the key itself where there is none (a test keeps
    /// that from happening).
    pub fn with(&self, key: &str, arguments: Arguments<'_>) -> String {
        let bundles = self.bundles.iter().zip(CATALOGUES);
        let mut found = bundles.filter_map(|(bundle, catalogue)| {
            let bundle = bundle.get_or_init(|| read(catalogue, self.language));
            Some((bundle, bundle.get_message(key)?.value()?))
        });
        let Some((bundle, pattern)) = found.next() else { return key.to_owned() };
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            values.set(Cow::Borrowed(*name), fluent_value(argument));
        }
        bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// What is wrong with a file, in one sentence, with its place: `minsk.md:3: …`.
    pub fn diagnostic(&self, diagnostic: &Diagnostic) -> String {
        let sentence = self.with(diagnostic.problem.key(), &diagnostic.problem.arguments());
        match diagnostic.line {
            Some(line) => format!("{}:{line}: {sentence}", diagnostic.file),
            None => format!("{}: {sentence}", diagnostic.file),
        }
    }

    /// The usual name of a country or organisation; its code where it has none.
    pub fn country(&self, code: CountryCode) -> String {
        self.countries.name(code)
    }

    /// The name of a country as it stands in a sentence: "le Viet Nam", "the Netherlands".
    pub fn country_in_sentence(&self, code: CountryCode) -> String {
        format!("{}{}", self.articles.before(code), self.country(code))
    }

    /// Gives a country or organisation another name from here on.
    pub fn call(&mut self, code: CountryCode, name: &str) {
        self.countries.call(code, name);
    }

    /// A whole number with the separators of the language.
    pub fn number(&self, number: usize) -> String {
        let digits = number.to_string();
        let separator = if self.language == Language::French { '\u{a0}' } else { ',' };
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }
}

/// Reads a catalogue in a language.
fn read((french, english): (&str, &str), language: Language) -> Bundle {
    let tag = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Isolation marks are invisible characters: nothing invisible may reach a terminal.
    bundle.set_use_isolating(false);
    let text = if language == Language::French { french } else { english };
    // A test reads every catalogue without an error; here what was read is used.
    let resource = FluentResource::try_new(text.to_owned());
    bundle.add_resource_overriding(resource.unwrap_or_else(|(partial, _)| partial));
    bundle
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

/// Fluent inflects by numbers and only shows text.
fn fluent_value(argument: &Argument) -> FluentValue<'_> {
    match argument {
        Argument::Text(text) => FluentValue::from(text.as_str()),
        Argument::Number(number) => FluentValue::from(*number),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Each message's key with the names of its arguments.
    fn keys(catalogue: &str) -> BTreeMap<String, Vec<String>> {
        let resource =
            FluentResource::try_new(catalogue.to_owned()).expect("a catalogue without errors");
        assert!(resource.entries().count() > 0, "an empty catalogue");
        let mut keys: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in catalogue.lines() {
            if let Some((name, _)) =
                line.split_once(" =").filter(|_| !line.starts_with([' ', '#', '.']))
            {
                key = name.to_owned();
            }
            let arguments = keys.entry(key.clone()).or_default();
            for part in line.split('$').skip(1) {
                let name: String = part.chars().take_while(char::is_ascii_alphanumeric).collect();
                if !arguments.contains(&name) {
                    arguments.push(name);
                }
            }
            arguments.sort();
        }
        keys
    }

    #[test]
    fn both_languages_have_the_same_messages() {
        for (french, english) in CATALOGUES {
            let (french, english) = (keys(french), keys(english));
            for key in french.keys().chain(english.keys()) {
                assert_eq!(french.get(key), english.get(key), "message {key}");
            }
        }
    }

    #[test]
    fn every_command_has_a_message() {
        let messages = Messages::new(Language::English);
        assert_ne!(messages.text("words-unread"), "words-unread");
        assert_eq!(messages.text("no-such-key"), "no-such-key");
    }

    #[test]
    fn numbers_are_grouped_as_the_language_does() {
        assert_eq!(Messages::new(Language::English).number(1_234_567), "1,234,567");
        assert_eq!(Messages::new(Language::French).number(20_000), "20\u{a0}000");
        assert_eq!(Messages::new(Language::French).number(999), "999");
    }

    #[test]
    fn names_stand_in_a_sentence() {
        let (fr, en) = (Messages::new(Language::French), Messages::new(Language::English));
        let code = |code: &str| code.parse::<CountryCode>().expect("a code");
        let named = ["VN", "BY", "AZ", "US", "CU"].map(|c| fr.country_in_sentence(code(c)));
        assert_eq!(
            named,
            ["le Viet Nam", "la Biélorussie", "l’Azerbaïdjan", "les États-Unis", "Cuba"]
        );
        assert_eq!(en.country_in_sentence(code("NL")), "the Netherlands");
        assert_eq!(en.country_in_sentence(code("FR")), "France");
    }
}
