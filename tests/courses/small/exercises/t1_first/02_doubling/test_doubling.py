from doubling import double


def test_numbers():
    assert double(3) == 6


def test_text():
    assert double("ab") == "abab"
