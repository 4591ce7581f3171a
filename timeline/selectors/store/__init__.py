"""What the store has to hold beyond the constraints of the database, and whether it does."""
