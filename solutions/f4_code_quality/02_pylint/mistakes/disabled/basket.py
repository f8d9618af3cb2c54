"""What somebody wants to buy."""

from functools import partial

from prices import as_text, price_of


class Basket:
    """Holds articles, in the order in which they were added."""

    def __init__(self, articles=()):
        self.articles = list(articles)

    def add(self, article):
        """Put an article into the basket."""
        self.articles.append(article)

    def is_empty(self):
        """Tell whether there is nothing in the basket."""
        return not self.articles

    def total(self):
        """Return the sum of the prices, in cents; an empty basket costs 0."""
        return sum(price_of(article) for article in self.articles)

    def describe(self):
        """Return a line such as "tea, salt: 4.40"."""
        return f"{', '.join(self.articles)}: {as_text(self.total())}"

    def discounted(self, percent):
        """Return the total less a percentage."""
        return self.total() * (100 - percent) // 100

    def discounts(self, percents):
        """Return a function for each percentage, which gives the total less that."""
        return [partial(self.discounted, percent) for percent in percents]


def cheapest(baskets):
    """Return the basket that costs the least, or None if there is none."""
    return min(baskets, key=Basket.total, default=None)


def receipt(articles):
    """Return a text that shows what a basket of these articles costs."""
    return Basket(articles).describe()
