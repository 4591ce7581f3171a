"""Options that several commands take."""

import datetime
from argparse import ArgumentParser, ArgumentTypeError

from timeline.fetching.fields import primary_language
from timeline.models.timeline import TITLE_LENGTH


def add_defaults(parser: ArgumentParser) -> None:
    """`--published` and `--language`: what holds where an article does not say it itself."""
    parser.add_argument(
        "--published",
        type=day,
        metavar="YYYY-MM-DD",
        help="day of publication of articles that do not say theirs",
    )
    parser.add_argument(
        "--language",
        type=language,
        default="",
        metavar="TAG",
        help="language of those that do not say it: en, ar",
    )


def day(text: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError as error:
        raise ArgumentTypeError(f"“{text}” is no day: write it as 2024-05-30.") from error


def language(tag: str) -> str:
    """The primary subtag, as articles keep it; "" where nothing is said."""
    found = primary_language(tag)
    if tag and not found:
        raise ArgumentTypeError(f"“{tag}” is no language: write a code such as en or ar.")
    return found


def address_or_title(text: str) -> str:
    """That of a timeline, on one line."""
    wanted = " ".join(text.split())
    if not 0 < len(wanted) <= TITLE_LENGTH:
        raise ArgumentTypeError(
            f"give the address or the title of a timeline, of at most {TITLE_LENGTH} characters."
        )
    return wanted
