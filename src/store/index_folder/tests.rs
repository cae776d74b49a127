//! The folder of the index: what is damaged, locked or refused.
