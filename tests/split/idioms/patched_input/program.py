import random
import time


def ask_age():
    while True:
        text = input("Age? ")
        if text.isdigit():
            return int(text)
        print("A number, please.")


def roll():
    time.sleep(60)
    return random.randint(1, 6)
