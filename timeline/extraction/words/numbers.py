"""The values of slots: digits of any script, number words, ordinals, years."""

from collections.abc import Sequence

from timeline.extraction.words.lexicon import Lexicon

Value = int | float | str
VAGUE = "X"  # TIMEX3 for a number that is not given: "several", "a few"


def read(lexicon: Lexicon, slot: str, tokens: Sequence[str]) -> Value:
    """The value of the tokens in a slot of the given class or name."""
    if slot in _NUMERIC or slot.startswith(_NUMERIC_PREFIXES):
        return number(lexicon, tokens)
    if slot.startswith("month"):
        return month(lexicon, tokens)
    for token in tokens:
        for sense in lexicon.senses_of(token):
            if sense.name == slot:
                return sense.value
    for token in tokens:
        for sense in lexicon.senses_of(token):
            if not sense.name.startswith("="):
                return sense.value
    return number(lexicon, tokens) if any(map(is_digits, tokens)) else "".join(tokens).casefold()


_NUMERIC = frozenset(
    {
        "some",
        "day",
        "dth",
        "digitth",
        "spoken",
        "ayear",
        "year",
        "count",
        "d",
        "m",
        "n",
        "yy",
        "yyy",
        "yyyy",
        "hh",
        "mm",
    }
)
_NUMERIC_PREFIXES = ("number", "ordinal", "count", "year", "day_")
_NUMBER_CLASSES = frozenset({"number", "ordinal", "few", "halves"})


def month(lexicon: Lexicon, tokens: Sequence[str]) -> int:
    """The number of the month named first, 0 for none.

    Two words name a Levantine month: a stem (its first one's number) and "first" or "second".
    """
    stem = 0
    for token in tokens:
        values = {sense.name: sense.value for sense in lexicon.senses_of(token)}
        if stem and "monthnth" in values:
            return (stem + int(values["monthnth"]) - 2) % 12 + 1
        if "month" in values:
            return int(values["month"])
        stem = int(values.get("monthstem", stem))
    return 0


def is_digits(token: str) -> bool:
    return token[:1].isdecimal()


def number(lexicon: Lexicon, tokens: Sequence[str]) -> Value:
    """One number out of digits and number words; `VAGUE` when it is not exact.

    "twenty - five" is 25, "two and a half" 2.5, "1,500" 1500, "nineteen ninety-six" 1996.
    """
    if len(tokens) == 1 and is_digits(tokens[0]):
        return _integer(tokens[0])
    values = [value for token in tokens for value in _value(lexicon, token)]
    if VAGUE in values:
        return VAGUE
    if "." in tokens or "," in tokens:
        values = _with_separators(tokens)
    if not values:
        return 1  # "a week"
    return _composed([value for value in values if not isinstance(value, str)])


def _value(lexicon: Lexicon, token: str) -> list[Value]:
    if is_digits(token):
        return [_integer(token)]
    senses = (sense.value for sense in lexicon.senses_of(token) if sense.name in _NUMBER_CLASSES)
    return list(senses)[:1]


def _integer(token: str) -> int:
    digits = token if token.isdecimal() else "".join(filter(str.isdecimal, token))
    return int(digits[:9])


def _with_separators(tokens: Sequence[str]) -> list[Value]:
    digits = [str(_integer(token)).zfill(len(token)) for token in tokens if is_digits(token)]
    if len(digits) < 2:
        return [int(one) for one in digits]
    if len(digits[-1]) == 3:
        return [int("".join(digits))]
    return [float(f"{digits[0]}.{digits[1]}")]


def _composed(values: Sequence[int | float]) -> int | float:
    total: int | float = 0
    current: int | float = 0
    for value in values:
        if value >= 1000 and current:
            total, current = total + current * value, 0
        elif value == 100 and current:
            current *= 100
        elif 10 <= current <= 20 and 10 <= value < 100:  # "nineteen ninety"
            current = current * 100 + value
        else:
            current += value
    result = total + current
    return int(result) if result == int(result) else result
