"""The title of an event: its clause, made short, with whom it tells of.

`subjects` finds whom, where the clause itself does not say: whom the text `told_of` before
(`offices`, `held`), the `things` that "it" means, the `antecedents` of relatives, by `agreement`,
by the `openings` of clauses, their `first_words` and `verbs`. `titles` makes the title: `clefts`
and `conjunctions` go, dates with their `time_words` too unless they are `needed`, `complements`
stay, `order` puts the subject first (`german` has its own), `gapping` lends a verb; `shortening`
gives it its length, and `tidying` its marks. `reach` says how far all of them look.
"""
