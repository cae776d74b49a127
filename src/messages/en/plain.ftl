# The reader line by line.
plain-welcome = Chancery. Type a number to open what stands behind it, Enter for more, help for all orders, quit to leave.
plain-help = Orders; a word, its letter, or its number here:
plain-help-help = these lines
plain-help-countries = the countries with articles
plain-help-articles = all articles; articles Kazakhstan: those about it
plain-help-page = the page of a country with its sources; page 3, page Belarus
plain-help-unread = what you did not read
plain-help-starred = what you starred
plain-help-search = search words; "phrases", country:by and the like count too
plain-help-open = open 3, or only 3
plain-help-next = more of the same
plain-help-again = the same from its top
plain-help-back = what was shown before
plain-help-read = read or not, this text or read 3
plain-help-star = star or not, this text or star 3
plain-help-note = note and your words, on this text or country, or note 3 and your words
plain-help-refresh = look at the folder again
plain-help-quit = leave
plain-help-sort = the lists by newest, oldest, title or source, in turn
plain-help-end = the last page of what is shown
plain-help-following = the next article of the list
plain-help-preceding = the one before it
plain-help-following-unread = the next one that you did not read
plain-help-preceding-unread = the one before that you did not read
plain-help-pair = the page of two countries; pair Belarus, Kazakhstan, or on a page pair Belarus
plain-help-period = from when on pages tell what is new; period visit, 7d, 2025-05-01 or all
plain-help-seen = the page of a country was seen up to here
plain-help-digest = what is new over all countries; digest 2025-05-01: since that day
plain-help-agenda = what is announced and what has just been
plain-help-go = a country or the articles of a title; go kazakh
plain-help-find = the next line of what is shown with these words; find trade, then find alone
plain-help-find-back = the line before with those words
plain-help-searches = the searches that you saved
plain-help-save = keep the last search under a name; save Trade talks
plain-help-rename = another name for a saved search; rename 2 Talks
plain-help-forget = take a saved search away; forget 2
plain-help-read-all = mark all of this list as read, once you said yes
plain-help-tag = a tag for this text, or take it off; tag Trade, tag 3 Trade
plain-help-tag-all = a tag for all of this list; tag-all Trade
plain-help-correct = what is wrong with this text: correct title, date, countries and the right words; correct related, copy or back
plain-help-notes = all your notes
plain-help-undo = take the last change back
plain-help-redo = make it again
plain-help-sentences = this text sentence by sentence, to copy, collect or note one by its number
plain-help-copy = what is shown, or copy 3, with its source, alone on lines of its own
plain-help-export = what is shown into a file by its ending; export talks.md
plain-help-collect = put this text, or collect 3, into the basket
plain-help-take-out = take it out of the basket
plain-help-basket = what you collected, with its sources
plain-help-up = in the basket: before the one above; move-up 3
plain-help-down = in the basket: behind the one below
plain-help-empty = take everything out of the basket
plain-help-amended = what was corrected or withdrawn since you took it along; read 1 or read-all there once you know
plain-help-links = where the links of this text really lead
plain-help-import = a dispatch of your own into your inbox; its lines, then a line with only a point
plain-help-discard = take a dispatch out of your inbox, once you said yes; this text or discard 3
plain-help-dropped = what was left out of this text
plain-help-problems = files with problems
plain-help-samples = the sample briefs
plain-countries =
    { $count ->
        [one] 1 country.
       *[other] { $count } countries.
    }
plain-country = { $country }: { $count ->
        [one] 1 article
       *[other] { $count } articles
    }, { $unread } unread
plain-articles = { $heading }: { $count ->
        [one] 1 article.
       *[other] { $count } articles.
    }
plain-all = All
plain-unread = Unread
plain-starred = Starred
plain-is-unread = unread
plain-is-starred = starred
plain-has-note = with a note
plain-more = Enter for more, { $left ->
        [one] 1 line
       *[other] { $left } lines
    } left.
plain-end = End.
plain-gone = This text is gone; back leads to what was shown before.
plain-unknown = "{ $typed }" is no order; help lists all.
plain-no-number = There is no { $number } here; again shows the numbers.
plain-which = Say which one by its number, or open it first.
plain-which-country = Say which country by its number or its name.
plain-what = Write the words behind it.
plain-starred-now = Starred: { $title }
plain-unstarred-now = No longer starred: { $title }
plain-read-now = Read: { $title }
plain-unread-now = Unread again: { $title }
plain-note-kept = Note kept.
plain-opens = { $words }: { $does }
plain-screen = { $command } is for a screen; here nothing is left of it to be done.
plain-refused-shown = There is no article here to do that with; open one first.
plain-no-page = Open the page of a country first.
plain-two-countries = Say which two countries, with a comma between them.
plain-period = Pages tell what is new by that from now on.
plain-period-what = Write visit, 7d, 2025-05-01 or all behind it.
plain-page-seen = Seen up to here.
plain-not-found = No line here has "{ $words }".
plain-searches = { $count ->
        [0] No searches are saved; search for something, then save and a name.
        [one] 1 saved search.
       *[other] { $count } saved searches.
    }
plain-search = { $name }: { $query }
plain-saved = Saved: { $name }
plain-forgotten = No longer saved: { $name }
plain-nothing-searched = Search for something first.
plain-ask-read-all = Mark { $count ->
        [one] 1 article
       *[other] { $count } articles
    } as read? yes or no
plain-all-read = All of it is read.
plain-nothing-unread = Nothing here is unread.
plain-tagged = Tagged { $name }: { $count ->
        [one] 1 article
       *[other] { $count } articles
    }
plain-untagged = No longer tagged { $name }: { $count ->
        [one] 1 article
       *[other] { $count } articles
    }
plain-correct-what = Write title, date, countries, related, copy or back behind it, and the right words.
plain-corrected = Corrected: { $title }
plain-as-it-was = As it stands in its file.
plain-notes = { $count ->
        [0] No notes yet.
        [one] 1 note.
       *[other] { $count } notes.
    }
plain-note-on = { $subject }: { $words }
plain-undone = Taken back.
plain-redone = Made again.
plain-sentences = { $title }, sentence by sentence:
plain-no-links = No links here.
plain-links = { $count ->
        [one] 1 link.
       *[other] { $count } links.
    }
plain-link = { $words }: leads to { $host }, { $address }
plain-link-unfit = { $words }: is not opened, { $address }
plain-exported = Written: { $path }
plain-export-what = Write a file's name behind it that ends in .txt, .md, .html, or .ics for the agenda.
plain-collected = In the basket ({ $count }).
plain-collected-before = It is in the basket already.
plain-taken-out = Out of the basket ({ $count }).
plain-not-collected = It is not in the basket.
plain-emptied = The basket is empty.
plain-basket = { $count ->
        [0] The basket is empty.
        [one] 1 thing in the basket.
       *[other] { $count } things in the basket.
    }
plain-amended = { $count ->
        [0] Nothing was corrected or withdrawn since you took it along.
        [one] 1 article is not what you took along.
       *[other] { $count } articles are not what you took along.
    }
plain-known = You know it now.
plain-paste = Paste the dispatch, or type it; a line with only a point ends it.
plain-ask-receive = { $stories }. Keep it in your inbox? yes or no
plain-no-dispatch = That is no dispatch; nothing is kept.
plain-received = In your inbox: { $title }
plain-ask-discard = Take "{ $title }" out of your inbox? yes or no
plain-discarded = Out of your inbox; its text lies in { $path }
plain-not-inbox = Only dispatches of your inbox can be discarded; all others are the newsroom's.
plain-left = Nothing was changed.
plain-dropped = Left out of { $title }:
plain-nothing-dropped = Nothing was left out.
plain-problems = { $count ->
        [0] No file has problems.
        [one] 1 problem.
       *[other] { $count } problems.
    }
plain-last = There is no other in the list.
plain-first-list = Open a list first, and an article of it.
