import Inbox
import Intake
import Receipts
import ReportingModel
import Submissions
import Synthesis
import Testing

/// A file that was damaged in one place is refused, or its damage is told, or it says what it said before.
@Suite struct DamageTests {
  /// What a report says and what is said of it.
  private struct Reading: Equatable {
    var isAccepted: Bool
    var content: [String]
    var findings: [String: Int]
  }

  private static func read(_ bytes: [UInt8], _ check: BundleCheck) throws -> Reading {
    let delivery = Delivery(path: "goi.zip", fileName: "goi.zip", folderUnit: nil, isInInbox: false)
    let receipt = try check.checkAlone(bytes, delivery, now: Scene.moment("2027-01-20"))
    let submission = receipt.submissions.first?.submission
    var findings: [String: Int] = [:]
    for finding in receipt.findings { findings[finding.message.english, default: 0] += 1 }
    for cause in submission?.log.causes ?? [] { findings[cause.first.message.english, default: 0] += cause.count }
    return Reading(
      isAccepted: receipt.status == .accepted, content: submission?.content.map(words) ?? [], findings: findings)
  }

  /// Every value, without lines. A quote that stands alone is read as it stands, a line end within quotes as one of its cell's:
  /// neither is a difference.
  private static func words(_ content: SubmissionContent) -> [String] {
    let header = content.header
    var words = [
      header.unit, header.unitName ?? "–", header.period.description, "\(header.nilReturn)", header.preparer ?? "–",
      header.signer ?? "–", header.date.description, "\(header.number ?? 0)",
    ]
    for activity in content.activities {
      var plain = activity
      plain.line = 0
      words.append("\(plain)")
    }
    words += content.indicators.map { "\($0.code) \($0.value) \($0.note ?? "–")" }
    words += content.exemplars.map {
      [$0.id, $0.area, $0.title, $0.summary, $0.author, $0.link].map { $0 ?? "–" }.joined(separator: "|")
        + $0.evidence.joined()
    }
    words += (content.narratives + content.explanations).map { "\($0.key) \($0.text)" }
    let signs: Set<Unicode.Scalar> = ["\"", "\\", "\r", "\n", " "]
    return words.map {
      String(
        String.UnicodeScalarView(
          $0.replacing("\\n", with: "").replacing("\\r", with: "").unicodeScalars.filter { !signs.contains($0) }))
    }.sorted()
  }

  @Test(arguments: SheetBundle.all) func damageIsNeverSilent(_ bundle: SheetBundle) throws {
    let check = try BundleCheck(registry: UnitsFile.bytes(Scene.units), file: "units.csv")
    let good = try Self.read(bundle.zip(), check)
    #expect(good.isAccepted, "\(good.findings)")
    // An indicator is empty; where the only row of a file is short, that is told.
    #expect(good.findings.count <= (bundle.name == "gõ tay" ? 3 : 1), "\(good.findings)")
    var counts = (tried: 0, refused: 0, told: 0, same: 0)
    for sheet in bundle.sheets {
      for damage in Damage.all(of: bundle, bundle.lines(sheet)) {
        counts.tried += 1
        let damaged = try Self.read(bundle.zip([sheet.name: bundle.text(damage.lines)]), check)
        if !damaged.isAccepted {
          counts.refused += 1
        } else if damaged.content == good.content {
          counts.same += 1
        } else if damaged.findings != good.findings {
          counts.told += 1
        } else {
          Issue.record("\(sheet.name), \(damage): silently different")
        }
      }
    }
    print(
      "damage, \(bundle.name): \(counts.tried) tried, \(counts.refused) refused, \(counts.told) told, \(counts.same) the same"
    )
    #expect(counts.tried > 700 && counts.refused > counts.tried / 3)
  }
}
