import ReportingModel
import Testing
import ZipFormat

@testable import Bundles

/// What is said of an archive that is refused.
@Suite struct FaultWordsTests {
  private func finding(_ kind: ZipFaultKind, entry: String? = "a/b.csv") -> Finding {
    ZipFault(kind, entry: entry, found: 1234).finding(file: "gói.zip", limits: BundleLimits())
  }

  @Test func eachRuleHasItsCode() {
    let codes = Dictionary(uniqueKeysWithValues: ZipFaultKind.allCases.map { ($0, finding($0).code) })
    #expect(
      codes == [
        .notZip: "ZIP-NOTZIP", .truncated: "ZIP-TRUNCATED", .badHeader: "ZIP-BROKEN", .ambiguous: "ZIP-BROKEN",
        .tooLarge: "ZIP-SIZE", .tooManyEntries: "ZIP-ENTRIES", .entryTooLarge: "ZIP-ENTRYSIZE",
        .totalTooLarge: "ZIP-TOTAL", .ratio: "ZIP-RATIO", .nameTooLong: "ZIP-NAME", .encrypted: "ZIP-ENCRYPTED",
        .method: "ZIP-METHOD", .absolutePath: "ZIP-ABSOLUTE", .parentPath: "ZIP-PARENT", .driveLetter: "ZIP-DRIVE",
        .backslash: "ZIP-BACKSLASH", .controlInName: "ZIP-NUL", .emptyName: "ZIP-NAME", .symbolicLink: "ZIP-SYMLINK",
        .specialFile: "ZIP-SPECIAL", .duplicateName: "ZIP-TWICE", .overlap: "ZIP-OVERLAP",
        .localMismatch: "ZIP-MISMATCH", .badCRC: "ZIP-CRC", .sizeMismatch: "ZIP-MISMATCH", .badDeflate: "ZIP-BROKEN",
        .junkBefore: "ZIP-JUNK", .junkBetween: "ZIP-JUNK", .junkAfter: "ZIP-JUNK", .multiDisk: "ZIP-MULTIDISK",
      ])
  }

  @Test func codesAreToldApartByTheirWords() {
    let byCode = Dictionary(grouping: ZipFaultKind.allCases.map { finding($0) }, by: \.code)
    for (code, findings) in byCode { #expect(Set(findings.map(\.message)).count == 1, "\(code)") }
    #expect(Set(byCode.values.compactMap(\.first?.message.vietnamese)).count == byCode.count)
    #expect(Set(byCode.values.compactMap(\.first?.message.english)).count == byCode.count)
    for finding in byCode.values.joined() {
      #expect(finding.severity == .error && finding.location.file == "a/b.csv" && finding.value == "a/b.csv")
      #expect(finding.hint.vietnamese.hasPrefix("Đề nghị ") && finding.hint.english.hasSuffix("."))
    }
  }

  /// Whoever made the archive is shown which file it is about, else the archive itself.
  @Test func theFileAtFaultIsNamed() {
    for kind in [.badCRC, .symbolicLink, .duplicateName, .ratio, .parentPath] as [ZipFaultKind] {
      #expect(finding(kind).message.vietnamese.contains("«a/b.csv»"), "\(kind)")
      #expect(finding(kind, entry: nil).message.english.contains("«gói.zip»"), "\(kind)")
    }
    #expect(finding(.ratio).message.vietnamese.contains("nhỏ đi 1234 lần"))
    // A name with a control character in it is not repeated.
    let control = finding(.controlInName, entry: "x\u{7}y")
    #expect(control.message.english == "A name in the bundle has a control character." && control.value == "x⟨U+0007⟩y")
  }
}
