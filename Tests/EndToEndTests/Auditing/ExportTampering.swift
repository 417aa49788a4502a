import Testing

/// Something done to an export by who would have another report believed.
struct ExportTampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// What the answer names.
  let named: String
  let script: String

  init(_ name: String, named: String, _ script: String) {
    (testDescription, self.named, self.script) = (name, named, script)
  }

  /// Opens the export as a dictionary of members in their order; `write()` puts it back as exports are written.
  static let prelude = """
    import hashlib, json, sys, zipfile
    path = sys.argv[1]
    with zipfile.ZipFile(path) as file:
        members = {name: file.read(name) for name in file.namelist()}

    def write(more=()):
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_STORED) as file:
            for name, data in [*members.items(), *more]:
                file.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)

    def line(value):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':')).encode()

    lines = members['entries.jsonl'].splitlines()
    entries = [json.loads(text) for text in lines]

    # A chain that holds in itself, made anew of changed entries.
    def rebuild():
        before = '0' * 64
        for n, entry in enumerate(entries):
            entry['sequence'], entry['previous'] = n + 1, before
            before = hashlib.sha256(line(entry)).hexdigest()
        members['entries.jsonl'] = b''.join(line(entry) + b'\\n' for entry in entries)

    def first(kind):
        return next(n for n, entry in enumerate(entries) if entry['kind'] == kind)

    def member(kind, key='sha256'):
        return 'objects/' + entries[first(kind)]['payload'][key]

    contents = members['contents.jsonl'].splitlines()

    """

  static let all = entries + besides + archives

  private static let entries = [
    ExportTampering(
      "an entry is changed", named: "entry 2",
      "lines[20] = lines[20].replace(b'demo', b'omed')\nmembers['entries.jsonl'] = b'\\n'.join(lines) + b'\\n'\nwrite()"
    ),
    ExportTampering(
      "an entry is gone", named: "entry 2",
      "del lines[20]\nmembers['entries.jsonl'] = b'\\n'.join(lines) + b'\\n'\nwrite()"),
    ExportTampering(
      "two entries are changed about", named: "entry 2",
      "lines[20], lines[21] = lines[21], lines[20]\nmembers['entries.jsonl'] = b'\\n'.join(lines) + b'\\n'\nwrite()"),
    ExportTampering(
      "an entry too many", named: "entry 116", "members['entries.jsonl'] += lines[-1] + b'\\n'\nwrite()"),
    ExportTampering(
      "an empty line", named: "entries.jsonl", "members['entries.jsonl'] += b'\\n'\nwrite()"),
    ExportTampering(
      "a chain built anew after a delivery was taken out", named: "checkpoint",
      "del entries[first('delivery')]\nrebuild()\nwrite()"),
    ExportTampering(
      "a chain built anew with a late report in time", named: "checkpoint",
      "entries[first('submission')]['payload']['receivedAt'] = '2026-12-01T08:00:00+07:00'\nrebuild()\nwrite()"),
    ExportTampering(
      "the report's entry is gone", named: "the last entry",
      "del lines[-1]\nmembers['entries.jsonl'] = b'\\n'.join(lines) + b'\\n'\nwrite()"),
    ExportTampering(
      "no entries", named: "the last entry", "members['entries.jsonl'] = b''\nwrite()"),
  ]

  private static let besides = [
    ExportTampering(
      "a figure of the report", named: "report",
      "members['report.json'] = members['report.json'].replace(b'10565', b'20565')\nwrite()"),
    ExportTampering(
      "a figure of a content", named: "content",
      """
      n = next(n for n, text in enumerate(contents) if json.loads(text)['content']['hoatDong'])
      content = json.loads(contents[n])
      content['content']['hoatDong'][0]['soNguoi'] += 1
      contents[n] = line(content)
      members['contents.jsonl'] = b'\\n'.join(contents) + b'\\n'
      write()
      """),
    ExportTampering(
      "a content is gone", named: "content",
      "members['contents.jsonl'] = b'\\n'.join(contents[1:]) + b'\\n'\nwrite()"),
    ExportTampering(
      "a content stands twice", named: "content",
      "members['contents.jsonl'] += contents[0] + b'\\n'\nwrite()"),
    ExportTampering(
      "two contents are changed about", named: "content",
      """
      a, b = json.loads(contents[0]), json.loads(contents[1])
      a['sequence'], b['sequence'] = b['sequence'], a['sequence']
      members['contents.jsonl'] = b'\\n'.join([line(a), line(b), *contents[2:]]) + b'\\n'
      write()
      """),
    ExportTampering("a bundle is gone", named: "object", "del members[member('delivery')]\nwrite()"),
    ExportTampering(
      "a bundle is changed", named: "object", "members[member('delivery')] += b' '\nwrite()"),
    ExportTampering("the regime is gone", named: "object", "del members[member('regime')]\nwrite()"),
    ExportTampering(
      "the regime is changed", named: "object",
      "name = member('regime')\nmembers[name] = members[name].replace(b'01-31', b'02-28')\nwrite()"),
    ExportTampering(
      "the registry is changed", named: "object",
      "name = member('registry')\nmembers[name] = members[name].replace(b'CSGD_SO', b'CSGD_XA')\nwrite()"),
    ExportTampering(
      "an object that nobody names", named: "object",
      "write([('objects/' + hashlib.sha256(b'x').hexdigest(), b'x')])"),
    ExportTampering(
      "another root", named: "checkpoint",
      """
      text = members['checkpoint'].decode().split('\\n')
      text[2] = 'A' * 43 + '='
      members['checkpoint'] = '\\n'.join(text).encode()
      write()
      """),
    ExportTampering("no checkpoint", named: "checkpoint", "members['checkpoint'] = b''\nwrite()"),
    ExportTampering(
      "a purge of nobody", named: "purge",
      """
      digest = entries[first('delivery')]['payload']['sha256']
      entry = line({'kind': 'purge', 'payload': {'reason': 'x', 'sha256': digest}})
      members['purged.jsonl'] = line({'entry': entry.decode(), 'proof': ''}) + b'\\n'
      del members['objects/' + digest]
      write()
      """),
    ExportTampering(
      "a foreign key", named: "checkpoint",
      """
      from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
      from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
      import base64
      key = Ed25519PrivateKey.from_private_bytes(bytes([7]) * 32)
      public = b'\\x01' + key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
      text, name = members['checkpoint'].decode().split('\\n\\n')[0] + '\\n', members['ledger.pub'].decode().split('+')[0]
      mark = hashlib.sha256(name.encode() + b'\\n' + public).digest()[:4]
      signed = base64.b64encode(mark + key.sign(text.encode())).decode()
      members['checkpoint'] = f'{text}\\n— {name} {signed}\\n'.encode()
      write()
      """),
  ]

  private static let archives = [
    ExportTampering(
      "a member twice", named: "duplicateName", "write([('report.json', members['report.json'])])"),
    ExportTampering("a path that leaves its folder", named: "parentPath", "write([('objects/../../x', b'x')])"),
    ExportTampering("a member that is none", named: "member", "write([('extra.txt', b'x')])"),
    ExportTampering(
      "members in another order", named: "member",
      "members = dict(sorted(members.items(), reverse=True))\nwrite()"),
    ExportTampering(
      "a packed member", named: "member",
      """
      with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as file:
          for name, data in members.items(): file.writestr(name, data)
      """),
    ExportTampering(
      "bytes before it", named: "export", "data = open(path, 'rb').read()\nopen(path, 'wb').write(b'MZ' + data)"),
    ExportTampering("no zip", named: "export", "open(path, 'wb').write(b'x' * 999)"),
  ]
}
