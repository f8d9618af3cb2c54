"""Calls the functions of places.c by cffi, in both of its modes."""

from cffi import FFI

DECLARATIONS = """
    typedef struct {
        int32_t id;
        float x, y;
        const char *label;
    } place;
    double distance(const place *a, const place *b);
    void shift(place *p, double dx, double dy);
    const place *farthest(const place *places, size_t count);
"""


def by_abi(path):
    """Open the compiled library; nothing checks the declarations. Return (ffi, lib)."""
    ffi = FFI()
    ffi.cdef(DECLARATIONS)
    return ffi, ffi.dlopen(str(path))


def by_api(folder):
    """An FFI that makes a module `_places` of places.c and places.h in the folder.

    The compiler checks the declarations. The caller calls its method `compile`.
    """
    ffi = FFI()
    ffi.cdef(DECLARATIONS)
    ffi.set_source("_places", None)
    return ffi


def moved_distance(ffi, lib, start, end, step):
    """The distance of two points after the first was moved; each is a pair (x, y)."""
    first = ffi.new("place *", {"x": start[0], "y": start[1]})[0]
    second = ffi.new("place *", {"x": end[0], "y": end[1]})[0]
    lib.shift(first, *step)
    return lib.distance(first, second)


def farthest_label(ffi, lib, points):
    """The label of the point farthest from (0, 0); a point is (label, x, y).

    None if there is no point.
    """
    places = ffi.new("place[]", len(points))
    for number, (label, x, y) in enumerate(points):
        places[number].id = number
        places[number].x, places[number].y = x, y
        places[number].label = ffi.new("char[]", label.encode())
    best = lib.farthest(places, len(points))
    return ffi.string(best.label).decode()


if __name__ == "__main__":
    import tempfile
    from pathlib import Path

    from compiler import compiled

    with tempfile.TemporaryDirectory() as folder:
        ffi, lib = by_abi(compiled(Path(__file__).with_name("places.c"), folder))
        print("3, 4 and 5:", moved_distance(ffi, lib, (1, 1), (4, 5), (0, 0)))
        cities = [("Linz", 1.5, 2), ("Graz", -7, 3), ("Wien", 5, 5)]
        print("farthest:", farthest_label(ffi, lib, cities))
