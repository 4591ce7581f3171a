"""What editors look at: the queue, the events of an article, and figures on their work."""
