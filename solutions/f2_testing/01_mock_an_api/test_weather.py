import io
from unittest.mock import patch
from urllib.error import HTTPError, URLError

import pytest
import weather


def answer(text='{"city": "Oslo", "celsius": 7.5}'):
    """What the service answers, as a file of bytes."""
    return io.BytesIO(text.encode())


def status(code):
    return HTTPError("https://weather.example.com", code, "sorry", {}, io.BytesIO())


@pytest.fixture
def urlopen():
    with patch("weather.urlopen", autospec=True) as urlopen:
        urlopen.return_value = answer()
        yield urlopen


def test_temperature(urlopen):
    assert weather.temperature("Oslo") == 7.5
    assert urlopen.call_count == 1


def test_the_city_is_quoted(urlopen):
    weather.temperature("New York")
    (address,) = urlopen.call_args.args
    assert address == "https://weather.example.com/now?city=New%20York"


def test_there_is_a_timeout(urlopen):
    weather.temperature("Oslo")
    assert urlopen.call_args.kwargs == {"timeout": 5}


def test_it_asks_again(urlopen):
    urlopen.side_effect = [URLError("away"), status(503), answer()]
    assert weather.temperature("Oslo") == 7.5
    assert urlopen.call_count == 3


def test_it_gives_up(urlopen):
    urlopen.side_effect = [URLError("away"), URLError("away"), answer()]
    with pytest.raises(weather.WeatherError):
        weather.temperature("Oslo", tries=2)
    assert urlopen.call_count == 2


def test_an_unknown_city(urlopen):
    urlopen.side_effect = [status(404), answer()]
    with pytest.raises(LookupError):
        weather.temperature("Nowhere")
    assert urlopen.call_count == 1
