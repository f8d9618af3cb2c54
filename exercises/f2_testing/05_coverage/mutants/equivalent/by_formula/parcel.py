"""What it costs to send a parcel."""

import math


def price(grams, zone, express=False, insured=0):
    """Return the price of a parcel in cents."""
    if not grams > 0:
        raise ValueError(f"{grams} g is no weight")
    zones = {"world": 2100, "europe": 900, "home": 400}
    cents = zones[zone]
    if express and zone == "world":
        raise ValueError("there is no express service to the world")
    cents += 150 * math.ceil(max(0, grams - 2000) / 1000)
    return cents * (1 + bool(express)) + (max(50, insured // 100) if insured else 0)
