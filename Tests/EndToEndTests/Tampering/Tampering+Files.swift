/// The ledger's file as a whole, and `keys/head` beside it.
extension Tampering {
  static let declarations = [
    Tampering("a trigger is gone", "shell('DROP TRIGGER entryStays')\nprint('trigger entryStays')"),
    Tampering(
      "all triggers are gone",
      "for row in shell(\"SELECT name FROM sqlite_schema WHERE type = 'trigger'\"):\n    shell('DROP TRIGGER ' + row[0])\nprint('trigger receiptRemains')"
    ),
    Tampering(
      "a trigger more", "shell('CREATE TRIGGER also AFTER INSERT ON entry BEGIN SELECT 1; END')\nprint('trigger also')"),
    Tampering("a view more", "shell('CREATE VIEW live AS SELECT * FROM entry')\nprint('view live')"),
    Tampering("a table more", "shell('CREATE TABLE note (text)')\nprint('table note')"),
    Tampering("an index is gone", "shell('DROP INDEX entryByUnit')\nprint('index entryByUnit')"),
    Tampering(
      "a trigger's text",
      """
      shell('PRAGMA writable_schema = ON', '''UPDATE sqlite_schema SET sql = replace(sql, 'BEFORE UPDATE', 'AFTER UPDATE')
            WHERE name = 'entryStays' ''', 'PRAGMA writable_schema = RESET')
      print('trigger entryStays')
      """),
    Tampering("a table is gone", "shell('DROP TABLE receipt')\nprint('table receipt')"),
  ]

  static let files = [
    Tampering("no bytes", status: 65, doctor: 65, "open(path, 'wb')\nprint('ledger.sqlite')"),
    Tampering("a text", status: 65, doctor: 65, "open(path, 'w').write('sổ' * 9999)\nprint('ledger.sqlite')"),
    Tampering(
      "another program's database", status: 65, doctor: 65,
      "os.remove(path)\nshell('CREATE TABLE entry (sequence INTEGER PRIMARY KEY)')\nprint('ledger.sqlite')"),
    Tampering("no ledger", doctor: 74, "os.remove(path)\nprint('ledger.sqlite')"),
    Tampering(
      "cut off in the middle", doctor: 74, "os.truncate(path, os.path.getsize(path) // 8192 * 4096)\nprint('malformed')"
    ),
    Tampering("cut off after its first page", doctor: 74, "os.truncate(path, 4096)\nprint('malformed')"),
    Tampering("as it was before", "shutil.copy(older + '/ledger.sqlite', path)\nprint(f'entry {last}')"),
    Tampering("another office's, longer", "shutil.copy(other + '/ledger.sqlite', path)\nprint(f'entry {last}')"),
    Tampering(
      "another office's keys/head",
      """
      shutil.copy(other + '/keys/head', w + '/keys/head')
      print(f"entry {json.load(open(w + '/keys/head'))['sequence']}")
      """),
    Tampering(
      "a keys/head that goes on",
      """
      head = json.load(open(w + '/keys/head'))
      head['sequence'] += 1
      open(w + '/keys/head', 'w').write(line(head))
      print(f"entry {head['sequence']}")
      """),
    Tampering(
      "a keys/head with another digest",
      """
      head = json.load(open(w + '/keys/head'))
      head['sha256'] = '0' * 64
      open(w + '/keys/head', 'w').write(line(head))
      print(f"entry {head['sequence']}")
      """),
    Tampering("no keys/head", told: [], "os.remove(w + '/keys/head')\nprint('keys/head')"),
    Tampering("a keys/head of no sense", told: [], "open(w + '/keys/head', 'w').write('{}')\nprint('keys/head')"),
  ]

  /// A page of zeros, wherever it lies: whoever reads it says so, and `doctor` does always. Where rows are cut off by it, what is
  /// said may be of the file.
  static let pages = (2...9).map { number in
    Tampering(
      "page \(number) of ten is zeros", told: [],
      """
      size = number('PRAGMA page_size')
      count = number('PRAGMA page_count')
      assert number('PRAGMA freelist_count') == 0
      with open(path, 'r+b') as file:
          file.seek(size * (count * \(number) // 10))
          file.write(bytes(size))
      """)
  }

  static let none = [
    Tampering("VACUUM", "shell('VACUUM')"), Tampering("REINDEX", "shell('REINDEX')"),
    Tampering("another page size", "shell('PRAGMA journal_mode = DELETE', 'PRAGMA page_size = 8192', 'VACUUM')"),
    Tampering("another journal", "shell('PRAGMA journal_mode = DELETE')"),
    Tampering("a copy in its place", "shutil.copyfile(path, path + '.x')\nos.replace(path + '.x', path)"),
    Tampering("an empty log", "open(path + '-wal', 'wb')"),
    Tampering("nothing", ""),
  ]
}
