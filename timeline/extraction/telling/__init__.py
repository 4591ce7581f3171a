"""From the clauses that tell events to events: chosen, cast, weighed, brought together.

An `article` is read once: its times, lines (with the `posts` of a live blog), sentences and `cast`.
The `reader` goes through it: an expression in its `setting` tells an event if `selection` finds
nothing against it (`belonging`, `saying`, `quotations`); `fields` and `since` tell theirs without a
sentence. Each telling is one of the `drafts`, with its `wording` and its `reasons`, the finest date
by `exactness`; `merging` makes events of them and `confidence` weighs these. `undated` has what is
told without a date.
"""
