/// What is kept beside the entries, in the ledger and in `store/`.
extension Tampering {
  static let beside = contents + receipts + object("regime") + object("registry") + object("delivery", told: [])

  private static let contents = [
    content(
      "changed",
      "unguarded(f\"UPDATE content SET bytes = CAST(bytes || x'00' AS BLOB) WHERE sequence = {accepted[0]}\")"),
    content("of no bytes", "unguarded(f\"UPDATE content SET bytes = x'' WHERE sequence = {accepted[0]}\")"),
    content(
      "of zeros", "unguarded(f'UPDATE content SET bytes = zeroblob(length(bytes)) WHERE sequence = {accepted[0]}')"),
    content("gone", "unguarded(f'DELETE FROM content WHERE sequence = {accepted[0]}')"),
    content(
      "of another report",
      """
      unguarded(f'''UPDATE content SET bytes = (SELECT bytes FROM content WHERE sequence = {accepted[1]})
                    WHERE sequence = {accepted[0]}''')
      """),
    content(
      "changed about with another's",
      """
      print(f'entry {accepted[1]}')
      a, b = [number(f'SELECT bytes FROM content WHERE sequence = {n}') for n in accepted[:2]]
      unguarded(('UPDATE content SET bytes = ? WHERE sequence = ?', (a, accepted[1])),
                ('UPDATE content SET bytes = ? WHERE sequence = ?', (b, accepted[0])))
      """),
    Tampering(
      "a content for a refused report", told: [],
      "shell(f\"INSERT INTO content VALUES ({refused}, x'00')\")\nprint(f'entry {refused}')"),
    Tampering(
      "a content for no report", told: [], "unguarded(\"INSERT INTO content VALUES (1, x'00')\")\nprint('entry 1')"),
    Tampering(
      "a content for no entry", told: [],
      "unguarded(\"INSERT INTO content VALUES (5555, x'00')\")\nprint('entry 5555')"),
  ]

  private static let receipts = [
    receipt(
      "changed", "unguarded(\"UPDATE receipt SET json = replace(json, 'accepted', 'rejected') WHERE number = 1\")"),
    receipt("with a line feed more", "unguarded(\"UPDATE receipt SET json = json || char(10) WHERE number = 1\")"),
    receipt("empty", "unguarded(\"UPDATE receipt SET json = '' WHERE number = 1\")"),
    receipt("gone", "unguarded('DELETE FROM receipt WHERE number = 1')"),
    receipt(
      "of another delivery",
      "unguarded('UPDATE receipt SET json = (SELECT json FROM receipt WHERE number = 2) WHERE number = 1')"),
    Tampering(
      "a receipt of no delivery", told: [],
      "unguarded(\"INSERT INTO receipt VALUES (4711, '{}')\")\nprint('receipt number 4711')"),
  ]

  /// A content is damage where it is read: by whatever makes figures of it.
  private static func content(_ name: String, _ script: String) -> Tampering {
    Tampering("a content \(name)", told: LookedAt.figures, script + "\nprint(f'entry {accepted[0]}')")
  }

  /// The receipt's file in the outbox is what was sent; the ledger's copy is read to make that again.
  private static func receipt(_ name: String, _ script: String) -> Tampering {
    Tampering("a receipt \(name)", told: [], script + "\nprint(f'entry {delivery}')")
  }

  /// An object that the first entry of a kind names.
  private static func object(_ kind: String, told: Set<LookedAt> = Set(LookedAt.allCases)) -> [Tampering] {
    let find = """
      digest = payload(number("SELECT min(sequence) FROM entry WHERE kind = '\(kind)'"))['sha256']
      file = w + '/store/' + digest
      size = os.path.getsize(file)
      print(f'object {digest}')

      """
    return [
      ("is zeros of its size", "open(file, 'wb').write(bytes(size))"), ("is cut off", "os.truncate(file, size - 1)"),
      ("goes on", "open(file, 'ab').write(b' ')"), ("is empty", "os.truncate(file, 0)"), ("is gone", "os.remove(file)"),
      ("is another's", "shutil.copy(w + '/tonghop.json', file)"),
    ].map { Tampering("the object of a \(kind) \($0)", told: told, find + $1) }
  }
}
