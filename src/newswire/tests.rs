//! The shapes of dispatches, in sentences of public facts.
