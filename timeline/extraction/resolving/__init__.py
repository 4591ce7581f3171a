"""What an expression means: calendar arithmetic, from the parts of a phrase to a period.

`meanings` says which function resolves what a form gives: `calendar_dates` and `month_days` whole
and incomplete dates, `relative` what is counted from an anchor, `event_anchors` what is counted
from another event, `clock`, `hours` and `nights` times of a day, `parts` and `ranges` what they
say, `measures` lengths, `comparing` what another year is compared with, `solar_meanings` the Solar
Hijri calendar. Each gives what was `found`: a stretch of `periods` with its `anchors`, written in
TIMEX3 and EDTF by `notation`. Before all that, `early_years` finds years of three digits, and
`day_order` knows which of 5/6 is the month.
"""
