def mean(numbers):
    sum = sum(numbers)
    return sum / len(numbers)
