#!/usr/bin/env python3
"""A second opinion on an exported report, with nothing but Python:  verify.py EXPORT.zip

It shares no line with the program that made the report and asks it nothing. From the one file it checks the chain of
entries, the tree that was signed, the keys, every object and content, and then counts the report anew from what the
units told, by its own reading of the rules of counting. A line a check: ✓ it holds, ✗ it does not, – it was not looked
at, with the reason. Ends with 0 when all holds, 1 when something does not, 2 when the file is no export.
"""
import base64
import csv
import hashlib
import io
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
import zipfile
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None

MEMBERS = ["checkpoint", "ledger.pub", "entries.jsonl", "report.json", "contents.jsonl", "purged.jsonl"]
MOST = 4 << 30                  # bytes of a member, and of all of them
PLAN = "{urn:tonghop:che-do:1}"
VIETNAM = timezone(timedelta(hours=7))

class NoExport(Exception):
    """The file is none that can be looked into."""
class Wrong(Exception):
    """One check does not hold; its text says what and where."""
class Gone(Exception):
    """What a check stands on was purged."""

MALFORMED = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, ElementTree.ParseError)

class Answer:
    """The lines that are told."""
    MARKS = {"ok": "✓", "failed": "✗", "skipped": "–"}
    def __init__(self):
        self.checks = []

    def tell(self, state, text):
        self.checks.append((state, text))

    def check(self, text, body):
        """Runs a check; what it returns replaces its text, what it raises is told."""
        try:
            self.tell("ok", body() or text)
            return True
        except Wrong as wrong:
            self.tell("failed", str(wrong))
        except Gone as gone:
            self.tell("skipped", str(gone))
        except MALFORMED as fault:
            self.tell("failed", f"{text}: cannot be read ({type(fault).__name__}: {fault})")
        return False

    @property
    def holds(self):
        return all(state != "failed" for state, _ in self.checks)

def canonical(value):
    """Keys sorted, no white space, UTF-8."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

# ----- The file -----
class Export:
    """The members of the archive. Names and sizes are not believed; nothing is written to the disk."""
    def __init__(self, path):
        try:
            archive = zipfile.ZipFile(path)
            members = archive.infolist()
            names = [member.filename for member in members]
            if names[:len(MEMBERS)] != MEMBERS or len(set(names)) != len(names) or members[0].header_offset:
                raise NoExport("its members are not those of an export, one stands twice, or bytes stand before them")
            strange = [name for name in names[len(MEMBERS):] if not re.fullmatch(r"objects/[0-9a-f]{64}", name)]
            if strange:
                raise NoExport(f"a member that is none: {strange[0]}")
            if any(member.compress_type for member in members) or sum(member.file_size for member in members) > MOST:
                raise NoExport("a member that is packed, or more than is ever looked into")
            self.data = {name: archive.read(name) for name in names}
            self.objects = {name[8:]: data for name, data in self.data.items() if name.startswith("objects/")}
        except (OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zipfile.BadZipFile) as fault:
            raise NoExport(str(fault)) from fault

    def lines(self, name):
        data = self.data[name]
        lines = data.split(b"\n")
        if data and (lines[-1] or not all(lines[:-1])):
            raise Wrong(f"{name}: a line that is empty or cut off")
        return lines[:-1]

# ----- The tree, signed notes, proofs (RFC 6962, C2SP) -----
def leaf(line):
    return sha256(b"\0", line)

def root(leaves):
    """The Merkle tree hash: pairs are joined, and a lone last one goes up as it is."""
    while len(leaves) > 1:
        pairs = [sha256(b"\1", *leaves[at:at + 2]) for at in range(0, len(leaves) - 1, 2)]
        leaves = pairs + leaves[len(pairs) * 2:]
    return leaves[0] if leaves else sha256()

def climbed(found, index, size, path):
    """The root that an inclusion proof leads to."""
    last = size - 1
    for step in path:
        if index % 2 or index == last:
            found = sha256(b"\1", step, found)
            while index and index % 2 == 0:
                index, last = index >> 1, last >> 1
        else:
            found = sha256(b"\1", found, step)
        index, last = index >> 1, last >> 1
    return found if last == 0 else None

class Key:
    """A line `name+hash+base64` of a public key."""
    def __init__(self, line):
        self.line = line
        self.name, mark, data = line.split("+", 2)
        public = base64.b64decode(data, validate=True)
        self.mark = sha256(self.name.encode(), b"\n", public)[:4]
        self.public = public[1:]
        if public[:1] != b"\1" or len(public) != 33 or self.mark.hex() != mark:
            raise Wrong(f"no public key: {line}")
        # The name of a log follows from its first key.
        self.is_first = self.name == "tonghop/" + sha256(self.public).hex()[:8]

class Note:
    """A signed note: a text, an empty line, signatures."""
    def __init__(self, text):
        body, gap, marks = text.rpartition("\n\n")
        if not gap:
            raise Wrong("no signed note")
        self.text = body + "\n"
        self.signatures = []
        for mark in marks.splitlines():
            dash, name, data = mark.split(" ")
            if dash != "—":
                raise Wrong("no signature: " + mark)
            self.signatures.append((name, base64.b64decode(data, validate=True)))

    def signer(self, keys):
        """The key that signed it; without `cryptography` the one that it names."""
        for key in keys:
            for name, data in self.signatures:
                if name == key.name and data[:4] == key.mark and Note.holds(key, data[4:], self.text.encode()):
                    return key
        raise Wrong("signed with none of the keys that came along")

    @staticmethod
    def holds(key, signature, text):
        if Ed25519PublicKey is None:
            return True
        try:
            Ed25519PublicKey.from_public_bytes(key.public).verify(signature, text)
            return True
        except InvalidSignature:
            return False

    def tree(self):
        """Origin, size and root of a checkpoint."""
        origin, size, data = self.text.splitlines()
        return origin, int(size), base64.b64decode(data, validate=True)

def proven(text, keys):
    """The entry that a tlog-proof shows to be in a signed tree."""
    head, _, note = text.partition("\n\n")
    form, extra, index, *path = head.split("\n")
    if form != "c2sp.org/tlog-proof@v1" or not extra.startswith("extra ") or not index.startswith("index "):
        raise Wrong("no proof")
    line, index = base64.b64decode(extra[6:], validate=True), int(index[6:])
    note = Note(note)
    origin, size, stated = note.tree()
    path = [base64.b64decode(step, validate=True) for step in path]
    if note.signer(keys).name != origin or climbed(leaf(line), index, size, path) != stated:
        raise Wrong("a proof that does not hold")
    return line

# ----- Contents, as the record keeps them -----
# The fields of a row in their order: ? may be nothing, # a whole number, % a decimal, @ a day, ! yes or no, * a list.
ROWS = {
    "hoatDong": "ma? ngay@ nhiemVu noiDung hinhThuc sanPham chuDe* soLuong# soNguoi# ten diaChi? ghiChu? dong#",
    "chiTieu": "ma giaTri% ghiChu? dong#", "moHinh": "ma? noiDung ten moTa tacGia? diaChi? minhChung* dong#",
    "thuyetMinh": "muc noiDung dong#", "giaiTrinh": "quyTac noiDung dong#"}
HEADER = "cheDo donVi tenDonVi? loai which lanNop# khongPhatSinh! nguoiLap? nguoiKy? ngayLap@"

def number(value):
    """A whole number: zigzag, then seven bits a byte."""
    value, out = 2 * value if value >= 0 else -2 * value - 1, bytearray()
    while value > 127:
        value, out = value >> 7, out + bytes([value & 127 | 128])
    return bytes(out + bytes([value]))

def text(value):
    return number(len(value.encode())) + value.encode()

PACKED = {"#": number, "%": lambda value: number(int(Decimal(value) * 1000)),
          "?": lambda value: b"\0" if value is None else b"\1" + text(value),
          "!": lambda value: bytes([value]),
          "@": lambda value: number((date.fromisoformat(value) - date(1970, 1, 1)).days),
          "*": lambda value: number(len(value)) + b"".join(map(text, value))}

def packed(row, form):
    """The fields of a row, one after the other."""
    return b"".join(PACKED[name[-1]](row[name[:-1]]) if name[-1] in PACKED else text(row[name])
                    for name in form.split())

def kept(content):
    """The bytes whose digest is `contentSha256`."""
    head = dict(content["thongTin"], lanNop=content["thongTin"]["lanNop"] or 0)
    head["loai"], _, head["which"] = head["ky"].partition("/")
    told = [number(1), packed(head, HEADER)]
    for block, form in ROWS.items():
        told += [number(len(content[block])), *(packed(row, form) for row in content[block])]
    told += [number(len(content["minhChung"])),
             *(text(one["duongDan"]) + bytes.fromhex(one["sha256"]) for one in content["minhChung"])]
    return b"".join(told)

# ----- The record -----
class Record:
    """The entries, and what they name."""
    def __init__(self, export):
        self.export = export
        self.lines = export.lines("entries.jsonl")
        self.entries = [json.loads(line) for line in self.lines]
        self.digests = [sha256(line).hex() for line in self.lines]
        self.report = self.entries[-1]["payload"] if self.entries else {}
        self.keys, self.contents, self.is_redacted = [], {}, False
        self.purged = {entry["payload"]["sha256"] for entry in self.entries if entry["kind"] == "purge"}

    def of(self, kind, until=None):
        """Sequence and payload of the entries of a kind, up to one."""
        return [(entry["sequence"], entry["payload"]) for entry in self.entries[:until] if entry["kind"] == kind]

    def chain(self):
        before, at = "0" * 64, ""
        for place, (line, entry) in enumerate(zip(self.lines, self.entries), 1):
            linked = entry["sequence"] == place and entry["previous"] == before and entry["schema"] == "tonghop.entry/1"
            if not linked or canonical(entry) != line or entry["recordedAt"] < at:
                raise Wrong(f"chain: entry {place} is not what follows the entry before")
            before, at = self.digests[place - 1], entry["recordedAt"]
        if not self.entries or self.entries[-1]["kind"] != "report":
            raise Wrong("chain: its last entry issues no report")
        return f"chain 1–{len(self.entries)}"

    def checkpoint(self):
        self.keys = [Key(line) for line in self.export.data["ledger.pub"].decode().splitlines()]
        note = Note(self.export.data["checkpoint"].decode())
        key = note.signer(self.keys)
        origin, size, stated = note.tree()
        if origin != key.name or size != len(self.lines) or stated != root([leaf(line) for line in self.lines]):
            raise Wrong("checkpoint: it is not of these entries")
        return f"tree of {size} entries signed by {origin}"

    def vouched(self):
        """Each key but a log's first is in a note signed with one before it, or replaced one that was lost."""
        older, unnamed = list(reversed(self.keys)), list(self.keys)
        for sequence, event in self.of("key"):
            place = next((n for n, key in enumerate(older) if key.line == event["vkey"]), None)
            if place is None:
                raise Wrong(f"key: ledger.pub lacks that of entry {sequence}")
            if "note" in event:
                note = Note(event["note"])
                if note.text != event["vkey"] + "\n" or note.signer(older[:place]).name != older[place].name:
                    raise Wrong(f"key: nobody vouches for that of entry {sequence}")
            unnamed.remove(next(key for key in unnamed if key.line == event["vkey"]))
        if not all(key.is_first for key in unnamed) or len(unnamed) != 1 + len(self.of("rollback")):
            raise Wrong("key: one that nobody names")
        return f"{len(self.keys)} public key(s)"

    def purges(self):
        """Objects that a later entry purged, with its proof."""
        for line in self.export.lines("purged.jsonl"):
            told = json.loads(line)
            entry = told["entry"].encode()
            if proven(told["proof"], self.keys) != entry or json.loads(entry)["kind"] != "purge":
                raise Wrong("purge: one without a proof")
            self.purged.add(json.loads(entry)["payload"]["sha256"])
        return f"{len(self.purged)} object(s) purged"

    def objects(self):
        """Those that are there have their digest, and those that entries name are there."""
        named, raw = set(), set()
        for entry in self.entries:
            payload = entry["payload"]
            if entry["kind"] == "delivery" and "sha256" in payload and payload["sha256"] not in self.purged:
                raw.add(payload["sha256"])
            if entry["kind"] in ("regime", "template", "registry", "attachment"):
                named.add(payload["sha256"])
            named.update(output["sha256"] for output in payload.get("outputs", []))
        for digest, data in self.export.objects.items():
            if sha256(data).hex() != digest:
                raise Wrong(f"object {digest} differs from its digest")
            if digest not in named | raw:
                raise Wrong(f"object {digest} is named by no entry")
        lacking = (named | raw) - self.export.objects.keys()
        self.is_redacted = bool(raw) and lacking == raw - named
        if lacking and not self.is_redacted:
            raise Wrong(f"object {min(lacking)} is missing")
        return f"{len(self.export.objects)} objects"

    def told(self):
        """What each accepted submission told; its header is its entry's."""
        accepted = {sequence: event for sequence, event in self.of("submission") if event["accepted"]}
        bundles = dict(self.of("delivery"))
        owed = {sequence for sequence, event in accepted.items()
                if bundles[event["delivery"]].get("sha256") not in self.purged}
        for line in self.export.lines("contents.jsonl"):
            told = json.loads(line)
            sequence, content = told["sequence"], told["content"]
            header, entry = content["thongTin"], accepted.get(sequence)
            if canonical(told) != line or entry is None or sequence in self.contents:
                raise Wrong(f"content of {sequence}: not that of an accepted submission, or twice")
            if (header["donVi"], header["ky"], header["cheDo"]) != (entry["unit"], entry["period"], entry["regime"]):
                raise Wrong(f"content of {sequence}: not of the unit and period that its entry names")
            if sha256(kept(content)).hex() != entry["contentSha256"]:
                raise Wrong(f"content of {sequence} differs from its digest")
            self.contents[sequence] = content
        if owed != self.contents.keys():
            raise Wrong(f"content of {min(owed ^ self.contents.keys())} is missing")
        return f"{len(self.contents)} contents"

    def issued(self):
        """The report's entry names the report that came along, and the head that it stands on."""
        data, report = self.export.data["report.json"], json.loads(self.export.data["report.json"])
        if sha256(data).hex() != self.report["jsonSha256"]:
            raise Wrong("report.json is not what its entry names")
        if report["asOf"] != self.report["asOf"] or report["ledgerHead"] != self.digests[report["asOf"] - 1]:
            raise Wrong("report: it stands on another ledger")
        return f"report {self.report['id']}, as of entry {report['asOf']}"

# ----- The plan -----
def shifted(text, year):
    """`1/01-31` of a school year that begins in a year."""
    years, day = text.split("/")
    return date.fromisoformat(f"{year + int(years)}-{day}")

class Plan:
    """A regime file."""
    def __init__(self, data):
        self.xml = ElementTree.fromstring(data)
        self.since = date.fromisoformat(self.xml.get("apDungTu"))
        self.kinds = {item.get("ma"): item for item in self.items("loaiDonVi")}
        self.indicators = {item.get("ma"): item for item in self.items("chiTieu")}
        self.ratios = {item.get("ma"): item for item in self.items("tyLe")}
        self.periods = {item.get("ma"): item for item in self.items("kyBaoCao")}
        self.yearly = {item.get("ngay") for item in self.xml.findall(f"{PLAN}ngayNghi/{PLAN}hangNam")}
        self.once = {item.get("ngay") for item in self.xml.findall(f"{PLAN}ngayNghi/{PLAN}rieng")}
        self.parts = {code: (item.get("gom") or "").split() for code, item in self.periods.items()}
        self.required = {(kind, period) for item in self.items("nghiaVu") if item.get("muc") == "batBuoc"
                         for kind in item.get("loai").split() for period in item.get("ky").split()}

    def items(self, block):
        return self.xml.findall(f"{PLAN}{block}/{PLAN}muc")

    def codes(self, block):
        return [item.get("ma") for item in self.items(block)]

    def asked(self, indicator):
        """The kinds of unit that are asked for a told indicator; all of them for a derived one."""
        return set(self.indicators[indicator].get("hoi", " ".join(self.kinds)).split())

    def matches(self, indicator, activity):
        item = self.indicators[indicator]
        return all(activity[key] in item.get(key).split() for key in ("nhiemVu", "noiDung", "hinhThuc", "sanPham")
                   if item.get(key))

    def days(self, kind, year):
        """First, last and due day of a period of a school year."""
        item = self.periods[kind]
        own = next((one for one in item.findall(f"{PLAN}rieng") if one.get("nam") == str(year)), item)
        return [date.fromisoformat(own.get(key)) if "/" not in (own.get(key) or item.get(key))
                else shifted(own.get(key) or item.get(key), year) for key in ("tu", "den", "han")]

class Registry:
    """The units; a unit has a row for each time of its life."""
    def __init__(self, data, day):
        self.rows, self.day = defaultdict(list), day
        for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")):
            row["tu"] = date.fromisoformat(row["tu_ngay"]) if row.get("tu_ngay") else date.min
            row["den"] = date.fromisoformat(row["den_ngay"]) if row.get("den_ngay") else date.max
            self.rows[row["ma"]].append(row)

    def in_force(self, unit, day):
        return any(row["tu"] <= day <= row["den"] for row in self.rows.get(unit, []))

    def row(self, unit):
        rows = self.rows[unit]
        return next((row for row in rows if row["tu"] <= self.day <= row["den"]), rows[-1])

# ----- What lives -----
INVISIBLE = dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
TONES = "\u0300\u0301\u0303\u0309\u0323"

def folded(text):
    """A title as titles are compared: one case, and the tone marks of each word behind it."""
    def word(letters):
        letters = unicodedata.normalize("NFD", letters)
        rest = "".join(letter for letter in letters if letter not in TONES)
        return unicodedata.normalize("NFC", rest) + "".join(letter for letter in letters if letter in TONES)

    return " ".join(map(word, unicodedata.normalize("NFC", text).lower().translate(INVISIBLE).split()))

def school_year(day):
    return day.year if day.month >= 8 else day.year - 1

class Facts:
    """Everything that a report may stand on: the live submissions as of an entry, and the activities that count."""
    def __init__(self, record, until):
        self.regime = record.report["regime"]
        objects = record.export.objects
        payloads = [event for _, event in record.of("regime", until) if event["id"] == self.regime]
        self.plans = sorted((Plan(objects[event["sha256"]]) for event in payloads), key=lambda plan: plan.since)
        self.plan = self.plans[-1]
        self.day = datetime.fromisoformat(record.entries[until - 1]["recordedAt"]).astimezone(VIETNAM).date()
        self.registry = Registry(objects[record.of("registry", until)[-1][1]["sha256"]], self.day)
        office = record.of("settings", until)[-1][1]["office"]
        self.days_off = set(office.get("daysOff", []))
        self.requests = {"CD/" + event["code"]: event for _, event in record.of("request", until)
                         if event["regime"] == self.regime}
        self.gather(record, until)

    def gather(self, record, until):
        withdrawn = {event["submission"] for _, event in record.of("withdrawal", until)}
        self.accepted, self.refused, self.live = defaultdict(list), defaultdict(list), {}
        self.came = set()
        for sequence, event in record.of("submission", until):
            if event.get("regime") != self.regime or not event.get("unit") or not event.get("period"):
                continue
            key, at = (event["unit"], event["period"]), datetime.fromisoformat(event["receivedAt"])
            self.came.add(key)
            if not event["accepted"] and not event.get("overtaken"):
                self.refused[key].append(at)
            elif sequence not in withdrawn:
                self.accepted[key].append((at, event["accepted"]))
            if event["accepted"] and sequence not in withdrawn:
                self.live[key] = sequence
        self.told = {}
        for key, sequence in self.live.items():
            if sequence not in record.contents:
                raise Gone(f"figures: they stand on entry {sequence}, which was purged")
            self.told[key] = record.contents[sequence]

    @cached_property
    def activities(self):
        """Those that count, of every unit."""
        units = defaultdict(list)
        for (unit, period), sequence in self.live.items():
            units[unit].append((len(self.containing(period)), -sequence, period))
        return [activity for unit in sorted(units) for activity in self.counting(unit, sorted(units[unit]))]

    def counting(self, unit, ordered):
        """The submissions in which fewest others are contained come first; in each the last row does."""
        found = []
        for _, _, period in ordered:
            own = []
            for row in reversed(self.told[unit, period]["hoatDong"]):
                row = {**row, "unit": unit, "period": period, "day": date.fromisoformat(row["ngay"])}
                row["nature"] = row["day"], row["nhiemVu"], row["sanPham"], folded(row["ten"])
                again = not row["ma"] and any(not one["ma"] and one["nature"] == row["nature"] for one in own)
                if not again and not any(self.same(row, one) for one in found):
                    own.append(row)
            found += own
        return found

    def same(self, a, b):
        """Whether two rows of two submissions of one unit are the same activity."""
        if a["nature"] == b["nature"]:
            return True
        numbered = a["ma"] and b["ma"] and a["ma"].upper() == b["ma"].upper()
        if not numbered or school_year(a["day"]) != school_year(b["day"]):
            return False
        titles, work = a["nature"][3] == b["nature"][3], a["nature"][1:3] == b["nature"][1:3]
        nested = a["period"] in self.containing(b["period"]) or b["period"] in self.containing(a["period"])
        return a["day"] == b["day"] and (titles or work) or titles and work and nested

    def parts(self, period):
        kind, which = period.split("/", 1)
        parts = [f"{part}/{which}" for part in self.plan.parts.get(kind, [])]
        return parts + [code for code, event in self.requests.items() if event.get("partOf") == period]

    def containing(self, period):
        """The periods that contain one, however far out."""
        kind, which = period.split("/", 1)
        wholes = [f"{code}/{which}" for code, parts in self.plan.parts.items() if kind in parts]
        request = self.requests.get(period, {})
        wholes += [request["partOf"]] if request.get("partOf") else []
        return wholes + [further for whole in wholes for further in self.containing(whole)]

    def days(self, period):
        """First, last and due day: of a school year by the version of the plan that is in force on the last."""
        if period in self.requests:
            event = self.requests[period]
            first, last, due = (date.fromisoformat(event[key]) for key in ("from", "to", "due"))
        else:
            kind, which = period.split("/", 1)
            dated = [plan.days(kind, int(which[:4])) for plan in self.plans if kind in plan.periods]
            fitting = [days for plan, days in zip(self.plans, dated) if plan.since <= days[1]]
            first, last, due = (fitting or dated)[-1 if fitting else 0]
        while self.is_day_off(due):
            due += timedelta(days=1)
        return first, last, due

    def is_day_off(self, day):
        off = str(day) in self.days_off | self.plan.once or day.strftime("%m-%d") in self.plan.yearly
        return off or day.weekday() > 4

    def every_period(self, until):
        """Periods that end by a day, those of school years from the plan's first on."""
        kinds = [code for code, item in self.plan.periods.items() if item.get("lich") == "namHoc"]
        years = range(self.plans[0].since.year - 1, until.year + 1)
        dated = [f"{kind}/{year}-{year + 1}" for year in years for kind in kinds]
        dated = [period for period in dated if self.days(period)[1] >= self.plans[0].since]
        return [period for period in dated + list(self.requests) if self.days(period)[1] <= until]

    def is_required(self, unit, period):
        """A request may name whom it asks; among these the plan says who must answer."""
        kind, request = self.kind(unit), self.requests.get(period, {})
        named = [kind in request.get("kinds", []), self.dimension(unit, "cap") in request.get("levels", []),
                 unit in request.get("units", [])]
        asked = [key for key in ("kinds", "levels", "units") if request.get(key)]
        return (kind, period.split("/")[0]) in self.plan.required and (not asked or any(named))

    def kind(self, unit):
        return self.registry.row(unit)["loai"]

    def dimension(self, unit, key):
        if key == "donVi":
            return unit
        row = self.registry.row(unit)
        if key == "xa" and self.plan.kinds[row["loai"]].get("nhom") == "xa":
            return unit
        return row.get(key) or "-"

    def said(self, unit, period, indicator):
        """What a unit told for a period; a nil return tells 0 of every flow that it is asked for."""
        content = self.told.get((unit, period))
        if content is None:
            return None
        value = next((row["giaTri"] for row in content["chiTieu"] if row["ma"] == indicator), None)
        if value is None and content["thongTin"]["khongPhatSinh"] and self.is_flow(indicator):
            value = "0" if self.kind(unit) in self.plan.asked(indicator) else None
        return None if value is None else Decimal(value)

    def sum_of_parts(self, unit, period, indicator):
        total = Decimal(0)
        for part in self.parts(period):
            value = self.said(unit, part, indicator)
            total += self.sum_of_parts(unit, part, indicator) if value is None else value
        return total

    def is_flow(self, indicator):
        return self.plan.indicators[indicator].get("loai") == "luong"

    def stands_alone(self, period):
        """A request that is part of no period: its told values enter the report on it alone."""
        return period in self.requests and not self.requests[period].get("partOf")

# ----- The figures -----
def plain(value):
    """A decimal without zeros at its end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text

def percent(top, bottom):
    return plain((Decimal(100) * top / bottom).quantize(Decimal("0.01"), ROUND_HALF_UP)) if bottom else None

class Figures:
    """A report counted anew. Each table has the name that it has in the report."""
    def __init__(self, facts, report):
        self.facts, self.plan, self.report = facts, facts.plan, report
        self.begin, self.end = (date.fromisoformat(report["window"][key]) for key in ("from", "to"))
        self.filter = report.get("where") or {}
        # Of one period alone: a semester's, or a request's.
        request = "CD/" + report["key"]
        self.alone = (report["key"] if report["kind"] == "semester"
                      else request if report["kind"] == "ad-hoc" and request in facts.requests else None)
        self.inside = [activity for activity in facts.activities
                       if self.begin <= activity["day"] <= self.end and self.passes(activity)]
        self.values, self.negative = defaultdict(dict), []
        self.derive()
        self.add_flows()
        self.add_stocks()

    def of(self, activity, key):
        """The values of an activity in a dimension."""
        if key == "thang":
            return [activity["ngay"][:7]]
        if key not in activity:
            return [self.facts.dimension(activity["unit"], key)]
        return activity[key] or ["-"] if key == "chuDe" else [activity[key]]

    def passes(self, activity):
        return all(set(self.of(activity, key)) & set(values) for key, values in self.filter.items())

    def has(self, unit):
        return unit in self.facts.registry.rows and all(
            self.facts.dimension(unit, key) in values for key, values in self.filter.items()
            if key in ("loai", "cap", "xa", "vung", "donVi"))

    @staticmethod
    def measures(some):
        return {"records": len(some), "soLuong": sum(one["soLuong"] for one in some),
                "soNguoi": sum(one["soNguoi"] for one in some), "units": len({one["unit"] for one in some})}

    def by(self, *keys, codes=None, name=None):
        """Rows by the values of dimensions: those of the plan, or those that occur."""
        groups = defaultdict(list)
        for activity in self.inside:
            combined = [()]
            for key in keys:
                combined = [before + (value,) for before in combined for value in self.of(activity, key)]
            for group in combined:
                groups[group].append(activity)
        wanted = [(code,) for code in codes] if codes is not None else groups
        names = [name] if name else keys
        return [{**dict(zip(names, group)), **self.measures(groups.get(group, []))} for group in wanted]

    def derive(self):
        for code, item in self.plan.indicators.items():
            for activity in self.inside if item.get("loai") == "tinh" else []:
                if self.plan.matches(code, activity):
                    unit = activity["unit"]
                    self.values[code][unit] = self.values[code].get(unit, Decimal(0)) + activity["soLuong"]

    def add_flows(self):
        flows = [code for code in self.plan.indicators if self.facts.is_flow(code)]
        for unit, period in sorted(self.facts.live):
            last = self.facts.days(period)[1]
            counts = period == self.alone if self.alone else (
                self.begin <= last <= self.end and not self.facts.stands_alone(period))
            if not counts or not self.has(unit):
                continue
            for code in flows:
                value = self.facts.said(unit, period, code)
                if value is None:
                    continue
                added = value if self.alone else value - self.facts.sum_of_parts(unit, period, code)
                self.values[code][unit] = self.values[code].get(unit, Decimal(0)) + added
                if added < 0:
                    self.negative.append({"unit": unit, "period": period, "code": code, "value": plain(added)})

    def stock_period(self, unit):
        """The one whose last day is the latest in the twelve months; of several the one that contains the other."""
        if self.alone:
            return self.alone if (unit, self.alone) in self.facts.live else None
        day = self.end - timedelta(days=1) if (self.end.month, self.end.day) == (2, 29) else self.end
        after = day.replace(year=day.year - 1)
        periods = [period for one, period in self.facts.live if one == unit
                   and after < self.facts.days(period)[1] <= self.end and not self.facts.stands_alone(period)]
        return max(periods, default=None,
                   key=lambda period: (self.facts.days(period)[1], -len(self.facts.containing(period))))

    def add_stocks(self):
        stocks = [code for code, item in self.plan.indicators.items() if item.get("loai") == "thoiDiem"]
        for unit in sorted({unit for unit, _ in self.facts.live}):
            period = self.stock_period(unit)
            if period is None or not self.has(unit) or not self.facts.registry.in_force(unit, self.end):
                continue
            for code in stocks:
                value = self.facts.said(unit, period, code)
                if value is not None:
                    self.values[code][unit] = value

    @cached_property
    def owing(self):
        """Units that a period of the report requires."""
        return {unit for period in self.periods for unit in self.facts.registry.rows
                if self.facts.is_required(unit, period) and self.has(unit)
                and self.facts.registry.in_force(unit, self.facts.days(period)[1])
                and self.facts.registry.in_force(unit, self.end)}

    def indicators(self):
        rows = []
        for code in self.plan.indicators:
            told = self.values[code]
            asked = {unit for unit in self.owing if self.facts.kind(unit) in self.plan.asked(code)}
            rows.append({"code": code, "value": plain(sum(told.values())) if told else None, "units": len(told),
                         "expected": len(asked), "requiredUnits": len(asked & told.keys())})
        return rows

    def by_kind(self, units):
        kinds = defaultdict(set)
        for unit in units:
            kinds[self.facts.kind(unit)].add(unit)
        return kinds.items()

    def indicators_by_kind(self):
        return [{"code": code, "loai": kind, "units": len(units), "value": plain(sum(told[unit] for unit in units))}
                for code, told in self.values.items() for kind, units in self.by_kind(told)]

    def terms(self, code, units=None):
        """Numerator, denominator and units of a ratio: units that told both, or all that told the one."""
        item = self.plan.ratios[code]
        above, below = self.values[item.get("tu")], self.values[item.get("mau")] if item.get("mau") else None
        both = set(above) & set(above if below is None else below) & set(above if units is None else units)
        top = sum((above[unit] for unit in both), Decimal(0))
        bottom = Decimal(len(both)) if below is None else sum((below[unit] for unit in both), Decimal(0))
        return {"code": code, "numerator": plain(top), "denominator": plain(bottom), "units": len(both),
                "value": percent(top, bottom)}

    def ratios_by_kind(self):
        rows = [{**self.terms(code, units), "loai": kind} for code, item in self.plan.ratios.items()
                for kind, units in self.by_kind(self.values[item.get("tu")])]
        return [row for row in rows if row["units"]]

    @cached_property
    def periods(self):
        """The periods whose completeness the report tells."""
        if self.alone:
            return [self.alone]
        if self.report["kind"] == "school-year":
            own = [f"{kind}/{self.report['key']}" for kind, item in self.plan.periods.items()
                   if item.get("lich") == "namHoc"]
            return own + [period for period in self.facts.requests
                          if set(self.facts.containing(period)) & set(own)]
        return [period for period in self.facts.every_period(self.end) if self.facts.days(period)[1] >= self.begin]

    def status(self, unit, period):
        """How a required unit stands; `None` where nothing came from an invited one."""
        _, _, due = self.facts.days(period)
        grace, working = due, 0
        while working < 2:
            grace += timedelta(days=1)
            working += not self.facts.is_day_off(grace)
        came = self.facts.accepted[unit, period]
        if any(accepted for _, accepted in came):
            first = min(at for at, _ in came).astimezone(VIETNAM).date()
            tried = any(at.astimezone(VIETNAM).date() <= due for at in self.facts.refused[unit, period])
            return "onTime" if first <= due or tried and first <= grace else "late"
        return "rejected" if (unit, period) in self.facts.came else "missing"

    @cached_property
    def statuses(self):
        """Unit, period, whether it must, and how it stands."""
        return [(unit, period, self.facts.is_required(unit, period), self.status(unit, period))
                for period in self.periods for unit in self.facts.registry.rows
                if self.facts.registry.in_force(unit, self.facts.days(period)[1]) and self.has(unit)]

    @staticmethod
    def counts(rows):
        counts = dict.fromkeys("required reported onTime late rejected missing invitedReported".split(), 0)
        for _, _, is_required, status in rows:
            if is_required:
                counts["required"] += 1
                counts[status] += 1
                counts["reported"] += status in ("onTime", "late")
            else:
                counts["invitedReported"] += status in ("onTime", "late")
        return counts

    @staticmethod
    def rates(counts):
        return {"reportedRate": percent(counts["reported"], counts["required"]),
                "onTimeRate": percent(counts["onTime"], counts["required"])}

    def completeness(self):
        return [{"period": period, **self.counts(row for row in self.statuses if row[1] == period)}
                for period in self.periods]

    def completeness_rates(self):
        return [{"period": row["period"], "due": str(self.facts.days(row["period"])[2]), **self.rates(row)}
                for row in self.completeness()]

    def completeness_by(self):
        groups = defaultdict(list)
        for row in self.statuses:
            for key in ("loai", "cap", "xa", "vung"):
                groups[row[1], key, self.facts.dimension(row[0], key)].append(row)
        rows = []
        for (period, key, value), some in groups.items():
            counts = self.counts(some)
            # Those of whom nobody must and nobody did are left out.
            if counts["required"] or counts["invitedReported"]:
                rows.append({"period": period, key: value, **counts, **self.rates(counts)})
        return rows

    def missing(self):
        return [{"unit": unit, "period": period, "status": status}
                for unit, period, is_required, status in self.statuses
                if is_required and status in ("rejected", "missing")]

    def tables(self):
        """Everything that is counted, by its name in the report."""
        named = {"tasks": "nhiemVu", "contentAreas": "noiDung", "channels": "hinhThuc", "products": "sanPham",
                 "topics": "chuDe"}
        found = {"byKind": "loai", "byLevel": "cap", "byRegion": "vung", "byCommune": "xa", "byMonth": "thang"}
        tables = {name: self.by(key, codes=self.plan.codes(key), name="code") for name, key in named.items()}
        tables |= {name: self.by(key, name="code") for name, key in found.items()}
        tables |= {
            "total": self.measures(self.inside), "areaByChannel": self.by("noiDung", "hinhThuc"),
            "taskProducts": self.by("nhiemVu", "sanPham"), "areaProducts": self.by("noiDung", "sanPham"),
            "kindProducts": self.by("loai", "sanPham"), "indicators": self.indicators(),
            "indicatorsByKind": self.indicators_by_kind(), "ratiosByKind": self.ratios_by_kind(),
            "ratios": [{key: row[key] for key in ("code", "value")} for row in map(self.terms, self.plan.ratios)],
            "ratioTerms": [self.terms(code) for code in self.plan.ratios], "missingUnits": self.missing(),
            "completeness": self.completeness(), "completenessRates": self.completeness_rates(),
            "completenessBy": self.completeness_by(), "negativeIncrements": self.negative,
        }
        if self.report.get("by"):
            tables["rows"] = self.by(*self.report["by"])
        return tables

# ----- Held against the report -----
MEASURES = set("records soLuong soNguoi units value expected requiredUnits numerator denominator required reported due "
               "onTime late rejected missing invitedReported reportedRate onTimeRate status lead".split())

def named(row):
    """What tells a row from the others of its table."""
    return ".".join(f"{key}={row[key]}" for key in sorted(row) if key not in MEASURES and isinstance(row[key], str))

def differences(name, ours, theirs):
    """Where a table of the report is not as it was counted."""
    if isinstance(ours, dict):
        return [f"{name}.{key}: counted {value}, in the report {theirs.get(key)}" for key, value in ours.items()
                if theirs.get(key, theirs) != value]
    keys = {key for row in ours for key in row} - MEASURES
    rows = defaultdict(list)
    for row in theirs:
        rows[named({key: value for key, value in row.items() if key in keys or not ours})].append(row)
    found = []
    for row in ours:
        place = named(row)
        if not rows[place]:
            found.append(f"{name}.{place}: counted, not in the report")
            continue
        found += differences(f"{name}.{place}", row, rows[place].pop(0))
    return found + [f"{name}.{place}: in the report, not counted" for place, left in rows.items() for _ in left]

def held(name, ours, report):
    if name not in report:
        raise Wrong(f"{name}: counted, not in the report")
    found = differences(name, ours, report[name])
    if found:
        raise Wrong("; ".join(found[:8]) + (f"; and {len(found) - 8} more" if len(found) > 8 else ""))
    return f"{name}: {1 if isinstance(ours, dict) else len(ours)} row(s) as counted"

def compare(record, answer):
    report = json.loads(record.export.data["report.json"])
    tables = Figures(Facts(record, report["asOf"]), report).tables()
    for name, ours in tables.items():
        answer.check(name, lambda: held(name, ours, report))
    known = "schema kind key to title window where by asOf ledgerHead regime registry texts".split()
    left = [name for name in sorted(report.keys() - tables.keys() - set(known)) if report[name] not in (None, [], {})]
    answer.tell("skipped", "not counted anew: tasks.lead, tasks.status, " + ", ".join(left))
    return f"{len(tables)} tables counted anew"

def verify(path):
    answer = Answer()
    export = Export(path)
    try:
        record = Record(export)
    except (Wrong, *MALFORMED) as fault:
        answer.tell("failed", f"chain: it cannot be read ({fault})")
        return answer
    if not answer.check("chain", record.chain):
        return answer
    for name, body in (("checkpoint", record.checkpoint), ("key", record.vouched), ("purge", record.purges),
                       ("object", record.objects), ("content", record.told), ("report", record.issued)):
        answer.check(name, body)
    if Ed25519PublicKey is None:
        answer.tell("skipped", "signatures: the package cryptography is not installed")
    if record.is_redacted:
        answer.tell("skipped", "raw bundles: they were left out")
    if not answer.holds:
        answer.tell("skipped", "figures: not counted of what does not hold")
        return answer
    answer.check("figures", lambda: compare(record, answer))
    return answer

def main(arguments):
    if len(arguments) != 1:
        print(__doc__.split("\n", 1)[0], file=sys.stderr)
        return 2
    try:
        answer = verify(arguments[0])
    except NoExport as fault:
        print(f"no export: {fault}", file=sys.stderr)
        return 2
    for state, text in answer.checks:
        print(Answer.MARKS[state], text)
    return 0 if answer.holds else 1

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
