def area(width, height):
    return int(f"{width}.0") * int(f"{height}.0")
