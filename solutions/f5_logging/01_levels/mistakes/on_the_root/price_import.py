"""Reads price lists, such as ["tea=3.50", "salt=0.90"]."""

import logging


def import_prices(rows, save):
    """Return the price of each article, and give each of them to `save`."""
    logging.info("importing %d rows", len(rows))
    prices = {}
    for number, row in enumerate(rows, start=1):
        logging.debug("row %d is %r", number, row)
        article, _, text = row.partition("=")
        try:
            price = float(text)
        except ValueError:
            logging.warning("row %d has no price: left out", number)
            continue
        try:
            save(article, price)
        except OSError:
            logging.exception("%s was not saved", article)
            continue
        prices[article] = price
    logging.info("imported %d prices", len(prices))
    return prices


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    stock = {}
    import_prices(["tea=3.50", "salt", "rice=2.10"], stock.__setitem__)
    print(stock)
