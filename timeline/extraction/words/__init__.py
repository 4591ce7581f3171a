"""The words, numbers and month names of a language, and the small language of its forms.

`lexicon` turns a text into its tokens and their shape, one code a token; `forms` turns a form such
as "{day} {month}" into a pattern of codes; `numbers` reads what number words say, `calendar_names`
takes the names of months and weekdays from CLDR.
"""
