"""Text and publication date in, dated events out.

Pure: no Django, no clock, no network. `expressions` finds what a text says of time and what it
means; `events` finds what happened then. Each stands on the packages beside it, in the order that
`pyproject.toml` gives.
"""
