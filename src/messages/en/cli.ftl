# The command line.

cli-nothing = Nothing found.
