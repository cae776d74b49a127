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

# Hours of hostile input, with `cargo install cargo-fuzz`: `just fuzz newswire 1200` for 20 minutes.
fuzz TARGET SECONDS="60":
    mkdir -p fuzz/corpus/{{TARGET}}
    RUSTC_BOOTSTRAP=1 cargo fuzz run --release --debug-assertions --sanitizer none --no-trace-compares \
        {{TARGET}} fuzz/corpus/{{TARGET}} briefs -- \
        -max_total_time={{SECONDS}} -timeout=5 -max_len=65536 -entropic=0

# Briefs to measure with: `just corpus 20000 FOLDER`.
corpus COUNT FOLDER:
    cargo run --release --example corpus -- {{COUNT}} {{FOLDER}}

# Makes the pictures of the README anew, from the real program.
pictures:
    cargo build --release
    cargo run --release --example picture -- target/release/chancery docs
