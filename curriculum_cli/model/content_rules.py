"""The content pack: what must stand beside what, said in words that an academy can change."""

from typing import Literal

from .fields import Count, Language, Line, Part, RecommendationNumber, Slug, about


class Need(Part):
    """Something that has to be said, in any of several wordings."""

    what: Line = about("What", "What has to be said, for the message.", example="last resort")
    any: tuple[Line, ...] = about(
        "Any of",
        "Wordings of which one must occur; `*` at the end of a word stands for every ending.",
        example=["last resort", "only when nothing else work*"],
        min_length=1,
        max_length=40,
    )


class ContentRule(Part):
    """One demand on what modules say."""

    id: Slug = about("Id", "Stable and never reused.", example="targets-are-not-quotas")
    language: Language = about(
        "Language", "The language of its words; only texts in it are judged.", example="en"
    )
    title: Line = about(
        "Title", "The demand, in one sentence.", example="Targets are told apart from quotas."
    )
    why: Line = about("Why", "The reason.", example="A quota sets the standard aside.")
    source: Line = about(
        "Source", "Where the demand comes from.", example="Rec. 4 and note, pp. 13-14"
    )
    unit: Literal["module", "step", "scenario", "handout"] = about(
        "Unit", "What is judged as one piece.", example="module", default="module"
    )
    recommendations: tuple[RecommendationNumber, ...] = about(
        "Recommendations",
        "Only modules that serve one of these are judged; absent means all.",
        example=[4],
        default=(),
        max_length=30,
    )
    when: tuple[Line, ...] = about(
        "When",
        "Only a piece with one of these words is judged; absent means each.",
        example=["target*"],
        default=(),
        max_length=40,
    )
    at_least: Count = about(
        "At least", "How often those words occur before it matters.", unit="times", default=1
    )
    needs: tuple[Need, ...] = about(
        "Needs", "What must be said there, all of it.", default=(), max_length=20
    )
    forbids: tuple[Line, ...] = about(
        "Forbids",
        "What must not be said there.",
        example=["hiring quota*"],
        default=(),
        max_length=40,
    )
    help: Line = about("Help", "What to write.", example="Say what a target is, and is not.")


class Offices(Part):
    """Ranks and offices of one language, after which no name may stand."""

    language: Language = about("Language", "The language of these words.", example="en")
    words: tuple[Line, ...] = about(
        "Words", "Ranks and offices.", example=["colonel", "minister"], min_length=1, max_length=200
    )


class ContentRules(Part):
    """The demands of one academy on what its modules say."""

    kind: Literal["content-rules"] = about("Kind", "What this file is.", example="content-rules")
    offices: tuple[Offices, ...] = about(
        "Offices", "Ranks and offices, by language.", default=(), max_length=3
    )
    rules: tuple[ContentRule, ...] = about("Rules", "The demands.", default=(), max_length=300)
