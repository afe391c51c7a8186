"""Links from modules to items of the standard that someone has confirmed, with what they saw."""

from typing import Literal

from .fields import Day, Digest, Line, ModuleId, Part, RecommendationNumber, about


class Link(Part):
    """One confirmed link: the module serves the item, in the texts with these digests."""

    module: ModuleId = about("Module", "Id of the module.", example="M10")
    recommendation: RecommendationNumber = about("Recommendation", "Its number.", example=16)
    module_digest: Digest = about(
        "Module digest", "Of the module's text when it was confirmed.", example="3f9a01c2d4e5"
    )
    item_digest: Digest = about(
        "Item digest", "Of the item's title and summary then.", example="8b21aa01c2d4"
    )
    on: Day = about("On", "The day of it.", unit="year-month-day", example="2026-11-22")
    note: Line | None = about(
        "Note", "Why the link holds, or what is weak about it.", example="By C1.", default=None
    )


class Links(Part):
    """Confirmed links to the standard; `curriculum coverage --confirm` writes them."""

    kind: Literal["links"] = about("Kind", "What this file is.", example="links")
    links: tuple[Link, ...] = about(
        "Links", "One for each module and item.", min_length=1, max_length=20_000
    )
