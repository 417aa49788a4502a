import Foundation
import TestSupport
import Testing

/// Whatever is changed in a workspace with other programs is told, and no figure is made of it
/// (<doc:record#Held-against-its-entry>).
@Suite struct TamperingTests {
  @Test(arguments: Tampering.entries) func entries(_ tampering: Tampering) throws { try isTold(tampering) }
  @Test(arguments: Tampering.beside) func besideEntries(_ tampering: Tampering) throws { try isTold(tampering) }
  @Test(arguments: Tampering.declarations) func declarations(_ tampering: Tampering) throws { try isTold(tampering) }
  @Test(arguments: Tampering.files) func files(_ tampering: Tampering) throws { try isTold(tampering) }

  @Test(arguments: Tampering.pages) func pages(_ tampering: Tampering) throws { try isTold(tampering) }

  /// The other way round: what changes nothing that is recorded is told by nobody.
  @Test(arguments: Tampering.none) func upkeep(_ tampering: Tampering) throws {
    let copy = try TamperedCopy()
    _ = try copy.tamper(tampering.script)
    let doctor = try copy.run(["doctor"])
    #expect(doctor.status == 0, "\(doctor.text)")
    let verified = try copy.run(["audit", "verify"])
    #expect(verified.status == 0, "\(verified.text)")
    for command in LookedAt.allCases { try isAsBefore(command, try copy.run(command.arguments)) }
  }

  private func isTold(_ tampering: Tampering) throws {
    let copy = try TamperedCopy()
    let names = try copy.tamper(tampering.script)
    let before = try copy.files()
    for command in LookedAt.allCases {
      if command == .ingest {
        #expect(try copy.files() == before, "reading changed something")
        // A writer may put some of it right.
        try isListed(tampering, names, try copy.run(["doctor", "--json"]))
        try isFound(tampering, names, try copy.run(["audit", "verify", "--json"]))
      }
      let outcome = try copy.run(command.arguments)
      if outcome.status == tampering.status {
        #expect(outcome.output.isEmpty, "\(command): \(outcome.text)")
        #expect(
          names.isEmpty || names.contains { isNamed($0, in: outcome.remarks) },
          "\(command): \(outcome.remarks) \(names)")
      } else {
        #expect(!tampering.told.contains(command), "\(command) \(outcome.status): \(outcome.remarks)")
        try isAsBefore(command, outcome)
      }
    }
  }

  private func isListed(_ tampering: Tampering, _ names: [String], _ doctor: Program.Outcome) throws {
    #expect(doctor.status == tampering.doctor, "\(doctor.text) \(doctor.remarks)")
    for name in names { #expect(isNamed(name, in: doctor.text + doctor.remarks), "\(name): \(doctor.text)") }
    guard doctor.status == 1 else { return }
    let probes = try #require(try doctor.json() as? [Object])
    #expect(probes.contains { $0["outcome"] as? String == "bad" })
  }

  /// An auditor's answer names it too, a line a check.
  private func isFound(_ tampering: Tampering, _ names: [String], _ verified: Program.Outcome) throws {
    #expect([1, tampering.doctor].contains(verified.status), "\(verified.text) \(verified.remarks)")
    for name in names { #expect(isNamed(name, in: verified.text + verified.remarks), "\(name): \(verified.text)") }
    guard verified.status == 1 else { return }
    let checks = try #require((try verified.json() as? Object)?["checks"] as? [Object])
    #expect(checks.contains { $0["state"] as? String == "failed" })
  }

  private func isAsBefore(_ command: LookedAt, _ outcome: Program.Outcome) throws {
    let sound = try #require(TamperedCopy.sound[command])
    #expect(outcome.status == sound.status, "\(command): \(outcome.remarks)")
    #expect(outcome.output == sound.output, "\(command)")
  }

  /// As a whole word: `entry 1` is not named by `entry 12`.
  private func isNamed(_ name: String, in text: String) -> Bool {
    text.ranges(of: name).contains { range in
      range.upperBound == text.endIndex || !(text[range.upperBound].isNumber || text[range.upperBound].isLetter)
    }
  }
}
