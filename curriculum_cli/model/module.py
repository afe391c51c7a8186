"""A training module: what is taught, how, with what, and how it is measured."""

from datetime import date
from typing import Literal

from .assessment import Item
from .digest import digest
from .fields import (
    Approved,
    Count,
    Day,
    HandoutId,
    Language,
    Line,
    Minutes,
    ModuleId,
    ObjectiveId,
    Part,
    Prose,
    RecommendationNumber,
    Reference,
    ScenarioId,
    Signed,
    Slug,
    StepId,
    Tally,
    Version,
    about,
)
from .scenario import Scenario

Domain = Literal["knowledge", "skill", "attitude"]
Level = Literal[
    "remember", "understand", "apply", "analyse", "evaluate", "create", "respond", "value"
]
Method = Literal[
    "lecture",
    "discussion",
    "brainstorm",
    "pair-work",
    "group-work",
    "case-study",
    "role-play",
    "table-top",
    "exercise",
    "demonstration",
    "reading",
    "reflection",
    "film",
    "field-visit",
    "teach-back",
    "test",
    "break",
]
Status = Literal["draft", "reviewed", "approved"]

_ABOUT_THE_TEXT = frozenset({"version", "status", "prepared_by", "reviewed", "approved", "changes"})


class Group(Part):
    """How many participants the module is written for."""

    min: Count = about("Smallest group", "Fewest participants.", unit="participants", example=12)
    max: Count = about("Largest group", "Most participants.", unit="participants", example=20)


class CommunityContributor(Part):
    """The part that people from local communities play in the module."""

    role: Literal["planning", "delivery", "both", "none"] = about(
        "Role",
        "Whether a community contributor helps to plan, to teach, both, or neither.",
        example="delivery",
    )
    note: Prose | None = about(
        "Note",
        "What the contributor does and who suits; the reason when the role is `none`.",
        example="Tells at first hand how being stopped feels; chosen for experience, not office.",
        default=None,
    )


class Objective(Part):
    """One thing that participants will be able to do."""

    id: ObjectiveId = about("Id", "O and a number; never reused.", example="O1")
    text: Line = about(
        "Objective",
        "Begins with one observable verb; a skill states task, condition and standard.",
        example="State the ground for a stop in one sentence about behaviour, not origin",
    )
    domain: Domain = about("Domain", "Knowledge, skill or attitude.", example="skill")
    level: Level = about("Level", "How demanding the verb is.", example="apply")
    recommendations: tuple[RecommendationNumber, ...] = about(
        "Recommendations",
        "Numbers of the standard's items that this objective serves.",
        example=[16],
        default=(),
        max_length=30,
    )
    audiences: tuple[Slug, ...] = about(
        "Audiences",
        "Who has this objective; absent means every audience of the module.",
        example=["patrol"],
        default=(),
        max_length=20,
    )


class Step(Part):
    """One row of the timed plan."""

    id: StepId = about("Id", "S and a number; never reused.", example="S1")
    title: Line = about("Title", "A short name for the step.", example="Opening round")
    minutes: Minutes = about("Minutes", "How long the step takes.", unit="minutes", example=15)
    method: Method = about("Method", "How the step is taught.", example="discussion")
    objectives: tuple[ObjectiveId, ...] = about(
        "Objectives",
        "Ids of the objectives this step teaches.",
        example=["O1"],
        default=(),
        max_length=20,
    )
    audiences: tuple[Slug, ...] = about(
        "Audiences",
        "Who takes part; absent means every audience of the module.",
        example=["patrol"],
        default=(),
        max_length=20,
    )
    content: Prose | None = about(
        "Content",
        "What is taught, in markdown.",
        example="The test: would the sentence be equally true of anyone?",
        default=None,
    )
    trainer: Prose | None = about(
        "Trainer does",
        "What the trainer does and watches for; printed for the trainer only.",
        example="Hold back your own view until the third answer.",
        default=None,
    )
    participants: Prose | None = about(
        "Participants do", "What participants do.", example="Write one sentence each.", default=None
    )
    handouts: tuple[HandoutId, ...] = about(
        "Handouts",
        "Ids of the handouts used here.",
        example=["H1"],
        default=(),
        max_length=20,
    )
    materials: tuple[Slug, ...] = about(
        "Materials",
        "Ids of the materials used here.",
        example=["flipchart"],
        default=(),
        max_length=30,
    )
    scenario: ScenarioId | None = about(
        "Scenario", "Id of the scenario played here.", example="C1", default=None
    )


class Material(Part):
    """A thing to bring, with the quantity worked out for the group."""

    id: Slug = about("Id", "A short name.", example="flipchart")
    text: Line = about("Text", "What a logistics clerk ticks off.", example="Flipchart and markers")
    per: Literal["room", "group", "participant", "trainer"] = about(
        "Per", "What the count is multiplied by.", example="group"
    )
    count: Count = about("Count", "How many for each of those.", unit="pieces", example=1)


class Handout(Part):
    """A sheet that participants keep."""

    id: HandoutId = about("Id", "H and a number; never reused.", example="H1")
    title: Line = about("Title", "Printed at the head.", example="Four questions before a stop")
    kind: Literal["worksheet", "checklist", "reading", "card", "form"] = about(
        "Kind", "What sort of sheet it is.", example="worksheet"
    )
    audiences: tuple[Slug, ...] = about(
        "Audiences",
        "Who gets it; absent means every audience of the module.",
        example=["patrol"],
        default=(),
        max_length=20,
    )
    body: Prose = about("Body", "The text of the sheet, in markdown.", example="1. What did I see?")
    lines: Tally = about(
        "Lines",
        "Ruled lines to write on below the text.",
        unit="lines",
        example=8,
        default=0,
        le=60,
    )
    answers: Prose | None = about(
        "Answers",
        "What a good answer holds; printed for the trainer only.",
        example="Row 2 is the weak one: nothing in it is behaviour.",
        default=None,
    )


class Change(Part):
    """One line of the change record."""

    version: Version = about("Version", "The version that the change made.", example="1.2")
    on: Day = about("On", "The day of the change.", unit="year-month-day", example="2026-11-22")
    what: Line = about("What", "What changed and why.", example="Debrief of C1 made longer")


class Module(Part):
    """One module: administration facts, timed plan, scenarios, handouts, test, chapter."""

    kind: Literal["module"] = about("Kind", "What this file is.", example="module")
    id: ModuleId = about("Id", "Stable and never reused.", example="M10")
    title: Line = about("Title", "The module's name.", example="Stops without profiling")
    language: Language | None = about(
        "Language",
        "The language this file is written in; absent means the programme's.",
        example="en",
        default=None,
    )
    version: Version = about("Version", "Raised with every change.", example="1.2")
    status: Status = about(
        "Status", "draft, reviewed or approved: decides which findings are errors.", example="draft"
    )
    prepared_by: Line = about("Prepared by", "Who wrote the module.", example="Curriculum project")
    reviewed: Signed | None = about(
        "Reviewed", "Who reviewed this version; leave out until someone has.", default=None
    )
    approved: Approved | None = about(
        "Approved", "Who approved this version; leave out until someone has.", default=None
    )
    audiences: tuple[Slug, ...] = about(
        "Audiences",
        "Ids of the programme's audiences the module is written for.",
        example=["patrol", "supervisor"],
        min_length=1,
        max_length=20,
    )
    ranks: Line | None = about(
        "Ranks",
        "The ranks in mind, in free words.",
        example="lieutenant to captain",
        default=None,
    )
    recommendations: tuple[RecommendationNumber, ...] = about(
        "Recommendations",
        "Numbers of the standard's items that the module serves.",
        example=[16],
        min_length=1,
        max_length=30,
    )
    prerequisites: tuple[ModuleId, ...] = about(
        "Prerequisites",
        "Modules to take before this one.",
        example=["M01"],
        default=(),
        max_length=30,
    )
    minutes: Minutes = about(
        "Minutes", "The whole module; the steps must add up to it.", unit="minutes", example=180
    )
    group: Group = about("Group", "The size of group the module is written for.")
    trainers: Count = about("Trainers", "How many trainers it takes.", unit="trainers", example=2)
    community_contributor: CommunityContributor = about(
        "Community contributor", "The part that people from local communities play."
    )
    purpose: Prose = about(
        "Purpose",
        "Why the module is worth the time, in a paragraph or two.",
        example="Officers leave able to say why they stopped someone.",
    )
    objectives: tuple[Objective, ...] = about(
        "Objectives", "What participants will be able to do.", min_length=1, max_length=12
    )
    steps: tuple[Step, ...] = about(
        "Steps", "The timed plan, in order.", min_length=1, max_length=60
    )
    materials: tuple[Material, ...] = about(
        "Materials", "What to bring.", default=(), max_length=60
    )
    scenarios: tuple[Scenario, ...] = about(
        "Scenarios", "Role-plays, case studies and table-tops.", default=(), max_length=12
    )
    handouts: tuple[Handout, ...] = about(
        "Handouts", "Sheets that participants keep.", default=(), max_length=20
    )
    assessment: tuple[Item, ...] = about(
        "Assessment", "The test items, with keys for the trainer.", default=(), max_length=60
    )
    reading: Prose | None = about(
        "Reading", "The participant's chapter, in markdown.", example="…", default=None
    )
    key_points: tuple[Line, ...] = about(
        "Key points",
        "The chapter in a handful of sentences.",
        example=["Behaviour is a ground for a stop; origin never is."],
        default=(),
        max_length=20,
    )
    terms: tuple[Slug, ...] = about(
        "Terms",
        "Ids of glossary terms that the module uses.",
        example=["profiling"],
        default=(),
        max_length=60,
    )
    sources: tuple[Reference, ...] = about(
        "Sources", "What the module rests on, with pages.", default=(), max_length=60
    )
    changes: tuple[Change, ...] = about(
        "Changes",
        "The change record, newest first; the first entry is this version's.",
        min_length=1,
        max_length=100,
    )

    @property
    def revised(self) -> date:
        """The day of the newest entry in the change record."""
        return max(change.on for change in self.changes)

    @property
    def digest(self) -> str:
        """Of all that is taught and tested; not of version, status, names and change record."""
        return digest(self, leave_out=_ABOUT_THE_TEXT)

    def audiences_of(self, part: Objective | Step | Handout | Scenario) -> tuple[str, ...]:
        """Who a part is for: its own list, or every audience of the module."""
        return part.audiences or self.audiences
