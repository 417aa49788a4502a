import TestSupport
import Testing

/// Something done to a workspace behind the program's back, with what any machine has: Python and its `sqlite3`.
struct Tampering: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Prints what must be named, a line each.
  let script: String
  /// The commands that must say so; each other one may say so too, or must not feel it.
  let told: Set<LookedAt>
  /// What `doctor` ends with.
  let doctor: Int32
  /// What the commands that say so end with.
  let status: Int32

  init(
    _ name: String, told: Set<LookedAt> = Set(LookedAt.allCases), status: Int32 = 74, doctor: Int32 = 1,
    _ script: String
  ) {
    testDescription = name
    self.script = script
    self.told = told
    self.status = status
    self.doctor = doctor
  }

  /// What scripts begin with.
  static let prelude = """
    import hashlib, json, os, shutil, sqlite3, sys
    w, older, other = sys.argv[1:4]
    path = w + '/ledger.sqlite'

    def shell(*statements):
        c = sqlite3.connect(path, isolation_level=None)
        try:
            return [c.execute(*(s if isinstance(s, tuple) else (s,))).fetchall() for s in statements][-1]
        finally:
            c.close()

    # Behind the triggers, which stand again afterwards as they stood.
    def unguarded(*statements):
        triggers = shell("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        shell('PRAGMA ignore_check_constraints = ON', *['DROP TRIGGER ' + name for name, _ in triggers], *statements,
              *[sql for _, sql in triggers])

    def number(sql):
        return shell(sql)[0][0]

    def payload(n):
        return json.loads(number(f'SELECT line FROM entry WHERE sequence = {n}'))['payload']

    def line(entry):
        return json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(',', ':'))

    # Writes a line in place of another; its digest is made again.
    def put(n, text):
        unguarded(('UPDATE entry SET line = ?, digest = ? WHERE sequence = ?',
                   (text, hashlib.sha256(text.encode()).digest(), n)))

    last = number('SELECT max(sequence) FROM entry')
    accepted = [row[0] for row in shell('SELECT sequence FROM content ORDER BY 1')]
    refused = number("SELECT sequence FROM entry WHERE kind = 'submission' AND sequence NOT IN"
                     " (SELECT sequence FROM content)")
    delivery = number("SELECT sequence FROM entry WHERE kind = 'delivery' LIMIT 1")

    """
}

/// What is run on a workspace that was changed.
enum LookedAt: String, CaseIterable, Sendable {
  case status, query, report, reportList, units, regime, check, ingest

  /// Those that make figures of contents.
  static let figures: Set<LookedAt> = [.query, .report]

  var arguments: [String] {
    switch self {
    case .status: ["status", "--period", "HK1/2026-2027", "--json"]
    case .query: ["query", "--from", "2026-12-15", "--to", "2027-06-14", "--by", "donVi", "--format", "json"]
    case .report: ["report", "half-year", "2027-1", "--to", "ubnd-tinh", "--format", "json"]
    case .reportList: ["report", "list"]
    case .units: ["units", "list"]
    case .regime: ["regime", "show"]
    case .check: ["check", TamperedCopy.bundles + "2027-01-27/gdtx002-hk1.zip", "--json"]
    case .ingest: ["ingest", TamperedCopy.bundles + "2027-01-27/gdtx002-hk1.zip", "--json"]
    }
  }
}
