from setuptools import setup

setup(name="collatz", ext_modules=[])
