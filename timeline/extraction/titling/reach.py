"""How far the subject of a sentence is looked for, and what stands at the edges of its words.

The lengths are of news prose: every look is bounded, so the time is linear.
"""

OPENING = 90  # characters at a sentence's start, or before a relative, in which its noun stands
BESIDE = 40  # characters before a name in which its preposition stands, behind a verb its object
MOST_SUBJECT = 5  # words of a subject that is no name
SPACE_AND_COMMAS = " \u00a0,،"  # space and commas around the words of a clause
AND = "وف"  # the Arabic "and" and "so", written onto the next word
