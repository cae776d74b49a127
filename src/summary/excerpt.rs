//! A sentence cut down to the clauses that matter, an ellipsis where words are left out.

/// A sentence of no more words is shown whole.
const WHOLE: usize = 26;
/// A clause of fewer words is shown with its neighbour.
const LEAST: usize = 9;
/// What parts clauses: a sign and a space.
const SIGNS: [char; 4] = [',', ';', ':', '–'];
const ELLIPSIS: char = '…';

/// The clauses of a sentence that hold some of its words; the whole sentence where it is short or does not hold them.
pub(super) fn around(sentence: &str, words: &str) -> String {
    let sentence = sentence.trim();
    let clean: Vec<&str> = words.split_whitespace().collect();
    let clean = clean.join(" ");
    let Some(at) = sentence.find(&clean).filter(|_| count(sentence) > WHOLE) else {
        return sentence.to_owned();
    };
    let cuts = cuts(sentence);
    let mut from = cuts.partition_point(|&cut| cut <= at).saturating_sub(1);
    let mut to = cuts.partition_point(|&cut| cut < at + clean.len());
    let slice = |from: usize, to: usize| {
        let start = cuts.get(from).copied().unwrap_or_default();
        sentence.get(start..cuts.get(to).copied().unwrap_or(sentence.len())).unwrap_or_default()
    };
    while count(slice(from, to)) < LEAST && (from > 0 || to + 1 < cuts.len()) {
        if from > 0 {
            from -= 1;
        } else {
            to += 1;
        }
    }
    let kept = slice(from, to).trim();
    let kept =
        if to + 1 < cuts.len() { kept.trim_end_matches([',', ';', ':', '–', ' ']) } else { kept };
    let mut excerpt = String::with_capacity(kept.len() + 8);
    if from > 0 {
        excerpt.push(ELLIPSIS);
    }
    excerpt.push_str(kept);
    if to + 1 < cuts.len() {
        excerpt.push(ELLIPSIS);
    }
    excerpt
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Where clauses begin, and the end.
fn cuts(sentence: &str) -> Vec<usize> {
    let after = |(at, sign): (usize, char)| {
        let next = at + sign.len_utf8();
        let parts = SIGNS.contains(&sign) && sentence.get(next..)?.starts_with(' ');
        parts.then_some(next + 1)
    };
    let inner = sentence.char_indices().filter_map(after);
    std::iter::once(0).chain(inner).chain([sentence.len()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "Après trois ans de travaux, la ligne de chemin de fer qui relie les deux capitales, longue de \
                        640 kilomètres, a été ouverte aux voyageurs, tandis que le fret attend toujours un accord sur \
                        les douanes.";

    #[test]
    fn a_long_sentence_keeps_the_clauses_around_the_words() {
        let cut = around(LONG, "640 kilomètres");
        assert_eq!(
            cut,
            "…la ligne de chemin de fer qui relie les deux capitales, longue de 640 kilomètres…"
        );
        assert!(around(LONG, "accord sur\n les douanes").ends_with("les douanes."));
        assert!(around(LONG, "Après trois").starts_with("Après trois"));
    }

    #[test]
    fn a_short_sentence_stays_whole() {
        assert_eq!(around("La ligne compte 640 km.", "640 km"), "La ligne compte 640 km.");
        assert_eq!(around(LONG, "not there"), LONG);
        assert_eq!(around("", ""), "");
    }
}
