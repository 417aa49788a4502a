#!/usr/bin/env python3
"""How long `status` and `remind` take, beside a program that only reads the same rows of the ledger.

    Tests/Benchmarks/status.py [UNITS [ACTIVITIES]]     1605 and 60 without; the country has 54000

Builds the program, takes in the synthetic reports of all units but every ninth, a tenth of them with a fault, in a folder that
goes away again, and prints the best of three runs of each command and its ratio to the reading."""
import os
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PERIOD = "HK1/2026-2027"


def best(action, runs=3):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 1605
    activities = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    build = ["swift", "build", "-c", "release", "--product", "tonghop"]
    subprocess.run(build, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    folder = subprocess.run(build + ["--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    with tempfile.TemporaryDirectory() as scratch:
        workspace = os.path.join(scratch, "w")

        def tonghop(*arguments, now="2027-02-04T08:00:00+07:00", expected=(0,)):
            done = subprocess.run([os.path.join(folder, "tonghop"), *arguments, "--now", now],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if done.returncode not in expected:
                sys.exit(done.stderr)

        bundles = os.path.join(scratch, "bundles")
        tonghop("generate", "--units", str(units), "--activities", str(activities), "--faults", "10", "--seed", "1",
                "--out", bundles)
        tonghop("init", workspace, "--units", os.path.join(bundles, "units.csv"), now="2026-09-01T08:00:00+07:00")
        files = sorted(os.path.join(bundles, name) for name in os.listdir(bundles) if name.endswith(".zip"))
        sent = [name for number, name in enumerate(files) if number % 9]
        for start in range(0, len(sent), 5000):
            tonghop("ingest", *sent[start:start + 5000], "--workspace", workspace, now="2027-01-20T08:00:00+07:00",
                    expected=(0, 1))

        def read():
            ledger = sqlite3.connect(os.path.join(workspace, "ledger.sqlite"))
            entries = "SELECT payload FROM entry WHERE kind IN ('submission', 'delivery')"
            sum(len(row[0]) for row in ledger.execute(entries))
            sum(len(row[0]) for row in ledger.execute("SELECT summary FROM content"))
            ledger.close()

        letters = os.path.join(scratch, "letters")
        commands = {
            "status --json": ["status", "--period", PERIOD, "--json"],
            "status": ["status", "--period", PERIOD],
            "remind": ["remind", "--period", PERIOD, "--until", "2027-02-10", "--out", letters],
        }
        reading = best(read)
        print(f"{units} units, {len(sent)} reports of {activities} activities; reading the rows alone: {reading:.3f} s")
        for name, arguments in commands.items():
            taken = best(lambda: tonghop(*arguments, "--workspace", workspace))
            print(f"{name:14}{taken:8.3f} s   {taken / reading:6.1f} times the reading")
        with open(os.path.join(letters, "remind-HK1-2026-2027.csv"), encoding="utf-8-sig") as table:
            print(f"reminded: {sum(1 for _ in table) - 1} units")


if __name__ == "__main__":
    main()
