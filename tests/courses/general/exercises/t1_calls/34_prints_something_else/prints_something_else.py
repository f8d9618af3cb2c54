def area(width, height):
    print("computing")
    return width
