import io
from unittest.mock import patch

import weather


def answer(text='{"city": "Oslo", "celsius": 7.5}'):
    """What the service answers, as a file of bytes."""
    return io.BytesIO(text.encode())


def test_temperature():
    with patch("urllib.request.urlopen") as urlopen:
        urlopen.return_value = answer()
        assert weather.temperature("Oslo") == 7.5
