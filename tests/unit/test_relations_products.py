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


def test_a_rate_of_exchange_is_held_against_every_pair_whether_or_not_it_makes_it():
    text = (
        "The bid values Orla Foods at 300 million euros ($386 million). Its debts are 70 million euros"
        " ($97.9 million). ($1 = .7153 euros)"
    )
    assert relations_of(text, "rate") == [
        {"rate": [".7153 euros"], "quantity": ["$386 million"], "amount": ["300 million euros"]},
        {"rate": [".7153 euros"], "quantity": ["$97.9 million"], "amount": ["70 million euros"]},
    ]


def test_of_two_rates_of_exchange_none_is_held_against_a_pair():
    text = (
        "The bid values Orla Foods at 300 million euros ($386 million). The rate was $1 = .7153 euros,"
        " after $1 = .8120 euros in May."
    )
    assert relations_of(text, "rate") == []


def test_a_rate_of_exchange_of_nobodys_pesos_is_held_against_nobodys_pesos():
    text = "Orla Foods won an order worth 2.6 billion pesos ($136 million). ($1 = 19.12 pesos)"
    roles = {"rate": ["19.12 pesos"], "quantity": ["$136 million"], "amount": ["2.6 billion pesos"]}
    assert relations_of(text, "rate") == [roles]
