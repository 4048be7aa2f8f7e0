"""For people who edit content: does it hold together, does it keep its promises, can it be read.

`report` puts it all together for `spasm-gui check`. `map_agreement` holds the content against the drawing, `proof`
against what the program promises, `cases` against people with an expected advice, `readability` and `wording` against
the reader. Nothing here is needed to run the program.
"""
