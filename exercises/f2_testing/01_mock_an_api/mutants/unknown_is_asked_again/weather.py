"""Asks a weather service how warm it is."""

import json
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

SERVICE = "https://weather.example.com/now?city="


class WeatherError(Exception):
    """The service could not be asked."""


def temperature(city, tries=3):
    """Return the temperature in a city in degrees Celsius, such as 7.5.

    The service answers with JSON: {"city": "Oslo", "celsius": 7.5}. The name of the
    city is part of the address and is quoted, and each request has a timeout of 5
    seconds. A service that cannot be reached is asked again, `tries` times in all;
    then WeatherError is raised. For a city that the service does not know (status 404)
    LookupError is raised at once; any other status counts as not reached.
    """
    unknown = False
    for _ in range(tries):
        try:
            with urlopen(SERVICE + quote(city), timeout=5) as answer:
                return json.load(answer)["celsius"]
        except HTTPError as error:
            if error.code == 404:
                unknown = True
        except URLError:
            continue
    if unknown:
        raise LookupError(f"the service does not know {city}")
    raise WeatherError(f"no answer in {tries} tries")
