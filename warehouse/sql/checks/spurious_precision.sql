-- severity: note
-- reach: article
-- Notes a hedged figure with six or more significant digits: it was computed from something far less precise.
-- Why: "an estimated 184,302,771 tonnes" claims a certainty that the hedge takes back.
-- Not: exact counts, however long.
select
    'note' as certainty,
    '"{quote}" has {digits} significant digits and is an estimate' as message,
    '{quote} = {value}' as formula,
    quote,
    value,
    significant_digits(value) as digits,
    value as computed_low,
    value as computed_high,
    value as expected_low,
    value as expected_high,
    0.0 as gap,
    with_role([figure_id], 'estimate') as figures
from checkable_figures
where not is_planned and field = 'text'
    and qualifier = 'approximately'
    and kind in ('count', 'measure', 'money')
    and significant_digits(value) >= 6
