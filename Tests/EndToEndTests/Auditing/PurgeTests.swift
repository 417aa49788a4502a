import Foundation
import TestSupport
import Testing

/// Bytes that should not be kept go; that they were there, and what was decided, stays (<doc:record#Undoing>).
@Suite struct PurgeTests {
  private static let name = "thpt001-hk1.zip"

  /// A report that was withdrawn: its sequence and the digest of its bundle.
  private func withdrawn(_ copy: IssuedCopy) throws -> (sequence: String, digest: String) {
    let script = """
      import json, sqlite3, sys
      c = sqlite3.connect(sys.argv[1] + '/ledger.sqlite')
      rows = [json.loads(r[0]) for r in c.execute('SELECT line FROM entry ORDER BY sequence')]
      held = {s for s, in c.execute('SELECT sequence FROM content')}
      taken = {e['sequence']: e['payload'] for e in rows if e['kind'] == 'delivery'}
      last = [e for e in rows if e['sequence'] in held][-1]
      print(last['sequence'], taken[last['payload']['delivery']]['sha256'])
      """
    let words = try copy.tamper(script, [copy.w]).text.split(separator: " ").map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return (words[0], words[1])
  }

  @Test func bytesGoAndTheRecordStays() throws {
    let copy = try IssuedCopy()
    let (sequence, digest) = try withdrawn(copy)
    let object = copy.w + "/store/" + digest
    let bytes = try Data(contentsOf: URL(filePath: object))
    // While it lives it cannot go.
    let living = try copy.run(["purge", digest, "--reason", "gửi nhầm"])
    #expect(living.status == 65 && living.remarks.contains(sequence), "\(living.remarks)")
    #expect(FileManager.default.fileExists(atPath: object))
    #expect(try copy.run(["withdraw", sequence, "--reason", "có thông tin cá nhân"]).status == 0)
    let gone = try copy.run(["purge", digest, "--reason", "có thông tin cá nhân"])
    #expect(gone.status == 0, "\(gone.remarks)")
    #expect(!FileManager.default.fileExists(atPath: object))
    #expect(try copy.run(["purge", digest, "--reason", "lần nữa"]).status == 65)
    #expect(try copy.run(["purge", String(repeating: "0", count: 64), "--reason", "x"]).status == 64)
    // What it said is in no page of the ledger's files any more.
    let content = try copy.tamper(
      "import sqlite3, sys\nprint(sqlite3.connect(sys.argv[1] + '/ledger.sqlite').execute('SELECT count(*) FROM content WHERE sequence = ?', (sys.argv[2],)).fetchone()[0])",
      [copy.w, sequence])
    #expect(content.text == "0\n")
    // Audits pass over what stood on it, and say so.
    let verified = try copy.run(["audit", "verify"])
    #expect(verified.status == 0 && verified.text.contains("purged"), "\(verified.text)")
    let rerun = try copy.run(["audit", "rerun", IssuedCopy.id])
    #expect(rerun.status == 0 && rerun.text.contains("purged"), "\(rerun.text)")
    #expect(try copy.run(["doctor"]).status == 0)
    // A figure that stood on it is not counted again, and nobody calls the ledger damaged.
    for arguments in [["audit", "explain", IssuedCopy.id, "total.records"], ["query", "--as-of", "\(sequence)"]] {
      let window = arguments[0] == "query" ? ["--from", "2026-12-15", "--to", "2027-06-14"] : []
      let asked = try copy.run(arguments + window)
      #expect(asked.status == 65 && asked.remarks.contains("entry \(sequence)"), "\(asked.remarks)")
    }
    // The same bytes again are refused and not stored.
    try bytes.write(to: URL(filePath: copy.folder.path + "/lai.zip"))
    let again = try copy.run(["ingest", copy.folder.path + "/lai.zip", "--json"])
    #expect(again.status == 1 && again.text.contains("ZIP-PURGED"), "\(again.text)")
    #expect(!FileManager.default.fileExists(atPath: object))
    // An export has the purge with its proof in the bundle's place.
    let export = copy.folder.path + "/sau.zip"
    #expect(try copy.run(["audit", "export", IssuedCopy.id, export]).status == 0)
    let replay = try copy.replay(export)
    #expect(replay.status == 0 && replay.text.contains("purged"), "\(replay.text) \(replay.remarks)")
    #expect(try copy.secondOpinion(export).status == 0)
  }

  /// A letter of the content is looked for in every byte that SQLite keeps.
  @Test func whatWasSaidIsOverwritten() throws {
    let copy = try IssuedCopy()
    let (sequence, digest) = try withdrawn(copy)
    let script = """
      import sqlite3, sys, glob
      w, sequence = sys.argv[1:3]
      c = sqlite3.connect(w + '/ledger.sqlite')
      print(c.execute('SELECT hex(substr(bytes, 1, 200)) FROM content WHERE sequence = ?', (sequence,)).fetchone()[0])
      """
    let said = try copy.tamper(script, [copy.w, sequence]).text.trimmingCharacters(in: .newlines)
    let look = """
      import sys, glob
      said = bytes.fromhex(sys.argv[2])[40:120]
      print(sum(said in open(p, 'rb').read() for p in glob.glob(sys.argv[1] + '/ledger.sqlite*')))
      """
    #expect(try copy.tamper(look, [copy.w, said]).text != "0\n")
    #expect(try copy.run(["withdraw", sequence, "--reason", "x"]).status == 0)
    #expect(try copy.run(["purge", digest, "--reason", "x"]).status == 0)
    #expect(try copy.tamper(look, [copy.w, said]).text == "0\n")
  }
}
