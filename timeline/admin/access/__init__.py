"""Who gets into the desk, what each may do there, and forms that wait until somebody signs in."""
