"""A check that finds what any reading of numbers finds, so that tests hold whatever the rules."""

THIRTEEN = """\
-- severity: error
-- Fails when a figure is thirteen.
select
    'contradiction' as certainty, 'thirteen' as message, '13 = 13' as formula,
    13.0 as computed_low, 13.0 as computed_high, 12.0 as expected_low, 12.0 as expected_high, 1.0 as gap,
    [{'figure_id': figure_id, 'role': 'value'}] as figures
from figures where value = 13
"""
