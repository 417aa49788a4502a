import Aggregation
private import FoundationEssentials
import Ledger
import Regimes
import Rendering
package import ReportingModel
package import Reports
import Schemas

/// The letter and the rows for mail, ready to be written.
package struct ReminderFiles: Sendable {
  package let reminder: Reminder
  /// A Word file.
  package let letter: [UInt8]
  /// It is about a request that was closed.
  package let isClosed: Bool
}

extension Workspace {
  /// Whom to remind of a period's report: required units that are missing or rejected, never invited ones
  /// (<doc:commands#remind>).
  /// - Parameter until: the new due day.
  /// - Returns: `nil` when there is no such period.
  package func reminder(
    _ key: PeriodKey, until: CalendarDate, clock: Instant, regime id: String?
  ) throws -> ReminderFiles? {
    let register = try register(regime: id) { $0.applying(to: key, requests: $1) }
    let regime = register.regime
    guard let period = register.period(key), let status = register.completeness(of: key, clock: clock) else {
      return nil
    }
    let refusals = try lastRefusals(of: key, in: regime.id, through: register.asOf)
    let owing = status.units.filter { $0.status == .missing || $0.status == .rejected }
    let lines = try owing.map { unit -> Reminder.Line in
      let row = register.registry.description(of: unit.unit, on: period.window.to)
      let refusal = unit.status == .rejected ? try refusals[unit.unit].flatMap(causes) : nil
      return Reminder.Line(
        unit: unit.unit, name: row?.name ?? unit.unit, email: row?.email ?? "",
        isOffice: row.flatMap { regime.unitKind($0.kind) }?.group == .office, isRejected: unit.status == .rejected,
        cite: unit.cite, causes: refusal?.causes ?? [], receipt: refusal?.receipt)
    }
    let reminder = Reminder(
      period: register.name(of: key).vietnamese, due: status.due, until: until,
      today: clock.date, required: status.counts.required, reported: status.counts.reported,
      lines: lines)
    let composer = ReminderComposer(
      regime: regime, reminder: reminder, settings: officeSettings(letter: "don-doc"))
    guard let template = try template(["remind"], of: regime.id, state(asOf: register.asOf)) else {
      throw ReportProblem.noTemplate(kind: "remind", recipient: regime.id)
    }
    return ReminderFiles(
      reminder: reminder,
      letter: WordDocument.render(try composer.compose(template: template)),
      isClosed: period.isRequest && register.requests.contains { $0.code == key.which && $0.isClosed })
  }

  /// Each unit's last refused report for a period.
  private func lastRefusals(
    of key: PeriodKey, in regime: String, through last: Int64
  ) throws -> [String: SubmissionRecord] {
    var found: [String: SubmissionRecord] = [:]
    for entry in try ledger.entries([.submission], from: 1, through: last) {
      let record = try SubmissionRecord(payload: entry.payload)
      if !record.isAccepted, record.regime == regime, record.period == key.description {
        found[record.unit] = record
      }
    }
    return found
  }

  /// What the receipt says of a refused report: its first two causes, as they were told to the unit.
  private func causes(of refused: SubmissionRecord) throws -> (receipt: String, causes: [String])? {
    struct Told: Decodable {
      struct Issue: Decodable {
        var code: String
        var severity: String
        var message: String
      }
      struct Line: Decodable {
        var path: String
        var issues: [Issue]
      }
      var receipt: String?
      var submissions: [Line]
    }
    guard let entry = try ledger.entries([.delivery], from: refused.delivery, through: refused.delivery).first,
      let bytes = try ledger.receipt(DeliveryRecord(payload: entry.payload).receiptNumber)
    else { return nil }
    let told = try JSONDecoder().decode(Told.self, from: Data(bytes))
    let issues = told.submissions.first { $0.path == refused.path }?.issues ?? []
    var seen: Set<String> = []
    let causes = issues.filter { $0.severity == "error" && seen.insert($0.code).inserted }.prefix(2).map(\.message)
    return (told.receipt ?? "", Array(causes))
  }
}
