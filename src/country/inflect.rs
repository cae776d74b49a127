//! The forms of an adjective, so that the gazetteer lists one. Knows endings, no countries.

/// Feminine and plurals of a French adjective given as masculine singular, itself first.
///
/// Endings as any grammar gives them; it is enough for the adjectives of countries, whose few
/// exceptions the gazetteer spells out.
pub(super) fn french(masculine: &str) -> Vec<String> {
    let feminine = match masculine {
        m if m.ends_with(['e', 'è']) => m.to_owned(),
        m if m.ends_with("ien") || m.ends_with("éen") || m.ends_with("on") => format!("{m}ne"),
        m if m.ends_with("ec") => format!("{m}que"),
        m if m.ends_with("urc") => format!("{}que", m.trim_end_matches('c')),
        m => format!("{m}e"),
    };
    let plural = |form: &str| {
        if form.ends_with(['s', 'x']) { form.to_owned() } else { format!("{form}s") }
    };
    distinct([masculine.to_owned(), plural(masculine), plural(&feminine), feminine])
}

/// An English adjective or inhabitant with its plural, itself first.
pub(super) fn english(form: &str) -> Vec<String> {
    let unchanging = ["ese", "ish", "ch", "s", "men", "ic"];
    let plural = match form {
        f if f.ends_with("man") && !f.ends_with("German") && !f.ends_with("Roman") => {
            format!("{}men", f.trim_end_matches("man"))
        }
        f if unchanging.iter().any(|ending| f.ends_with(ending)) => f.to_owned(),
        f => format!("{f}s"),
    };
    distinct([form.to_owned(), plural])
}

/// The forms in their order, each once.
fn distinct<const N: usize>(forms: [String; N]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(N);
    for form in forms {
        if !kept.contains(&form) {
            kept.push(form);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_adjectives_take_all_their_forms() {
        assert_eq!(french("biélorusse"), ["biélorusse", "biélorusses"]);
        assert_eq!(
            french("vietnamien"),
            ["vietnamien", "vietnamiens", "vietnamiennes", "vietnamienne"]
        );
        assert_eq!(french("français"), ["français", "françaises", "française"]);
        assert_eq!(french("turc"), ["turc", "turcs", "turques", "turque"]);
        assert_eq!(french("letton"), ["letton", "lettons", "lettonnes", "lettonne"]);
        assert_eq!(french("allemand"), ["allemand", "allemands", "allemandes", "allemande"]);
        assert_eq!(french("burkinabè"), ["burkinabè", "burkinabès"]);
    }

    #[test]
    fn english_inhabitants_take_their_plural() {
        assert_eq!(english("Belarusian"), ["Belarusian", "Belarusians"]);
        assert_eq!(english("Vietnamese"), ["Vietnamese"]);
        assert_eq!(english("Irishman"), ["Irishman", "Irishmen"]);
        assert_eq!(english("West German"), ["West German", "West Germans"]);
    }
}
