"""What one window of a timeline shows: its lanes, the events in them, and counts of the many."""
