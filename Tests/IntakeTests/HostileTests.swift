import Foundation
import Inbox
import Intake
import Receipts
import ReportingModel
import Submissions
import Synthesis
import Testing
import Workspaces

/// Whatever arrives ends in a receipt: never in a trap, never in silence.
@Suite struct HostileTests {
  private func check(_ scene: Scene) async throws -> BundleCheck { try await BundleCheck(scene.workspace.read()) }

  private func receipt(_ bytes: [UInt8], _ check: BundleCheck) throws -> Receipt {
    try check.checkAlone(
      bytes, Delivery(path: "a.zip", fileName: "a.zip", folderUnit: nil, isInInbox: false),
      now: Scene.moment("2027-01-20"))
  }

  @Test(arguments: [SyntheticBundle.Encoding.xml, .csv]) func everyTruncationEndsInAFinding(
    _ encoding: SyntheticBundle.Encoding
  ) async throws {
    let scene = try await Scene()
    let bytes = SyntheticBundle.zip(try scene.report("SO-001", activities: 1), encoding)
    let check = try await check(scene)
    #expect(try receipt(bytes, check).status == .accepted)
    for count in bytes.indices {
      let result = try receipt(Array(bytes[..<count]), check)
      guard result.status == .quarantined, !result.findings.isEmpty else {
        Issue.record("\(count) bytes: \(result.status)")
        return
      }
    }
  }

  /// Archivers of whole folders set `./` before each name.
  @Test func namesFromHereAreRead() async throws {
    let scene = try await Scene()
    let files = SyntheticBundle.files(try scene.report("SO-001"), .csv).map { ("./" + $0.name, $0.bytes) }
    let check = try await check(scene)
    #expect(try receipt(SyntheticBundle.zip(files: [("./", [])] + files), check).status == .accepted)
  }

  @Test func foreignFilesAreToldByTheirName() async throws {
    let scene = try await Scene()
    let check = try await check(scene)
    func code(_ bytes: [UInt8]) throws -> String? { try receipt(bytes, check).findings.first?.code }
    #expect(try code([]) == "ZIP-NOTZIP")
    #expect(try code(Array("Rar!\u{1A}\u{7}\u{1}\u{0}".utf8)) == "ZIP-NOTZIP")
    #expect(try code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == "ZIP-XLS")
    #expect(try code(SyntheticBundle.zip(files: [("[Content_Types].xml", []), ("xl/workbook.xml", [])])) == "ZIP-XLSX")
    #expect(try code(SyntheticBundle.zip(files: [])) == "ZIP-EMPTY")
    #expect(try code(SyntheticBundle.zip(files: [("../thong-tin.csv", [])])) == "ZIP-PARENT")
    // An archive inside is a submission that nobody read, no longer a finding of the bundle.
    let inner = SyntheticBundle.zip(try scene.report("SO-001"), .xml)
    let nested = try receipt(SyntheticBundle.zip(files: [("trong.zip", inner)]), check)
    #expect(nested.status == .rejected && nested.submissions.map(\.codes) == [["ZIP-NESTED"]] && nested.findings == [])
  }

  @Test func entitiesAreNotExpanded() async throws {
    let scene = try await Scene()
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
      <baoCao xmlns="urn:tonghop:bao-cao:1" phienBan="1.0"><thongTin><cheDo>&b;&c;</cheDo></thongTin></baoCao>
      """
    let result = try await receipt(SyntheticBundle.zip(files: [("bao-cao.xml", Array(bomb.utf8))]), check(scene))
    #expect(result.submissions.first?.codes == ["XML-DOCTYPE"])
  }

  @Test func emptyAndForeignXML() async throws {
    let scene = try await Scene()
    let check = try await check(scene)
    func result(_ text: String) throws -> Receipt {
      try receipt(SyntheticBundle.zip(files: [("a.xml", Array(text.utf8))]), check)
    }
    #expect(try result("<other/>").findings.map(\.code) == ["ZIP-EMPTY", "ZIP-STRAY"])
    #expect(try result("<baoCao xmlns='urn:x' phienBan='1.0'/>").submissions.first?.codes == ["XML-NAMESPACE"])
    #expect(try result("<baoCao").submissions.first?.codes == ["XML-SYNTAX"])
    #expect(
      try result("<baoCao xmlns='urn:tonghop:bao-cao:1' phienBan='1.0'/>").submissions.first?.codes == ["HDR-MISSING"])
  }
}
