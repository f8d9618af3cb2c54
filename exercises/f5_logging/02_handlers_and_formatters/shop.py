"""A shop that logs what happens in it."""

import logging
import logging.config
import sys

from log_setup import config

logger = logging.getLogger("shop")
stock_logger = logging.getLogger("shop.stock")


def open_shop():
    logger.info("open")
    stock_logger.debug("counted 7 shelves")
    stock_logger.warning("only 2 left of %s", "tea")
    logger.error("no change for 50 €")


if __name__ == "__main__":
    logging.config.dictConfig(config(sys.argv[1]))
    open_shop()
