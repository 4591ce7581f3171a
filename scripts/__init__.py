"""What `make` runs. Nothing here is part of the application; nothing but `scripts/` imports it."""
