"""The people, organisations and places that an article names."""
