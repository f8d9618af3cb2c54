def doubel(number):
    return number * 2
