"""The Arabic catalogue as the pure packages get it: a function from message to translation."""

from tests.dates.spoken import speaker

arabic = speaker("ar")
