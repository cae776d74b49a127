//! What the index keeps of a brief, and under which names.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};

use super::words;

/// The fields of a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// What the document was made from; see [`super::Entry::key`].
    pub(super) key: Field,
    /// A hash of the brief's id, by which filters know it.
    pub(super) id: Field,
    /// The day it is sorted by.
    pub(super) day: Field,
    /// Words of the title.
    pub(super) title: Field,
    /// Words of the first paragraph, once more.
    pub(super) lead: Field,
    /// Words of the clean text, and the text itself.
    pub(super) body: Field,
    /// What its persons are found by.
    pub(super) people: Field,
    /// The brief, as bytes.
    pub(super) record: Field,
}

impl Fields {
    pub(super) const KEY: &'static str = "key";
    pub(super) const ID: &'static str = "id";
    pub(super) const DAY: &'static str = "day";

    /// The schema, and the fields in it.
    pub(super) fn schema() -> (Schema, Self) {
        let text = |record| {
            let indexing = TextFieldIndexing::default().set_tokenizer(words::NAME);
            TextOptions::default().set_indexing_options(indexing.set_index_option(record))
        };
        let forms = TextFieldIndexing::default()
            .set_tokenizer(words::LINES)
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        let forms = TextOptions::default().set_indexing_options(forms);
        let in_order = || text(IndexRecordOption::WithFreqsAndPositions);
        let mut schema = Schema::builder();
        let fields = Self {
            key: schema.add_u64_field(Self::KEY, FAST | INDEXED),
            id: schema.add_u64_field(Self::ID, FAST),
            day: schema.add_u64_field(Self::DAY, FAST),
            title: schema.add_text_field("title", in_order()),
            lead: schema.add_text_field("lead", text(IndexRecordOption::WithFreqs)),
            body: schema.add_text_field("body", in_order() | STORED),
            people: schema.add_text_field("people", forms),
            record: schema.add_bytes_field("record", STORED),
        };
        (schema.build(), fields)
    }
}
