//! What the world around the interface keeps of what is taken along, and what it tells of it later.

use std::sync::Arc;

use chancery::app::Notice;
use chancery::app::effect::{Briefs, Effect};
use chancery::app::message::Message;
use chancery::library::version;
use chancery::model::{Brief, BriefId, Moment, Taking, Version, Way};

use super::Interface;
use super::folder::contents;

/// Noon of 2 June 2025, the day of the tests.
const NOW: Moment = Moment(1_748_865_600_000);

impl Interface {
    /// Does what takes text along.
    pub(super) fn take_along(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::Write { path, parcel, replace } => Some(self.write(path, parcel, replace)),
            Effect::TakenAlong { briefs, way } => {
                self.taken_along(&briefs, way);
                None
            }
            Effect::Acknowledge(known) => {
                for (id, version) in known {
                    self.take(&id, Way::Acknowledged, Some(version));
                }
                Some(self.amended())
            }
            Effect::Copy(parcel) => {
                self.taken_along(&parcel.briefs, Way::Copied);
                self.copied.push(parcel.text);
                Some(Message::Notice(Notice::info("sent-to-terminal")))
            }
            Effect::Print(parcel) => {
                self.taken_along(&parcel.briefs, Way::Printed);
                self.printed.push(parcel.text);
                Some(Message::Notice(Notice::info("printed")))
            }
            Effect::Place { ticket, placings } => Some(self.place(ticket, &placings)),
            asked => self.look(asked),
        }
    }

    pub(super) fn taken_along(&mut self, briefs: &Briefs, way: Way) {
        for id in &briefs.ids {
            let shown = briefs.shown.as_ref().filter(|(of, _)| of == id);
            let version = shown.map(|(_, version)| version.clone()).or_else(|| self.version(id));
            self.take(id, way, version);
        }
    }

    pub(super) fn take(&mut self, id: &BriefId, way: Way, version: Option<Version>) {
        if let Some(version) = version {
            self.takings.apply(NOW, &Taking { id: id.clone(), way, version });
        }
    }

    fn version(&self, id: &BriefId) -> Option<Version> {
        self.version_of(self.state.library().brief(id)?)
    }

    fn version_of(&self, brief: &Brief) -> Option<Version> {
        let held = contents(self.files.get(brief.file.as_str())?);
        Some(version(&self.document(brief)?, held, self.state.library()))
    }

    /// Tells what became of what was taken along.
    pub(super) fn amended(&mut self) -> Message {
        let library = Arc::clone(self.state.library());
        let mut vigil = std::mem::take(&mut self.vigil);
        let open = |brief: &Brief| self.version_of(brief);
        let amended = vigil.amendments(&self.takings, &self.basket, &library, &open);
        self.vigil = vigil;
        Message::Amended(Arc::new(amended))
    }
}
