"""The API, version 1: what readers see, as JSON for programs. It is only read."""
