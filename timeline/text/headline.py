"""The headline of a text that comes without a title."""

from timeline.text.sentences import sentences

# Characters: headlines end before it; a longer line is a paragraph.
_LONGEST = 120


def headline(text: str, language: str = "") -> str:
    """The first line with words in it; of one that is a paragraph, its first sentence. "" if none.

    `language` is a BCP 47 tag: its abbreviations end no sentence.
    """
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= _LONGEST:
        return line
    return line[slice(*sentences(line, language)[0])]
