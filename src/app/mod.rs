//! The interface as a pure state machine: no I/O, no threads.

pub mod chord;
