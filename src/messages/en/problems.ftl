# What is wrong with a file, in one sentence that says what to do.

problem-unreadable = cannot be read ({ $detail }); check its permissions.
problem-link-outside = a link that leads out of the folder, not opened; copy the file there instead.
problem-link-nowhere = a link that leads nowhere; remove it, or put back what it led to.
problem-too-deep = lies too many folders deep, not listed; move it up.
problem-not-a-file = is not an ordinary file, not opened; remove it.
problem-binary = looks like binary ({ $size } bytes), not shown; convert it to text.
problem-empty = is empty; fill it or remove it.
problem-too-large = is too large ({ $size } bytes): only the first { $read } bytes are read; split it.
problem-encoding = is not valid UTF-8, read as { $encoding }; check the accents.
problem-undecodable = holds bytes that cannot be read, replaced by �; save it again as UTF-8.
problem-hidden-characters =
    { $count ->
        [one] holds 1 hidden character, made visible; remove it.
       *[other] holds { $count } hidden characters, made visible; remove them.
    }
problem-front-matter-unclosed = the front matter has no closing line; add it. All of it is shown as text.
problem-front-matter-invalid = the front matter cannot be read ({ $detail }); correct it.
problem-unknown-key = unknown key "{ $key }"; remove or correct it.
problem-invalid-value = "{ $value }" is no value for { $key }; correct it.
problem-duplicate-id = the id "{ $id }" is that of { $other } already; change one of the two.
problem-imported = was imported: { $other } stands for it, and this file is not listed any more; move it away.
problem-changed-since-import = has changed since { $other } was imported from it, so both are listed; import it again to keep what is new.
problem-no-title = no title stands in the text; add title.
problem-no-date = no date stands in the text; add date.
problem-no-country = no country is named; add countries.

# The reader's own gazetteer.
gazetteer-not-a-file = { $path }: not a plain file, so it is not read; move it away.
gazetteer-too-large = larger than { $most } KB, so nothing of it counts; keep only names of countries in it.
gazetteer-too-many = more than 1,000 tables; those from here on do not count, remove what is not needed.
gazetteer-syntax = not valid TOML ({ $detail }); correct this table, the others count.
gazetteer-code = "{ $code }" is no code; write two letters for a country, three to eight for an organisation, as in [BY].
gazetteer-key = unknown key "{ $key }"; remove or correct it.
gazetteer-value = { $value } is no value for { $key }; correct it.
gazetteer-form = "{ $form }" is too short or too long to be looked for in a text; write a name of 2 to 100 letters (3 in lower case).
gazetteer-nameless = { $code } is new here and has no name; give it names = ["..."].
gazetteer-known-kind = what { $code } stands for is known and cannot be changed; remove this line.
gazetteer-kind = { $code }: two letters are a country or a territory, more are an organisation; change the code or the kind.
gazetteer-contradiction = "{ $form }" stands both among the names and under "not"; remove it from one. Until then it does not count.
