import importlib.util
import shutil
import weakref
from pathlib import Path

import places
import pytest
from cffi import FFI, CDefError, VerificationError
from compiler import compiled

HERE = Path(places.__file__).parent


FIELDS = [("id", "int32_t"), ("x", "double"), ("y", "double"), ("label", "char *")]


def fields(ffi):
    return [(name, field.type.cname) for name, field in ffi.typeof("place").fields]


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    return places.by_abi(compiled(HERE / "places.c", tmp_path_factory.mktemp("abi")))


@pytest.fixture(scope="module")
def by_abi(opened):
    if fields(opened[0]) != FIELDS:
        pytest.fail(
            "with a struct that is not the one of places.h, C reads the wrong bytes",
            pytrace=False,
        )
    return opened


@pytest.fixture(scope="module")
def by_api(tmp_path_factory):
    folder = tmp_path_factory.mktemp("api")
    for name in ("places.c", "places.h"):
        shutil.copy(HERE / name, folder)
    built = tmp_path_factory.mktemp("built")
    try:
        made = places.by_api(folder).compile(tmpdir=str(built))
    except (VerificationError, CDefError, ValueError, TypeError) as error:
        pytest.fail(f"the module could not be compiled: {error}", pytrace=False)
    if Path(made).suffix == ".py":
        pytest.fail(
            "no module in C was made: without a source in C, cffi writes Python for ABI "
            "mode",
            pytrace=False,
        )
    spec = importlib.util.spec_from_file_location("_places", made)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.ffi, module.lib


@pytest.fixture(params=["abi", "api"])
def both(request):
    return request.getfixturevalue(f"by_{request.param}")


class Null:
    """Looks like NULL, and can be used without ending Python."""

    def __init__(self, pointer):
        self._pointer = pointer

    def __bool__(self):
        return False

    def __eq__(self, other):
        return self._pointer == other

    __hash__ = None

    def __getattr__(self, name):
        raise RuntimeError(
            "at NULL there is nothing to read, and Python would end here"
        )

    __getitem__ = __getattr__


class Watched:
    """An ffi and a lib that notice when C is given texts that are freed already."""

    def __init__(self, ffi, lib):
        self.real_ffi, self.real_lib = ffi, lib
        self.texts = []
        self.freed = []

    def __getattr__(self, name):
        if name != "farthest":
            return getattr(self.real_ffi, name)

        def farthest(*args):
            self.freed += [text for text, alive in self.texts if alive() is None]
            if self.freed:
                raise RuntimeError("C would read what is freed")
            pointer = self.real_lib.farthest(*args)
            return pointer or Null(pointer)

        return farthest

    def new(self, kind, *args):
        made = self.real_ffi.new(kind, *args)
        if "char" in kind:
            self.texts.append((bytes(self.real_ffi.buffer(made)), weakref.ref(made)))
        return made


def answer(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def test_the_struct_is_that_of_the_header(opened):
    for got, wanted in zip(fields(opened[0]), FIELDS):
        assert got == wanted, (
            "DECLARATIONS must have the fields of the struct in places.h, in their order"
        )
    assert len(fields(opened[0])) == len(FIELDS), "a place must have four fields"


@pytest.mark.parametrize(
    ("start", "end", "step", "wanted"),
    [
        pytest.param((1, 1), (4, 5), (0, 0), 5.0, id="not_moved"),
        pytest.param((1, 1), (4, 5), (3, 0), 4.0, id="moved_by_x"),
        pytest.param((1, 1), (4, 5), (0, 4), 3.0, id="moved_by_y"),
        pytest.param((-0.1, 0.2), (0, 0), (0.1, -0.2), 0.0, id="moved_onto_the_other"),
    ],
)
def test_distances(both, start, end, step, wanted):
    got = answer(lambda: places.moved_distance(*both, start, end, step))
    assert got == pytest.approx(wanted), (
        f"from {start}, moved by {step}, to {end} it is {wanted}: not {got}"
    )


CITIES = [("Linz", 1.5, 2), ("Graz", -7, 3), ("Wien", 5, 5), ("Ost", 7, 3)]


@pytest.mark.parametrize(
    ("points", "wanted"),
    [
        pytest.param(CITIES, "Graz", id="four"),
        pytest.param(CITIES[2:], "Ost", id="two"),
        pytest.param([("Zürich", 0, 0)], "Zürich", id="one"),
    ],
)
def test_the_farthest_is_named(both, points, wanted):
    watched = Watched(*both)
    got = answer(lambda: places.farthest_label(watched, watched, points))
    assert watched.freed == [], (
        "when C is called, texts that the places point to are freed already: the object "
        "that ffi.new returns must be kept as long as C uses its memory"
    )
    assert got == wanted, (
        f"the label of the farthest point must be given as a str: not {got!r}"
    )


def test_without_points_there_is_no_farthest(both):
    watched = Watched(*both)
    got = answer(lambda: places.farthest_label(watched, watched, []))
    assert got is None, (
        f"C returns NULL when there is no point: it must give None, not {got}"
    )


def test_api_mode_is_checked_by_the_compiler(by_api):
    _, lib = by_api
    found = {"distance", "shift", "farthest"} <= set(dir(lib))
    assert found, "the module must have the three functions of the library"


def test_each_mode_has_its_own_ffi(by_abi):
    ffi, lib = by_abi
    assert isinstance(ffi, FFI), "by_abi must return the ffi first"
    assert hasattr(lib, "shift"), "by_abi must return the opened library second"
