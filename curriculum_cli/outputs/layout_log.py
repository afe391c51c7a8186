"""What WeasyPrint says while it lays out a leaf, and which of it means that something was lost."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL.Image import DecompressionBombWarning

LOGGER = "weasyprint"
LOST_CONTENT = (
    ".notdef glyph rendered",
    "Font-face",
    "Anchor defined twice",
    "This row has more columns",
    "Only strings are allowed for content attr()",
    '"string(%s)" is only allowed',
    '"element(%s)" is only allowed',
    "Unable to compute content",
    "Unknown image mode",
    "Subgrids are unsupported",
    "Inline grids are not supported",
    "Unsupported color space",
    "Malformed URL",
)


class LayoutLog(logging.Handler):
    """Keeps the messages that mean lost content: every error, and the warnings listed above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lost: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message if it counts; complaints about a style sheet's syntax do not."""
        if record.levelno >= logging.ERROR or record.msg.startswith(LOST_CONTENT):
            message = record.getMessage()
            if message not in self.lost:
                self.lost.append(message)


@contextmanager
def layout_log() -> Iterator[LayoutLog]:
    """Collect the engine's messages instead of printing them; an image too large is an error."""
    logger, log = logging.getLogger(LOGGER), LayoutLog()
    before = logger.level, logger.propagate
    logger.addHandler(log)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", DecompressionBombWarning)
            yield log
    finally:
        logger.removeHandler(log)
        logger.level, logger.propagate = before
