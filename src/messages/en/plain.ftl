# The reader line by line.
plain-welcome = Chancery. Type a number to open what stands behind it, Enter for more, help for all orders, quit to leave.
plain-help = Orders; a word, its letter, or its number here:
plain-help-help = help, h: these lines
plain-help-countries = countries, c: the countries with articles
plain-help-articles = articles, a: all articles; articles Kazakhstan: those about it
plain-help-page = page, p: the page of a country with its sources; page 3, page Belarus
plain-help-unread = unread, u: what you did not read
plain-help-starred = starred, f: what you starred
plain-help-search = search, s: search words; "phrases", country:by and the like count too
plain-help-open = open, o: open 3, or only 3
plain-help-next = next, n, or Enter: more of the same
plain-help-again = again, g: the same from its top
plain-help-back = back, b: what was shown before
plain-help-read = read, m: read or not, this text or read 3
plain-help-star = star, x: star or not, this text or star 3
plain-help-note = note, t: note and your words, on this text or country, or note 3 and your words
plain-help-refresh = refresh, r: look at the folder again
plain-help-quit = quit, q: leave
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
