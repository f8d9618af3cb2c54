import inspect

import program
from program import Stack, area


def test_parameters():
    signature = inspect.signature(area)
    assert list(signature.parameters) == ["width", "height", "unit"]
    assert signature.parameters["height"].default == 1
    assert signature.parameters["unit"].kind is inspect.Parameter.KEYWORD_ONLY
    assert signature.return_annotation is str
    assert str(signature) == "(width: int, height: int = 1, *, unit: str = 'm') -> str"


def test_annotations_and_docs():
    assert area.__annotations__ == {
        "width": int,
        "height": int,
        "unit": str,
        "return": str,
    }
    assert area.__doc__ == "The area of a rectangle."
    assert Stack.__doc__ == "A stack."
    assert Stack.push.__doc__ == "Adds an item."
    assert area.__name__ == "area"


def test_what_is_there():
    assert callable(area) and callable(Stack)
    assert inspect.isclass(Stack)
    assert {"Stack", "area"} <= set(dir(program))
    assert not hasattr(program, "volume")
