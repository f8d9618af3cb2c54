def area(width, height):
    result = width * height
