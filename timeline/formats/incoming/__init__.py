"""Files of events from other programs. Pure: bytes or text in, records and what is wrong out."""
