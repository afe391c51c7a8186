"""Scenarios: background, role cards, observer's sheet and debrief."""

from typing import Literal

from .fields import (
    BehaviourId,
    Count,
    Line,
    ObjectiveId,
    Part,
    Prose,
    RoleId,
    ScenarioId,
    Slug,
    Tally,
    about,
)

DebriefPhase = Literal["facts", "feelings", "findings", "future"]


class Role(Part):
    """One player: the card everybody may see and the secret only the player does."""

    id: RoleId = about("Id", "R and a number; never reused.", example="R1")
    name: Line = about(
        "Name", "Who the player is: a function, not a real person.", example="Patrol officer"
    )
    card: Prose = about(
        "Card",
        "What this player knows, wants and how he or she behaves; given to this player.",
        example="You are on foot patrol near the bus station.",
    )
    secret: Prose | None = about(
        "Secret",
        "What the player keeps back until asked well; for that player and the trainer only.",
        example="Your phone battery is dead and you cannot call your brother.",
        default=None,
    )
    count: Count = about(
        "Count",
        "How many players get this card.",
        unit="players",
        example=1,
        default=1,
    )


class Behaviour(Part):
    """One behaviour that an observer can see and tick."""

    id: BehaviourId = about("Id", "B and a number; never reused.", example="B1")
    text: Line = about(
        "Behaviour", "Something seen or heard, not guessed.", example="Gives the reason first"
    )


class PlayMinutes(Part):
    """How the scenario's time is divided."""

    brief: Tally = about("Brief", "Setting up and reading cards.", unit="minutes", example=5)
    play: Count = about("Play", "Playing or working on the case.", unit="minutes", example=10)
    debrief: Count = about(
        "Debrief", "Talking it over; at least as long as the play.", unit="minutes", example=20
    )

    @property
    def total(self) -> int:
        """All three together, in minutes."""
        return self.brief + self.play + self.debrief


class DebriefQuestion(Part):
    """One question of the debrief, in the order facts, feelings, findings, future."""

    phase: DebriefPhase = about("Phase", "Which of the four phases.", example="facts")
    question: Line = about("Question", "What the trainer asks.", example="What was said first?")


class Scenario(Part):
    """A practical exercise that can be run from the paper alone."""

    id: ScenarioId = about("Id", "C and a number; never reused.", example="C1")
    title: Line = about("Title", "A short name.", example="The queue at the market gate")
    kind: Literal["role-play", "case-study", "table-top"] = about(
        "Kind", "How it is worked through.", example="role-play"
    )
    audiences: tuple[Slug, ...] = about(
        "Audiences",
        "Who it is for; absent means every audience of the module.",
        example=["patrol"],
        default=(),
        max_length=20,
    )
    objectives: tuple[ObjectiveId, ...] = about(
        "Objectives",
        "Ids of the objectives it practises.",
        example=["O1"],
        min_length=1,
        max_length=12,
    )
    group_size: Count | None = about(
        "Group size",
        "Most people in one group or at one table, players and observers together; absent means "
        "the programme's small group. It decides how many sets the scenario takes.",
        unit="participants",
        example=10,
        default=None,
    )
    background: Prose = about(
        "Background", "What everybody knows before it starts.", example="It is market day."
    )
    task: Prose | None = about(
        "Task",
        "What participants are asked to do; everybody sees it.",
        example="Decide whether to stop the man, and say why.",
        default=None,
    )
    setup: Prose | None = about(
        "Set-up",
        "How the trainer arranges the room and gives out the parts; trainer only.",
        example="Two chairs and a table by the door.",
        default=None,
    )
    roles: tuple[Role, ...] = about("Roles", "The players.", default=(), max_length=20)
    observer: tuple[Behaviour, ...] = about(
        "Observer's sheet", "Behaviours to tick.", default=(), max_length=30
    )
    minutes: PlayMinutes = about("Minutes", "How the time is divided.")
    debrief: tuple[DebriefQuestion, ...] = about(
        "Debrief", "Questions, in the order of the four phases.", default=(), max_length=30
    )
    facilitator: Prose | None = about(
        "Facilitator's notes",
        "Expected course, when to stop, points to draw out; trainer only.",
        example="Stop when voices rise a second time.",
        default=None,
    )
    origin: Slug = about(
        "Origin", "`fictional`, or the id of the source it is drawn from.", example="fictional"
    )
