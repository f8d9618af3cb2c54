"""Your first exercise: one of the two lines prints something else."""

course = "Advanced Python"

print(f"Hello, {course}!")
print("Ready to start.")
