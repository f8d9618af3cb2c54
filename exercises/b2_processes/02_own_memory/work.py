"""What the children compute."""

import os


def square(number):
    return number * number


def reply_to(question):
    if question == "die":
        os._exit(1)  # as if the process had crashed
    return question.upper()
