"""Words that take another form inside a phrase: "октябрь", but "с октября".

A translation gives its forms parted by a bar ("{day}¦le {day}¦au {day}"); the one before the first
bar stands alone. The phrase around it says by number which it needs ("depuis {date:1}") and gets
the first where that is not given. English needs none.
"""

_BAR = "¦"
_ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


class Forms(str):
    """All forms of a word; a replacement field's format is the number of the one to take."""

    __slots__ = ()

    def __format__(self, number: str) -> str:
        forms = self.split(_BAR)
        return forms[int(number or 0)] if int(number or 0) < len(forms) else forms[0]


def alone(words: str) -> str:
    """The form for use outside of any phrase."""
    return words.partition(_BAR)[0]


def of_month(name: str, with_day: str) -> Forms:
    """A month alone, and in the form that it has beside a day."""
    return Forms(f"{name}{_BAR}{with_day}")


def of_number(number: int, written: str) -> Forms:
    """A number of a century, 1 to 399, in digits and in Roman numerals."""
    return Forms(f"{written}{_BAR}{_roman(number)}")


def _roman(number: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        times, number = divmod(number, value)
        letters += letter * times
    return letters
