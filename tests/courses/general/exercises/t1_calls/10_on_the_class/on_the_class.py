class Shape:
    def sides(self):
        return 4


def measure():
    return Shape.sides()
