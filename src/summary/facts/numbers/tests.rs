//! Numbers as they are written.

use super::*;

fn shown(text: &str, language: Language) -> Vec<String> {
    let tokens = Tokens::new(text);
    let number = |number: &Number| {
        let about = if number.approximate { "~" } else { "" };
        let unit = crate::model::Unit::Of(crate::model::Measure::People);
        let span = crate::model::Span::default();
        let thousandths = number.value;
        let value = Quantity { thousandths, most: None, unit, approximate: false, span };
        let most = number.most.map(|most| format!("-{}", most / 1000)).unwrap_or_default();
        format!("{about}{}{most}", value.decimal())
    };
    find(&tokens, Some(language), |_| false).iter().map(number).collect()
}

#[test]
fn french_numbers() {
    for (text, expected) in [
        ("300 000 hommes", "300000"),
        ("300\u{202f}000 hommes", "300000"),
        ("1,5 milliard de dollars", "1500000000"),
        ("10.000 tonnes", "10000"),
        ("2 500,75 euros", "2500.75"),
        ("une soixantaine d'accords", "~60"),
        ("neuf accords", "9"),
        ("vingt-cinq ans", "25"),
        ("soixante-dix-sept morts", "77"),
        ("quatre-vingt-dix-neuf morts", "99"),
        ("deux cents soldats", "200"),
        ("trois mille cinq cents soldats", "3500"),
        ("mille soldats", "1000"),
        ("un millier de soldats", "~1000"),
        ("plus de 40 millions", "~40000000"),
        ("5 à 6 milliards", "~5000000000-6000000000"),
        ("le G7 et le F-16", ""),
        ("1-1/2", ""),
        ("un accord", ""),
        ("1 000 000", "1000000"),
        ("2 billions", "2000000000000"),
    ] {
        assert_eq!(shown(text, Language::French).join(" "), expected, "{text}");
    }
}

#[test]
fn english_numbers() {
    for (text, expected) in [
        ("1,500 soldiers", "1500"),
        ("1.5bn dollars", "1500000000"),
        ("$3m", "3000000"),
        ("US$10 billion", "10000000000"),
        ("two hundred and five", "205"),
        ("a thousand soldiers", "1000"),
        ("a dozen", "~12"),
        ("1,234,567.5 tonnes", "1234567.5"),
        ("12.5 mln dlrs", "12500000"),
        ("5-6 billion", "~5000000000-6000000000"),
        ("twenty-five", "25"),
    ] {
        assert_eq!(shown(text, Language::English).join(" "), expected, "{text}");
    }
}
