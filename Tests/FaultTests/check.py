#!/usr/bin/env python3
"""Holds workspaces against what was dropped into them.   check.py DROPPED [--like REFERENCE] WORKSPACE…

DROPPED is a folder as the inbox was before anything was taken in. Every file of it has exactly one delivery, its stored bytes, its
receipt in the outbox as the ledger keeps it with a proof that holds, and is gone from the inbox. With a reference the whole result
is equal to its, but for the proofs: which tree one is of depends on what was committed together.
Prints a line for every violation; ends with 1 when there is one.
"""

import base64
import collections
import hashlib
import json
import pathlib
import re
import sqlite3
import sys


PROOF = ".tlog-proof"
SEAL = re.compile(rb'<figure class="seal">.*?</figure>')


def files(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def leaf(line):
    return hashlib.sha256(b"\0" + line.encode()).digest()


def root(leaves):
    """The Merkle tree hash of RFC 6962."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node(root(leaves[:split]), root(leaves[split:]))


def climbed(hash, index, size, path):
    """The root that an inclusion proof leads to (RFC 9162, 2.1.3.2)."""
    last = size - 1
    for step in path:
        if index % 2 or index == last:
            hash = node(step, hash)
            while index % 2 == 0 and index:
                index, last = index >> 1, last >> 1
        else:
            hash = node(hash, step)
        index, last = index >> 1, last >> 1
    return hash if last == 0 else None


def proved(text, lines):
    """The entry that a proof shows to be in the tree over the first lines; signatures are looked at elsewhere."""
    head, extra, index, *rest = text.split("\n")
    line = base64.b64decode(extra.removeprefix("extra ")).decode()
    empty = rest.index("")
    path = [base64.b64decode(step) for step in rest[:empty]]
    size, stated = int(rest[empty + 2]), base64.b64decode(rest[empty + 3])
    index = int(index.removeprefix("index "))
    holds = lines[index] == line and stated == root([leaf(one) for one in lines[:size]])
    return line if head == "c2sp.org/tlog-proof@v1" and holds and climbed(leaf(line), index, size, path) == stated else None


def entries(workspace):
    with sqlite3.connect(f"file:{workspace}/ledger.sqlite?mode=ro", uri=True) as ledger:
        rows = ledger.execute("SELECT sequence, line, digest FROM entry ORDER BY sequence").fetchall()
        receipts = ledger.execute("SELECT number, json FROM receipt ORDER BY number").fetchall()
    return rows, receipts


def violations(workspace, dropped):
    rows, receipts = entries(workspace)
    before = bytes(32)
    for place, (sequence, line, digest) in enumerate(rows, 1):
        entry = json.loads(line)
        linked = entry["sequence"] == sequence == place and entry["previous"] == before.hex()
        if not linked or hashlib.sha256(line.encode()).digest() != digest:
            yield f"the chain breaks at {sequence}"
        before = digest
    head = json.loads((workspace / "keys/head").read_text())
    if rows and (head["sequence"], head["sha256"]) != (rows[-1][0], rows[-1][2].hex()):
        yield "keys/head is not the ledger's end"
    left = [name for name in files(workspace / "inbox") if not name.startswith("kiem-tra/")]
    if left or (workspace / ".claimed").exists():
        yield f"left in the inbox: {left}"
    if [number for number, _ in receipts] != list(range(1, len(receipts) + 1)):
        yield "receipts have gaps"
    told = [json.loads(text) for _, text in receipts]
    deliveries = collections.Counter((receipt["sha256"], receipt["file"]) for receipt in told)
    for name, data in dropped.items():
        digest = hashlib.sha256(data).hexdigest()
        file = name.split("/")[-1]
        if deliveries[digest, file] != 1:
            yield f"{name} has {deliveries[digest, file]} deliveries"
        stored = workspace / "store" / digest
        if not stored.exists() or stored.read_bytes() != data:
            yield f"{name} is not stored"
    if len(told) != len(dropped):
        yield f"{len(told)} deliveries of {len(dropped)} files"
    written = collections.defaultdict(list)
    for name, data in files(workspace / "outbox").items():
        written[name.split("/")[-1]].append(data)
    for (number, text), receipt in zip(receipts, told):
        ends = f"{receipt['file']}.{receipt['receipt']}.bien-nhan"
        pages, texts = written[ends + ".html"], written[ends + ".json"]
        if texts != [text.encode()]:
            yield f"receipt {number} is not in the outbox as the ledger has it"
        if len(pages) != 1 or not pages[0].endswith(b"</html>\n"):
            yield f"receipt {number} has no page"
        line = proved(written[ends + PROOF][0].decode(), [line for _, line, _ in rows]) if written[ends + PROOF] else None
        if line is None or json.loads(line)["payload"].get("receipt") != number:
            yield f"receipt {number} has no proof that holds"


def compared(root):
    """The contents of files; of a proof, beside a receipt and on its page, that it is there."""
    return {name: b"" if name.endswith(PROOF) else SEAL.sub(b"seal", data) for name, data in files(root).items()}


def differences(workspace, reference):
    for part in ["outbox", "quarantine", "store"]:
        if compared(workspace / part) != compared(reference / part):
            yield f"{part} differs from the undisturbed run"
    if entries(workspace) != entries(reference):
        yield "the ledger differs from that of the undisturbed run"


def main(arguments):
    dropped = files(pathlib.Path(arguments.pop(0)))
    reference = None
    if arguments[0] == "--like":
        reference = pathlib.Path(arguments[1])
        arguments = arguments[2:]
    found = False
    for name in arguments:
        workspace = pathlib.Path(name)
        problems = list(violations(workspace, dropped))
        if reference:
            problems += differences(workspace, reference)
        for problem in problems:
            print(f"{workspace.name}: {problem}")
            found = True
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
