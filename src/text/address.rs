//! Addresses of pages as texts write them: which may be opened, and whose they really are.
//!
//! What is handed on is made anew from what was understood, in plain ASCII: the host that a reader is shown is the host that
//! is opened, whatever letters it was written in. Punycode is RFC 3492.

use unicode_normalization::UnicodeNormalization;

/// Longer addresses are not opened, in bytes.
const LONGEST: usize = 2000;

/// Longer names of hosts do not exist, in bytes (RFC 1035).
const LONGEST_HOST: usize = 253;

/// The address of a page that may be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    url: String,
    host: String,
    spelled: Option<String>,
}

/// Why an address is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It does not begin with `http://` or `https://`.
    #[error("only addresses that begin with http:// or https:// are opened")]
    Scheme,
    /// It is too long.
    #[error("the address is too long")]
    Long,
    /// It holds blanks or controls, a user's name, or no host.
    #[error("the address names no host, or hides it")]
    Host,
}

impl Address {
    /// Reads an address as it stands in a text.
    ///
    /// # Errors
    /// [`Unfit`] where it may not be opened.
    pub fn read(written: &str) -> Result<Self, Unfit> {
        if written.len() > LONGEST {
            return Err(Unfit::Long);
        }
        let (scheme, rest) = scheme(written).ok_or(Unfit::Scheme)?;
        let is_hiding = |c: char| c.is_whitespace() || c.is_control() || super::is_unseen(c);
        if rest.contains(is_hiding) {
            return Err(Unfit::Host);
        }
        let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at_checked(end).unwrap_or((rest, ""));
        let (host, port) = host_and_port(authority).ok_or(Unfit::Host)?;
        let ascii = ascii_host(host).ok_or(Unfit::Host)?;
        let port = port.map(|port| format!(":{port}")).unwrap_or_default();
        let spelled = (!host.is_ascii()).then(|| host.to_owned());
        let slash = if path.starts_with('/') { "" } else { "/" };
        let url = format!("{scheme}://{ascii}{port}{slash}{}", percent_encoded(path));
        if url.len() > 3 * LONGEST {
            return Err(Unfit::Long);
        }
        Ok(Self { url, host: format!("{ascii}{port}"), spelled })
    }

    /// The whole of it, in ASCII, with nothing that a shell would understand.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The host in ASCII, with the port where one is named.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The host as it was written, where that was not in ASCII.
    pub fn spelled(&self) -> Option<&str> {
        self.spelled.as_deref()
    }
}

/// Whether the words of a link name another host than it leads to: one of them claims to be an address itself.
pub fn belies(words: &str, target: &str) -> bool {
    let is_alone = words.split_whitespace().count() == 1;
    // A link to a file may be called by the file's name.
    let claims = |word: &&str| !word.is_empty() && !target.ends_with(word);
    let words =
        words.split_whitespace().map(|word| word.trim_matches(['<', '>', '"', '(', ')', ',']));
    let real = || Address::read(target).ok().map(|address| address.host);
    words.filter(claims).any(|word| match Address::read(word) {
        Ok(named) => !is_same_host(Some(named.host), real()),
        Err(Unfit::Scheme) if is_alone || word.starts_with("www.") => {
            let named = scheme_less_host(word);
            named.is_some() && !is_same_host(named, real())
        }
        Err(Unfit::Scheme) => false,
        // It begins like an address, and is none that could be compared.
        Err(Unfit::Long | Unfit::Host) => true,
    })
}

/// Whether two hosts are known and the same, `www.` or not.
fn is_same_host(one: Option<String>, other: Option<String>) -> bool {
    let without_www = |host: String| host.strip_prefix("www.").map(str::to_owned).unwrap_or(host);
    one.is_some() && one.map(without_www) == other.map(without_www)
}

/// The addresses that stand in a text as such.
pub fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let is_end = |c: char| c.is_whitespace() || c.is_control() || "<>\"“”«»".contains(c);
    text.split(is_end).filter_map(|word| {
        let at = word.find("http://").or_else(|| word.find("https://"))?;
        let address = word.get(at..)?.trim_end_matches(|c: char| ".,;:!?)]}'’…".contains(c));
        (address.len() > "https://".len()).then_some(address)
    })
}

/// The scheme, and what follows its slashes.
fn scheme(written: &str) -> Option<(&'static str, &str)> {
    ["https", "http"].into_iter().find_map(|scheme| {
        let (name, rest) = written.split_at_checked(scheme.len())?;
        let rest = rest.strip_prefix("://")?;
        name.eq_ignore_ascii_case(scheme).then_some((scheme, rest))
    })
}

/// The two parts of an authority; nothing where it names a user, which only misleads.
fn host_and_port(authority: &str) -> Option<(&str, Option<u16>)> {
    if authority.contains('@') {
        return None;
    }
    let after_bracket = authority.rfind(']').map_or(0, |at| at + 1);
    match authority.get(after_bracket..)?.find(':') {
        Some(colon) => {
            let (host, port) = authority.split_at_checked(after_bracket + colon)?;
            let port = port.get(1..)?;
            let port = if port.is_empty() { None } else { Some(port.parse().ok()?) };
            Some((host, port))
        }
        None => Some((authority, None)),
    }
}

/// A host as the name service knows it.
fn ascii_host(host: &str) -> Option<String> {
    if let Some(inner) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let is_part = |c: char| c.is_ascii_hexdigit() || c == ':' || c == '.';
        let is_address = inner.contains(':') && inner.chars().all(is_part);
        return is_address.then(|| host.to_ascii_lowercase());
    }
    // What looks like a dot, and letters of full width, are what they look like to a browser, too.
    let folded: String = host.nfkc().flat_map(char::to_lowercase).nfc().collect();
    let labels: Option<Vec<String>> =
        folded.trim_end_matches('.').split(['.', '。']).map(ascii_label).collect();
    let ascii = labels?.join(".");
    (!ascii.is_empty() && ascii.len() <= LONGEST_HOST).then_some(ascii)
}

/// One part of a host; nothing where no host can be called so.
fn ascii_label(label: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let is_name = |c: char| is_plain(c) || (!c.is_ascii() && (c.is_alphanumeric() || is_mark(c)));
    if label.is_empty() || label.starts_with('-') || !label.chars().all(is_name) {
        return None;
    }
    if label.is_ascii() {
        return Some(label.to_owned());
    }
    Some(format!("xn--{}", punycode(label)?))
}

/// Marks that belong to a letter in scripts such as Devanagari.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// A label that is not ASCII, by RFC 3492; at most 63 characters, so that its loops are short.
fn punycode(label: &str) -> Option<String> {
    const MOST: usize = 63;
    let letters: Vec<u32> = label.chars().map(u32::from).collect();
    let mut coded: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(coded.len()).ok()?;
    if letters.len() > MOST {
        return None;
    }
    if basic > 0 {
        coded.push('-');
    }
    let (mut next, mut delta, mut bias, mut handled) = (128_u32, 0_u32, 72_u32, basic);
    while usize::try_from(handled).ok()? < letters.len() {
        let least = letters.iter().copied().filter(|&letter| letter >= next).min()?;
        delta = delta.checked_add((least - next).checked_mul(handled + 1)?)?;
        next = least;
        for &letter in &letters {
            if letter < next {
                delta = delta.checked_add(1)?;
            } else if letter == next {
                write_number(&mut coded, delta, bias);
                bias = adapted(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        next = next.checked_add(1)?;
    }
    (coded.len() <= MOST).then_some(coded)
}

/// A number in the digits of punycode, `a` to `z` and `0` to `9`.
fn write_number(coded: &mut String, mut number: u32, bias: u32) {
    let digit = |value: u32| char::from_digit((value + 10) % 36, 36).unwrap_or('0');
    // The digits begin at `a`, those of the standard library at `0`.
    let mut step: u32 = 36;
    loop {
        let threshold = step.saturating_sub(bias).clamp(1, 26);
        if number < threshold {
            coded.push(digit(number));
            return;
        }
        coded.push(digit(threshold + (number - threshold) % (36 - threshold)));
        number = (number - threshold) / (36 - threshold);
        step += 36;
    }
}

/// The bias of the next number.
fn adapted(delta: u32, points: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / points;
    let mut steps = 0;
    while delta > (36 - 1) * 26 / 2 {
        delta /= 36 - 1;
        steps += 36;
    }
    steps + 36 * delta / (delta + 38)
}

/// A path as it may be handed to any program: letters outside of ASCII, quotes, brackets and all else that a shell or
/// a script may take for more than a letter as percent signs and digits.
fn percent_encoded(path: &str) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || "-._~/?#[]@!&*+,;=:%".contains(c) {
            encoded.push(c);
        } else {
            // Writing to a string never fails.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The host that words name without a scheme, such as `www.example.org` or `example.org/page`.
fn scheme_less_host(words: &str) -> Option<String> {
    let end = words.find(['/', '?', '#']).unwrap_or(words.len());
    let host = words.get(..end)?;
    let (_, last) = host.rsplit_once('.')?;
    let is_name = last.chars().count() >= 2 && last.chars().all(char::is_alphabetic);
    let host = ascii_host(host).filter(|_| is_name && !host.contains(char::is_whitespace))?;
    Some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(written: &str) -> Result<String, Unfit> {
        Address::read(written).map(|address| address.host().to_owned())
    }

    #[test]
    fn only_pages_are_opened() {
        assert_eq!(host("https://Example.org/a?b#c"), Ok("example.org".into()));
        assert_eq!(host("HTTP://example.org:8080"), Ok("example.org:8080".into()));
        assert_eq!(host("https://[::1]:80/"), Ok("[::1]:80".into()));
        for other in [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "ssh://-oProxyCommand=x",
            "-x",
            "--help",
            "",
            "data:text/html,x",
            "//example.org",
            "mailto:desk@example.org",
        ] {
            assert_eq!(host(other), Err(Unfit::Scheme), "{other}");
        }
        assert_eq!(host(&format!("https://example.org/{}", "x".repeat(65_536))), Err(Unfit::Long));
    }

    #[test]
    fn what_hides_the_host_is_refused() {
        for hidden in [
            "https://",
            "https:///path",
            "https://mfa.example@other.example/",
            "https://mfa.example:secret@other.example/",
            "https://example.org:port/",
            "https://exam\nple.org/",
            "https://example.org/\u{202e}gro",
            "https://exam ple.org",
            "https://-$(id).example/",
            "https://exa`m`ple.org",
            "https://a..b/",
            "https://[::1",
            "https://'example.org'/",
        ] {
            assert_eq!(host(hidden), Err(Unfit::Host), "{hidden}");
        }
        assert_eq!(host("https://good.example\\@other.example/"), Ok("good.example".into()));
    }

    #[test]
    fn nothing_of_the_path_means_anything_to_a_shell() {
        let url = |written: &str| Address::read(written).map(|address| address.url().to_owned());
        assert_eq!(
            url("https://x.example/'$(touch /var/p)"),
            Err(Unfit::Host),
            "a blank is no part of an address"
        );
        assert_eq!(
            url("https://x.example/'$(touch${IFS}/var/p)`id`|a"),
            Ok("https://x.example/%27%24%28touch%24%7BIFS%7D/var/p%29%60id%60%7Ca".into())
        );
        assert_eq!(
            url("https://x.example/été?q=1&r=2#s"),
            Ok("https://x.example/%C3%A9t%C3%A9?q=1&r=2#s".into())
        );
        assert_eq!(url("https://x.example?a"), Ok("https://x.example/?a".into()));
    }

    #[test]
    fn hosts_are_shown_in_the_letters_of_the_name_service() {
        // The first from RFC 3492, section 7.1 (B); the others are in use.
        let examples = [
            ("https://他们为什么不说中文.example", "xn--ihqwcrb4cv8a8dqg056pqjye.example"),
            ("https://bücher.example/", "xn--bcher-kva.example"),
            ("https://münchen.example", "xn--mnchen-3ya.example"),
            ("https://президент.рф/", "xn--d1abbgf6aiiy.xn--p1ai"),
            ("https://ｅｘａｍｐｌｅ.org", "example.org"),
            ("https://example。org", "example.org"),
        ];
        for (written, wanted) in examples {
            assert_eq!(host(written), Ok(wanted.into()), "{written}");
        }
        let address = Address::read("https://bücher.example/").expect("an address");
        assert_eq!(address.spelled(), Some("bücher.example"));
        assert_ne!(host("https://mfа.example/"), Ok("mfa.example".into()), "a Cyrillic а");
    }

    #[test]
    fn words_that_name_another_host_are_told() {
        let target = "https://other.example/page/report.pdf";
        for lie in [
            "https://mfa.example",
            "mfa.example",
            "www.mfa.example/press",
            "https://@x",
            "the https://mfa.example site",
        ] {
            assert!(belies(lie, target), "{lie}");
            assert!(belies(lie, "javascript:alert(1)"), "{lie}");
        }
        for fair in [
            "the ministry",
            "https://www.other.example/",
            "other.example",
            "Art. 5",
            "Art.5",
            "report.pdf",
            "desk@mfa.example",
            "",
        ] {
            assert!(!belies(fair, target), "{fair}");
        }
    }

    #[test]
    fn addresses_of_a_text_end_where_its_sentence_does() {
        let text = "See https://example.org/a(b). And (http://example.net/x), or https:// alone.";
        let found: Vec<&str> = addresses(text).collect();
        assert_eq!(found, ["https://example.org/a(b", "http://example.net/x"]);
    }
}
