"""How a language writes dates: one file each, checked, compiled and matched against a text.

`languages` reads the files, `building` makes a `grammar` of one, `base_layer` one of CLDR's names
where a language has no file, and `detection` says which language a text is in. `matching` finds the
forms of a grammar in a text; of the matches, `listing` knows the days that share a month,
`namesakes` the people called like months, and `rates` the numbers that are no years.
"""
