"""The cast of the tests: Nour edits, Sam has an account without rights, readers have none."""

PASSWORD = "correct horse battery staple"
