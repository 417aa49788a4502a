import Foundation
import Inbox
import Intake
import Receipts
import Regimes
import ReportingModel
import Submissions
import Synthesis
import Testing
import Workspaces

/// Whatever a bundle holds, little is held of it, and its receipt stays readable.
@Suite struct BoundsTests {
  private static let samples =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/Samples/corpora/"

  private func receipt(_ bytes: [UInt8], of scene: Scene) async throws -> Receipt {
    try await BundleCheck(scene.workspace.read()).checkAlone(
      bytes, Delivery(path: "a.zip", fileName: "a.zip", folderUnit: nil, isInInbox: false),
      now: Scene.moment("2027-01-20"))
  }

  private func scene() async throws -> Scene {
    try await Scene(
      units: Scene.units
        + ["S1", "SO-THPT-002", "SO-THPT-003"].map {
          UnitRow(code: $0, name: "Trường THPT \($0)", kind: "CSGD_SO", level: "THPT", commune: "XA-01")
        })
  }

  private func sample(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: Self.samples + name + ".zip")))
  }

  @Test func unknownElementsWithoutEndAreOneCause() async throws {
    let receipt = try await receipt(sample("xml-500000-unknown-elements"), of: scene())
    let log = try #require(receipt.submissions.first).submission.log
    let cause = try #require(log.causes.first)
    #expect(cause.code == "XML-ELEMENT" && cause.count == 500_000 && cause.field == "/baoCao/hoatDong/x")
    #expect(log.causes.count < 10 && log.kept.count == 1000 && log.count >= 500_000)
    #expect(receipt.json(.vietnamese).canonicalBytes.count < 1 << 20)
    #expect(ReceiptPage(receipt: receipt).html(.vietnamese).count < 1 << 20)
  }

  @Test func oneWrongAttributeIsOneCause() async throws {
    let receipt = try await receipt(sample("xml-one-wrong-attribute-in-3000-activities"), of: scene())
    let log = try #require(receipt.submissions.first).submission.log
    #expect(log.causes.filter { $0.code == "XML-ATTRIBUTE" }.map(\.count) == [3000])
    #expect(log.causes.first { $0.code == "XML-ATTRIBUTE" }?.field == "/baoCao/hoatDong/muc")
  }

  @Test func onlyVersionOneOfXMLIsRead() async throws {
    let receipt = try await receipt(sample("xml-version-1.1"), of: scene())
    #expect(receipt.submissions.first?.codes == ["XML-VERSION"])
    #expect(receipt.submissions.first?.submission.log.kept.first?.message.english.contains("«1.1»") == true)
  }

  @Test(arguments: ["zip-unicode-path-with-backslash", "zip64-field-with-all-values"])
  func archivesThatSayTheSameTwiceAreRead(_ name: String) async throws {
    let receipt = try await receipt(sample(name), of: scene())
    #expect(receipt.isReadable && receipt.submissions.first?.submission.unit == "S1")
    #expect(receipt.submissions.first?.submission.content?.activities.count == 2)
  }

  @Test func aNameThatTurnsTheTextIsRefused() async throws {
    let scene = try await scene()
    let files = SyntheticBundle.files(try scene.report("SO-001"), .xml)
    let turned = files.map { ("bao-cao\u{202E}" + $0.name, $0.bytes) }
    let receipt = try await receipt(SyntheticBundle.zip(files: turned), of: scene)
    #expect(!receipt.isReadable && receipt.findings.map(\.code) == ["ZIP-NUL"])
    // In evidence it is somebody's picture.
    let evidence = [("minh-chung/a\u{202E}.jpg", [UInt8](arrayLiteral: 1))]
    #expect(try await self.receipt(SyntheticBundle.zip(files: files + evidence), of: scene).status == .accepted)
  }

  @Test func aRowBeyondTheLimitOfColumnsEndsTheFile() async throws {
    let scene = try await scene()
    var files = SyntheticBundle.files(try scene.report("SO-001"), .csv)
    let place = try #require(files.firstIndex { $0.name.hasSuffix("hoat-dong.csv") })
    files[place].bytes += Array(String(repeating: "a;,", count: 20_000).utf8) + Array("\nHD9;x\n".utf8)
    let receipt = try await receipt(SyntheticBundle.zip(files: files.map { ($0.name, $0.bytes) }), of: scene)
    let log = try #require(receipt.submissions.first).submission.log
    #expect(log.causes.contains { $0.code == "CSV-ROWS" && $0.count == 1 } && log.count < 50)
  }

  @Test func aTextWithoutEndIsRefused() async throws {
    let scene = try await scene()
    let text = String(repeating: "Đà Lạt ", count: 300_000)
    let xml = """
      <baoCao xmlns="urn:tonghop:bao-cao:1" phienBan="1.0"><thongTin><cheDo>LD-NQ57</cheDo><donVi>SO-001</donVi></thongTin>
      <thuyetMinh><muc ma="KETQUA">\(text)</muc></thuyetMinh></baoCao>
      """
    let long = try await receipt(SyntheticBundle.zip(files: [("a.xml", Array(xml.utf8))]), of: scene)
    #expect(
      long.submissions.first?.codes == ["XML-LIMIT"] || long.submissions.first?.codes.contains("XML-LIMIT") == true)
    // White space is no text, however much there is.
    let files = SyntheticBundle.files(try scene.report("SO-001"), .xml)
    let blank = files.map { file in
      let padded = String(decoding: file.bytes, as: UTF8.self).replacing(
        "<hoatDong>", with: "<hoatDong>" + String(repeating: " \n", count: 2_000_000))
      return (file.name, Array(padded.utf8))
    }
    #expect(try await receipt(SyntheticBundle.zip(files: blank), of: scene).status == .accepted)
  }
}
