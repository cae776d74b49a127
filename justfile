# What a developer does often. `just` lists it.

_list:
    @just --list --unsorted

# Everything that a change must pass, as CI runs it.
ci:
    .ci/run

# Opens the reader on the briefs that come with it.
run *ARGUMENTS:
    cargo run --release -- {{ARGUMENTS}}

# All tests, or those whose names hold a word.
test *FILTER:
    cargo test {{FILTER}}

# Formats the sources.
fmt:
    cargo fmt --all

# Clippy with warnings as errors.
lint:
    .ci/run lint

# The documentation of the sources, opened in a browser.
docs:
    cargo doc --no-deps --document-private-items --open

# Licences, banned crates, sources.
deny:
    .ci/run deny

# Briefs to measure with: `just corpus 20000 FOLDER`.
corpus COUNT FOLDER:
    cargo run --release --example corpus -- {{COUNT}} {{FOLDER}}

# Makes the pictures of the README anew, from the real program.
pictures:
    cargo build --release
    cargo run --release --example picture -- target/release/chancery docs
