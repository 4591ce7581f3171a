"""The title of an event: its clause, made short, with whom it tells of."""
