"""The programme: what the whole curriculum is, for whom, in which languages and order."""

from typing import Literal

from .chosen_rules import ChosenRules
from .fields import (
    Clock,
    Count,
    Day,
    Language,
    Line,
    Minutes,
    ModuleId,
    Part,
    Prose,
    RecommendationNumber,
    Slug,
    TimeZone,
    Version,
    about,
)
from .module import Group

DocumentName = Literal[
    "lesson-plan", "trainer-handbook", "participant-handbook", "handout", "overview"
]


class Partner(Part):
    """A body that takes part in the programme."""

    name: Line = about("Name", "Its full name.", example="Ministry of Internal Affairs")
    role: Line = about("Role", "What it does in the programme.", example="Owner of the training")


class Audience(Part):
    """A group of officers or staff that modules are written for."""

    id: Slug = about("Id", "Stable and never reused.", example="patrol")
    title: Line = about("Title", "As printed.", example="Patrol officers")
    description: Line = about("Description", "Who belongs to it.", example="First responders …")
    ranks: Line | None = about(
        "Ranks", "Ranks in mind, in free words.", example="sergeant to captain", default=None
    )


class Defaults(Part):
    """What holds where a module or workshop says nothing else."""

    academic_hour: Minutes = about(
        "Academic hour", "Its length in this programme.", unit="minutes", example=45
    )
    start: Clock = about(
        "Start",
        "Clock time that lesson plans count from.",
        unit="hours:minutes",
        example="09:00",
    )
    time_zone: TimeZone = about(
        "Time zone",
        "Where clock times are read, by its name in the IANA database.",
        example="Asia/Almaty",
        default="Asia/Almaty",
    )
    group: Group = about("Group", "Smallest and largest group of the programme.")
    small_group: Count = about(
        "Small group",
        "Participants in one working group, to work out quantities.",
        unit="participants",
        example=5,
    )
    paper: Literal["a4", "letter"] = about("Paper", "Size of sheet.", example="a4", default="a4")
    checked_within: Count = about(
        "Checked within",
        "How old the last check of a law or figure may be.",
        unit="days",
        example=365,
        default=365,
    )


class LeftOut(Part):
    """A hole in the coverage that is there on purpose."""

    recommendation: RecommendationNumber = about("Recommendation", "Its number.", example=5)
    audience: Slug | None = about(
        "Audience", "For which audience; absent means all.", example="hr", default=None
    )
    reason: Line = about("Reason", "Why it is left out.", example="Taught by another course.")
    accepted_by: Line = about("Accepted by", "Who accepted it.", example="Programme board")


class DayOff(Part):
    """A day, or some days, on which no workshop is held."""

    name: Line = about("Name", "What it is.", example="Nauryz")
    start: Day = about("First day", "First day.", unit="year-month-day", example="2027-03-21")
    end: Day | None = about(
        "Last day",
        "Absent means one day.",
        unit="year-month-day",
        example="2027-03-23",
        default=None,
    )


class Programme(Part):
    """The curriculum's own facts."""

    kind: Literal["curriculum"] = about("Kind", "What this file is.", example="curriculum")
    id: Slug = about("Id", "Stable and never reused.", example="policing-multi-ethnic")
    title: Line = about("Title", "The programme's name.", example="Policing in …")
    subtitle: Line | None = about(
        "Subtitle", "A second line on the cover.", example="A training curriculum", default=None
    )
    version: Version = about("Version", "Edition of the whole.", example="1.0")
    language: Language = about(
        "Language",
        "The language that files are written in unless they say otherwise.",
        example="en",
    )
    languages: tuple[Language, ...] = about(
        "Languages",
        "Languages that documents are built in.",
        example=["en", "ru", "kk"],
        min_length=1,
        max_length=3,
    )
    purpose: Prose = about("Purpose", "What the programme is for.", example="…")
    notice: Prose | None = about(
        "Notice",
        "What a reader of the imprint must know: standing, licence, what is not verified.",
        example="Not yet reviewed.",
        default=None,
    )
    partners: tuple[Partner, ...] = about("Partners", "Who takes part.", default=(), max_length=30)
    standard: Slug = about("Standard", "Id of the standard it serves.", example="hcnm-2006")
    audiences: tuple[Audience, ...] = about(
        "Audiences", "Who is taught.", min_length=1, max_length=30
    )
    modules: tuple[ModuleId, ...] = about(
        "Modules", "Ids of the modules, in teaching order.", min_length=1, max_length=2_000
    )
    documents: tuple[DocumentName, ...] = about(
        "Documents",
        "What `curriculum build` makes when nothing is named.",
        example=["lesson-plan", "trainer-handbook"],
        min_length=1,
        max_length=10,
    )
    defaults: Defaults = about("Defaults", "What holds where nothing else is said.")
    left_out: tuple[LeftOut, ...] = about(
        "Left out", "Holes in the coverage that are there on purpose.", default=(), max_length=300
    )
    days_off: tuple[DayOff, ...] = about(
        "Days off", "Days on which no workshop is held.", default=(), max_length=400
    )
    checks: ChosenRules | None = about(
        "Checks", "Which rules the programme is judged by.", default=None
    )
