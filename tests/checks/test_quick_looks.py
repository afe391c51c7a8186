"""A quick look that spares a search never hides what the search would find."""

from __future__ import annotations

from curriculum_cli.checks.phrases import Phrase
from curriculum_cli.checks.searched import Searched
from curriculum_cli.checks.term_forms import TextWithTerms, pattern_of
from curriculum_cli.model.markdown import (
    _find_targets,
    heading_levels,
    headings,
    parser,
    plain_targets,
    tables,
    tables_are_plain,
    targets,
)
from curriculum_cli.model.reference_lists import Term
from curriculum_cli.model.texts import Text
from hypothesis import example, given, settings
from hypothesis import strategies as st

WORDS = st.sampled_from(
    (
        *("stop", "Stops", "a", "non-stop", "profil*", "x_stop", "straße"),
        *("этнический", "ЭТНИЧЕСКИЕ", "полиции", "әкім", "ӘКІМГЕ", "қауіпсіздік"),
    )
)
GAPS = st.sampled_from([" ", "  ", "\n", "-", ", ", "", "_", "“", "."])
TEXTS = st.lists(st.tuples(WORDS, GAPS), max_size=12).map(
    lambda pairs: "".join(word.rstrip("*") + gap for word, gap in pairs)
)
LANGUAGES = st.sampled_from(["en", "ru", "kk"])
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@given(TEXTS, PHRASES, LANGUAGES)
def test_a_text_with_a_phrase_has_all_its_pieces(text: str, words: str, language: str) -> None:
    phrase = Phrase(words, language)
    if next(phrase.found_in(text), None) is not None:
        assert all(piece in text.casefold() for piece in phrase.pieces)
        searched = Searched([Text(("a",), "other words", True), Text(("b",), text, True)])
        assert 1 in searched.rows_of(phrase)


@given(TEXTS, PHRASES.map(lambda words: words.replace("*", "")), LANGUAGES)
@example("a non-stop", "stop", "en")
@example("stop_stop. stop", "stop", "en")
@example("STOP\n  stop", "stop stop", "en")
def test_terms_are_found_as_by_their_pattern(text: str, form: str, language: str) -> None:
    term = Term.model_construct(id="t", term=form, forms=())
    found = pattern_of(form, language).search(text) is not None
    assert TextWithTerms(text, language).holds(term) is found


LINES = st.lists(
    st.sampled_from(
        (
            *("## c d", "##", "#", "####### g", "", ""),
            *("# a", "## b", "> ## c", "- # d", "#e", "text *it*", "", "    # code"),
            *("| a | b |", "| --- | --- |", "| [t](M04) | ![u](v) |", "![p](x.svg) and [l](M01)"),
            *("> [q](M02)", "- ![](y.png)", "[a](<b c>)", "[x][y]", "1. [z](M03)"),
            *("\\[no](a)", "`[code](b)`"),
        )
    ),
    max_size=8,
).map("\n".join)


@given(LINES)
def test_blocks_alone_tell_what_whole_parsing_tells(text: str) -> None:
    tokens = parser().parse(text)
    titles = [
        (int(each.tag[1]), tokens[index + 1].content)
        for index, each in enumerate(tokens)
        if each.type == "heading_open"
    ]
    assert [(each.level, each.text) for each in headings(text)] == titles
    assert heading_levels(text) in (None, [level for level, _ in titles])
    inside = [child for each in tokens for child in each.children or ()]
    addresses = [
        str(each.attrs.get("src") or each.attrs.get("href") or "")
        for each in inside
        if each.type in ("image", "link_open")
    ]
    assert [each.url for each in targets(text)] == addresses
    heads = sum(each.type == "thead_open" for each in tokens)
    assert sum(bool(each.head) for each in tables(text)) == heads


PARTS = st.lists(
    st.sampled_from(
        (
            *(
                "[",
                "]",
                "(",
                ")",
                "](",
                "![",
                "!",
                "\\",
                "<",
                ">",
                "&amp;",
                "*",
                "_",
                "`",
                "|",
                "~~",
            ),
            *("[a b](M01)", "![A c.](f/a-b.svg)", "[d](../e)", "[f](https://g.org)", "[i\nj](k)"),
            *("![l\n  m](n.png)", "[o \np](q)", "[r  \ns](t)", "[“u”, 1: v?](M02)", "[](w)"),
            *(
                "\n",
                "\n\n",
                " ",
                "  ",
                "\n- ",
                "\n1. ",
                "\n> ",
                "\n## ",
                "\n\n    ",
                "\t",
                "\n---\n",
            ),
            *(
                "word",
                "Слово",
                "5",
                "M01",
                "\n| a |\n| - |\n",
                ": ",
                "[x]: y",
                "\u2028",
                "+ ",
                "ß",
                "'",
            ),
        )
    ),
    max_size=10,
).map("".join)


@settings(max_examples=400)
@given(PARTS)
@example("x [a](b) and ![c d](e.svg)\n\n- [f](g)")
@example("- [a\n- b](c)")
@example("[a\n\nb](c)")
def test_targets_that_look_plain_are_those_of_the_parser(text: str) -> None:
    plain = plain_targets(text)
    if plain is not None:
        assert plain == tuple(_find_targets(text))


def test_usual_links_are_plain() -> None:
    for text in (
        "Ask ([M08](M08)).",
        "- see\n  [M08](M08)",
        "![What the\npicture shows.](a/b.svg)",
    ):
        assert plain_targets(text) == tuple(_find_targets(text)) != ()
    for text in ("[a](https://b.org)", "[*a*](b)", "![a](<b c>)", "\\[a](b)", "- ![a\n  b](c)"):
        assert plain_targets(text) is None


ROWS = st.lists(
    st.sampled_from(
        (
            *("| a | b |", "| --- | --- |", "|---|:-:|", "| | |", "| a |", "a | b", "--- | ---"),
            *("", " ", "text", "- | a | b |", "  | --- | --- |", "> | a | b |", "| a \\| b | c |"),
            *(
                "    | a | b |",
                "| a | b | ",
                "|",
                "||",
                "| |",
                "## a | b",
                "1. text",
                "\t| a | b |",
            ),
        )
    ),
    max_size=8,
).map("\n".join)


@given(ROWS)
@example("| a | b |\n| --- | --- |\n| c | d |")
def test_tables_that_look_plain_have_words_in_every_head(text: str) -> None:
    if tables_are_plain(text):
        assert all(each.head and all(cell.strip() for cell in each.head) for each in tables(text))
