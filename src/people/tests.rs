//! People as their users see them.
