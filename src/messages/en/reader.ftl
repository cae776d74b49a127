# The interface of the reader.

view-all = All
view-unread = Unread
view-starred = Starred
view-country = Country
view-no-country = No country
view-no-date = No date
part-searches = SEARCHES
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
prompt-find-pattern = Find a pattern:
prompt-export = Write to (.html .md .txt, or lp):
prompt-correct-title = Title:
prompt-correct-date = Date:
prompt-correct-countries = Countries:
question-more = … and { $count } more characters
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

# Tags
prompt-tag = Tag:
prompt-tag-all =
    { $count ->
        [one] Tag 1 article:
       *[other] Tag all { $count } articles:
    }
tag-advice-first = A word of your own, such as visas; the same tag again takes it off.
tag-advice-new = enter makes a new tag · esc leaves it
tag-advice-on = enter tags with #{ $tags }
tag-advice-off = enter takes #{ $tags } off
tag-advice-has = has: { $tags } · the same tag again takes it off
tag-advice-known = tab completes: { $tags }
tag-empty = A tag needs a name: write a word or two.
tag-too-long = A tag has at most 64 characters: write a shorter one.
tag-unseen = A tag holds no control or invisible characters: type it anew.
tags-yours = yours: { $tags }
did-tag = tagged
did-untag = tag taken off

# Notes
picker-notes = Notes — search:
page-notes = Notes
page-notes-on-briefs = NOTES ON ITS BRIEFS
note-on = Note: { $title }
note-on-sentence = Note on a sentence: { $title }
note-empty = Write here, in Markdown if you like: it is kept on your side, not in the file.
note-changed = not kept yet
note-saving = saving…
note-draft = draft
note-kept = Note kept.
note-removed = Note taken away; its file lies in notes/removed of the state folder.
note-too-long = A note has at most 64 kB: keep this one and write another.
note-draft-taken-up = Taken up where it was left without being kept: ctrl-o keeps it, esc asks.
note-drafts-found =
    { $count ->
        [one] A note was left without being kept: a l shows it.
       *[other] { $count } notes were left without being kept: a l shows them.
    }
note-changed-meanwhile = Changed meanwhile outside of this window: ctrl-o once more replaces that, esc leaves it.
note-not-put-back = The note was changed meanwhile outside of this window: it is left as it is.
note-not-kept = Not kept ({ $detail }): the words stay here, ctrl-o tries again.
note-draft-not-kept = The draft cannot be kept ({ $detail }): keep the note before you leave.
note-no-editor = No other editor here: the settings say external_editor = false.
note-editor-unset = Neither VISUAL nor EDITOR names an editor; this one goes on.
note-editor-failed = { $editor } did not end well ({ $detail }): the words are as they were.
ask-drop-note = Drop what is not kept? enter drops it · esc goes on writing
notes-not-read = Notes cannot be read: { $detail }
notes-on-sentences =
    { $count ->
        [one] a note on a sentence
       *[other] notes on { $count } sentences
    }
no-notes = No note yet: a a writes one on the article, a c on the country, a s on a sentence.
no-sentence-here = Open an article first: then a s chooses a sentence of it.
nothing-to-note = Nothing to write a note on here.
did-note = note

# Panier / Basket
basket = Basket
basket-file = basket
basket-count =
    { $count ->
        [0] empty
        [one] 1 entry
       *[other] { $count } entries
    }
hint-basket = g + basket ({ $count })
basket-empty = The basket is empty.
basket-empty-how = The basket is empty. Open an article, walk through its sentences with v and collect them with +; a line of a country page and a whole article of the list are collected with + too.
basket-emptied = The basket is emptied (U brings it all back).
basket-source-gone = no longer in the folder
collected = In the basket ({ $count }). g + shows it.
collected-before = It is in the basket already; - takes it out.
collected-is-gone = Its brief is no longer in the folder; what you collected stays here.
taken-out = Taken out; { $count } left in the basket (U puts it back).
not-collected = It is not in the basket; + puts it in.
nothing-to-take-out = Nothing to take out here: the numbered entries above are the basket.
nothing-to-collect = Nothing to collect here: a sentence (v), a line of a page or an article.
only-in-basket = That is for the basket: g + shows it.
did-collect = collected
did-take-out = taken out of the basket
did-empty-basket = basket emptied
did-acknowledge = corrections and withdrawals seen
did-trade = order of the basket

# Ce qu'il advint / What became of it
amended = Corrected or withdrawn since you took it along
amended-count =
    { $count ->
        [0] all seen
        [one] 1 to see
       *[other] { $count } to see
    }
hint-amended = g a changed ({ $count })
amended-none = Nothing you copied, printed, exported, collected or starred was corrected or withdrawn since, or you have seen it.
amended-one = g a — { $fate } { $title }
amended-several = { $count } briefs that you took along were corrected or withdrawn since: g a shows them.
banner-amended = { $fate } You took it along before: g a.
fate-withdrawn = WITHDRAWN by its source.
fate-corrected = CORRECTED.
fate-withdrawn-by = WITHDRAWN: “{ $title }”.
fate-corrected-by = CORRECTED by “{ $title }”.
fate-replaced-by = REPLACED by “{ $title }”.
fate-other-text = TEXT CHANGED.
taken-ways = You had { $ways }.
way-copied = copied it on { $day }
way-exported = exported it on { $day }
way-printed = printed it on { $day }
way-collected = put it into the basket on { $day }
way-starred = starred it on { $day }
way-acknowledged = seen it on { $day }

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
key-unbound = ‹{ $key }› does nothing here; ? shows all keys.{ $near }
key-unbound-near = ‹{ $key }› does nothing here. Perhaps: { $near }
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
texts-found =
    { $count ->
        [one] { $count } found
       *[other] { $count } found
    }{ $near ->
        [0] { "" }
       *[other] {" "}({ $near } approximate)
    } in { $milliseconds } ms
hit-note = in your note
note-found = your note
hit-spelling = other spelling
hit-slip = slip of the finger?
titles-only = titles only
search-the-texts = Search the texts for "{ $query }"
view-search = Saved search
prompt-name-search = Name of the search:
nothing-to-save = Nothing to save: / over the articles says what to search for.
no-search-here = No saved search here: choose one in the list on the left.
search-needs-name = A search needs a short visible name, such as visas.
search-saved = Saved: { $name }
search-removed = Taken away: { $name } (U brings it back)
did-save-search = search saved
did-rename-search = search renamed
did-remove-search = search taken away
not-in-texts = In no text: what you see has it in its title, its source or its file's name.
index-missing = The texts are not indexed yet: titles answer meanwhile. chancery index does it at once.
index-damaged = The index is damaged: run chancery index --rebuild. Titles answer meanwhile.
index-refuses = { $detail }. Titles answer meanwhile.
index-partial = Not all texts are indexed yet. chancery index does it at once.
sorted-relevance = Order: the best match first
not-on-page = Not on this page.
not-in-text = Not in this text.
found = { $number }/{ $of }{ $more }
found-from-top = { $number }/{ $of }{ $more }, from the top again
found-from-end = { $number }/{ $of }{ $more }, from the end again
find-advice = / first: a pattern
pattern-group-open = Letter { $place }: this ( has no ).
pattern-group-closed = Letter { $place }: this ) has no (.
pattern-class-open = Letter { $place }: this [ has no ].
pattern-range = Letter { $place }: this range runs backwards or is none.
pattern-nothing-repeated = Letter { $place }: there is nothing here to repeat.
pattern-count = Letter { $place }: a count is written {"{"}2{"}"} or {"{"}2,5{"}"}.
pattern-escape = Letter { $place }: this \ means nothing here.
pattern-unsupported = Letter { $place }: patterns cannot look around or refer back.
pattern-too-large = This pattern is too large; make it shorter.
pattern-other = Letter { $place }: this is no pattern.
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
state-no-home = there is no home folder to keep them in, set HOME or use --state
state-foreign = the folder belongs to another user, name your own with --state: { $path }
state-open = other users can write there, run chmod 700 on { $path }
state-not-plain = not a plain folder or file of its own, move it away: { $path }
state-full = the disk is full, free some space for { $path }
state-read-only = the folder takes no changes, name another with --state: { $path }
state-busy = locked by another process: { $path }
state-changed = changed by another session meanwhile, try again: { $path }
state-no-locks = the file system has no locks, close every reader and use a local disk: { $path }
state-failed = { $detail }: { $path }
journal-damaged =
    { $count ->
        [one] 1 line of the journal is damaged
       *[other] { $count } lines of the journal are damaged
    }; all others count. chancery state verify says more.
sent-to-terminal = Sent to the terminal. Nothing to paste? Y shows it alone.
sent-behind-tmux = Sent to the terminal; tmux needs set-clipboard on. Y shows it alone.
sent-to-tmux = Sent to tmux for the terminal. Nothing to paste? Y shows it alone.
tmux-failed = tmux did not take it ({ $detail }): Y shows it alone.
too-long-to-copy = { $count } kB are too long for a terminal's clipboard: Y shows it alone, p writes it.
no-sentences-here = Open an article first: then v walks through its sentences.
nothing-to-copy = Open an article first.
nothing-to-export = Open an article or a page first.
export-which-format = End the name in .html, .md or .txt, an agenda also in .ics, or type lp.
exported = Written: { $path }
export-failed = Could not write { $path }: { $detail }
printed = Sent to the printer.
print-failed = Printing failed: { $detail }
cannot-read = { $file } cannot be read: { $detail }
gone = { $file } is gone; r checks the folder again.
text-changed = Changed on disk: r reads it again.
sentence-gone = This sentence is no longer in the text.
text-gone = Gone from the folder: this text stays until you leave it.
folder-unreadable = The folder { $folder } cannot be read ({ $detail }): correct --briefs, or r to try again.
worker-failed = A task failed ({ $detail }); everything else works.
suspend-unavailable = No suspending here: no shell is waiting.
refused-programs = Not available here: on this host Chancery starts no other program.
refused-files = Not available here: on this host Chancery writes no file of your choice.
refused-clipboard = Not available here: copying is off on this host; Y shows the text alone.

# Boîte de réception / Inbox
inbox-label = inbox
import-heading = Into your own inbox
import-how = Paste a dispatch or a brief now. What it is will be shown here; it is kept in your own inbox, which nobody else reads, and stands among the briefs.
import-paste = Paste the text · esc leaves
import-keys = enter keeps it · esc drops it
import-known = It is among your briefs already: enter keeps it all the same · esc drops it
import-nothing = There is nothing to read in it: paste something else · esc leaves
import-no-country = no country found
import-words =
    { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
import-kept = In your inbox: { $title }
import-kept-unseen = What you pasted is in your inbox.
import-too-long = Too long: a dispatch has at most { $most } kB; paste a part of it.
import-crowded = Your inbox holds { $most } dispatches and takes no more: take some out of it with a d.
ask-discard = Take "{ $title }" out of your inbox?
discarded = Out of your inbox; its text lies in { $path }
discard-what = Only a dispatch of your inbox can be taken out: put the cursor on one.
discard-failed = It stays in your inbox ({ $detail }).
import-not-kept = Not kept ({ $detail }): the text stays here, enter tries again.

# Liens / Links
picker-links = Links — search:
link-belied = the words of this link name another host than it leads to.
link-unfit = not opened
link-none = This text has no link.
link-no-text = Open an article first: then g x opens its links.
link-scheme = Not opened: { $address } does not begin with http:// or https://.
link-long = Not opened: the address is too long.
link-host = Not opened: { $address } names no host, or hides it.
link-opened = Handed to your browser: { $host }
link-not-opened = The browser did not open it ({ $detail }): BROWSER can name another.
ask-open-link = Open it in your browser?
ask-open = Host: { $host } — address: { $address }
ask-open-spelled = Host: { $host } (written { $spelled }) — address: { $address }
samples-shown = These are the sample briefs that come with the program.
config-problem = Configuration, line { $line }: { $detail }
