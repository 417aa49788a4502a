import Aggregation
import Hashing
import Ledger
import Office
import ReportingModel
import Reports
import Workspaces

/// Makes an issued report again from the contents of the ledger, and holds figures and files against what was issued.
struct ReportReplay {
  let record: Record
  let report: ReportEvent
  /// Submissions whose content was purged.
  let gone: Set<Int64>

  /// - Parameter json: the canonical report as it was issued; `nil` where only its digest is at hand.
  func checks(json issued: [UInt8]?) async throws -> [AuditCheck] {
    guard let issued, let request = SavedReport.request(of: issued) else {
      return [
        AuditCheck(
          "figures", .failed, at: ["report": .string(report.id)],
          LocalizedText("không đọc được bản số liệu của báo cáo", "the canonical report cannot be read"))
      ]
    }
    let draft: ReportDraft
    do {
      draft = try await record.earlier(asOf: report.asOf).draft(request)
    } catch let purged as PurgedContent {
      return [purge(of: purged.sequence)]
    } catch let damage as LedgerDamage {
      return [unmade(damage)]
    }
    let made = draft.json.fileBytes
    var checks = figures(issued, made)
    let mark = IssueMark(number: report.number, date: report.date, signer: report.signer, capacity: report.capacity)
    for output in report.outputs {
      guard let format = ReportFormat.kept.first(where: { output.name.hasSuffix(".\($0.fileExtension)") }),
        format != .json
      else { continue }
      let again = try draft.file(format, language: .vietnamese, issued: mark)
      let name = format.rawValue.uppercased()
      let place: [String: JSONValue] = ["report": .string(report.id), "file": .string(output.name)]
      if Digest(of: again) == output.digest {
        checks.append(
          AuditCheck("rendering", .ok, at: place, LocalizedText("\(name) y nguyên", "\(name) the same bytes")))
      } else if report.program != ProgramVersion.current {
        checks.append(
          AuditCheck(
            "rendering", .skipped, at: place,
            LocalizedText(
              "\(name) do phiên bản \(report.program) lập, đang chạy \(ProgramVersion.current): không so",
              "\(name) was made by version \(report.program), this is \(ProgramVersion.current): not compared")))
      } else {
        checks.append(
          AuditCheck(
            "rendering", .failed, at: place,
            LocalizedText("\(name) lập lại khác bản phát hành", "\(name) made again differs")))
      }
    }
    return checks
  }

  /// Figures that stand on what was purged, or on what was damaged.
  private func unmade(_ damage: LedgerDamage) -> AuditCheck {
    guard case .entry(let sequence) = damage.place, damage.matter == .content, gone.contains(sequence) else {
      return AuditCheck("figures", .failed, at: ["report": .string(report.id)], damage.message)
    }
    return purge(of: sequence)
  }

  private func purge(of sequence: Int64) -> AuditCheck {
    AuditCheck(
      "figures", .skipped, at: ["report": .string(report.id), "sequence": .int(sequence)],
      LocalizedText(
        "số liệu và các tệp: dựa vào mục \(sequence), đã xóa (purge)",
        "figures and files: they stand on entry \(sequence), purged"))
  }

  private func figures(_ issued: [UInt8], _ made: [UInt8]) -> [AuditCheck] {
    guard issued != made else {
      return [
        AuditCheck(
          "figures", .ok, at: ["report": .string(report.id)],
          LocalizedText("số liệu y nguyên", "figures the same bytes"))
      ]
    }
    guard let old = try? CanonicalReport(issued), let new = try? CanonicalReport(made) else {
      return [AuditCheck("figures", .failed, LocalizedText("số liệu khác", "figures differ"))]
    }
    let before = Dictionary(old.figures.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    let moved = new.figures.filter { before[$0.path] != $0.value }
    let shown = moved.prefix(20).map { figure -> AuditCheck in
      let (a, b) = (ReportReplay.text(before[figure.path] ?? .null), ReportReplay.text(figure.value))
      return AuditCheck(
        "figures", .failed, at: ["path": .string(figure.path)],
        LocalizedText("\(figure.path): đã phát hành \(a), lập lại \(b)", "\(figure.path): issued \(a), made again \(b)")
      )
    }
    return shown.isEmpty
      ? [AuditCheck("figures", .failed, LocalizedText("bản số liệu khác", "the canonical report differs"))] : shown
  }

  private static func text(_ value: JSONValue) -> String { String(decoding: value.canonicalBytes, as: UTF8.self) }
}
