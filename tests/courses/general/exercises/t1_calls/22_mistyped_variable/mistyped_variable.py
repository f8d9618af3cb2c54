def mean(numbers):
    return sum(numbres) / len(numbers)
