//! Settings as a user writes them: what is taken, what is refused and on which line.

use super::*;
use crate::model::Language;

fn read(text: &str) -> (Settings, Vec<String>) {
    let (settings, errors) = Settings::read(text.as_bytes());
    (settings, errors.iter().map(ToString::to_string).collect())
}

#[test]
fn the_built_in_file_names_every_setting_and_is_right() {
    let mut settings = settings::BLANK;
    assert_eq!(overlay::overlay(&mut settings, BUILTIN), []);
    let table: toml::Table = BUILTIN.parse().expect("valid TOML");
    assert_eq!(table.len(), 16, "15 settings and the keys");
    assert_eq!(settings, Settings::default());
}

#[test]
fn the_users_file_lies_over_the_defaults() {
    let text = "language = \"fr\"\nbriefs = \"~/briefs\"\nhome = \"vn\"\ndesk = [\"BY\", \"KZ\", \"by\"]\n\
                layout = \"stacked\"\nmeasure = 72\nsort_countries = \"newest\"\nmouse = true\nascii = \"on\"\n\
                [keys.global]\n\"g n\" = \"next-unread\"\n\"ctrl-p\" = \"\"\n";
    let (settings, errors) = read(text);
    assert_eq!(errors, [""; 0]);
    assert_eq!(settings.language, Some(Language::French));
    assert_eq!(settings.home.map(|code| code.to_string()), Some("VN".into()));
    assert_eq!(settings.desk.iter().map(ToString::to_string).collect::<Vec<_>>(), ["BY", "KZ"]);
    assert_eq!((settings.layout, settings.measure), (Layout::Stacked, 72));
    assert_eq!(settings.sort_countries, CountrySort::Newest);
    assert_eq!(settings.ascii, Switch::On);
    assert_eq!(settings.theme, Settings::default().theme, "what is not named keeps its default");
    let keys: Vec<_> = settings
        .keys
        .iter()
        .map(|k| (k.mode.as_str(), k.chords.as_str(), k.command.as_str(), k.line))
        .collect();
    assert_eq!(keys, [("global", "g n", "next-unread", 11), ("global", "ctrl-p", "", 12)]);
}

#[test]
fn a_wrong_line_costs_only_itself() {
    let text = "# mine\nmesure = 70\nmeasure = 400\nlayout = \"tabs\"\nmouse = \"yes\"\ndesk = [\"Belarus\", \"B1\"]\n\
                theme = 4\ninclude = \"/etc/passwd\"\nfollow = \"on\"\n[keys]\nq = \"quit\"\n[keys.global]\nx = 3\n";
    let (settings, errors) = read(text);
    assert_eq!(
        errors,
        [
            "line 2: \"mesure\" is no setting: write \"measure\" if that is what you mean, or remove the line",
            "line 3: \"measure\" cannot be 400: write a whole number from 40 to 120",
            "line 4: \"layout\" cannot be \"tabs\": write \"auto\", \"stacked\", \"columns\" or \"single\"",
            "line 5: \"mouse\" cannot be \"yes\": write true or false",
            "line 6: \"desk\" cannot be [\"Belarus\", \"B1\"]: write a list of countries' codes such as [\"BY\", \"KZ\"]",
            "line 7: \"theme\" cannot be 4: write \"auto\", \"dark\", \"light\" or \"mono\"",
            "line 8: \"include\" is no setting: remove the line, or see config.toml for the names of all settings",
            "line 11: \"keys.q\" cannot be \"quit\": write a table for each mode, such as [keys.global]",
            "line 13: \"x\" cannot be 3: write the name of a command in quotes, or \"\"",
        ]
    );
    let expected = Settings { follow: Follow::On, ..Settings::default() };
    assert_eq!(settings, expected);
}

#[test]
fn a_broken_file_leaves_all_defaults() {
    let (settings, errors) = read("mouse = true\nlayout = \n");
    assert_eq!(settings, Settings::default());
    assert!(errors[0].starts_with("line 2: "), "{errors:?}");
    let (settings, errors) = Settings::read(b"mouse = true\n# caf\xe9\n");
    assert_eq!((settings, errors[0].line()), (Settings::default(), Some(2)));
    let (_, errors) = read("mouse = true\nmouse = false\n");
    assert!(errors[0].starts_with("line 2: "), "{errors:?}");
}

#[test]
fn a_vast_or_deep_file_is_refused() {
    let (settings, errors) = Settings::read(&vec![b'#'; MOST_BYTES + 1]);
    assert_eq!((settings, errors), (Settings::default(), vec![ConfigError::TooLarge]));
    let (settings, errors) = read(&format!("desk = {}", "[".repeat(100_000)));
    assert_eq!(settings, Settings::default());
    assert!(!errors.is_empty());
}
