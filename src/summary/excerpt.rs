//! A sentence cut down to the clauses that matter, an ellipsis where words are left out.

/// A sentence of no more words is shown whole.
const WHOLE: usize = 26;
/// A clause of fewer words is shown with its neighbour.
const LEAST: usize = 9;
/// What parts clauses: a sign and a space.
const SIGNS: [char; 4] = [',', ';', ':', '–'];
/// Words that part clauses, with the spaces around them.
const CONTRASTS: [&str; 4] = [" tandis que ", " alors que ", " whereas ", " while "];
const ELLIPSIS: char = '…';

/// The clauses of a sentence that hold some of its words; the whole sentence where it is short or does not hold them.
pub(super) fn around(sentence: &str, words: &str) -> String {
    let sentence = unnumbered(sentence.trim());
    // Marks of a page are not among the clean words of its sentence.
    let clean = unmarked(words);
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
    let kept = if to + 1 < cuts.len() { without_end(kept) } else { kept };
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

/// Words of a source on one line, without the marks of its page.
pub(super) fn unmarked(words: &str) -> String {
    let words: String =
        words.chars().filter(|c| !matches!(c, '[' | ']' | '*' | '_' | '`')).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first clauses of a sentence, so many words at most.
pub(super) fn opening(sentence: &str, words: usize) -> String {
    let sentence = unnumbered(sentence);
    if count(sentence) <= words {
        return sentence.to_owned();
    }
    let fits = |cut: &usize| sentence.get(..*cut).is_some_and(|start| count(start) <= words);
    let clauses = cuts(sentence).into_iter().filter(|cut| *cut > 0).take_while(fits).last();
    let start = clauses.and_then(|cut| sentence.get(..cut)).filter(|start| count(start) >= LEAST);
    let all: Vec<&str> = sentence.split_whitespace().take(words).collect();
    let start = start.map_or_else(|| all.join(" "), |start| start.trim().to_owned());
    format!("{}{ELLIPSIS}", without_end(&start))
}

/// A clause without the sign or word that leads to the next one.
fn without_end(clause: &str) -> &str {
    let ends = CONTRASTS.iter().find_map(|word| clause.strip_suffix(word.trim_end()));
    ends.unwrap_or(clause).trim_end_matches([',', ';', ':', '–', ' '])
}

/// A sentence without the number of a list before it: "3. Their contributions".
pub(super) fn unnumbered(sentence: &str) -> &str {
    const LONGEST: usize = 3;
    let sentence = sentence.trim_start();
    let rest = sentence.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = sentence.len() - rest.len();
    let words = rest.strip_prefix(['.', ')']).and_then(|rest| rest.strip_prefix(' '));
    words.filter(|_| (1..=LONGEST).contains(&digits)).unwrap_or(sentence)
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Where clauses begin, and the end.
fn cuts(sentence: &str) -> Vec<usize> {
    let mut cuts = signs(sentence);
    for word in CONTRASTS {
        cuts.extend(sentence.match_indices(word).map(|(at, _)| at + word.len()));
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// Where clauses begin behind a sign, and the end.
fn signs(sentence: &str) -> Vec<usize> {
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
    fn a_contrast_parts_clauses_and_a_number_of_a_list_goes() {
        let text = "Le Kenya et l'Ouganda ont rendu public un communiqué au terme de leurs entretiens tandis que le \
                    Kenya et le Rwanda ont signé un traité sur les transports par la route et par le rail.";
        let cut = around(text, "signé un traité");
        assert!(cut.starts_with("…le Kenya et le Rwanda ont signé"), "{cut}");
        assert!(around(text, "rendu public").ends_with("leurs entretiens…"));
        assert_eq!(unnumbered("3. Their share grows."), "Their share grows.");
        assert_eq!(unnumbered("2 000 soldats"), "2 000 soldats");
    }

    #[test]
    fn a_long_headline_keeps_its_first_clauses() {
        assert_eq!(
            opening(LONG, 24),
            "Après trois ans de travaux, la ligne de chemin de fer qui relie les deux capitales, longue de 640 kilomètres…"
        );
        assert_eq!(opening(LONG, 12), "Après trois ans de travaux, la ligne de chemin de fer qui…");
        assert_eq!(opening("Une ligne courte.", 12), "Une ligne courte.");
    }

    #[test]
    fn a_short_sentence_stays_whole() {
        assert_eq!(around("La ligne compte 640 km.", "640 km"), "La ligne compte 640 km.");
        assert_eq!(around(LONG, "not there"), LONG);
        assert_eq!(around("", ""), "");
    }
}
