import basket
import prices
import pytest
from basket import Basket


def articles_of(basket):
    return None if basket is None else list(basket.articles)


def test_each_basket_has_its_own_articles():
    first, second = Basket(), Basket()
    first.add("tea")
    second.add("salt")
    got = [articles_of(first), articles_of(second), articles_of(Basket())]
    assert got == [["tea"], ["salt"], []], (
        "two baskets must not share their articles: a default value is made once, "
        "when the function is defined"
    )


def test_a_basket_may_begin_with_articles():
    full = Basket(["tea", "salt"])
    full.add("tea")
    assert articles_of(full) == ["tea", "salt", "tea"], "the given articles, then tea"


def test_empty():
    got = [Basket().is_empty(), Basket(["tea"]).is_empty()]
    assert got == [True, False], "is_empty must tell whether there is nothing in it"


def test_total():
    assert Basket(["tea", "salt", "tea"]).total() == 790, (
        "the total must be the sum of the prices"
    )
    assert Basket().total() == 0, "an empty basket must cost 0"


def test_discounts():
    functions = Basket(["tea", "salt"]).discounts([0, 10, 50])
    assert [function() for function in functions] == [440, 396, 220], (
        "each function must take off its own percentage: a function looks up a "
        "variable of the loop when it is called, and then the loop is over"
    )


def test_a_discount_looks_at_the_basket_when_it_is_called():
    growing = Basket(["tea"])
    (half,) = growing.discounts([50])
    growing.add("salt")
    assert half() == 220, "what is added later must be part of the discounted total"


def test_cheapest():
    dear, cheap = Basket(["tea"]), Basket(["salt"])
    got = [
        articles_of(basket.cheapest(baskets))
        for baskets in ([dear, cheap, Basket(["rice"])], [cheap, dear], [dear], [])
    ]
    assert got == [["salt"], ["salt"], ["tea"], None], (
        "cheapest must return the basket that costs the least, or None"
    )


def test_of_two_that_cost_the_same_the_first_is_returned():
    one, other = Basket(["tea"]), Basket(["tea"])
    assert basket.cheapest([one, other]) is one, "the first of two that cost the same"


def test_price_of():
    got = [prices.price_of(article) for article in ("tea", "salt", "rice")]
    assert got == [350, 90, 210], "the prices must be as they were"
    try:
        got = prices.price_of("gold")
    except LookupError as error:
        got = error
    assert type(got) is LookupError, "an unknown article must raise LookupError"
    assert str(got) == "no price for gold", "the message must name the article"


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("3.50", 350),
        ("0.05", 5),
        ("12.00", 1200),
        ("", None),
        ("3", None),
        ("1.2.3", None),
        ("a.b", None),
    ],
)
def test_read_price(text, cents):
    assert prices.read_price(text) == cents, "a price in cents, or None"


def test_read_price_refuses_what_is_no_text():
    try:
        got = prices.read_price(350)
    except Exception as error:
        got = error
    assert isinstance(got, TypeError), "read_price(350) must raise TypeError"
    assert "350" in str(got), "the message must show the value"


@pytest.mark.parametrize(
    ("cents", "text"), [(350, "3.50"), (5, "0.05"), (1200, "12.00"), (100, "1.00")]
)
def test_as_text(cents, text):
    assert prices.as_text(cents) == text, "an amount as a text"


def test_receipt():
    module = basket if hasattr(basket, "receipt") else prices
    assert hasattr(module, "receipt"), "receipt must still be in one of the modules"
    assert module.receipt(["tea", "salt"]) == "tea, salt: 4.40", (
        "receipt must do what it did before"
    )
