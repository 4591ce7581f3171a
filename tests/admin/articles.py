"""An article written for the tests, stored and read."""

from tests.admin.bridge import ARTICLE, PUBLISHED_ON
from timeline.models import Article
from timeline.services.articles import store_article
from timeline.services.extract import extract_article


def extracted_article() -> Article:
    """That article, pasted and read."""
    article = store_article(
        text=ARTICLE, title="Bridge", published_on=PUBLISHED_ON, language="en", origin="pasted"
    ).article
    extract_article(article=article)
    return article


def long_article(days_of_a_month: int = 10) -> Article:
    """Of sixty events, on as many days of six months of 2023: more than the review shows whole at
    once."""
    months = ("January", "March", "May", "July", "September", "November")
    days = [f"{day} {month}" for month in months for day in range(1, days_of_a_month + 1)]
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
