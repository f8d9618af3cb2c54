def is_five(number):
    return number == "5"
