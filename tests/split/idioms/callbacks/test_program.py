import pytest
from program import apply_all, retry


def test_functions_are_called():
    assert apply_all([lambda x: x + 1, str, abs], -3) == [-2, "-3", 3]


def test_a_call_is_tried_again():
    seen = []

    def flaky(attempt):
        seen.append(attempt)
        if attempt < 3:
            raise ValueError("not yet")
        return "done"

    assert retry(5, flaky) == "done"
    assert seen == [1, 2, 3]


def test_the_last_error_is_raised():
    class Broken(ValueError):
        pass

    def fails(attempt):
        raise Broken(f"attempt {attempt}")

    with pytest.raises(Broken, match="attempt 2"):
        retry(2, fails)
