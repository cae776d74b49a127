//! What the tests of the whole program share.

pub(crate) mod bytes;
pub(crate) mod home;
pub(crate) mod pty;
