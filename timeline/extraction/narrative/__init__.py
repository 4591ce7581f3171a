"""How a language tells events: one file each, its clauses, and what the lines of an article are.

`narratives` reads the files (`categories` are what events can be), with `whole_words` for patterns
and the `marks` between words. `layout` says what a line is; `clauses` cuts a sentence at its
`boundaries` between its times, and `trimming` leaves of each what belongs to its date, where
`dependents` knows the clauses that depend on another.
"""
