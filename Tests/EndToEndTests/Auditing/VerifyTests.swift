import Foundation
import TestSupport
import Testing

/// A whole record with an issued report, held against itself (<doc:record#Audits>). What is done to entries, contents and files
/// of the ledger is among `TamperingTests`.
@Suite struct VerifyTests {
  /// Something done to what lies beside the ledger; the check that fails, and whether a rerun fails too.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let check: String
    let movesRerun: Bool
    let script: String

    init(_ name: String, _ check: String, movesRerun: Bool = true, _ script: String) {
      (testDescription, self.check, self.movesRerun, self.script) = (name, check, movesRerun, script)
    }
  }

  private static let prelude = """
    import hashlib, json, os, shutil, sqlite3, sys
    w = sys.argv[1]
    ledger = sqlite3.connect(w + '/ledger.sqlite')
    entries = [json.loads(row[0]) for row in ledger.execute('SELECT line FROM entry ORDER BY sequence')]

    def stored(kind, key='sha256'):
        return w + '/store/' + next(e['payload'][key] for e in entries if e['kind'] == kind)

    def change(path, old, new):
        data = open(path, 'rb').read()
        assert old in data
        os.chmod(path, 0o640)
        open(path, 'wb').write(data.replace(old, new))

    issued = w + '/reports/half-year-2027-1-ubnd-tinh-v1/half-year-2027-1-ubnd-tinh-v1'

    """

  static let changes = [
    Change("a bundle is changed", "object", "change(stored('delivery'), b'PK', b'KP')"),
    Change("a bundle is cut off", "object", "p = stored('delivery')\nos.chmod(p, 0o640)\nos.truncate(p, 100)"),
    Change("a bundle is gone", "object", "os.remove(stored('delivery'))"),
    Change(
      "two bundles are changed about", "object",
      """
      a, b = [w + '/store/' + e['payload']['sha256'] for e in entries if e['kind'] == 'delivery'][:2]
      os.rename(a, w + '/x'); os.rename(b, a); os.rename(w + '/x', b)
      """),
    Change("the regime is changed", "object", "change(stored('regime'), b'01-31', b'02-28')"),
    Change("the registry is changed", "object", "change(stored('registry'), b'CSGD_SO', b'CSGD_XA')"),
    Change(
      "an issued document is changed", "output", movesRerun: false, "change(issued + '.html', b'10.565', b'20.565')"),
    Change("an issued file is gone", "output", movesRerun: false, "os.remove(issued + '.xlsx')"),
    Change(
      "a stored document is changed", "object", movesRerun: false,
      """
      report = next(e['payload'] for e in entries if e['kind'] == 'report')
      digest = next(o['sha256'] for o in report['outputs'] if o['name'].endswith('.html'))
      change(w + '/store/' + digest, b'10.565', b'20.565')
      """),
    Change("no public key", "key", movesRerun: false, "os.remove(w + '/keys/ledger.pub')"),
    Change(
      "a foreign public key", "checkpoint", movesRerun: false,
      """
      import base64
      name = open(w + '/keys/ledger.pub').read().split('+')[0]
      public = b'\\x01' + bytes(range(32))
      mark = hashlib.sha256(name.encode() + b'\\n' + public).hexdigest()[:8]
      open(w + '/keys/ledger.pub', 'w').write(f'{name}+{mark}+{base64.b64encode(public).decode()}\\n')
      """),
  ]

  @Test func aSoundRecordIsSound() throws {
    let copy = try IssuedCopy()
    let before = copy.folder.files(below: "w")
    let verified = try copy.run(["audit", "verify"])
    #expect(verified.status == 0 && verified.text.split(separator: "\n").allSatisfy { $0.hasPrefix("✓") })
    let rerun = try copy.run(["audit", "rerun", IssuedCopy.id, "--json"])
    let answer = try #require(try rerun.json() as? Object)
    #expect(rerun.status == 0 && answer["schema"] as? String == "tonghop.audit/1" && answer["ok"] as? Bool == true)
    #expect((answer["checks"] as? [Object])?.allSatisfy { $0["state"] as? String == "ok" } == true)
    #expect(copy.folder.files(below: "w") == before)
  }

  @Test(arguments: changes) func whatWasChangedIsNamed(_ change: Change) throws {
    let copy = try IssuedCopy()
    _ = try copy.tamper(Self.prelude + change.script, [copy.w])
    let verified = try copy.run(["audit", "verify", "--json"])
    let checks = try #require((try verified.json() as? Object)?["checks"] as? [Object])
    let failed = checks.filter { $0["state"] as? String == "failed" }.compactMap { $0["name"] as? String }
    #expect(verified.status == 1 && failed.contains(change.check), "\(verified.text)")
    let rerun = try copy.run(["audit", "rerun", IssuedCopy.id])
    #expect(change.movesRerun ? [1, 74].contains(rerun.status) : rerun.status == 0, "\(rerun.text) \(rerun.remarks)")
    #expect(!rerun.isKilled)
  }

  /// Whoever builds the whole ledger anew, with `keys/head` beside it, still cannot sign its tree.
  @Test func aLedgerBuiltAnewIsNotTheOneThatWasSigned() throws {
    let copy = try IssuedCopy()
    let script = """
      import hashlib, json, sqlite3, sys
      w = sys.argv[1]
      c = sqlite3.connect(w + '/ledger.sqlite', isolation_level=None)
      triggers = c.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
      for name, _ in triggers: c.execute('DROP TRIGGER ' + name)
      before = '0' * 64
      for sequence, text in c.execute('SELECT sequence, line FROM entry ORDER BY sequence').fetchall():
          entry = json.loads(text)
          entry['previous'] = before
          if sequence > 50: entry['operator'] = 'khac'
          text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(',', ':'))
          digest = hashlib.sha256(text.encode())
          before = digest.hexdigest()
          c.execute('UPDATE entry SET line = ?, digest = ? WHERE sequence = ?', (text, digest.digest(), sequence))
      for _, sql in triggers: c.execute(sql)
      c.close()
      head = json.load(open(w + '/keys/head'))
      head['sha256'] = before
      json.dump(head, open(w + '/keys/head', 'w'))
      """
    _ = try copy.tamper(script, [copy.w])
    let verified = try copy.run(["audit", "verify"])
    #expect(verified.status == 1 && verified.text.contains("✗"), "\(verified.text) \(verified.remarks)")
    #expect(verified.text.contains("rebuilt or forked"), "\(verified.text)")
    // A writer signs no fork.
    let bundle = CommandTests.samples + "/bundles/2027-01-27/gdtx002-hk1.zip"
    #expect(try copy.run(["ingest", bundle]).status == 74)
  }

  /// What came, went and was explained: the same figure in every answer.
  @Test func explainedFiguresAddUp() throws {
    let copy = try IssuedCopy()
    let report = try #require(
      JSONSerialization.jsonObject(with: try copy.folder.data("w/reports/\(IssuedCopy.id)/\(IssuedCopy.id).json"))
        as? Object)
    for code in ["CT01", "CT09"] {
      let value = try #require(try DemoTests.row("indicators", code, in: report)["value"] as? String)
      let told = try #require(
        try copy.run(["audit", "explain", IssuedCopy.id, "indicators.\(code)", "--json"]).json() as? Object)
      let parts = try #require(told["contributions"] as? [Object]).compactMap {
        ($0["value"] as? String).flatMap { Decimal(string: $0) }
      }
      #expect(told["value"] as? String == value && parts.reduce(0, +) == Decimal(string: value), "\(code)")
      #expect(!parts.isEmpty)
    }
    // Each is followed to the line of the school's file that says it.
    let told = try copy.run(["audit", "explain", IssuedCopy.id, "indicators.CT09", "--json"])
    try copy.folder.write("ct09.json", told.text)
    let script = """
      import json, re, sys, zipfile
      w, answer = sys.argv[1:3]
      looked = {'csv': 0, 'xml': 0}
      for row in json.load(open(answer))['contributions']:
          if not row['line']: continue
          data = zipfile.ZipFile(f"{w}/store/{row['bundle']}").read(row['entry'])
          text = data.decode('utf-16' if data[:2] in (b'\\xff\\xfe', b'\\xfe\\xff') else 'utf-8-sig')
          line = re.sub(r'[., ]', '', text.splitlines()[row['line'] - 1])
          assert row['value'].lstrip('-') in line, (row, line)
          looked[row['entry'][-3:]] += 1
      assert min(looked.values()) > 3, looked
      """
    _ = try copy.tamper(script, [copy.w, copy.folder.path + "/ct09.json"])
    let unknown = try copy.run(["audit", "explain", IssuedCopy.id, "indicators.CT0l"])
    #expect(unknown.status == 64 && unknown.remarks.contains("CT01"), "\(unknown.remarks)")
  }
}
