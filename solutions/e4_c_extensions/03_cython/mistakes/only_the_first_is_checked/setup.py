from Cython.Build import cythonize
from setuptools import setup

setup(name="collatz", ext_modules=cythonize("collatz.pyx", annotate=True))
