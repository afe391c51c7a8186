"""A first module or workshop of somebody's own: valid, commented, with examples to replace."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from string import Template

from ..diagnostics import UsageError
from ..model.curriculum import Curriculum
from ..model.module import Group, Module
from ..model.programme import Programme
from ..model.timing import clock_time, minutes_for

_MODULE_ID = re.compile(r"([A-Z]{1,3})([0-9]{2,3})")
_WORKSHOP_ID = re.compile(r"[a-z][a-z0-9-]{0,59}")
_EVENTS = 20 + 15 + 30 + 15 + 60 + 30 + 15 + 25
"""Minutes of all that the skeleton of a workshop holds beside modules."""
_LONGEST_TITLE = 200
_AHEAD = timedelta(weeks=12)
_TUESDAY = 2


def new_module(
    curriculum: Curriculum, name: str, title: str | None, today: date
) -> tuple[Path, str]:
    """Where a new module belongs, and its text; raises UsageError."""
    _refuse_module_id(curriculum, name)
    programme = curriculum.programme
    audience = programme.audiences[0].id
    group = programme.defaults.group
    text = _filled(
        "module",
        id=name,
        title=_quoted(title or f"Title of {name} [replace]"),
        audience=audience,
        audiences=", ".join(curriculum.audiences),
        number=str(_number(curriculum, audience)),
        smallest=str(group.min),
        largest=str(group.max),
        today=today.isoformat(),
    )
    slug = _slug(title or "")
    return Path("modules", f"{name}-{slug}.yaml" if slug else f"{name}.yaml"), text


def new_workshop(
    curriculum: Curriculum, name: str, title: str | None, today: date
) -> tuple[Path, str]:
    """Where a new workshop belongs, and its text; raises UsageError."""
    if not _WORKSHOP_ID.fullmatch(name):
        raise UsageError(
            f"“{name}” cannot be the id of a workshop",
            "Use small Latin letters, digits and hyphens, such as almaty-senior.",
        )
    if name in curriculum.workshops:
        raise UsageError(f"there is a workshop {name} already", "Ids are never used again.")
    programme = curriculum.programme
    module = _first_module(curriculum)
    audience = module.audiences[0] if module else programme.audiences[0].id
    start = programme.defaults.start
    minutes = _EVENTS + (minutes_for(module, audience) if module else 0)
    text = _filled(
        "workshop",
        id=name,
        title=_quoted(title or f"Title of {name} [replace]"),
        audience=audience,
        audiences=", ".join(curriculum.audiences),
        languages=", ".join(programme.languages),
        participants=str(min(each.max for each in _groups(programme, module))),
        date=_free_day(programme, today).isoformat(),
        start=start.strftime("%H:%M"),
        end=clock_time(start.hour * 60 + start.minute + minutes),
        module=module.id if module else "M01",
        lessons=f"      - {{module: {module.id}}}\n" if module else "",
    )
    return Path("modules", "workshops", f"{name}.yaml"), text


def _filled(kind: str, **values: str) -> str:
    path = files(__package__).joinpath("skeletons", f"{kind}.yaml")
    return Template(path.read_text("utf-8")).substitute(values)


def _quoted(title: str) -> str:
    """A title as YAML text, whatever signs are in it; raises UsageError."""
    if not title.strip() or not title.isprintable() or len(title) > _LONGEST_TITLE:
        raise UsageError(
            "this cannot be a title",
            f"Write one line of at most {_LONGEST_TITLE} characters.",
        )
    return json.dumps(title.strip(), ensure_ascii=False)


def _refuse_module_id(curriculum: Curriculum, name: str) -> None:
    free = _next_free(curriculum.modules)
    if not _MODULE_ID.fullmatch(name):
        near = name.upper() if _MODULE_ID.fullmatch(name.upper()) else free
        raise UsageError(
            f"“{name}” cannot be the id of a module",
            f"Use capital Latin letters and two or three digits, such as {near}.",
        )
    if name in curriculum.modules:
        raise UsageError(
            f"there is a module {name} already: {curriculum.module_files[name]}",
            f"Ids are never used again; {free} is free.",
        )


def _next_free(modules: Mapping[str, Module]) -> str:
    """The id after the highest one of the commonest letters."""
    found = [match for name in modules if (match := _MODULE_ID.fullmatch(name))]
    letters = [match[1] for match in found] or ["M"]
    common = max(letters, key=letters.count)
    highest = max((int(match[2]) for match in found if match[1] == common), default=0)
    return f"{common}{highest + 1:02d}"


def _number(curriculum: Curriculum, audience: str) -> int:
    """An item of the standard that is not left out for this audience."""
    left_out = {
        hole.recommendation
        for hole in curriculum.programme.left_out
        if hole.audience in (None, audience)
    }
    return next((each for each in curriculum.recommendations if each not in left_out), 1)


def _first_module(curriculum: Curriculum) -> Module | None:
    """The first module that needs no other."""
    return next((each for each in curriculum.modules.values() if not each.prerequisites), None)


def _groups(programme: Programme, module: Module | None) -> list[Group]:
    return [programme.defaults.group, *([module.group] if module else [])]


def _free_day(programme: Programme, today: date) -> date:
    """A Tuesday in some weeks on which the programme has no day off."""
    day = today + _AHEAD
    day += timedelta(days=(_TUESDAY - day.isoweekday()) % 7)
    while any(off.start <= day <= (off.end or off.start) for off in programme.days_off):
        day += timedelta(weeks=1)
    return day


def _slug(title: str) -> str:
    """The title's Latin letters and digits for the name of a file; empty when it has none."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-")
