#!/usr/bin/env python3
"""How fast bundles are taken in, beside a floor in C and a script in Python, on the same bundles.

    Tests/Benchmarks/ingest.py [--program P] [--units 1605] [--activities 60] [--runs 5]

Runs are taken in turns; a run counts only if its totals equal the program's. Prints a table with medians, spread and ratios.
Needs gcc, libxml2-dev, zlib1g-dev and, for the XML script, lxml (made available by the benchmark's own environment)."""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SCHEMA = os.path.join(ROOT, "Schemas/submission.xsd")
CLOCK = "2027-01-20T08:00:00+07:00"


def run(command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **more).stdout


class Bench:
    def __init__(self, options, scratch):
        self.options, self.scratch = options, scratch
        self.program = options.program or os.path.join(ROOT, ".build/release/tonghop")
        self.python = sys.executable
        try:
            import lxml  # noqa: F401
        except ImportError:
            run([sys.executable, "-m", "venv", f"{scratch}/venv"])
            self.python = f"{scratch}/venv/bin/python"
            run([self.python, "-m", "pip", "install", "-q", "lxml"])
        self.floor = f"{scratch}/floor"
        flags = run(["pkg-config", "--cflags", "--libs", "libxml-2.0", "zlib"]).split()
        run(["gcc", "-O2", "-pthread", "-o", self.floor, os.path.join(HERE, "peers/floor.c"), *flags])
        self.data, self.sizes = {}, {}
        for form in ("xml", "csv"):
            self.data[form] = f"{scratch}/{form}"
            run([self.program, "generate", "--units", str(options.units), "--activities", str(options.activities), "--seed",
                 "7", "--format", form, "--out", self.data[form]])

    def workspace(self, form):
        """A new one whose inbox holds the bundles, ready to be read."""
        folder = f"{self.scratch}/workspace"
        shutil.rmtree(folder, ignore_errors=True)
        run([self.program, "init", folder, "--units", f"{self.data[form]}/units.csv"])
        for name in os.listdir(self.data[form]):
            if name.endswith(".zip"):
                shutil.copy(f"{self.data[form]}/{name}", f"{folder}/inbox/{name}")
        os.sync()
        time.sleep(3)
        return folder

    def tonghop(self, form):
        folder = self.workspace(form)
        start = time.perf_counter()
        before = os.times()
        run([self.program, "ingest", "--workspace", folder, "--now", CLOCK])
        after, elapsed = os.times(), time.perf_counter() - start
        answer = json.loads(run([self.program, "query", "--from", "2026-01-01", "--to", "2027-12-31", "--format", "json",
                                 "--workspace", folder]))["total"]
        self.sizes.setdefault(form, self.files(folder))
        totals = (answer["records"], answer["soLuong"], answer["soNguoi"])
        return elapsed, after.children_user + after.children_system - before.children_user - before.children_system, totals

    @staticmethod
    def files(folder):
        """Mean size of each file that is written for a bundle: its object, and its receipts by kind."""
        sums = {}
        for place in ("store", "outbox"):
            for path, _, names in os.walk(f"{folder}/{place}"):
                for name in names:
                    kind = name.rsplit(".", 1)[-1] if "." in name else "object"
                    total, count = sums.get(kind, (0, 0))
                    sums[kind] = (total + os.path.getsize(os.path.join(path, name)), count + 1)
        return [str(total // count) for total, count in sums.values() if count > 2]

    def other(self, command):
        out = f"{self.scratch}/out"
        shutil.rmtree(out, ignore_errors=True)
        if command[0] == self.floor:
            os.makedirs(out)
        os.sync()
        start = time.perf_counter()
        before = os.times()
        totals = tuple(int(x) for x in run([part.replace("OUT", out) for part in command]).split())
        after, elapsed = os.times(), time.perf_counter() - start
        return elapsed, after.children_user + after.children_system - before.children_user - before.children_system, totals

    def peers(self, form):
        script = [self.python, os.path.join(HERE, "peers/ingest.py"), SCHEMA, f"{self.data[form]}/units.csv",
                  self.data[form], "OUT", form]
        peers = {f"Python, {'lxml' if form == 'xml' else 'csv'}": script}
        if form == "xml":
            peers["C floor"] = [self.floor, SCHEMA, self.data[form], "OUT", "2", *self.sizes[form]]
        return peers

    def compare(self, form):
        results = {}
        for _ in range(self.options.runs):
            elapsed, cpu, totals = self.tonghop(form)
            results.setdefault("tonghop", []).append((elapsed, cpu))
            for name, command in self.peers(form).items():
                elapsed, cpu, other = self.other(command)
                if other != totals:
                    sys.exit(f"{name} counts {other}, tonghop {totals}")
                results.setdefault(name, []).append((elapsed, cpu))
        own = [statistics.median(times) for times in zip(*results["tonghop"])]
        print(f"\n{self.options.units} {form.upper()} bundles of {self.options.activities} activities, {self.options.runs} runs\n")
        print("| | seconds (least–most) | CPU seconds | time, ratio | CPU, ratio |\n|---|---|---|---|---|")
        for name, times in results.items():
            wall, cpu = zip(*times)
            mid, used = statistics.median(wall), statistics.median(cpu)
            print(f"| {name} | {mid:.2f} ({min(wall):.2f}–{max(wall):.2f}) | {used:.2f} | {own[0] / mid:.2f} | {own[1] / used:.2f} |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program")
    parser.add_argument("--units", type=int, default=1605)
    parser.add_argument("--activities", type=int, default=60)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=os.environ.get("TONGHOP_SCRATCH")) as scratch:
        bench = Bench(options, scratch)
        for form in ("xml", "csv"):
            bench.compare(form)


if __name__ == "__main__":
    main()
