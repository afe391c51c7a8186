"""C: links to the standard hold for the texts of today, not only for those that were compared."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import INFO_THEN_WARNING, Related, Where
from ..model.coverage import Compared, compared
from ..model.links import Links
from .rules import Finding, Reads, Subject, check


@check("C104", INFO_THEN_WARNING, Reads.OUTLINES)
def confirmed_links_still_hold(subject: Subject) -> Iterator[Finding]:
    """A confirmed link is looked at again when the module or the item has changed.

    A link that nobody has confirmed is not complained of.

    Why: “M10 serves Recommendation 16” was true of the texts that someone compared.
    Bad:
        # modules/links.yaml, and M10 was rewritten since:
        - {module: M10, recommendation: 16, module_digest: 3f9a01c2d4e5, …}
    Good:
        # read both again, then: curriculum coverage --confirm M10
    Source: the suspect links of requirement tools such as Doorstop.
    """
    file = next((name for name, _ in subject.curriculum.of(Links)), "")
    changed: dict[str, list[Compared]] = {}
    for each in compared(subject.curriculum):
        if each.module_changed:
            changed.setdefault(each.link.module, []).append(each)
        elif each.item_changed:
            yield _item_changed(subject, file, each)
    for name, links in changed.items():
        numbers = sorted({each.link.recommendation for each in links})
        items = "Recommendation" if len(numbers) == 1 else "Recommendations"
        listed = ", ".join(str(number) for number in numbers)
        last = max(each.link.on for each in links)
        yield Finding(
            Where(subject.curriculum.module_files[name], ("recommendations",)),
            f"{name} has changed since its links to {items} {listed} were confirmed on {last}",
            _help(name),
            (Related(Where(file, ("links", links[0].index)), "confirmed here"),),
        )


def _item_changed(subject: Subject, file: str, each: Compared) -> Finding:
    name, number = each.link.module, each.link.recommendation
    numbers = subject.curriculum.modules[name].recommendations
    path = ("recommendations", numbers.index(number)) if number in numbers else ()
    return Finding(
        Where(subject.curriculum.module_files[name], path),
        f"Recommendation {number} has changed since its link to {name} was confirmed on"
        f" {each.link.on}",
        _help(name),
        (Related(Where(file, ("links", each.index)), "confirmed here"),),
    )


def _help(module: str) -> str:
    return f"Read both again; if it still holds: `curriculum coverage --confirm {module}`."
