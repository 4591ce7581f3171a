"""The words, numbers and month names of a language, and the small language of its forms."""
