"""Reads price lists, such as ["tea=3.50", "salt=0.90"]."""

import traceback


def import_prices(rows, save):
    """Return the price of each article, and give each of them to `save`."""
    print(f"importing {len(rows)} rows")
    prices = {}
    for number, row in enumerate(rows, start=1):
        print(f"row {number} is {row!r}")
        article, _, text = row.partition("=")
        try:
            price = float(text)
        except ValueError:
            print(f"row {number} has no price: left out")
            continue
        try:
            save(article, price)
        except OSError:
            print(f"{article} was not saved")
            traceback.print_exc()
            continue
        prices[article] = price
    print(f"imported {len(prices)} prices")
    return prices


if __name__ == "__main__":
    stock = {}
    import_prices(["tea=3.50", "salt", "rice=2.10"], stock.__setitem__)
    print(stock)
