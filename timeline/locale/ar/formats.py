"""What Django's own formats of Arabic leave out."""

# As its dates: the day first.
DATETIME_FORMAT = "j F Y، g:i A"
