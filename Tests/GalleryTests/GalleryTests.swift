import Foundation
import Regimes
import ReportingModel
import Testing
import Workspaces

/// Every finding that the program can make has a sample that raises it, the receipt it gets, and a place on the gallery's page.
///
/// `TONGHOP_RECORD=1` writes receipts and page anew, and fails, so that what was recorded is looked at.
@Suite struct GalleryTests {
  private static let isRecording = ProcessInfo.processInfo.environment["TONGHOP_RECORD"] == "1"

  @Test(arguments: GalleryCase.all)
  func aCaseRaisesItsFinding(_ sample: GalleryCase) async throws {
    let result = try await sample.run()
    #expect(result.findings.contains { $0.code == sample.code }, "\(result.findings.map(\.code))")
    for finding in result.findings {
      #expect(!finding.message.vietnamese.isEmpty && !finding.message.english.isEmpty, "\(finding.code)")
      #expect(!finding.hint.vietnamese.isEmpty && !finding.hint.english.isEmpty, "\(finding.code)")
      #expect(finding.message.vietnamese != finding.message.english, "\(finding.code)")
    }
    if Self.isRecording {
      try Data(result.json).write(to: URL(filePath: sample.receiptFile))
      Issue.record("recorded \(sample.code)")
    } else {
      let expected = try Data(contentsOf: URL(filePath: sample.receiptFile))
      #expect(String(decoding: result.json, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    }
  }

  @Test func everyCodeHasASample() throws {
    let rules = try builtInRegime().rules.map { "RULE-" + $0.code }
    let codes = FindingCode.allCases.map(\.rawValue) + rules
    #expect(Set(GalleryCase.all.map(\.code)) == Set(codes))
    for sample in GalleryCase.all {
      #expect(FileManager.default.fileExists(atPath: sample.receiptFile), "\(sample.code)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: sample.folder).count > 1, "\(sample.code)")
    }
  }

  @Test func thePageTellsAllOfThem() async throws {
    let order = FindingCode.allCases.map(\.rawValue)
    var examples: [(rank: Int, example: GalleryPage.Example)] = []
    for sample in GalleryCase.all {
      guard let finding = try await sample.run().findings.first(where: { $0.code == sample.code }) else { continue }
      examples.append((order.firstIndex(of: sample.code) ?? order.count, .init(code: sample.code, finding: finding)))
    }
    let sorted = examples.sorted { ($0.rank, $0.example.code) < ($1.rank, $1.example.code) }.map(\.example)
    let page = GalleryPage(examples: sorted).text
    let file = GalleryCase.gallery + "/README.md"
    if Self.isRecording {
      try page.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("recorded the page")
    } else {
      #expect(try String(contentsOfFile: file, encoding: .utf8) == page)
    }
  }

  /// The inputs in the repository are those that the script writes.
  @Test func theInputsAreThoseOfTheScript() throws {
    let folder = NSTemporaryDirectory() + "gallery-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", GalleryCase.gallery + "/make.py", folder]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    for sample in GalleryCase.all {
      let made = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + sample.code)) ?? []
      let kept = try FileManager.default.contentsOfDirectory(atPath: sample.folder).filter { $0 != "bien-nhan.json" }
      #expect(Set(made) == Set(kept), "\(sample.code)")
      for name in made where sample.code != "ZIP-RATIO" && sample.code != "ZIP-BROKEN" {
        // Deflated bytes are those of one version of zlib; the two that are deflated are left out.
        let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(sample.code)/\(name)"))
        #expect(try sample.bytes(name) == [UInt8](bytes), "\(sample.code)/\(name)")
      }
    }
  }
}
