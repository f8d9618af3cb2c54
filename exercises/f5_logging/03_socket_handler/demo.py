import logging

from receiver import Receiver
from shipping import LogShipper

logger = logging.getLogger("shop")
order_logger = logging.getLogger("shop.orders")

if __name__ == "__main__":
    receiver = Receiver()
    logger.setLevel(logging.DEBUG)
    shipper = LogShipper(logger, receiver.host, receiver.port)
    shipper.start()
    logger.debug("the shelves are counted")
    logger.info("open")
    order_logger.warning("tea is ordered, but there is none")
    shipper.stop()
    receiver.ended()
    for record in receiver.records:
        print(f"{record.name} {record.levelname}: {record.getMessage()}")
