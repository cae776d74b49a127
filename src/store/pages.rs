//! Pages as they were last compiled, kept beside the catalogue: one is on the screen before the next is compiled.

use super::catalogue::Cache;
use super::{StateError, cache_file};
use crate::model::{CountryCode, Summary};

/// The first bytes of the files; the last of them is the version of the layout.
const MAGIC: &[u8; 8] = b"CHANPAG\x01";

/// The ending of the folder's name.
const PAGES: &str = "pages";

/// A larger file is not ours.
const MOST_BYTES: u64 = 16 << 20;

/// A page, and a number that tells all that it was compiled from.
pub type KeptPage = (u64, Summary);

impl Cache {
    /// The page of a country, or of two, as it was last kept.
    pub fn load_page(&self, country: CountryCode, with: Option<CountryCode>) -> Option<KeptPage> {
        let bytes = cache_file::read(&self.place(PAGES), &name(country, with), MOST_BYTES)?;
        postcard::from_bytes(&cache_file::unsealed(*MAGIC, &self.key, bytes)?).ok()
    }

    /// Keeps a page for the next time.
    ///
    /// # Errors
    /// [`StateError`] where the folder is not safe or takes no file; the old page is left.
    pub fn save_page(&self, page: &KeptPage) -> Result<(), StateError> {
        let place = self.place(PAGES);
        let fail = |error| StateError::new(&place, std::io::Error::other(error));
        let bytes =
            cache_file::sealed(*MAGIC, &self.key, &postcard::to_stdvec(page).map_err(fail)?);
        cache_file::replace(&place, &name(page.1.country, page.1.with), &bytes)
    }
}

fn name(country: CountryCode, with: Option<CountryCode>) -> String {
    with.map_or_else(|| country.to_string(), |with| format!("{country}-{with}"))
}
