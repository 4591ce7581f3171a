"""From the clauses that tell events to events: chosen, cast, weighed, brought together."""
