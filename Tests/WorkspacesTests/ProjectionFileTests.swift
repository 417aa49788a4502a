import Foundation
import TestSupport
import Testing

/// `projections/` in a workspace: written by writers, of use to readers, missed by nobody (<doc:record#Projections>).
@Suite struct ProjectionFileTests {
  private func file(_ desk: Desk) -> URL { URL(fileURLWithPath: desk.w + "/projections/register") }

  private func answers(_ desk: Desk) throws -> [String] {
    try [
      ["status", "--period", Desk.period, "--json"], ["status", "--period", Desk.period, "--json", "--as-of", "9"],
      ["query", "--from", "2026-08-01", "--to", "2027-07-31", "--by", "donVi"], ["settings", "show"],
      ["report", "list"], ["units", "list"],
    ].map { try desk.answer($0) }
  }

  @Test func whateverBecomesOfItTheAnswersStay() throws {
    let desk = try Desk()
    let whole = try Data(contentsOf: file(desk))
    let expected = try answers(desk)
    for spoiled in [Data(), whole.prefix(whole.count / 2), whole + Data(repeating: 0, count: 99), Data("x".utf8)] {
      try spoiled.write(to: file(desk))
      #expect(try answers(desk) == expected)
      #expect(try Data(contentsOf: file(desk)) == spoiled, "a reader wrote it")
    }
    try FileManager.default.removeItem(atPath: desk.w + "/projections")
    #expect(try answers(desk) == expected)
    #expect(!FileManager.default.fileExists(atPath: desk.w + "/projections"))
  }

  /// Whatever lies there, the next writer leaves it whole, and who looks finds nothing wrong.
  @Test func theNextWriterMendsIt() throws {
    let desk = try Desk()
    for spoiled in [Data(), Data("x".utf8), try Data(contentsOf: file(desk)).dropLast(3)] {
      try spoiled.write(to: file(desk))
      #expect(try desk.run(["settings", "apply"]).status == 0)
      #expect(try desk.run(["doctor"]).text.contains("projections/") == false)
      #expect(try desk.run(["audit", "verify"]).status == 0)
      #expect(try Data(contentsOf: file(desk)).count > 99)
    }
  }

  /// One that was changed and made to fit again is found by `doctor` and `audit verify`; what audits takes nothing of it.
  @Test func onesThatLieAreFound() throws {
    let desk = try Desk()
    let forging = """
      import hashlib, sys
      data, out, place = open(sys.argv[1], 'rb').read(), b'', 0
      while place < len(data):
          begin = place + 27 + 32
          end = begin + int.from_bytes(data[place + 19:place + 27], 'little')
          inside = data[begin:end].replace(b'TR-00011', b'TR-00012')
          out += data[place:place + 27] + hashlib.sha256(inside).digest() + inside
          place = end
      open(sys.argv[1], 'wb').write(out)
      """
    let forged = try Program.run("/usr/bin/env", ["python3", "-c", forging, file(desk).path])
    #expect(forged.status == 0, "\(forged.remarks)")
    let doctor = try desk.run(["doctor"])
    #expect(doctor.status == 1 && doctor.text.contains("projections/"), "\(doctor.text)")
    let verify = try desk.run(["audit", "verify"])
    #expect(verify.status == 1 && verify.text.contains("projections/"), "\(verify.text)")
  }
}
