package import Bundles
private import FoundationEssentials
import Inbox
package import ReportingModel

/// What the office sets for its workspace: `tonghop.json`. Every key may be absent.
package struct WorkspaceConfiguration: Sendable, Codable {
  /// Bounds of what is read; absent ones have the defaults of <doc:bundle#Limits>.
  package struct Limits: Sendable, Codable {
    package var archiveBytes: Int?
    package var entries: Int?
    package var parsedEntryBytes: Int?
    package var evidenceEntryBytes: Int?
    package var totalBytes: Int?
    package var parsedRatio: Int?
    package var evidenceRatio: Int?
    package var submissions: Int?
    package var rows: Int?
    package var issues: Int?
  }

  package struct Contact: Sendable, Codable {
    package var phone: String?
    package var email: String?
  }

  /// Number and date of the plan's own document, as the opening of a report cites them.
  package struct PlanDocument: Sendable, Codable {
    package var number: String?
    /// `yyyy-MM-dd`.
    package var date: String?
  }

  package struct Signature: Sendable, Codable {
    /// Lines such as `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`.
    package var capacity: [String]?
    package var name: String?
  }

  package var regime: String?
  package var requireUnitFolder: Bool?
  /// How long a file in the inbox stands still before it is taken for finished; 2 without a value.
  package var quietSeconds: Int?
  /// How long a file that does not look whole is waited for before it is taken as it is; 600 without a value.
  package var patienceSeconds: Int?
  package var limits: Limits?
  package var contact: Contact?
  package var plan: PlanDocument?
  package var signature: Signature?
  /// Legal bases that the opening cites besides the plan's own.
  package var legalBases: [String]?
  /// After `Nơi nhận`, by copy (`ubnd-tinh`), replacing the regime's.
  package var receivers: [String: [String]]?
  /// Days off besides the regime's holidays, such as those of Tết: `yyyy-MM-dd`.
  package var daysOff: [String]?

  package init() {}

  /// Reads `tonghop.json`.
  /// - Throws: `WorkspaceProblem.configuration` with what is wrong.
  package init(json bytes: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(WorkspaceConfiguration.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw WorkspaceProblem.configuration(WorkspaceConfiguration.place(of: error))
    }
    for day in daysOff ?? [] where CalendarDate(iso: day) == nil {
      throw WorkspaceProblem.configuration("daysOff: \(day)")
    }
    if let date = plan?.date, CalendarDate(iso: date) == nil {
      throw WorkspaceProblem.configuration("plan.date: \(date)")
    }
  }

  /// The key that a fault is about, as it is written in the file.
  private static func place(of error: DecodingError) -> String {
    switch error {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context):
      context.codingPath.map(\.stringValue).joined(separator: ".")
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "JSON" : context.codingPath.map(\.stringValue).joined(separator: ".")
    @unknown default: "JSON"
    }
  }

  package var bundleLimits: BundleLimits {
    var result = BundleLimits()
    result.archiveBytes = limits?.archiveBytes ?? result.archiveBytes
    result.entries = limits?.entries ?? result.entries
    result.parsedEntryBytes = limits?.parsedEntryBytes ?? result.parsedEntryBytes
    result.evidenceEntryBytes = limits?.evidenceEntryBytes ?? result.evidenceEntryBytes
    result.totalBytes = limits?.totalBytes ?? result.totalBytes
    result.parsedRatio = limits?.parsedRatio ?? result.parsedRatio
    result.evidenceRatio = limits?.evidenceRatio ?? result.evidenceRatio
    result.submissions = limits?.submissions ?? result.submissions
    return result
  }

  var patience: StabilityTracker.Patience {
    func milliseconds(_ seconds: Int) -> Int64 { Int64(clamping: max(0, min(seconds, 86_400))) * 1000 }
    let most = milliseconds(patienceSeconds ?? 600)
    return StabilityTracker.Patience(quiet: milliseconds(quietSeconds ?? 2), told: min(60_000, most), most: most)
  }

  package var rows: Int { limits?.rows ?? 200_000 }
  package var issues: Int { limits?.issues ?? 1000 }
  package var extraDaysOff: Set<CalendarDate> { Set((daysOff ?? []).compactMap { CalendarDate(iso: $0) }) }

  /// What `init` writes: the keys that the office will want to fill in, and nothing that changes a default.
  package static let initialFile: [UInt8] = Array(
    """
    {
      "regime": null,
      "requireUnitFolder": false,
      "contact": { "phone": null, "email": null },
      "plan": { "number": null, "date": null },
      "signature": { "capacity": ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "name": null },
      "legalBases": [],
      "receivers": {},
      "daysOff": [],
      "limits": {}
    }

    """.utf8)
}
