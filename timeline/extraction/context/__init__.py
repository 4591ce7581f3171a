"""What stands around an expression: what it is counted from, and on which side it lies."""
