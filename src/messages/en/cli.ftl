# The command line.

cli-nothing = Nothing found.
cli-no-problems = No problems.
cli-filing = Filing { $done } of { $total } files…
cli-settings-wrong =
    { $first }{ $more ->
        [0] { "" }
       *[other] {" "}(and { $more } more: chancery doctor)
    }

# Errors: what is wrong and what to do.
cli-needs-terminal = needs a terminal; try ssh -t.
cli-dumb-terminal = this terminal cannot place its cursor (TERM is unset or dumb): the reader goes line by line; set TERM, for example to xterm-256color, for the whole screen.
cli-write = standard output cannot be written ({ $detail }); free some space or write elsewhere.
cli-bad-date = { $option }: "{ $value }" is no date for it; write a day such as 2025-05-12.
cli-bad-period = --since: "{ $value }" is no period; write a day such as 2025-05-12, or 7d, 30d, visit or all.
cli-no-country = "{ $name }" is no country known here; write a name or an ISO code, as chancery countries lists them.
cli-no-brief = { $name }: no brief has this id and no file this name; chancery list shows them all.
cli-ambiguous = { $name }: several files have this name ({ $files }); write the path below the briefs folder.
cli-no-command = { $name }: no such command; chancery --help lists them all.
cli-no-folder = { $path }: the briefs folder cannot be opened ({ $detail }); name another with --briefs.
cli-file-gone = { $path }: no such file in the briefs folder; it may have been moved or deleted.
cli-link-outside = { $path }: a link that leads out of the briefs folder is not opened; put a copy there.
cli-not-a-file = { $path }: not an ordinary file; only text files are opened.
cli-unreadable = { $path }: cannot be read ({ $detail }); check its permissions.
cli-story-gone = { $path }: the file has changed and this story is no longer in it; see chancery list.
cli-config-missing = { $path }: no such file; correct the path or make it with chancery init.
cli-config-not-a-file = { $path }: not a plain file; name another with --config.
cli-config-open = { $path }: other users can write this file, so it is not read; run chmod o-w on it.
cli-config-made = { $path } holds every setting with its default; change what you like.
cli-gazetteer-made = { $path } shows how to add names of countries of your own.
cli-state-no-home = there is no home folder to keep marks in; set HOME or name a folder with --state.
cli-state-foreign = { $path }: belongs to another user; name a folder of your own with --state or --cache.
cli-state-open = { $path }: other users can write there; run chmod 700 on the folder.
cli-state-not-plain = { $path }: not a plain folder or file of its own; move it away or name another with --state or --cache.
cli-state-full = { $path }: the disk is full; free some space.
cli-state-read-only = { $path }: cannot be written, so nothing is kept there; name a writable folder with --state or --cache.
cli-state-busy = { $path }: locked by another process; try again.
cli-state-changed = { $path }: changed by another session meanwhile; run the command again.
cli-state-no-locks = { $path }: its file system has no locks; close every reader and work on a copy on a local disk.
cli-state-failed = { $path }: cannot be used ({ $detail }); name another folder with --state or --cache.
cli-home-unset = HOME is not set; set it, or name a folder with { $variable }.
cli-home-relative = HOME is "{ $home }", which is not an absolute path; correct it, or name a folder with { $variable }.
cli-home-missing = HOME is "{ $home }", which is no folder; correct it, or name a folder with { $variable }.
cli-output-exists = { $path }: exists already and is left as it is; move it away first.
cli-output-not-plain = { $path }: not a plain file; choose another name.
cli-output-no-folder = { $path }: the folder does not exist; make it or choose another.
cli-output-full = { $path }: the disk is full; nothing was written.
cli-output-failed = { $path }: { $detail }; nothing was written; choose another place.

# The command line itself.
cli-unknown-argument = { $argument }: no such option or argument here; see --help.
cli-unknown-command = { $argument }: no such command; chancery --help lists them all.
cli-missing-value = { $argument }: a value is missing; write one behind it.
cli-not-among = { $argument }: "{ $value }" is none of its values; write one of { $valid }.
cli-invalid-value = { $argument }: "{ $value }" is no value for it; see --help.
cli-missing-argument = something is missing: { $argument }; see --help.
cli-given-twice = { $argument }: given twice, or not possible with the others; leave one out.
cli-not-utf8 = an argument is not valid UTF-8; write it in UTF-8.
cli-not-understood = the command line cannot be understood; see chancery --help.
cli-restricted-places = --restricted takes no place from the environment: name absolute paths with --briefs, --state and --cache.

# Index and cache.
cli-indexed =
    { $briefs ->
        [one] 1 brief
       *[other] { $briefs } briefs
    }, { $related ->
        [one] 1 related story
       *[other] { $related } related stories
    }, { $problems ->
        [one] 1 problem
       *[other] { $problems } problems
    }, { $milliseconds } ms.
cli-cache-kept = { $path }: the cache holds { $files } files.
cli-cache-none = there is no folder for a cache; set HOME or name one with --cache.
cli-index-kept = { $path }: the index holds { $briefs ->
        [one] 1 brief
       *[other] { $briefs } briefs
    }, { $added } new, { $removed } gone.
cli-reading = Reading { $done } of { $total } texts…
cli-extracts-kept = Pages: what they need of { $files ->
        [one] 1 file
       *[other] { $files } files
    } is kept, { $read } read now.
cli-index-whole = The index is whole: every byte is as it was written.
cli-index-behind = The index is behind the folder; run chancery index.
cli-indexing = Indexing { $done } of { $total } briefs…
cli-index-missing = there is no index of the words yet; run chancery index.
cli-index-busy = another process is writing the index; try again.
cli-index-broken = the index is damaged; run chancery index --rebuild.
cli-index-damaged = the index is damaged; it is made again.
cli-index-partial = the index does not hold all briefs yet: some may be missing; run chancery index.
cli-index-system = the index cannot be read or written ({ $detail }); free some space or name another folder with --cache.
cli-index-query = the index cannot answer this ({ $detail }); write fewer or longer words.
cli-searched =
    { $count ->
        [one] 1 brief
       *[other] { $count } briefs
    } in { $milliseconds } ms, { $shown } shown{ $near ->
        [0] { "" }
       *[other] , { $near } of them approximate
    }; { $unit ->
        [now] the index was made for this.
        [seconds] the index is { $age } s old.
        [minutes] the index is { $age } min old.
        [hours] the index is { $age } h old.
       *[days] the index is { $age ->
            [one] 1 day
           *[other] { $age } days
        } old.
    }

cli-in-note = (in your note)
cli-near-spelling = (another spelling)
cli-near-slip = (one slip away)
cli-received = received { $date }

# Import.
cli-imported = { $path }: imported from { $source }.
cli-import-present = { $source }: already there as { $path }.
cli-import-gone = { $path }: no such file; correct the path.
cli-importing = Importing { $done } of { $total } files…
cli-import-stopped = stopped after { $done } of { $total } files; the same command goes on from there.
cli-import-sum =
    { $new ->
        [one] 1 brief imported
       *[other] { $new } briefs imported
    }, { $present } already there, { $problems ->
        [one] 1 file with a problem
       *[other] { $problems } files with problems
    }.
cli-import-rehearsed =
    { $new ->
        [one] 1 brief to import
       *[other] { $new } briefs to import
    }, { $present } already there, { $problems ->
        [one] 1 file with a problem
       *[other] { $problems } files with problems
    }; nothing was written.
# Corrections.
cli-corrections-written =
    { $path }: { $count ->
        [one] the corrections of 1 brief
       *[other] the corrections of { $count } briefs
    }.
cli-corrections-taken =
    { $path }: { $count ->
        [one] 1 brief corrected
       *[other] { $count } briefs corrected
    }.
cli-corrections-would =
    { $path }: { $count ->
        [one] 1 brief would be corrected
       *[other] { $count } briefs would be corrected
    }; nothing was changed.
cli-corrections-unknown = { $name }: no such brief here; what names an id is kept until it comes.
cli-corrections-syntax = line { $line }: not valid TOML ({ $detail }); correct it.
cli-corrections-key = line { $line }: unknown key "{ $key }"; remove or correct it.
cli-corrections-value = line { $line }: { $value } is no value for { $key }; correct it.
cli-corrections-country = line { $line }: "{ $name }" is no country; write a name or a code such as BY.
cli-corrections-nameless = line { $line }: no id and no file; say which brief is meant.
# The state.
cli-state-written = { $path }: { $events ->
        [one] 1 event
       *[other] { $events } events
    } and { $notes ->
        [one] 1 note
       *[other] { $notes } notes
    }{ $others ->
        [0] { "" }
        [one] , 1 draft or dispatch of your inbox
       *[other] , { $others } drafts and dispatches of your inbox
    }; take them over elsewhere with chancery state merge.
cli-state-left-out = { $path }: not exported, it is no plain text of the size of a note or dispatch; copy it by hand.
cli-state-damaged-left-out =
    { $count ->
        [one] 1 damaged line of the journal is
       *[other] { $count } damaged lines of the journal are
    } not exported; chancery state verify names them.
cli-state-not-one = { $path }: no state of Chancery, nothing was taken; make one with chancery state export.
cli-state-refused =
    { $path }: { $count ->
        [one] line { $line } is damaged and was left out
       *[other] { $count } lines, the first of them line { $line }, are damaged and were left out
    }; the rest counts, export it again for what is missing.
cli-state-cut =
    { $path }: ends too soon, { $count ->
        [one] 1 line is
       *[other] { $count } lines are
    } missing; what is there was taken, send it again for the rest.
cli-state-merged =
    { $path }: { $events ->
        [one] 1 new event
       *[other] { $events } new events
    }, { $notes ->
        [one] 1 note
       *[other] { $notes } notes
    }{ $others ->
        [0] { "" }
        [one] , 1 draft or dispatch of your inbox
       *[other] , { $others } drafts and dispatches of your inbox
    } taken over, { $aside ->
        [one] 1 version
       *[other] { $aside } versions
    } of notes put into notes/removed.
cli-state-known = { $path }: nothing new; all of it is here already.
cli-state-compacted = { $path }: { $before } bytes before, { $after } now.
cli-state-set-aside =
    { $path }: { $before } bytes before, { $after } now; { $count ->
        [one] 1 damaged line was
       *[other] { $count } damaged lines were
    } moved to { $aside }.
cli-state-journal =
    { $events ->
        [one] 1 event
       *[other] { $events } events
    } in { $bytes } bytes; chancery state compact would leave { $compact }.
cli-state-line-damaged = damaged, does not count; chancery state compact moves it aside and keeps all others.
cli-state-line-later = written by a later version, kept for it; nothing to do.
cli-state-lines-more = { $count } more such lines ({ $damaged } damaged in all).
cli-state-notes =
    { $count ->
        [one] 1 note
       *[other] { $count } notes
    }, readable.
cli-input-missing = { $path }: no such file; correct the path.
cli-input-not-a-file = { $path }: not a plain file; name another.
cli-input-too-large = { $path }: larger than { $most } MB; split it.

# Columns.
cli-column-about = On
cli-column-title = Title
cli-column-became = What became of it
cli-column-country = Country
cli-column-code = Code
cli-column-briefs = Briefs
cli-column-unread = Unread
cli-column-latest = Latest
cli-column-line = Line
cli-column-problem = Problem
cli-column-place = Found
cli-column-mode = Mode
cli-column-keys = Keys
cli-column-command = Command
cli-column-does = What it does

# Doctor.
doctor-subject = Subject
doctor-finding = State
doctor-version = Version
doctor-terminal = Terminal
doctor-terminal-found = { $term }, { $columns } columns, { $rows } rows, { $colours } colours.
doctor-no-terminal = standard input or output is not a terminal; the reader needs one, commands do not (TERM is "{ $term }").
doctor-ssh = SSH
doctor-ssh-yes = yes: the reader spares the link.
doctor-ssh-no = no.
doctor-locale = Locale
doctor-locale-utf8 = { $set }; the interface speaks "{ $language }".
doctor-locale-unset = none is set, so the reader draws in ASCII; set LANG, for example to en_GB.UTF-8 (the interface speaks "{ $language }").
doctor-locale-ascii = { $set } is not UTF-8, so the reader draws in ASCII; set LANG, for example to en_GB.UTF-8 (the interface speaks "{ $language }").
doctor-config = Settings
doctor-config-read = { $path }
doctor-config-none = { $path }: none yet, the defaults count; chancery init makes the file.
doctor-gazetteer = Gazetteer
doctor-gazetteer-read = { $path }: { $codes ->
        [one] 1 country or organisation
       *[other] { $codes } countries and organisations
    } of your own or added to
doctor-gazetteer-none = { $path }: none; put names there that are missing or wrong, chancery init makes an example.
doctor-state = State
doctor-cache = Cache
doctor-folder-ready = { $path }
doctor-folder-missing = { $path }: not there yet; it is made when something is to be kept.
doctor-journal = Journal
doctor-journal-whole =
    { $events ->
        [one] 1 entry
       *[other] { $events } entries
    }.
doctor-journal-skipped = { $events } entries; { $damaged } damaged lines and { $unknown } of a later version are skipped and left as they are.
doctor-catalogue = Catalogue
doctor-catalogue-kept = { $files } files of this briefs folder are in the cache.
doctor-catalogue-none = none of this folder and build, or a damaged one; it is made again by itself.
doctor-briefs = Briefs
doctor-briefs-found =
    { $path }: { $briefs ->
        [one] 1 brief
       *[other] { $briefs } briefs
    } ({ $unread } unread), { $related ->
        [one] 1 related story
       *[other] { $related } related stories
    }, { $countries ->
        [one] 1 country
       *[other] { $countries } countries
    }.
doctor-briefs-none = { $path }: no brief in it ({ $briefs } briefs, { $related } related, { $countries } countries, { $unread } unread); put .md, .txt or .html files there or name another folder with --briefs.
doctor-briefs-problems =
    { $count ->
        [one] 1 problem in the files
       *[other] { $count } problems in the files
    }; chancery check lists them.

# The help.
help-usage = Usage:
help-commands = Commands
help-options = Options
help-common-options = Options of every command
help-arguments = Arguments
help-command-value = COMMAND
help-exit-codes = Exit code: 0 found, 1 nothing found or problems found, 2 an error.
help-about = A terminal reader for country briefs. Without a command it opens the reader.
help-option-help = Print this help
help-version = Print the version
help-option-config = File of settings instead of your own
help-option-briefs = Folder of briefs; else that of the settings, else ./briefs
help-option-state = Folder that keeps your marks
help-option-cache = Folder for what can be made again
help-option-lang = Language of the interface: fr or en
help-option-as-of = Day to answer for, such as 2025-05-12; else today
help-option-restricted = For a shared host: starts no program, writes nothing outside of --state and --cache
help-option-format = How to write it: text, json and what --help of the command names
help-option-since = Only briefs dated, or else received, on this day or later
help-summary-since = Only briefs dated, or else received, on this day or later; or 7d, 30d, visit (what came since the page was last marked as seen), all
help-plain = Line by line: for screen readers and terminals that cannot place a cursor
help-tui = Open the reader
help-list = List briefs, newest first (text, json, jsonl, tsv, markdown)
help-list-query = Only briefs that answer this query: words, "phrases", country:by, since:30d (see chancery queries); -- goes before one that begins with -
help-list-country = Only briefs about this country: a name or a code
help-list-unread = Only unread briefs
help-list-starred = Only starred briefs
help-show = Show a brief (text, json, markdown, html)
help-show-brief = An id, a file of the briefs folder, or FILE#N for the Nth story under its first
help-show-sentences = With its sentences and where they stand
help-show-dates = With the dates that its text names
help-show-facts = With the facts that its sentences state
help-countries = List countries with their briefs (text, json, jsonl, tsv, markdown)
help-summary = Compile the page of a country, or what is new over all (text, json, jsonl, markdown, html)
help-summary-country = A name or a code
help-summary-with = Only briefs that are about this country too
help-summary-all = What is new over all countries, yours first, on 24 rows of a screen
help-summary-lines = At most so many lines, the most important ones
help-summary-words = At most so many words: the most important lines that fit in
help-agenda = What is announced, then what has just been (text, json, jsonl, markdown, html, ics)
help-agenda-country = Only what concerns these countries: names or codes
help-amended = List what was corrected or withdrawn since you took it along (text, json, jsonl, tsv, markdown)
help-basket = Print what you collected, with numbered sources (text, json, jsonl, markdown, html)
help-search = Find words in briefs and your notes, best first (text, json, jsonl, tsv, markdown)
help-search-query = Words, "phrases in quotes"; @name is a saved search
help-search-limit = At most so many; 20 as text, else all
help-search-sort = Best first, or newest first
help-keys = List the keys of the reader (text, json, markdown, toml)
help-queries = List the ways to ask in a query: words, operators, dates (text, json, jsonl, tsv, markdown)
help-check = List what is wrong with files, with line numbers (text, json, jsonl, tsv, markdown)
help-check-all = With notices
help-import = Make tidy Markdown briefs of raw dispatches (text, jsonl)
help-import-source = Files, folders, or - for standard input
help-import-to = Folder to write to; else the briefs folder
help-import-dry-run = Only show what would be written
help-corrections = Share what you corrected in briefs
help-corrections-export = Write your corrections as TOML
help-corrections-export-file = A new file; else standard output
help-corrections-import = Take over such a file
help-corrections-import-file = The file
help-corrections-import-dry-run = Only say what would change
help-notes = List your notes (text, json, jsonl, tsv, markdown)
help-inbox = List the dispatches that you pasted into your inbox (text, json, jsonl, tsv, markdown)
help-inbox-discard = Take one out of it; its text is put aside, never deleted
help-inbox-discard-brief = Its id, or its file as the list has it
help-inbox-discard-yes = Do not ask
cli-inbox-unknown = { $name }: no dispatch of your inbox; chancery inbox lists them.
help-state = Take marks, notes and searches to another machine, and look after them
help-state-export = Write all of it as lines of JSON
help-state-export-file = A new file; else standard output
help-state-merge = Take such a file over: the later change of each thing stands, nothing is lost
help-state-merge-file = The file, or - for standard input
help-state-compact = Make the journal small again; damaged lines go into a file of their own
help-state-verify = Say what is damaged, where, and what to do (text, json, jsonl, tsv, markdown)
help-init = Make a file of settings with every default, and an example of a gazetteer of your own
help-index = Bring the cache up to date
help-index-rebuild = Make it anew, from nothing
help-index-verify = Check that the index is whole and up to date; change nothing
help-index-behind = Take only time that nobody else wants, and end with the program that began it
help-doctor = Look at terminal, locale, folders, settings, cache and marks
help-completions = Print a completion script
help-completions-shell = bash, elvish, fish, powershell or zsh
help-man = Print the manual page
help-man-command = Of this command
cli-no-search = no search is saved as "{ $name }"; there are { $known }
cli-no-searches = no search is saved as "{ $name }"; the reader saves them with f s
