"""Zip archives byte by byte, good ones and broken ones: zipfile would not write the broken ones."""

import struct
import zlib

TIME, DATE = 0x4000, (2027 - 1980) << 9 | 1 << 5 | 18


class Entry:
    def __init__(self, name, data, method=0, flags=0x0800, **over):
        self.name = name.encode("utf-8") if isinstance(name, str) else name
        self.plain = data
        self.method, self.flags = method, flags
        deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
        self.data = deflater.compress(data) + deflater.flush() if method == 8 else data
        self.crc = zlib.crc32(data)
        self.local_name, self.local_crc = self.name, None
        self.mode, self.made_by, self.offset, self.size = 0, 20, None, len(data)
        for key, value in over.items():
            setattr(self, key, value)


def local(entry):
    crc = entry.crc if entry.local_crc is None else entry.local_crc
    return struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, entry.flags, entry.method, TIME, DATE, crc, len(entry.data),
                       entry.size, len(entry.local_name), 0) + entry.local_name + entry.data


def central(entry, offset):
    return struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, entry.made_by, 20, entry.flags, entry.method, TIME, DATE,
                       entry.crc, len(entry.data), entry.size, len(entry.name), 0, 0, 0, 0, entry.mode << 16,
                       offset) + entry.name


def archive(entries, before=b"", after=b"", disk=0):
    """Entries are (name, bytes) pairs or Entry values."""
    body, directory = bytearray(before), bytearray()
    entries = [entry if isinstance(entry, Entry) else Entry(*entry) for entry in entries]
    for entry in entries:
        offset = len(body) if entry.offset is None else entry.offset
        if entry.offset is None:
            body += local(entry)
        directory += central(entry, offset)
    end = struct.pack("<IHHHHIIH", 0x06054B50, disk, disk, len(entries), len(entries), len(directory), len(body), 0)
    return bytes(body + directory + end + after)


def of(files):
    """A plain archive of files by name."""
    return archive([(name, data if isinstance(data, bytes) else data.encode()) for name, data in files.items()])
