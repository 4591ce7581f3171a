"""The review of one article: its text with the evidence marked, and beside it the events found."""
