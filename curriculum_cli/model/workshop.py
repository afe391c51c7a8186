"""Workshops: real days with clock times, made of modules and events."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

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
    Slug,
    StepId,
    TimeZone,
    about,
)

Event = Literal[
    "registration",
    "opening",
    "introductions",
    "pre-test",
    "post-test",
    "review",
    "teach-back",
    "prayer-pause",
    "wrap-up",
    "evaluation",
    "action-plan",
    "certificates",
    "field-visit",
    "guests",
    "reserve",
]


class EventItem(Part):
    """Something in the day that is not a module."""

    event: Event = about("Event", "What happens.", example="registration")
    minutes: Minutes = about("Minutes", "How long.", unit="minutes", example=15)
    title: Line | None = about(
        "Title", "Other words than the usual ones.", example="Welcome by the head", default=None
    )
    note: Line | None = about("Note", "A remark in the timetable.", example="Hall", default=None)


class ModuleItem(Part):
    """A module, whole or some of its steps."""

    module: ModuleId = about("Module", "Id of the module.", example="M10")
    steps: tuple[StepId, ...] = about(
        "Steps",
        "Which steps; absent means all that the audience has.",
        example=["S1", "S2"],
        default=(),
        max_length=60,
    )
    note: Line | None = about("Note", "A remark in the timetable.", example="Hall B", default=None)


class BreakItem(Part):
    """A pause for tea."""

    break_: Minutes = about("Break", "How long.", unit="minutes", example=15, alias="break")


class LunchItem(Part):
    """The midday meal."""

    lunch: Minutes = about("Lunch", "How long.", unit="minutes", example=60)


def _kind_of_item(value: Any) -> str | None:
    if isinstance(value, dict):
        return next((key for key in ("event", "module", "break", "lunch") if key in value), None)
    for kind, name in _ITEM_NAMES:
        if isinstance(value, kind):
            return name
    return None


_ITEM_NAMES = (
    (EventItem, "event"),
    (ModuleItem, "module"),
    (BreakItem, "break"),
    (LunchItem, "lunch"),
)

DayItem = Annotated[
    Annotated[EventItem, Tag("event")]
    | Annotated[ModuleItem, Tag("module")]
    | Annotated[BreakItem, Tag("break")]
    | Annotated[LunchItem, Tag("lunch")],
    Discriminator(
        _kind_of_item,
        custom_error_type="day_item",
        custom_error_message="a day's entry is one of event, module, break or lunch",
    ),
]


class WorkshopDay(Part):
    """One day from start to end."""

    start: Clock = about("Start", "First clock time.", unit="hours:minutes", example="09:00")
    end: Clock = about("End", "Last clock time.", unit="hours:minutes", example="17:00")
    items: tuple[DayItem, ...] = about(
        "Items", "What happens, in order.", min_length=1, max_length=60
    )


class NotTaught(Part):
    """A module, or steps of one, that the workshop leaves out on purpose."""

    module: ModuleId = about("Module", "Id of the module.", example="M06")
    steps: tuple[StepId, ...] = about(
        "Steps",
        "Which steps; absent means the whole module, as when everybody has taken it before.",
        example=["S16"],
        default=(),
        max_length=60,
    )
    reason: Line = about(
        "Reason", "Why it is left out.", example="The post-test holds the items of this test."
    )


class PackForm(Part):
    """A form of the handbook that the workshop needs on paper."""

    form: Slug = about("Form", "Id of the form in the handbook.", example="district-facts")
    copies: Count | None = about(
        "Copies",
        "How many the trainers use themselves; absent means that every participant gets one.",
        unit="copies",
        example=2,
        default=None,
    )


class Workshop(Part):
    """One workshop with its dates, people and timetable."""

    kind: Literal["workshop"] = about("Kind", "What this file is.", example="workshop")
    id: Slug = about("Id", "Stable and never reused.", example="almaty-senior")
    title: Line = about("Title", "The workshop's name.", example="Senior officers, Almaty region")
    audience: Slug = about("Audience", "Id of the audience it is for.", example="senior")
    place: Line = about("Place", "Where it is held.", example="Konaev")
    time_zone: TimeZone | None = about(
        "Time zone",
        "Where its clock times are read; absent means the programme's.",
        example="Asia/Almaty",
        default=None,
    )
    languages: tuple[Language, ...] = about(
        "Languages",
        "Languages of the pack.",
        example=["kk", "ru"],
        min_length=1,
        max_length=3,
    )
    participants: Count = about("Participants", "How many.", unit="participants", example=20)
    dates: tuple[Day, ...] = about(
        "Dates",
        "One date for each day.",
        unit="year-month-day",
        example=["2027-03-09"],
        min_length=1,
        max_length=40,
    )
    seed: Count | None = about(
        "Seed",
        "Fixes which items the pre-test and the post-test draw; another number draws others. "
        "Absent means one made of the id.",
        example=7,
        default=None,
    )
    forms: tuple[PackForm, ...] = about(
        "Forms",
        "Forms of the handbook in its pack besides those that every participant gets anyway.",
        default=(),
        max_length=30,
    )
    note: Prose | None = about(
        "Note", "Anything the organiser should know.", example="…", default=None
    )
    days: tuple[WorkshopDay, ...] = about(
        "Days", "The timetable of each day.", min_length=1, max_length=40
    )
    left_out: tuple[NotTaught, ...] = about(
        "Left out",
        "Steps of its modules, or modules that others need, that are left out on purpose.",
        default=(),
        max_length=60,
    )
