"""The marks that part the words of a sentence, of the scripts that are read: Latin and Cyrillic
share theirs, Arabic has its own comma and semicolon."""

import re

COMMA = re.compile(r"[,،]")
COMMA_SPACE = re.compile(r"[,،]\s")
SEMICOLON = re.compile(r"[;؛]")
LETTER = re.compile(r"[^\W\d_]")
