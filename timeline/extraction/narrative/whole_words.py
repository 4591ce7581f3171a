"""Patterns for any word of a list, whole: for hundreds of words, and quick where none stands."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

_FEW_LETTERS = 4  # with which words begin
_ANOTHER_WORD = 2  # letters of a word that another differs from by a mark alone
_NOTHING = re.compile(r"[^\s\S]")  # searched for more quickly than "(?!)"
# A combining mark (an accent, an Arabic vowel) is part of the word that it stands on.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
_EDGE, _END = rf"(?<![\w{_MARKS}].)", rf"(?![\w{_MARKS}])"  # the edge: behind the first letter


def exactly(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for any of the words, whole and as written; white space between is free."""
    if not words:
        return _NOTHING
    return _whole(_by_letter(words, lambda word: re.escape(word[0])), "")


def _escaped(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s")


def any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for any of the words, whole and in any case; white space between is free."""
    if not words:
        return _NOTHING
    return _whole(_by_letter(words, _both_cases), "i")


def beginning(words: tuple[str, ...]) -> str:
    """The same, for the inside of a pattern where a word is known to begin: its first letter alone
    says which of them to try, which is quicker."""
    groups = _by_letter(words, _both_cases)
    return "|".join(f"[{first}](?i:{_ended(rest)})" for first, rest in groups.items()) or "(?!)"


def first_letters(words: tuple[str, ...]) -> str:
    """What can begin one of the words, in whatever case, for a class in a pattern."""
    return "".join(_by_letter(words, _both_cases))


def _whole(groups: Mapping[str, list[str]], flag: str) -> re.Pattern[str]:
    """One pattern for words given by their first letter. A class stands first: a search passes
    quickly over whatever cannot begin a word; then a few letters at a time are ruled out."""
    rests = [f"(?<=[{first}])(?{flag}:{_ended(rest)})" for first, rest in groups.items()]
    if len(rests) > _FEW_LETTERS:
        firsts = [*groups]
        rows = [slice(at, at + _FEW_LETTERS) for at in range(0, len(rests), _FEW_LETTERS)]
        rests = [f"(?<=[{''.join(firsts[row])}])(?:{'|'.join(rests[row])})" for row in rows]
    return re.compile(rf"[{''.join(groups)}]{_EDGE}(?:{'|'.join(rests)})")


def _ended(rests: Sequence[str]) -> str:
    """One of the words to its end; one that is written onto the next word, "l'", has none."""
    elided = [rest for rest in rests if rest.endswith(("'", "’"))]
    whole = [rest for rest in rests if rest not in elided]
    return "|".join([f"(?:{'|'.join(whole)}){_END}"] * bool(whole) + elided)


def _by_letter(words: tuple[str, ...], letters: Callable[[str], str]) -> dict[str, list[str]]:
    """First letter of a word, as `letters` writes it -> the rest of each of its words, longest
    first."""
    groups: dict[str, list[str]] = {}
    for word in sorted(words, key=len)[::-1]:
        groups.setdefault(letters(word), []).append(_escaped(word[1:]))
    return groups


def _both_cases(word: str) -> str:
    """The first letter of a word, its capital, and that as it is often written, without its mark:
    "Elu" for "Élu". Of two letters, "El" is another word."""
    lower = word[0].lower()
    upper = lower.upper()[:1]
    plain = unicodedata.normalize("NFD", upper)[:1] if len(word) > _ANOTHER_WORD else upper
    return "".join(map(re.escape, dict.fromkeys((lower, upper, plain))))
