"""What can go wrong outside, each as one sentence that a person can act on."""

from timeline.dates.messages import Sentence
from timeline.dates.messages import message as _

IS_TABLE = _("it is a table and no article; bring its events in with “Import events”.")


class Problem(Sentence, Exception):  # noqa: N818  (it is the kind, its subclasses are the errors)
    """One clear sentence: what, where, and what would be accepted; so that it can be said in the
    reader's language, `error.in_words(gettext)`."""


class FetchError(Problem):
    """A page could not or must not be fetched."""


class NotThereError(FetchError):
    """The server has no such page, or none for us: it answered with a status of 400 to 499."""


class ReadError(Problem):
    """What was given could not be read as an article."""
