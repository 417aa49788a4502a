#!/usr/bin/env python3
"""How long the program takes to say its version, beside the smallest interpreter.

    Tests/Benchmarks/start.py [PROGRAM]     the release build of this folder without one

Prints the median of 60 runs of each, taken in turns, and their ratio; the size of the program, stripped, comes beside it."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def measure(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, ".build/release/tonghop")
    commands = {"tonghop --version": [program, "--version"], "python3 -S -c pass": ["/usr/bin/python3", "-S", "-c", "pass"]}
    times = {name: [] for name in commands}
    for _ in range(60):
        for name, command in commands.items():
            times[name].append(measure(command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, value in medians.items():
        print(f"{value:6.1f} ms  {name}")
    own, other = medians.values()
    print(f"{own / other:6.2f}     ratio")
    with tempfile.NamedTemporaryFile() as stripped:
        subprocess.run(["strip", "-o", stripped.name, program], check=True)
        print(f"{os.path.getsize(stripped.name) / 1e6:6.1f} MB  stripped")


main()
