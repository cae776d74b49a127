//! Finding on a country page: as in the text, but all of it is at hand, so that the answer is there with the key.

use super::finding::{line, told};
use crate::app::effect::ToFind;
use crate::app::labels;
use crate::app::notice::Notice;
use crate::app::overlays::prompt::Outcome;
use crate::app::panes::reader::Found;
use crate::app::state::State;
use crate::search::Sought;
use crate::search::find::PatternError;

/// The line changed: what it asks for now is looked for from where the cursor stood.
pub(super) fn typed(state: &mut State) {
    let (Some(page), Some(prompt)) = (&mut state.page, line(&mut state.overlay)) else { return };
    match Sought::read(prompt.line.text()) {
        Ok(Some(sought)) => {
            let found = page.look_for(sought, prompt.before.page_row);
            prompt.outcome = Some(Outcome::Found(told_of(found, true)));
        }
        Ok(None) => {
            prompt.outcome = None;
            page.forget();
            page.return_to(prompt.before.page_row);
        }
        // What was found before the mistake stays in sight.
        Err(PatternError { mistake, place }) => {
            let notice = Notice::info(labels::mistake(mistake)).number("place", place);
            prompt.outcome = Some(Outcome::Mistake(notice));
        }
    }
}

/// The next hit, the previous one; on a page that was not looked through yet, what was looked for last.
pub(super) fn again(state: &mut State, onward: bool) {
    let Some(page) = &mut state.page else { return };
    let found = page.find_again(onward).or_else(|| {
        let ToFind::Typed(typed) = state.finding.sought.as_ref()? else { return None };
        let sought = Sought::read(typed).ok().flatten()?;
        let from = page.at();
        Some(page.look_for(sought, from))
    });
    let told = found.map(|found| told_of(found, onward));
    state.notice = Some(told.unwrap_or_else(|| Notice::info("nothing-to-find")));
}

fn told_of(found: Found, onward: bool) -> Notice {
    if found == Found::Nothing { Notice::info("not-on-page") } else { told(found, onward) }
}
