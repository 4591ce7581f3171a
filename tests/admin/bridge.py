"""The words of an article written for the tests: four dated events, one told to the month only."""

from datetime import date

ARTICLE = """Delta bridge reopens after repairs

President Alma Torres opened the Delta bridge today, Thursday, May 30.

On May 20, a storm damaged two pillars of the bridge.

Torres visited the site on May 8, 2022, and promised repairs. The city had closed the old ferry in \
October 2019."""
DATES = {"2024-05-30", "2024-05-20", "2022-05-08", "2019-10"}
PUBLISHED_ON = date(2024, 5, 30)
