# What concerns all countries: the digest, the agenda, pages of two countries.

digest-name = Front page
digest-title = Front page · since { $since } · { $day }
digest-since = { $since } to { $day }
digest-counts =
    { $count ->
        [0] No new brief
        [one] 1 brief
       *[other] { $count } briefs
    }{ $undated ->
        [0] {""}
       *[other] {", "}{ $undated } of them undated
    }{ $corrected ->
        [0] {""}
       *[other] {", "}{ $corrected } corrected
    }{ $withdrawn ->
        [0] {""}
       *[other] {"; "}{ $withdrawn } withdrawn
    }
digest-signs = + new · = told again, unchanged · ? undated
digest-signs-label = Signs
digest-several = Several
digest-revised = Read again
digest-check = To be checked
digest-quiet = Nothing new
digest-unshown = Also with news
digest-left-out =
    { $count ->
        [one] 1 less important line is not shown
       *[other] { $count } less important lines are not shown
    }
digest-left-out-label = Left out
digest-nothing = Nothing new.
countries-more =
    { $count ->
        [one] { $countries } and 1 other
       *[other] { $countries } and { $count } others
    }
seen-from = { $country }: { $words }
agenda-name = Agenda
agenda-title = Agenda · as of { $day }
agenda-coming = COMING
agenda-past = RECENT PAST
agenda-nothing-coming = nothing is announced for after { $day }
agenda-empty = These briefs announce no day, and date nothing in the last months.
agenda-to = to { $date }
agenda-day-unknown = { $date }, day not given
occasion-visit = Visit
occasion-meeting = Meeting
occasion-deadline = Deadline
occasion-anniversary = Anniversary
occasion-agreement = Agreement
occasion-appointment = Appointment
occasion-event = Event
overview-compiling = All briefs are being read…
pair-title = { $country } – { $with } · page as of { $day }
pair-none = No brief is about both countries.
picker-partners = With which country:
by-partner-none = Others
pair-of-one = It takes another country.
