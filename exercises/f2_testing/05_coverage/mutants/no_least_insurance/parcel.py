"""What it costs to send a parcel."""

ZONES = {"home": 400, "europe": 900, "world": 2100}


def price(grams, zone, express=False, insured=0):
    """Return the price of a parcel in cents.

    The zone gives the base price; an unknown one raises LookupError. Above 2000 g, each
    begun kilogram adds 150. Express doubles what it costs until here, but there
    is none to the world: ValueError. Insurance adds 1 % of the insured value, in whole
    cents, rounded down; at least 50, if anything is insured. A parcel of no weight, or
    less, raises ValueError.
    """
    if grams <= 0:
        raise ValueError("a parcel has a weight")
    if zone not in ZONES:
        raise LookupError(zone)
    cents = ZONES[zone]
    while grams > 2000:
        cents += 150
        grams -= 1000
    if express:
        if zone == "world":
            raise ValueError("no express to the world")
        cents *= 2
    if insured:
        cents += insured // 100
    return cents
