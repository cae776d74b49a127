//! Facts as their users see them.
