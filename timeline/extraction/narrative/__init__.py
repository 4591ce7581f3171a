"""How a language tells events: one file each, its clauses, and what the lines of an article are."""
