"""Dateline: turns news articles into timelines that can be trusted."""
