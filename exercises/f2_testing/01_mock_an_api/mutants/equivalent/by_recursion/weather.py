"""Asks a weather service how warm it is."""

from json import loads
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen


class WeatherError(Exception):
    """The service could not be asked."""


def temperature(city, tries=3):
    """Return the temperature in a city in degrees Celsius, such as 7.5."""
    if tries == 0:
        raise WeatherError("the weather service is away")
    address = f"https://weather.example.com/now?city={quote(city)}"
    try:
        answer = urlopen(address, timeout=5)
    except URLError as error:
        if getattr(error, "code", None) == 404:
            raise LookupError(city) from None
        return temperature(city, tries - 1)
    with answer:
        return loads(answer.read().decode())["celsius"]
