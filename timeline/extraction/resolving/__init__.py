"""What an expression means: calendar arithmetic, from the parts of a phrase to a period."""
