"""How a language writes dates: one file each, checked, compiled and matched against a text."""
