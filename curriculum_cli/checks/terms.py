"""R: a module lists the glossary terms that its text uses, and uses those that it lists."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import INFO_THEN_WARNING, Where
from ..model.handbook import Handbook
from ..model.module import Module
from ..model.reference_lists import Glossary, Term
from ..model.remember import remember
from ..model.texts import texts
from .mentions import named
from .rules import Finding, Reads, Subject, check
from .searched import searched
from .term_forms import TextWithTerms, forms_by_term, stands_in, uses_of

OFTEN = 5
"""How often a text uses a common word before it is taken for the term of art."""


def _modules(subject: Subject) -> Iterator[tuple[str, Module, Glossary, str]]:
    """Modules written in the language of the glossary, with the glossary."""
    curriculum = subject.curriculum
    glossary = curriculum.glossary
    language = curriculum.language_of(glossary) if glossary else ""
    for file, module in curriculum.of(Module):
        if glossary and curriculum.language_of(module) == language:
            yield file, module, glossary, language


@remember(4)
def _by_id(glossary: Glossary) -> dict[str, Term]:
    return {term.id: term for term in glossary.terms}


@check("R107", INFO_THEN_WARNING, Reads.FILE)
def listed_terms_are_used(subject: Subject) -> Iterator[Finding]:
    """A term that a module lists stands in its text.

    Why: The list under a chapter explains the chapter; a term that is not in it puzzles readers.
    Bad:
        terms: [profiling, ombudsman]       # and the text never speaks of an ombudsman
    Good:
        terms: [profiling]
    """
    for file, module, glossary, language in _modules(subject):
        terms = _by_id(glossary)
        if not module.terms:
            continue
        methods = (*(each.method for each in module.steps), *(c.kind for c in module.scenarios))
        whole = searched(module)
        forms = forms_by_term(glossary)
        rest: TextWithTerms | None = None
        for index, name in enumerate(module.terms):
            term = terms.get(name)
            if term is None or stands_in(whole, forms[name]):
                continue
            if rest is None:
                text = "\n".join((*(each.text for each in texts(module)), *methods))
                rest = TextWithTerms(text, language)
            if not rest.holds(term):
                yield Finding(
                    Where(file, ("terms", index)),
                    f"the text of {module.id} does not use “{term.term}”",
                    "Take it out, use it, or add the form that the text has to `forms:` of the"
                    " glossary.",
                )


@check("R108", INFO_THEN_WARNING, Reads.FILE)
def used_terms_are_listed(subject: Subject) -> Iterator[Finding]:
    """A glossary term that a module's chapter uses is on the module's list.

    A single word counts when it is the term itself and the chapter has it five times or more:
    most single words are common words too.

    Why: Participants look a word up in the list under the chapter.
    Bad:
        reading: A stop on the ground of ethnic profiling …
        terms: [complaint]
    Good:
        terms: [complaint, profiling]
    """
    for file, module, glossary, language in _modules(subject):
        terms = _by_id(glossary)
        for name, uses in uses_of(module, glossary, language).items():
            if name in module.terms:
                continue
            telling = [use for use in uses if use.telling]
            short = not telling and any(
                terms[name].term in terms[each].term for each in module.terms if each in terms
            )
            if telling or (len(uses) >= OFTEN and not short):
                first = min(telling or uses, key=lambda use: use.order)
                yield Finding(
                    Where(file, first.text.path, offset=first.start, length=first.length),
                    f"{module.id} uses “{terms[name].term}”, but does not list it",
                    f"Add {name} to `terms:`.",
                )


@check("R109", INFO_THEN_WARNING, Reads.OUTLINES)
def glossary_terms_are_used(subject: Subject) -> Iterator[Finding]:
    """Every glossary term is listed by a module, used by the handbook, or seen from another term.

    Why: A glossary is read when a word in the text sends a reader there.
    Bad:
        terms: [{id: gendarmerie, …}]       # and no text speaks of it
    Good:
        # a module lists it: terms: [gendarmerie]
    """
    curriculum = subject.curriculum
    listed = named(subject).get("glossary term", set())
    for file, glossary in curriculum.of(Glossary):
        language = curriculum.language_of(glossary)
        handbooks = [each for _, each in curriculum.of(Handbook)]
        spoken = [each for each in handbooks if curriculum.language_of(each) == language]
        text = "\n".join(each.text for part in spoken for each in texts(part))
        searched = TextWithTerms(text, language)
        for index, term in enumerate(glossary.terms):
            if term.id not in listed and not searched.holds(term):
                yield Finding(
                    Where(file, ("terms", index, "id")),
                    f"no module lists the term {term.id}",
                    "Add it to `terms:` of the modules that use it, or take it out.",
                )
