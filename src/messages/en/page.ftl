# The page of a country.

page-title = { $country } · page as of { $day }
page-compiling = The page is being compiled…
page-briefs =
    { $count ->
        [one] 1 brief
       *[other] { $count } briefs
    }
page-period = from { $from } to { $to }
page-undated =
    { $count ->
        [one] 1 undated
       *[other] { $count } undated
    }
page-sources = Sources: { $sources }
page-partner =
    { $country } — { $count ->
        [one] 1 brief
       *[other] { $count } briefs
    }
section-changes = NEW
section-coming = COMING
section-level = LEVEL OF RELATIONS
section-agreements = AGREEMENTS
section-figures = FIGURES
section-visits = PAST VISITS
section-people = PEOPLE
section-check = TO BE CHECKED
section-quotes = QUOTATIONS
section-key-points = KEY POINTS
section-timeline = TIMELINE
section-partners = PARTNERS
export-source = Source
export-date = Date
export-countries = Countries
export-author = Author
export-file = File
export-own-tags = My tags
export-own-notes = My notes
export-tags = Tags
export-corrected = Corrected by the reader
export-links = Links
export-notes = Sources
export-as-of = as of
export-briefs = Briefs
export-classification = Classification
export-embargo = EMBARGO
