"""What to make: which documents, in which languages and formats, of which modules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from ..checks.project import Checked
from ..diagnostics import BuildError, CurriculumError
from ..i18n.catalogue import load_catalogue
from ..settings import Settings
from ..views.all_documents import documents
from ..views.document import Document
from ..views.edition import Edition, Provenance
from ..views.handout_pack import COPIES, workshop_packs
from .request import HANDOUT, LESSON_PLAN, Request

_LONGEST_SELECTION = 60


class NotReadyError(CurriculumError):
    """The content cannot become documents, not even as a draft: the author's turn, exit 1."""

    exit_code = 1


@dataclass(frozen=True)
class PlannedEdition:
    """One language's documents."""

    edition: Edition
    documents: tuple[Document, ...]


def planned(
    request: Request, settings: Settings, checked: Checked, provenance: Provenance
) -> Iterator[PlannedEdition]:
    """The editions asked for; raises NotReadyError when errors of the content stand in the way."""
    for language in request.languages:
        edition = edition_in(language, request, settings, checked, provenance)
        try:
            found = tuple(_named(each, request) for each in _documents(edition, request))
        except (LookupError, ValueError, StopIteration) as error:
            if not checked.report.errors:
                raise
            raise NotReadyError(
                "these errors leave holes that not even a draft can be built with",
                "Mend the references that lead nowhere first.",
            ) from error
        for document in found:
            _refuse_two_of_a_name(document)
        yield PlannedEdition(edition, found)


def edition_in(
    language: str, request: Request, settings: Settings, checked: Checked, provenance: Provenance
) -> Edition:
    """The edition of one language, as asked for."""
    return Edition(
        checked=checked,
        catalogue=load_catalogue(settings.asset("locale", language, "interface.po"), language),
        provenance=provenance,
        paper=request.paper,
        draft=request.draft,
        chosen=request.modules,
        audience=request.audience,
    )


def _documents(edition: Edition, request: Request) -> Iterator[Document]:
    if request.workshop is None:
        wanted = {f"-{copy}" for copy in request.copies}
        for document in documents(edition, request.documents):
            if document.name != HANDOUT or not wanted or document.path.endswith(tuple(wanted)):
                yield document
        return
    workshop = edition.curriculum.workshops[request.workshop]
    yield from workshop_packs(edition, workshop, request.copies or COPIES, request.people)


def _named(document: Document, request: Request) -> Document:
    """A handbook of chosen modules is another document than that of all: it says so in its name."""
    if not request.modules or document.name in (LESSON_PLAN, HANDOUT):
        return document
    chosen = "-".join(request.modules)
    if len(chosen) > _LONGEST_SELECTION:
        chosen = f"{len(request.modules)}-modules-{sha256(chosen.encode()).hexdigest()[:8]}"
    return document._replace(path=f"{document.path}-{chosen}")


def _refuse_two_of_a_name(document: Document) -> None:
    seen: set[str] = set()
    for leaf in document.leaves:
        if leaf.id in seen:
            raise BuildError(f"two leaves of “{document.title}” are called “{leaf.id}”")
        seen.add(leaf.id)
