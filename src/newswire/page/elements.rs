//! What HTML elements are to a reader: blocks, words in a line, or no text at all.

/// Elements that stand on lines of their own.
pub(super) fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 42] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "ul",
    ];
    BLOCKS.binary_search(&name).is_ok() || matches!(name, "tr" | "thead" | "legend" | "search")
}

/// Elements without content that are kept.
pub(super) fn is_void(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img" | "meta" | "link" | "wbr")
}

/// Elements without content that tell nothing.
pub(super) fn is_idle(name: &str) -> bool {
    let is_control = matches!(name, "input" | "embed" | "frame" | "frameset" | "plaintext");
    is_control || matches!(name, "source" | "track" | "col" | "area" | "base" | "param")
}

/// Elements whose content is no text of the page.
pub(super) fn is_opaque(name: &str) -> bool {
    is_raw(name)
        || matches!(name, "svg" | "math" | "template" | "object" | "canvas" | "audio" | "video")
        || matches!(name, "select" | "noscript")
}

/// Elements whose content is not even markup: without an end they take the rest of the page.
pub(super) fn is_raw(name: &str) -> bool {
    matches!(name, "script" | "style" | "textarea" | "iframe" | "noembed" | "noframes" | "xmp")
}

/// What an element ends before it begins, as in `<li>one<li>two`, and what keeps it from doing so.
pub(super) fn implied_ends(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "li" => (&["li"], &["ul", "ol", "menu", "table"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl", "table"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
        "button" => (&["button"], &["table"]),
        "a" => (&["a"], &["table", "td", "th"]),
        _ if is_block(name) => (&["p"], &["table", "td", "th", "button"]),
        _ => (&[], &[]),
    }
}
