def area(side1, side3):
    return side1 * side2
