class Shape:
    def sides():
        return 4


def measure():
    return Shape().sides()
