"""How good the extraction is: gold, scorers, tables. Scores are fractions from 0 to 1."""
