"""The domain: articles, the dated events found in them, their evidence, and timelines of them."""

from timeline.models.article import Article, ArticleAddress
from timeline.models.category import Category
from timeline.models.deleted import Deleted, GoneEvent
from timeline.models.entity import Entity, EntityName, FormerEntity
from timeline.models.event import Event, EventMedia
from timeline.models.event_index import EventIndex
from timeline.models.evidence import Evidence
from timeline.models.feed import Feed, FeedEntry
from timeline.models.intake import Intake, IntakeItem
from timeline.models.medium import Medium, Picture
from timeline.models.membership import TimelineCount, TimelineEvent
from timeline.models.merge import Merge
from timeline.models.run import Run, RunItem
from timeline.models.telling import Telling, TellingIndex, TellingMedia
from timeline.models.timeline import Cover, Timeline
from timeline.models.upload import Upload

__all__ = [
    "Article",
    "ArticleAddress",
    "Category",
    "Cover",
    "Deleted",
    "Entity",
    "EntityName",
    "Event",
    "EventIndex",
    "EventMedia",
    "Evidence",
    "Feed",
    "FeedEntry",
    "FormerEntity",
    "GoneEvent",
    "Intake",
    "IntakeItem",
    "Medium",
    "Merge",
    "Picture",
    "Run",
    "RunItem",
    "Telling",
    "TellingIndex",
    "TellingMedia",
    "Timeline",
    "TimelineCount",
    "TimelineEvent",
    "Upload",
]
