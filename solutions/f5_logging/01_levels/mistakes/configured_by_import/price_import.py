"""Reads price lists, such as ["tea=3.50", "salt=0.90"]."""

import logging

logging.basicConfig(level=logging.INFO)
logger = logging.getLogger(__name__)


def import_prices(rows, save):
    """Return the price of each article, and give each of them to `save`."""
    logger.info("importing %d rows", len(rows))
    prices = {}
    for number, row in enumerate(rows, start=1):
        logger.debug("row %d is %r", number, row)
        article, _, text = row.partition("=")
        try:
            price = float(text)
        except ValueError:
            logger.warning("row %d has no price: left out", number)
            continue
        try:
            save(article, price)
        except OSError:
            logger.exception("%s was not saved", article)
            continue
        prices[article] = price
    logger.info("imported %d prices", len(prices))
    return prices


if __name__ == "__main__":
    stock = {}
    import_prices(["tea=3.50", "salt", "rice=2.10"], stock.__setitem__)
    print(stock)
