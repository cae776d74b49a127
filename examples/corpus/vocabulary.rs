//! The words of the corpus, read from the TOML files beside this one.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Everything that the corpus is made of.
pub(crate) struct Vocabulary {
    /// The first ones are the most frequent.
    pub(crate) countries: Vec<Country>,
    pub(crate) french: Tongue,
    pub(crate) english: Tongue,
}

/// A country and its capital.
#[derive(Deserialize)]
#[serde(from = "[String; 5]")]
pub(crate) struct Country {
    /// ISO 3166 alpha-2.
    pub(crate) code: String,
    english: Named,
    french: Named,
}

/// A country in one language.
struct Named {
    /// With its article.
    name: String,
    capital: String,
}

/// The templates and words of one language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tongue {
    pub(crate) code: String,
    pub(crate) months: Vec<String>,
    pub(crate) agency: String,
    pub(crate) related: String,
    pub(crate) photo: String,
    pub(crate) head_noise: Vec<String>,
    pub(crate) tail_noise: Vec<String>,
    pub(crate) titles: Vec<String>,
    pub(crate) sentences: Vec<String>,
    pub(crate) captions: Vec<String>,
    pub(crate) headings: Vec<String>,
    /// Lists that a slot can name.
    pub(crate) words: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Countries {
    countries: Vec<Country>,
}

impl Vocabulary {
    /// Reads the files, which are compiled in.
    pub(crate) fn load() -> Result<Self, String> {
        let countries: Countries = read("countries.toml", include_str!("countries.toml"))?;
        Ok(Self {
            countries: countries.countries,
            french: read("fr.toml", include_str!("fr.toml"))?,
            english: read("en.toml", include_str!("en.toml"))?,
        })
    }
}

fn read<T: for<'de> Deserialize<'de>>(name: &str, text: &str) -> Result<T, String> {
    toml::from_str(text).map_err(|error| format!("examples/corpus/{name}: {error}"))
}

impl Tongue {
    /// Whether this is French.
    pub(crate) fn is_french(&self) -> bool {
        self.code == "fr"
    }
}

impl From<[String; 5]> for Country {
    fn from([code, english, french, capital, capitale]: [String; 5]) -> Self {
        Self {
            code,
            english: Named { name: english, capital },
            french: Named { name: french, capital: capitale },
        }
    }
}

impl Country {
    /// The name of its folder: its English name in small letters and hyphens.
    pub(crate) fn folder(&self) -> String {
        let name = self.english.name.strip_prefix("the ").unwrap_or(&self.english.name);
        name.to_ascii_lowercase().replace(' ', "-").replace('\'', "")
    }

    /// Its name, with the article it takes in the middle of a sentence.
    pub(crate) fn name(&self, tongue: &Tongue) -> &str {
        &self.named(tongue).name
    }

    /// Its name without an article, as front matter has it.
    pub(crate) fn bare_name(&self, tongue: &Tongue) -> &str {
        let name = self.name(tongue);
        let articles = ["the ", "le ", "la ", "les ", "l'"];
        articles.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
    }

    /// Its capital.
    pub(crate) fn capital(&self, tongue: &Tongue) -> &str {
        &self.named(tongue).capital
    }

    /// "of Kazakhstan", "du Kazakhstan", "des États-Unis", "d'Oman".
    pub(crate) fn of(&self, tongue: &Tongue) -> String {
        let name = self.name(tongue);
        if !tongue.is_french() {
            return format!("of {name}");
        }
        if let Some(bare) = name.strip_prefix("le ") {
            return format!("du {bare}");
        }
        if let Some(bare) = name.strip_prefix("les ") {
            return format!("des {bare}");
        }
        // Of the names without an article, those with a vowel or a silent h.
        let elided = name.starts_with(['A', 'H', 'I', 'O']);
        if elided { format!("d'{name}") } else { format!("de {name}") }
    }

    /// "in Kazakhstan", "au Kazakhstan", "en France", "aux Philippines", "à Cuba".
    pub(crate) fn inside(&self, tongue: &Tongue) -> String {
        let name = self.name(tongue);
        if !tongue.is_french() {
            return format!("in {name}");
        }
        let forms = [("le ", "au "), ("les ", "aux "), ("la ", "en "), ("l'", "en ")];
        forms
            .iter()
            .find_map(|(article, place)| Some(format!("{place}{}", name.strip_prefix(article)?)))
            .unwrap_or_else(|| format!("à {name}"))
    }

    fn named(&self, tongue: &Tongue) -> &Named {
        if tongue.is_french() { &self.french } else { &self.english }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_forms_agree_with_the_article() {
        let vocabulary = Vocabulary::load().expect("the files beside this one");
        let french = &vocabulary.french;
        let expected = [
            ("KZ", "du Kazakhstan", "au Kazakhstan"),
            ("FR", "de la France", "en France"),
            ("AZ", "de l'Azerbaïdjan", "en Azerbaïdjan"),
            ("PH", "des Philippines", "aux Philippines"),
            ("OM", "d'Oman", "à Oman"),
            ("CU", "de Cuba", "à Cuba"),
        ];
        for (code, of, inside) in expected {
            let mut countries = vocabulary.countries.iter();
            let country = countries.find(|country| country.code == code).expect("a country");
            assert_eq!((country.of(french), country.inside(french)), (of.into(), inside.into()));
        }
    }
}
