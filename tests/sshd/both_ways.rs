//! What was done on the host reaches the laptop, and the other way round.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;

use super::{Host, printed};

/// The program on the reader's own laptop, over the same briefs.
fn laptop(host: &Host, rest: &[&str]) -> Command {
    let mut program = Command::new(cargo_bin!("chancery"));
    program.arg("--briefs").arg(host.path("briefs")).arg("--state").arg(host.path("laptop"));
    program.arg("--cache").arg(host.path("other_cache")).args(["--lang", "en"]).args(rest);
    program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    program
}

fn told(mut program: Command, orders: &str) -> String {
    let mut running = program.spawn().unwrap();
    running.stdin.take().unwrap().write_all(orders.as_bytes()).unwrap();
    let output = running.wait_with_output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[test]
fn what_was_done_on_the_host_reaches_the_laptop_and_the_other_way_round() {
    let Some(host) = Host::start() else { return };
    let mut client = host.open();
    client.wait_for("Talks in Minsk");
    client.press("\rs");
    client.wait_for("★");
    client.press("aaAsk the desk.\u{f}");
    client.wait_for("Note kept");
    client.press("ttVisit\r");
    client.press("gi");
    client.wait_for("Paste the text");
    client.press("\u{1b}[200~ASTANA, 12 May 2025 - A rail line was opened.\r\u{1b}[201~");
    client.wait_for("enter keeps it");
    client.press("\r");
    client.wait_for("In your inbox");
    client.press("ZZ");
    assert_eq!(client.exit_code(), 0);
    let exported = host.run(&[], &["state export"]);
    assert_eq!(exported.status.code(), Some(0), "{}", String::from_utf8_lossy(&exported.stderr));
    fs::write(host.path("marks.jsonl"), &exported.stdout).unwrap();
    let file = host.path("marks.jsonl").display().to_string();
    let merged = laptop(&host, &["state", "merge", &file]).output().unwrap();
    assert_eq!(merged.status.code(), Some(0), "{}", String::from_utf8_lossy(&merged.stderr));
    let starred = printed(&mut laptop(&host, &["list", "--starred", "--format", "jsonl"]));
    assert!(starred.contains("Talks in Minsk") && starred.contains("Visit"), "{starred}");
    assert!(printed(&mut laptop(&host, &["notes"])).contains("Ask the desk."));
    assert!(printed(&mut laptop(&host, &["list"])).contains("rail line was opened"));
    // And what was done on the laptop reaches the host, by its standard input.
    let orders = "articles Kazakhstan\nstar 1\n";
    assert!(told(laptop(&host, &["--plain"]), orders).contains("Starred: "));
    let back = laptop(&host, &["state", "export"]).output().unwrap();
    let taken = host.feed(&["state merge -"], &back.stdout);
    assert_eq!(taken.status.code(), Some(0), "{}", String::from_utf8_lossy(&taken.stderr));
    let again = host.run(&[], &["state export"]).stdout;
    let known = laptop(&host, &["state", "merge", "-"]);
    assert!(told(known, &String::from_utf8(again).unwrap()).contains("nothing new"));
    // The reader line by line, and corrections, of which there are none.
    let plain = host.feed(&["plain"], b"starred\n");
    assert!(String::from_utf8_lossy(&plain.stdout).contains("Talks in Minsk"), "{plain:?}");
    assert_eq!(host.run(&[], &["corrections export"]).status.code(), Some(1));
}
