"""The bin: what is deleted at the desk is kept for a while, and comes back as far as it can."""
