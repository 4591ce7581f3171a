"""An article written for the tests: four dated events, one of them told to the month only."""

from datetime import date

from timeline.models import Article
from timeline.services.articles import store_article
from timeline.services.extract import extract_article

ARTICLE = """Delta bridge reopens after repairs

President Alma Torres opened the Delta bridge today, Thursday, May 30.

On May 20, a storm damaged two pillars of the bridge.

Torres visited the site on May 8, 2022, and promised repairs. The city had closed the old ferry in \
October 2019."""
DATES = {"2024-05-30", "2024-05-20", "2022-05-08", "2019-10"}
PUBLISHED_ON = date(2024, 5, 30)


def extracted_article() -> Article:
    """That article, pasted and read."""
    article = store_article(
        text=ARTICLE, title="Bridge", published_on=PUBLISHED_ON, language="en", origin="pasted"
    ).article
    extract_article(article=article)
    return article


def long_article() -> Article:
    """Of sixty events, on as many days of 2023: more than the review shows whole at once."""
    months = ("January", "March", "May", "July", "September", "November")
    days = [f"{day} {month}" for month in months for day in range(1, 11)]
    told = [f"On {day} 2023, rain flooded Delta." for day in days]
    article = store_article(
        text="\n\n".join(told),
        title="Rain",
        published_on=PUBLISHED_ON,
        language="en",
        origin="pasted",
    ).article
    extract_article(article=article)
    return article
