"""Files of events: kept for a day, then stored on a timeline with all that they name and quote."""
