"""Events as files for other programs. Pure: records in, text out, piece by piece."""
