"""Dates, numbers and times as a language writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import ROUND_HALF_UP, Decimal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from .catalogue import Catalogue

NAMES = {"en": "English", "ru": "русский", "kk": "қазақша"}
"""Each language in its own words."""


@dataclass(frozen=True)
class Formats:
    """How one language writes dates, numbers and durations."""

    catalogue: Catalogue

    @property
    def _locale(self) -> Locale:
        return Locale.parse(self.catalogue.language)

    def day(self, value: date) -> str:
        """A date in words, such as 22 November 2026."""
        pattern = {"en": "d MMMM y"}.get(self.catalogue.language, "long")
        return format_date(value, pattern, locale=self._locale)

    def days(self, first: date, last: date) -> str:
        """From one day to another in words, the month once, such as 13–15 April 2027."""
        if first == last:
            return self.day(first)
        if (first.year, first.month) != (last.year, last.month):
            return f"{self.day(first)} – {self.day(last)}"
        number = rf"(?<!\d){last.day}(?!\d)"
        return re.sub(number, f"{first.day}–{last.day}", self.day(last), count=1)

    def weekday(self, value: date) -> str:
        """A date in words with its weekday, such as Sunday 22 November 2026."""
        pattern = {"en": "EEEE d MMMM y"}.get(self.catalogue.language, "full")
        return format_date(value, pattern, locale=self._locale)

    def day_short(self, value: date) -> str:
        """A date in digits: day.month.year."""
        return format_date(value, "dd.MM.y", locale=self._locale)

    def number(self, value: float | Decimal) -> str:
        """A number with the language's decimal sign."""
        return str(format_decimal(value, locale=self._locale))

    def percent(self, part: int, whole: int) -> str:
        """A share in whole per cent, as the language writes it."""
        return str(format_percent(part / whole, locale=self._locale))

    def minutes(self, value: int) -> str:
        """A duration in minutes, such as 45 min."""
        return self.catalogue.plural("unit.minutes", value)

    def duration(self, value: int) -> str:
        """A duration in hours and minutes, such as 2 h 30 min."""
        hours, minutes = divmod(value, 60)
        if not hours:
            return self.minutes(minutes)
        text = self.catalogue.plural("unit.hours", hours)
        return f"{text} {self.minutes(minutes)}" if minutes else text

    def academic_hours(self, minutes: int, length: int) -> str:
        """Academic hours of `length` minutes, to one decimal, rounded half up."""
        hours = (Decimal(minutes) / Decimal(length)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return self.number(
            hours.normalize() if hours != hours.to_integral() else hours.to_integral()
        )

    def clock(self, start: time, after: int = 0) -> str:
        """A time of day `after` minutes past `start`, on the 24-hour clock."""
        minutes = (start.hour * 60 + start.minute + after) % (24 * 60)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
