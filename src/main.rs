//! The binary: argv to exit code.

fn main() {}
