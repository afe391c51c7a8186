"""The standard that the curriculum serves: parts, numbered items, audiences."""

from typing import Literal

from .digest import digest
from .fields import Line, Part, Prose, RecommendationNumber, Slug, about


class StandardPart(Part):
    """A heading over some of the items."""

    id: Line = about("Id", "The part's number as printed.", example="V", max_length=8)
    title: Line = about("Title", "The heading, in own words.", example="Operational practices")
    pages: Line = about(
        "Pages", "Printed pages of the list and of the notes.", example="7-8, 31-39"
    )


class Emphasis(Part):
    """For whom an item matters most."""

    audience: Slug = about("Audience", "Id of a programme audience.", example="patrol")
    weight: Literal["main", "also"] = about(
        "Weight", "`main` for a main audience, `also` when it is addressed too.", example="main"
    )
    named: Literal["note", "reading"] = about(
        "Named by",
        "`note` when the explanatory note names the audience, `reading` when it is our reading.",
        example="note",
    )


class Recommendation(Part):
    """One item of the standard, retold in own words."""

    number: RecommendationNumber = about("Number", "As in the source.", example=16)
    part: Line = about("Part", "Id of the part it stands in.", example="V", max_length=8)
    title: Line = about(
        "Title", "A short title in own words.", example="Impartial enforcement without profiling"
    )
    summary: Prose = about(
        "Summary", "What it asks, in own words.", example="Law is enforced impartially …"
    )
    pages: Line = about(
        "Pages", "Printed page of the item and pages of its note.", example="p. 7, note pp. 31-33"
    )
    audiences: tuple[Emphasis, ...] = about(
        "Audiences", "For whom it matters.", default=(), max_length=20
    )

    @property
    def digest(self) -> str:
        """Of what the item says: number, title and summary."""
        return digest(self, leave_out=frozenset({"part", "pages", "audiences"}))


class Standard(Part):
    """A numbered set of recommendations."""

    kind: Literal["standard"] = about("Kind", "What this file is.", example="standard")
    id: Slug = about("Id", "Stable and never reused.", example="hcnm-2006")
    title: Line = about(
        "Title",
        "The document's title.",
        example="Recommendations on Policing in Multi-Ethnic Societies",
    )
    short: Line = about("Short name", "How it is cited in tables.", example="RPMES")
    source: Slug = about("Source", "Its entry in sources.yaml.", example="rpmes")
    note: Prose | None = about(
        "Note", "How this retelling was made.", example="Own words throughout.", default=None
    )
    parts: tuple[StandardPart, ...] = about("Parts", "Its parts.", min_length=1, max_length=30)
    recommendations: tuple[Recommendation, ...] = about(
        "Recommendations", "Its items, in order.", min_length=1, max_length=300
    )
