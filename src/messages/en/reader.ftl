# The interface of the reader.

view-all = All
view-unread = Unread
view-starred = Starred
view-country = Country
view-no-country = No country
view-no-date = No date
part-views = VIEWS
part-desk = MY COUNTRIES
part-others = COUNTRIES
part-organisations = ORGANISATIONS
part-check = TO BE CHECKED
column-briefs = briefs
related-folded =
    { $count ->
        [one] 1 related story
       *[other] { $count } related stories
    }
copies-folded =
    { $count ->
        [one] 1 copy
       *[other] { $count } copies
    }
fold-shown = { $list }:
related-in-list = The related stories are in the list, under the article.
related-have-no-mark = A related story goes with its article: mark that one.

# Bandeaux / Banners
banner-classification = { $value }
banner-embargo = EMBARGO: { $value }
banner-corrected = CORRECTED: this text replaces an earlier version.
banner-withdrawn = WITHDRAWN: the source has taken this text back.

# Lignes écartées / Lines left out
dropped-count =
    ⋯ { $count ->
        [one] 1 line left out
       *[other] { $count } lines left out
    } — x: see them
dropped-line = l. { $line }, { $kind }:
dropped-caption = caption
dropped-photo-credit = photo credit
dropped-header = header
dropped-sign-off = sign-off
dropped-source-line = source
dropped-counter = counter
dropped-furniture = furniture
dropped-read-also = read also
dropped-repeated-title = repeated title
dropped-related-heading = section heading
nothing-dropped = Nothing was left out of this text.

# Saisie / Lines being typed
picker-finder = Find:
picker-palette = Command:
picker-help = Help — search:
picker-problems = Files with problems — search:
picker-corrections = Correct:
prompt-filter-countries = Filter countries:
prompt-filter-articles = Filter articles:
prompt-find = Find in the text:
prompt-export = Write to (.html .md .txt, or lp):
prompt-correct-title = Title:
prompt-correct-date = Date:
prompt-correct-countries = Countries:
question-keys = enter yes · esc no
ask-all-read =
    { $count ->
        [one] Mark 1 article as read?
       *[other] Mark { $count } articles as read?
    }
ask-replace = { $path } exists already: replace it?

# Corrections
aspect-title = Title
aspect-date = Date
aspect-countries = Countries
aspect-related = Related to the article
related = yes
not-related = no
aspect-copy = Version of the text it is folded with
copy = yes
not-copy = no
corrected-by-you = corrected by you: { $what }
corrected-by-you-short = corrected by you
correct-take-back = Take all corrections back
correct-title-advice = enter keeps it · esc leaves it as it is
filter-advice = Words, "phrases", -not, country:by, since:30d, is:unread.
correct-date-advice = As in 2025-05-12, 2025-05 or 12 May 2025; an empty line: no date.
correct-countries-advice = Names or codes with commas between, the main one first; an empty line: none.
correct-title-empty = A title cannot be empty; esc leaves it as it is.
correct-date-unknown = "{ $value }" is no date; write it as in 2025-05-12, 2025-05 or 12 May 2025.
correct-country-unknown = "{ $name }" is no country; write a name or a code, and commas between several.
nothing-to-correct = No article to correct here.
did-correct = correction
did-uncorrect = corrections taken back
did-related = related again
did-not-related = not related
did-copy = folded again
did-not-copy = not a duplicate

# États vides / Empty states
empty-filter = Nothing matches: esc removes the filter, tab searches everything.
empty-unread = Everything is read.
empty-starred = Nothing is starred: s stars the article under the cursor.
empty-list = No article here.
empty-reader = Choose an article and press enter.
first-scan = Chancery is reading the folder { $folder } for the first time…
no-briefs =
    Chancery reads country briefs: a folder of Markdown files (.md) and raw dispatches (.txt, .html).

    No brief was found in: { $folder }

    Add files there, they will appear here by themselves. Another folder: chancery --briefs FOLDER, or the briefs line of the configuration.

    g then b opens the sample briefs · ? shows all keys · q leaves.
too-small = Make the window larger: Chancery needs { $columns } columns and { $rows } rows.
filing = filing { $done } / { $total }
unsaved = { $count } not saved

# Ce que dit la dernière ligne / What the last line says
key-unbound = "{ $key }" does nothing here; ? shows all keys.{ $near }
key-unbound-near = "{ $key }" does nothing here. Perhaps: { $near }
paste-ignored = Pasted text ignored: no line is being typed.
interrupt-again = ctrl-c once more to leave.
end-of-text =
    { $count ->
        [one] End of the text — space: the last unread
       *[other] End of the text — space: the next unread ({ $count })
    }
end-of-text-all-read = End of the text; everything in this list is read.
no-next = This is the last article of the list.
no-previous = This is the first article of the list.
no-unread = Everything is read.
no-unread-here = Everything in this list is read.
nothing-to-open = Nothing to open here.
no-country-here = No country here: choose one in the list.
sorted-name = Order: by name
sorted-count = Order: by number of briefs
sorted-newest = Order: newest first
sorted-oldest = Order: oldest first
sorted-title = Order: by title
sorted-source = Order: by source
layout-auto = Layout: by the window
layout-stacked = Layout: lists above the text
layout-columns = Layout: three columns
layout-single = Layout: one pane at a time
reloading = Checking the folder…
no-problems = No file has a problem.
nothing-found = Nothing matches.
nothing-to-find = Nothing was looked for yet: / finds in the text.
not-in-text = Not in this text.
found = { $number } of { $of }
found-wrapped = { $number } of { $of } (went round the end)
did-read = marked as read
did-unread = marked as unread
did-star = starred
did-unstar = unstarred
did-read-all = list marked as read
undone = Undone: { $what } (ctrl-r redoes it)
redone = Redone: { $what }
nothing-to-undo = Nothing to undo.
nothing-to-redo = Nothing to redo.
nothing-to-mark = No article to mark here.
saving = Saving…
saved-again = Everything is saved again.
not-saved = Not saved ({ $detail }): kept in memory, tried again with the next mark.
marks-not-kept = Marks will not be kept: { $detail }
nothing-to-copy = Open an article first.
nothing-to-export = Open an article or a page first.
export-which-format = End the name in .html, .md or .txt, or type lp.
exported = Written: { $path }
export-failed = Could not write { $path }: { $detail }
printed = Sent to the printer.
print-failed = Printing failed: { $detail }
cannot-read = { $file } cannot be read: { $detail }
gone = { $file } is gone; r checks the folder again.
text-changed = Changed on disk: r reads it again.
text-gone = Gone from the folder: this text stays until you leave it.
folder-unreadable = The folder { $folder } cannot be read ({ $detail }): correct --briefs, or r to try again.
worker-failed = A task failed ({ $detail }); everything else works.
suspend-unavailable = No suspending here: no shell is waiting.
samples-shown = These are the sample briefs that come with the program.
config-problem = Configuration, line { $line }: { $detail }
