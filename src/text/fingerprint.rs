//! Short names for texts that say the same: what titles and paragraphs are compared and identified by.

use super::fold;

/// The first 64 bits of the BLAKE3 hash of `text`, folded and with each run of white space as one space. Stable across
/// machines and versions: it is written to disk.
pub fn fingerprint(text: &str) -> u64 {
    digest(&fold(text))
}

/// The same of the text as it stands: an accent, a capital or a sign makes another one.
pub fn digest(text: &str) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            hasher.update(b" ");
        }
        hasher.update(word.as_bytes());
    }
    let mut first = [0; 8];
    hasher.finalize_xof().fill(&mut first);
    u64::from_le_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_and_spacing_do_not_count() {
        let title = "L’Azerbaïdjan  et le Viêt\u{a0}Nam";
        assert_eq!(fingerprint(title), fingerprint(" l'azerbaidjan et\nle Viet Nam "));
        assert_ne!(fingerprint(title), fingerprint("l'azerbaidjan etle Viet Nam"));
    }

    #[test]
    fn it_is_the_same_for_ever() {
        assert_eq!(fingerprint("Déclaration commune"), fingerprint("declaration commune"));
        assert_eq!(fingerprint(""), 0xa6a1_f9f5_b949_13af);
    }
}
