from main import double


def test_numbers():
    assert double(2) == 4, "double(2) must be 4"


def test_texts():
    assert double("ab") == "abab"
