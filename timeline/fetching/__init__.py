"""The outside world: a guarded HTTP client, and readers of pages, files and records.

Nothing here knows Django. Everything that comes in is taken as hostile: addresses are checked
before a connection is made, bytes and seconds are bounded, and what cannot be read is said in one
sentence.
"""
