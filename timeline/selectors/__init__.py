"""Reads: every question that pages, figures and programs ask of the store."""
