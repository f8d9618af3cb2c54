def is_full(basket):
    return len(basket) > 10
