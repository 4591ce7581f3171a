"""The one normalisation at every door, and the digest by which a text is known again."""

import hashlib
import re

# All carriage returns before a line feed go, so that normalising twice changes nothing; the
# lookbehind keeps a long run of them from being read again and again. A letter first: a search
# passes quickly over everything else.
_CRLF = re.compile(r"\r(?<!\r\r)\r*+\n")
# No database stores NUL in text, and no UTF-8 a surrogate without its other half.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# What XML 1.0 (2.2) cannot hold, and the carriage return, which it would hand back as a line feed.
_UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def normalise(text: str) -> str:
    """Line ends as LF; NUL and lone surrogates as U+FFFD, one for one; nothing else changes."""
    return _UNSTORABLE.sub("\ufffd", _CRLF.sub("\n", text))


def writable(text: str) -> str:
    """The text as XML can hold it: each character that it cannot as U+FFFD, one for one."""
    return _UNWRITABLE.sub("\ufffd", text)


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
