"""The people, organisations and places that an article names.

Each reader of `names` gives `pieces` that may be one: `capitalised`, where there are capitals, out
of `runs` of the words of a `vocabulary`, by `cuts` and by `kinds`, which look at what stands
`beside`; `cued`, where there are none. Then short forms and `cases` take the full name. `gazetteer`
knows places, `called` what nouns name, `genders` the given names.
"""
