"""The filters of a timeline: what they may hold, what they leave, and what there is to choose."""
