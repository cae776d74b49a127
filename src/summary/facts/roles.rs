//! What a word or phrase can do in a sentence about states. The words themselves are in `words.toml`.

use serde::Deserialize;

/// What a word or phrase can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Role {
    /// Signs, concludes.
    Sign,
    /// Agrees to do.
    Agree,
    /// Asks for, proposes, invites.
    Ask,
    /// Wishes, hopes.
    Wish,
    /// Plans, prepares.
    Plan,
    /// Calls off.
    Cancel,
    /// Says no, or keeps from happening.
    Deny,
    /// Makes the next verb one of the future.
    Future,
    /// Makes it a mere possibility.
    Maybe,
    /// Goes to.
    Go,
    /// A visit.
    Trip,
    /// Receives a visitor.
    Receive,
    /// Meets.
    Meet,
    /// A meeting, talks.
    Talks,
    /// Raises to a level or a value.
    Raise,
    /// Reaches a value.
    Reach,
    /// An aim.
    Aim,
    /// Takes office, or is put in it.
    Appoint,
    /// Leaves office.
    Leave,
    /// Puts out of office.
    Remove,
    /// Sets up relations.
    Establish,
    /// Says.
    Say,
    /// Makes known what is done or will be.
    Announce,
    /// An election or referendum, and what is counted in it.
    Vote,
    /// What people say that they would vote.
    Survey,
    /// A word for what an earlier text had wrong.
    Corrected,
    /// Promises.
    Pledge,
    /// Exempts from.
    Exempt,
    /// Gives, or asks for no more.
    Grant,
    /// Punishes with sanctions.
    Punish,
    /// Holds, or holds again.
    InForce,
    /// Takes sanctions off.
    Lift,
    /// Sanctions.
    Sanction,
    /// An agreement.
    Accord,
    /// A text that is an agreement where it is signed.
    Text,
    /// Holds talks.
    Hold,
    /// Visas.
    Visa,
    /// So many years since.
    Anniversary,
    /// Years, as in "75 ans de relations".
    Years,
    /// Trade.
    Trade,
    /// What is left of trade or payments, and not their volume.
    Balance,
    /// A price, a wage, a fine.
    Price,
    /// The results and shares of firms.
    Business,
    /// What the name of a firm ends in.
    Firm,
    /// More or less than before.
    Change,
    /// What is told in per cent of a country's economy.
    Economy,
    /// Relations of states, in which a level is set.
    Relations,
    /// Both of two parties named before.
    Pair,
    /// Of two parties named before.
    Bilateral,
    /// The one and the other in their order.
    Respectively,
    /// A new statement begins.
    Contrast,
    /// Violence or an accident.
    Attack,
    /// Kills, or dies.
    Kill,
    /// Wounds.
    Injure,
    /// Takes part in what happens, or comes after it.
    Witness,
    /// A person in office, or a body of such.
    Office,
    /// A side, a government: who speaks for the country that stands beside it.
    Body,
    /// Links what stands before it to the parties behind it.
    Between,
}
