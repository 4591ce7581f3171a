"""What can go wrong outside, each as one sentence that a person can act on."""

from timeline.dates.messages import Translate, identity


class Problem(Exception):  # noqa: N818  (it is the kind, its subclasses are the errors)
    """One clear sentence: what, where, and what would be accepted.

    `message` is a msgid with %(name)s places and `values`, problems among them, fill them, so that
    the sentence can be said in the reader's language: `error.in_words(gettext)`.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message, values)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.in_words()

    def in_words(self, translate: Translate = identity) -> str:
        return translate(self.message) % {
            name: value.in_words(translate) if isinstance(value, Problem) else value
            for name, value in self.values.items()
        }


class FetchError(Problem):
    """A page could not or must not be fetched."""


class NotThereError(FetchError):
    """The server has no such page, or none for us: it answered with a status of 400 to 499."""


class ReadError(Problem):
    """What was given could not be read as an article."""
