//! The end of a dispatch: the agency's initials, the source line, the mark that nothing follows.

use super::ends::tail;
use super::patterns::{Patterns, strip_opener};
use crate::text::fold;

/// A line that says where the text comes from: "Source : https://...".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SourceLine {
    /// The address, where one stands there.
    pub url: Option<String>,
    /// The publication.
    pub name: Option<String>,
}

/// Whether a line is nothing but initials: "VNA/CVN", "abc/def/gh", "Reuter", "###".
pub(super) fn is_sign_off(text: &str) -> bool {
    const LONGEST: usize = 40;
    if text.len() > LONGEST {
        return false;
    }
    let patterns = Patterns::get();
    let folded = fold(text.trim());
    if patterns.end.marks.contains(folded.as_str()) {
        return true;
    }
    let bare = bare(text);
    patterns.is_agency(bare) || is_initials(bare) || is_dashed(text)
}

/// Whether a line names those who reported and edited: "(Reporting by ...; Editing by ...)". One such name on a line
/// without brackets is a byline.
pub(super) fn is_credits(text: &str) -> bool {
    const LONGEST: usize = 400;
    if text.len() > LONGEST {
        return false;
    }
    let folded = fold(text);
    let inner = folded.trim_matches(|c: char| c.is_whitespace() || "()[]*.".contains(c));
    let openers = &Patterns::get().end.credits;
    let parts = inner.split([';', ',']).map(str::trim_start);
    let credits = parts.filter(|part| strip_opener(part, openers).is_some()).count();
    let opens = strip_opener(inner, openers).is_some();
    let in_brackets =
        text.trim_start().starts_with(['(', '[']) && inner.len() < folded.trim_end().len();
    opens && (credits > 1 || in_brackets && text.trim_end().ends_with([')', ']', '.']))
}

/// The initials of an agency behind a dash: "-BE", "—VNS". An entry of a list has a space there.
fn is_dashed(text: &str) -> bool {
    let initials = text.trim().trim_start_matches(['-', '–', '—']);
    let is_set_off = initials.len() < text.trim().len();
    is_set_off
        && (2..=5).contains(&initials.len())
        && initials.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The agency that a sign-off names.
pub(super) fn agency(text: &str) -> Option<&str> {
    let bare = bare(text);
    let shouted = bare.contains('/') && bare.chars().all(|c| c.is_uppercase() || c == '/');
    (Patterns::get().is_agency(bare) || shouted).then_some(bare)
}

/// Where the sign-off begins that stands behind the last sentence of a paragraph: "... fin. -VNA", "... fin. (AFP)".
pub(super) fn trailing(text: &str) -> Option<usize> {
    const LONGEST: usize = 32;
    let (tail_start, tail) = tail(text, LONGEST);
    let ends = tail
        .char_indices()
        .rev()
        .filter(|&(_, c)| ".!?…»”\"".contains(c))
        .map(|(at, c)| at + c.len_utf8());
    // The last mark may belong to the sign-off itself ("/.").
    ends.take(3).find_map(|end| {
        let rest = tail.get(end..)?;
        let mark = rest.trim_start();
        let set_off = mark.starts_with(['-', '–', '—', '(', '/', '[']);
        let signs = !mark.is_empty() && (is_sign_off(mark) && (set_off || agency(mark).is_some()));
        signs.then_some(tail_start + end)
    })
}

/// Reads a line that names the source.
pub(super) fn source_line(text: &str) -> Option<SourceLine> {
    const LONGEST: usize = 600;
    const LONGEST_NAME: usize = 60;
    if text.len() > LONGEST {
        return None;
    }
    if is_url(text) {
        return Some(SourceLine { url: Some(text.to_owned()), name: host_name(text) });
    }
    let (label, value) = text.split_once(':')?;
    let label = fold(label.trim());
    if !["source", "sources", "nguon"].contains(&label.as_str()) {
        return None;
    }
    let value = value.trim();
    let url = value.split_whitespace().find(|word| is_url(word));
    if let Some(url) = url {
        return Some(SourceLine { url: Some(url.to_owned()), name: host_name(url) });
    }
    let name = value.trim_end_matches('.');
    let is_name = !name.is_empty() && name.len() <= LONGEST_NAME;
    is_name.then(|| SourceLine { url: None, name: Some(name.to_owned()) })
}

fn is_url(text: &str) -> bool {
    let address = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    address.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

/// The publication at an address: by the table, else its host without "www.".
fn host_name(url: &str) -> Option<String> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', ':', '?', '#']).next()?.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let hosts = &Patterns::get().agency.hosts;
    let mut parents =
        std::iter::successors(Some(host), |host| host.split_once('.').map(|(_, parent)| parent));
    let name = parents.find_map(|host| hosts.get(host).cloned());
    name.or_else(|| Some(host.to_owned()).filter(|host| !host.is_empty()))
}

fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || "-–—()[]/.*".contains(c))
}

/// Initials of desk and writers: "abc/def/gh", "jlb-fz/cac".
fn is_initials(bare: &str) -> bool {
    let parts = || bare.split(['/', '-']);
    let initials = |part: &str| {
        let all = |test: fn(char) -> bool| part.chars().all(test);
        (1..=6).contains(&part.len()) && (all(char::is_lowercase) || all(char::is_uppercase))
    };
    bare.contains('/') && parts().count() >= 2 && parts().all(initials)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sign_offs() {
        for text in [
            "VNA/CVN",
            "-VNA",
            "(AFP)",
            "abc/def/gh",
            "jlb-fz/cac",
            "Reuter",
            "###",
            "-30-",
            "FIN",
            "./.",
        ] {
            assert!(is_sign_off(text), "{text}");
        }
        for text in ["-BE", "—VNS"] {
            assert!(is_sign_off(text), "{text}");
        }
        for text in ["- OTAN", "BE", "-Oui", "-"] {
            assert!(!is_sign_off(text), "{text}");
        }
        for text in ["Minsk", "et/ou le traité", "Traité", "12/05"] {
            assert!(!is_sign_off(text), "{text}");
        }
        let cut = |text: &str| trailing(text).map(|at| text[..at].to_owned());
        assert_eq!(cut("Le traité est signé. -VNA"), Some("Le traité est signé.".into()));
        assert_eq!(cut("« Il est signé. » (AFP)"), Some("« Il est signé. »".into()));
        assert_eq!(cut("Le traité est signé./."), Some("Le traité est signé.".into()));
        assert_eq!(cut("Le traité est signé. VNA/CVN"), Some("Le traité est signé.".into()));
        assert_eq!(cut("Le traité est signé à l'ONU."), None);
        assert_eq!(cut("Le traité est signé. Fin"), None);
    }

    #[test]
    fn credits_of_those_who_wrote() {
        for text in [
            "(Reporting by the Minsk newsroom; Editing by the desk)",
            "Reporting by the Minsk newsroom; writing by the desk, editing by the night desk",
            "(Reportage de la rédaction de Minsk, version française du bureau de Paris, édité par le service)",
            "(Avec AFP)",
        ] {
            assert!(is_credits(text), "{text}");
        }
        for text in [
            "Reporting by the Minsk newsroom",
            "Editing by committee is slow, he said.",
            "(Le traité est signé)",
        ] {
            assert!(!is_credits(text), "{text}");
        }
        assert_eq!(trailing("Le traité est signé. -BE"), Some("Le traité est signé.".len()));
    }

    #[test]
    fn sources() {
        let read = |text| {
            source_line(text).map(|line| (line.url.is_some(), line.name.unwrap_or_default()))
        };
        assert_eq!(
            read("Source : https://vietnamnet.vn/a-1.html"),
            Some((true, "VietnamNet".into()))
        );
        assert_eq!(read("Source: http://www.example.org/a"), Some((true, "example.org".into())));
        assert_eq!(
            read("Source : ministère des Affaires étrangères"),
            Some((false, "ministère des Affaires étrangères".into()))
        );
        assert_eq!(read("https://fr.belta.by/a"), Some((true, "BelTA".into())));
        assert_eq!(read("Une source : l'eau"), None);
    }
}
