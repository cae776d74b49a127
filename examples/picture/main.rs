//! Pictures of real screens: starts the program in a terminal of its own, presses keys, and writes
//! what the terminal then shows as SVG.
//!
//! `cargo run --release --example picture -- PROGRAM FOLDER`; `just pictures` does both.

mod svg;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// A screen that says nothing for so long has settled.
const CALM: Duration = Duration::from_millis(400);
/// The program has so long to settle.
const PATIENCE: Duration = Duration::from_secs(30);

/// One picture.
struct Scene {
    /// The name of its file.
    file: &'static str,
    /// What it shows, for those who cannot see it.
    title: &'static str,
    size: (u16, u16),
    language: &'static str,
    /// What is pressed, one after the other; after each the screen settles.
    keys: &'static [&'static str],
}

const SCENES: [Scene; 2] = [
    Scene {
        file: "reader.svg",
        title: "Chancery: countries, the articles on Kazakhstan, and one of them open",
        size: (112, 32),
        language: "en",
        keys: &["c", "kazakhstan", "\r", "\r"],
    },
    Scene {
        file: "country.svg",
        title: "Chancery, en français : la page du Kazakhstan, chaque ligne avec sa source",
        size: (100, 32),
        language: "fr",
        keys: &["c", "kazakhstan", "\r", "i"],
    },
];

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(program), Some(folder)) = (arguments.next(), arguments.next()) else {
        bail!("give the program to run and the folder for the pictures");
    };
    let program = std::path::absolute(program)?;
    std::fs::create_dir_all(&folder)?;
    for scene in &SCENES {
        let screen = play(&program, scene).with_context(|| scene.file)?;
        let path = Path::new(&folder).join(scene.file);
        std::fs::write(&path, svg::draw(screen.screen(), scene.title))?;
    }
    Ok(())
}

/// Runs the program through a scene; gives its terminal as it is at the end.
fn play(program: &Path, scene: &Scene) -> Result<vt100::Parser> {
    let place = tempfile::tempdir()?;
    let (columns, rows) = scene.size;
    let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size)?;
    let mut child = pair.slave.spawn_command(command(program, scene, place.path())?)?;
    drop(pair.slave);
    let output = listen(pair.master.try_clone_reader()?);
    let mut keyboard = pair.master.take_writer()?;

    let cells = |count| NonZeroU16::new(count).context("a terminal of no size");
    let mut terminal = vt100::Parser::new(cells(rows)?, cells(columns)?, 0);
    settle(&output, &mut terminal)?;
    for keys in scene.keys {
        keyboard.write_all(keys.as_bytes())?;
        keyboard.flush()?;
        settle(&output, &mut terminal)?;
    }
    child.kill()?;
    child.wait()?;
    Ok(terminal)
}

/// The program on the briefs that come with it, as a reader has it who follows three countries.
fn command(program: &Path, scene: &Scene, home: &Path) -> Result<CommandBuilder> {
    let settings = home.join("config.toml");
    std::fs::write(&settings, "desk = [\"KZ\", \"AZ\", \"VN\"]\n")?;
    let mut command = CommandBuilder::new(program);
    command.arg("--config");
    command.arg(settings);
    command.args(["--briefs", "briefs", "--lang", scene.language, "--as-of", "2025-11-15"]);
    command.env_clear();
    command.env("HOME", home);
    command.env("TERM", "xterm-256color");
    command.env("LANG", "C.UTF-8");
    command.cwd(std::env::current_dir()?);
    Ok(command)
}

/// What the program writes, piece by piece.
fn listen(mut reader: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (sender, output) = channel();
    std::thread::spawn(move || {
        let mut bytes = vec![0; 1 << 16];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            let piece = bytes.iter().take(count).copied().collect();
            if sender.send(piece).is_err() {
                break;
            }
        }
    });
    output
}

/// Feeds the terminal until the program has been silent for a while.
fn settle(output: &Receiver<Vec<u8>>, terminal: &mut vt100::Parser) -> Result<()> {
    let start = Instant::now();
    loop {
        match output.recv_timeout(CALM) {
            Ok(bytes) => terminal.process(&bytes),
            Err(RecvTimeoutError::Timeout) if !terminal.screen().contents().trim().is_empty() => {
                return Ok(());
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                bail!("the program ended: {}", terminal.screen().contents());
            }
        }
        if start.elapsed() > PATIENCE {
            bail!("the screen never settled");
        }
    }
}
