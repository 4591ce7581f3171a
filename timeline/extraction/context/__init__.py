"""What stands around an expression: what it is counted from, and on which side it lies.

One object follows a text, in four layers: `cues` hears the words of a sentence, `lines` knows the
lines, `narration` keeps what was `told` (but for `asides`), `anchoring` chooses from it, unless
something is of `today`. `register` says beforehand whether the text is news or a history; `joining`
makes one of expressions that are one.
"""
