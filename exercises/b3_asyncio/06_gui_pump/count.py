"""Counts while a window draws: python count.py"""

import asyncio

from gui_pump import run
from toygui import Window


async def count(number):
    for n in range(number):
        print(n)
        await asyncio.sleep(0.1)
    return number


if __name__ == "__main__":
    window = Window()
    loop = asyncio.new_event_loop()
    print("counted to", run(window, loop, count(5)))
    print(f"{window.frames} frames were drawn, {window.lost} lost")
    loop.close()
