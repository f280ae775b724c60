"""What holds of every text: offsets, order, intervals, round trips, linear time, any hash seed."""

import json
import os
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.extraction.numbers.number_reader import read_numbers
from flows.extraction.text.document import tokenise
from schemas.reference import load_reference

REFERENCE = load_reference()
ROOT = Path(__file__).resolve().parents[2]
PIECES = st.sampled_from(
    """about nearly more than 5 12 1,234 3.5 40% $ £ € million bn thousand to from and or - ( ) , . a the
    half third quarter one two dozen hundred percent km kg per day boats sold rose fell between of in x
    ± % th 's ½ ² −
    1e9     1990 May 7:20 # / ^ point minus doubled twice 00 ( [ ] " ' : ; = ~ > <""".split()
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
    st.text(max_size=80),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_drafts_lie_in_the_text_in_order_and_hold_their_value(text):
    drafts, rejects = read_numbers(tokenise(text), [], [], REFERENCE)
    position = 0
    for draft in drafts:
        assert position <= draft.start < draft.end <= len(text)
        position = draft.end
        for low, high in ((draft.stated_low, draft.stated_high), (draft.read_low, draft.read_high)):
            assert low is None or high is None or low <= high
        if draft.value is None:
            assert draft.low is not None and draft.high is not None and draft.low <= draft.high
            assert (draft.stated_low, draft.stated_high) == (draft.low, draft.high)
        else:
            assert draft.value.is_finite()
            for low, high in ((draft.stated_low, draft.stated_high), (draft.read_low, draft.read_high)):
                assert low is None or low <= draft.value
                assert high is None or draft.value <= high
        for why in draft.why.values():
            assert 0 <= why.start < why.end <= len(text)
    for reject in rejects:
        assert 0 <= reject.start < reject.end <= len(text)
        assert reject.reason and reject.detail


@given(st.integers(min_value=0, max_value=10**12))
def test_a_grouped_number_gives_its_value_back(value):
    drafts, _ = read_numbers(tokenise(f"They counted {value:,} geese."), [], [], REFERENCE)
    if value >= 1000 or value > 1:
        assert [draft.value for draft in drafts] == [value]


@given(
    st.decimals(min_value="0.01", max_value="99999", places=2),
    st.sampled_from(["million", "billion", "trillion"]),
)
def test_an_amount_with_a_magnitude_gives_its_value_back(amount, magnitude):
    power = {"million": 6, "billion": 9, "trillion": 12}[magnitude]
    (draft,), _ = read_numbers(tokenise(f"a fund of ${amount:,} {magnitude}"), [], [], REFERENCE)
    assert draft.value == amount * 10**power


@settings(max_examples=100)
@given(st.integers(min_value=2, max_value=999_999_999))
def test_a_number_in_words_gives_its_value_back(value):
    (draft,), _ = read_numbers(tokenise(f"{spelled(value)} kilometres"), [], [], REFERENCE)
    assert draft.value == Decimal(value)


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(value):
    for size, name in ((10**6, "million"), (1000, "thousand")):
        if value >= size:
            rest = value % size
            return f"{spelled(value // size)} {name}" + (f" {spelled(rest)}" if rest else "")
    if value >= 100:
        return f"{SMALL[value // 100]} hundred" + (f" and {spelled(value % 100)}" if value % 100 else "")
    if value >= 20:
        return TENS[value // 10] + (f"-{SMALL[value % 10]}" if value % 10 else "")
    return SMALL[value]


HOSTILE = [
    "1", "1 ", "1,", "1.1", "one hundred and ", "million ",
    "$", "$5 ", "5-", "1/2 ", '" ', "(", "Aa ", "5 to ",
    "rose from 5 to 6 ", "car sales rose to 5,000 and ",
    "http://a ", "www.", "3\u0301", "1 000 ", "Peru (5), ",
    "5:", "the number of ", "half ", "two and a half ", "5^", "no more than ", '5" ', "one millionth ",
    "4,000 or more ", "$4 (£5) per ", "from 5 to 6 million ", "zero ", "twenty - ", "two-for-", "12 F-16 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_no_faster_than_the_text(piece):
    def spent(count):
        text = piece * count
        begun = time.process_time()
        read_numbers(tokenise(text), [], [], REFERENCE)
        return time.process_time() - begun

    spent(50)
    # The best of three: another program's work is no property of the text.
    few = min(spent(500) for _ in range(3))
    # Eight times the text: quadratic time would be 64 times as long.
    assert any(spent(4000) < max(0.1, 24 * few) for _ in range(3))


def test_a_hundred_thousand_digits_in_a_row_are_rejected_at_once():
    begun = time.process_time()
    drafts, rejects = read_numbers(tokenise("7" * 100_000), [], [], REFERENCE)
    assert time.process_time() - begun < 0.5
    assert drafts == []
    assert [reject.reason for reject in rejects] == ["unreadable"]


@pytest.mark.parametrize(
    "text", ["1e400 euros", "9" * 400 + " cars", "10^99 grains", "1e-400 kg", "5 x 10^999 m"]
)
def test_numbers_beyond_reason_are_no_figures_and_no_error(text):
    drafts, _ = read_numbers(tokenise(text), [], [], REFERENCE)
    assert all(abs(draft.value) < Decimal("1e31") for draft in drafts)


def test_any_hash_seed_gives_the_same_drafts():
    script = (
        "import json\n"
        "from flows.extraction.text.document import tokenise\n"
        "from flows.extraction.numbers.number_reader import read_numbers\n"
        "from schemas.reference import load_reference\n"
        "text = 'Zurich paid 40 million francs, Oslo 3 million crowns, up from 2 million; van sales rose to "
        "8,140. "
        "About a third of 12 nurses earn $3 to $4 an hour, 5 cents more.'\n"
        "drafts, rejects = read_numbers(tokenise(text), [], [], load_reference())\n"
        "rows = [(d.start, d.end, d.value, d.low, d.high, d.unit, d.kind, d.qualifier) for d in drafts]\n"
        "print(json.dumps([repr(row) for row in rows] + [(x.start, x.end, x.reason) for x in rejects]))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1
    assert len(json.loads(outputs.pop())) > 6
