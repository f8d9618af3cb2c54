import io
from unittest.mock import patch

import pytest
import weather


def answer(text='{"city": "Oslo", "celsius": 7.5}'):
    """What the service answers, as a file of bytes."""
    return io.BytesIO(text.encode())


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
