"""Amounts that a rate and a quantity in other sentences make."""

from relating_quotes import relations_of

OFFER = (
    "Orla Foods priced its shares at $23 per share. It sold 42 million shares. Orla Foods raised $966 million"
    " from the offering."
)


def test_a_price_a_share_times_the_shares_is_what_they_brought():
    roles = {"rate": ["$23 per share"], "quantity": ["42 million"], "amount": ["$966 million"]}
    assert roles in relations_of(OFFER, "rate")


def test_an_amount_that_they_do_not_make_is_another():
    assert relations_of(OFFER.replace("966", "986"), "rate") == []


def test_a_rate_of_exchange_turns_one_amount_into_the_other():
    text = "Orla Foods lost 35 million euros ($46 million) in 2023. ($1 = 0.7654 euros)"
    assert {"rate": ["0.7654 euros"], "quantity": ["$46 million"], "amount": ["35 million euros"]} in (
        relations_of(text, "rate")
    )
