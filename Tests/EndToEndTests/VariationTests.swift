import Foundation
import TestSupport
import Testing

/// Same ledger, same arguments, same bytes, whatever the machine is set to (<doc:architecture>).
@Suite struct VariationTests {
  private static let w = DemoTests.folder.path + "/demo"
  private static let formats = "docx,xlsx,html,json,csv"

  private func report(_ environment: [String: String], through wrapper: [String] = [], at w: String = VariationTests.w)
    throws -> [String: Data]
  {
    let folder = try Folder()
    let arguments = [
      "report", "half-year", "2027-1", "--to", "so-gddt", "--out", folder.path, "--format", Self.formats, "--workspace",
      w,
    ]
    let outcome =
      wrapper.isEmpty
      ? try Program.run(arguments, environment: environment)
      : try Program.run("/usr/bin/env", wrapper + [Program.executable] + arguments, environment: environment)
    #expect(outcome.status == 0, "\(environment) \(wrapper): \(outcome.remarks)")
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) { files[name] = try folder.data(name) }
    return files
  }

  @Test func reportsAreTheSameBytes() throws {
    let plain = try report([:])
    #expect(plain.count == 5)
    for environment in [
      ["TZ": "Asia/Ho_Chi_Minh"], ["TZ": "America/St_Johns"], ["LANG": "vi_VN.UTF-8"], ["LC_ALL": "tr_TR.UTF-8"],
      ["LC_ALL": "C"], ["LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"],
      ["TONGHOP_NOW": "2031-02-28T23:59:59+07:00"],
      ["SWIFT_DETERMINISTIC_HASHING": "1"], ["SWIFT_DETERMINISTIC_HASHING": ""], ["HOSTNAME": "may-khac", "USER": "x"],
    ] {
      #expect(try report(environment) == plain, "\(environment)")
    }
    for wrapper in [["taskset", "-c", "0"], ["nice", "-n", "10"], ["bash", "-c", "umask 077; exec \"$0\" \"$@\""]] {
      #expect(try report([:], through: wrapper) == plain, "\(wrapper)")
    }
  }

  /// A copy on another place, its files laid in another order.
  @Test func aCopyGivesTheSameBytes() throws {
    let plain = try report([:])
    let folder = try Folder()
    let copy = folder.path + "/ban-sao"
    let script = """
      set -e
      mkdir -p "$1"
      cd "$0"
      find . -type d | sort -r | while read -r d; do mkdir -p "$1/$d"; done
      find . -type f | sort -r | while read -r f; do cp -p "$f" "$1/$f"; done
      """
    let copied = try Program.run("/bin/bash", ["-c", script, Self.w, copy])
    #expect(copied.status == 0, "\(copied.remarks)")
    #expect(try report([:], at: copy) == plain)
  }
}
