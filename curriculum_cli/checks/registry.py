"""Every rule, in one tuple. A code keeps its meaning for ever and is never reused."""

from __future__ import annotations

from . import (
    assets,
    coverage,
    deliveries,
    links,
    objectives,
    references,
    time,
    versions,
    workshop_days,
    workshop_modules,
)
from .form import FORM_RULES
from .rules import Rule

RULES: tuple[Rule, ...] = (
    *FORM_RULES,
    references.ids_are_unique,
    references.references_resolve,
    references.prerequisites_do_not_circle,
    references.modules_are_in_the_programme,
    time.steps_add_up,
    time.scenarios_fit_their_step,
    time.insertions_take_as_long_as_their_steps,
    time.insertions_fit_their_subject,
    objectives.objectives_are_taught,
    objectives.objectives_are_assessed,
    objectives.objectives_are_traced,
    objectives.parts_serve_objectives,
    objectives.multiple_choice_has_one_key,
    coverage.items_are_served,
    coverage.main_audiences_are_served,
    coverage.accepted_holes_are_holes,
    links.confirmed_links_still_hold,
    time.days_add_up,
    deliveries.delivered_days_exist,
    deliveries.steps_are_noted_once,
    workshop_modules.prerequisites_come_first,
    workshop_modules.steps_are_taught_once_and_in_order,
    workshop_modules.modules_are_open_to_the_audience,
    workshop_modules.groups_fit_their_modules,
    workshop_days.each_day_has_its_date,
    workshop_days.dates_are_no_days_off,
    workshop_days.fridays_have_their_pause,
    workshop_days.nobody_sits_too_long,
    assets.images_exist,
    assets.addresses_stay_inside,
    assets.images_can_be_printed,
    assets.images_have_a_description,
    assets.letters_can_be_printed,
    assets.headings_are_in_order,
    versions.approvals_fit_the_text,
    versions.changed_texts_have_a_new_version,
    versions.the_change_record_is_in_order,
    versions.the_status_is_signed,
    versions.facts_are_checked_again,
    versions.files_are_where_they_belong,
    versions.published_modules_are_approved,
)

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
IGNORE_RULES = (BY_CODE["Y201"], BY_CODE["Y202"])
