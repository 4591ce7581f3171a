"""Writes, one module for each thing that changes.

Every function is keyword-only and atomic, keeps the history of what editors can touch, and may run
beside itself. Rows are locked in one order, so that no two writers wait for each other: articles,
entity names, events, timelines; within each by id.
"""
