//! The blocks of the deployment page, so that what is tested is what the page says.

#![allow(dead_code, reason = "each test program uses its own part of it")]

const PAGE: &str = include_str!("../../docs/deployment.md");

/// The block of code between `<!-- NAME -->` and `<!-- end of NAME -->`.
pub(crate) fn block(name: &str) -> &'static str {
    let (_, from) = PAGE.split_once(&format!("<!-- {name} -->\n")).unwrap();
    let (fenced, _) = from.split_once(&format!("<!-- end of {name} -->")).unwrap();
    let (_, code) = fenced.split_once('\n').unwrap();
    code.trim_end().strip_suffix("```").unwrap()
}

/// A block with parts of it replaced, each of which must stand in it.
pub(crate) fn block_with(name: &str, changes: &[(&str, &str)]) -> String {
    let mut text = block(name).to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from} is no longer in the block {name}");
        text = text.replace(from, to);
    }
    text
}
