"""The small words that go with a date when a title does without it: "resigned **on** 5 May"."""

from timeline.extraction.narrative.narratives import Narrative
from timeline.text import fold

_MOST = 3  # words: "as early as"


def without_time_words(words: str, narrative: Narrative, apposed: bool = False) -> str:
    """Without the prepositions that belong to the expression that follows. `apposed`: a comma
    stands behind that, so what stands before it is no relative (", **dem** 6. Februar,")."""
    time_words = narrative.words("time_words")
    governing = narrative.words("prepositions", "articles", "determiners")
    locatives, stripped = narrative.words("locatives"), ""
    for further in range(_MOST):
        head, _, last = words.rstrip(" ,\u00a0").rpartition(" ")
        form = fold(last)
        if form in narrative.words("prepositions") and words.rstrip().endswith(","):
            break  # "kündigte an, | bis Freitag zu entscheiden"
        if time_words.isdisjoint([form, *map(form.removeprefix, narrative.prefixes)]):
            break
        verb = head.rpartition(" ")[2]
        if further and narrative.happening(verb):
            break  # "was sworn in on ..."
        if form not in governing and fold(verb) in narrative.words("verbs"):
            break  # "came back this ..."
        if narrative.capitals == "nouns" and head.endswith(",") and not apposed:
            break  # ", der | 1948 entstanden war": a relative
        if form in locatives and stripped in narrative.words("prepositions"):
            break  # "flew in | on ..."
        words, stripped = head, form
    return words
