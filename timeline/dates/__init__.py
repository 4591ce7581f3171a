"""Dates as sources give them: EDTF text, the days it covers, and words for people.

Pure: no Django, no clock, no network. Days are Julian Day Numbers throughout.
"""
