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

# What is new
page-since-visit = Since your visit of { $day } ({ $key }: change): { $news }.
page-since-day = Since { $day } ({ $key }: change): { $news }.
page-not-seen = Everything, whenever it came ({ $key }: change).
news-nothing = nothing new
news-new =
    { $count ->
        [one] 1 brief
       *[other] { $count } briefs
    }
news-undated =
    { $count ->
        [one] of which 1 undated
       *[other] of which { $count } undated
    }
news-undated-by-day =
    { $count ->
        [one] of which 1 undated, counted by the day it came
       *[other] of which { $count } undated, counted by the day they came
    }
news-before = { $count } in as many days before
news-changed =
    { $count ->
        [one] 1 text changed
       *[other] { $count } texts changed
    }
news-withdrawn =
    { $count ->
        [one] 1 brief withdrawn
       *[other] { $count } briefs withdrawn
    }
line-changed = text changed: { $words }
line-gone = no longer says: { $gone }
line-withdrawn = WITHDRAWN: { $words }
page-seen = Seen up to here. From now on the page tells what is new since.
page-not-there = The page is not there yet.
no-page-here = That is for the page of a country: i opens it.
did-see = seen up to here
period-visit = Since my last visit
period-days =
    { $days ->
        [one] Today
       *[other] The last { $days } days
    }
period-day = Since a day…
period-all = Everything
period-no-visit = none yet
period-day-advice = As in 2025-05-12, 2025-05 or 12 May 2025; or 14d for the last 14 days.
period-no-day = "{ $value }" is no day; write it as in 2025-05-12, 12 May 2025 or 14d.
prompt-period = Since:
picker-period = New since:
