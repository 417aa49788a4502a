import Aggregation
import Ledger
import Regimes
import Register
import Rendering
package import ReportingModel
package import Reports
package import Workspaces

/// The letter and the rows for mail, ready to be written.
package struct ReminderFiles: Sendable {
  package let reminder: Reminder
  /// A Word file.
  package let letter: [UInt8]
  /// It is about a request that was closed.
  package let isClosed: Bool
}

extension Record {
  /// Whom to remind of a period's report: required units that are missing or rejected, never invited ones
  /// (<doc:commands#remind>).
  /// - Parameter until: the new due day.
  /// - Returns: `nil` when there is no such period.
  package func reminder(
    _ key: PeriodKey, until: CalendarDate, clock: Instant, regime id: String?
  ) async throws -> ReminderFiles? {
    let reporting = try await reporting(regime: id, for: key) { $0.applying(to: key, requests: $1) }
    let regime = reporting.regime
    guard let period = reporting.period(key), let status = reporting.completeness(of: key, clock: clock) else {
      return nil
    }
    let book = register.book(of: regime.id)
    var lines: [Reminder.Line] = []
    for unit in status.units where unit.status == .missing || unit.status == .rejected {
      let row = reporting.registry.description(of: unit.unit, on: period.window.to)
      let refusal = book.history(UnitPeriod(unit: unit.unit, period: key))?.refusals.last
      var told: (receipt: String, causes: [String])?
      if unit.status == .rejected, let refusal { told = try await causes(of: refusal) }
      lines.append(
        Reminder.Line(
          unit: unit.unit, name: row?.name ?? unit.unit, email: row?.email ?? "",
          isOffice: row.flatMap { regime.unitKind($0.kind) }?.group == .office, isRejected: unit.status == .rejected,
          cite: unit.cite, causes: told?.causes ?? [], receipt: told?.receipt))
    }
    let reminder = Reminder(
      period: reporting.name(of: key).vietnamese, due: status.due, until: until, today: clock.date,
      required: status.counts.required, reported: status.counts.reported, lines: lines)
    let composer = ReminderComposer(
      regime: regime, reminder: reminder, settings: Letterhead(register.settings, letter: "don-doc"))
    guard let template = try template(["remind"], of: regime.id) else {
      throw ReportProblem.noTemplate(kind: "remind", recipient: regime.id)
    }
    return ReminderFiles(
      reminder: reminder, letter: WordDocument.render(try composer.compose(template: template)),
      isClosed: period.isRequest && reporting.requests.contains { $0.code == key.which && $0.isClosed })
  }

  /// What the receipt says of a refused report: its first two causes, as they were told to the unit.
  private func causes(of refusal: Refusal) async throws -> (receipt: String, causes: [String])? {
    guard let delivery = register.deliveries[refusal.delivery] else { return nil }
    let receipt = try JSONNode(parsing: await ledger.receipt(of: delivery, at: refusal.delivery)).plain
    guard case .array(let lines)? = receipt["submissions"],
      let line = lines.first(where: { $0["path"] == .string(refusal.path) }), case .array(let issues)? = line["issues"]
    else { return nil }
    var seen: Set<JSONValue> = []
    let causes = issues.compactMap { issue -> String? in
      guard issue["severity"] == .string("error"), let code = issue["code"], seen.insert(code).inserted,
        case .string(let message)? = issue["message"]
      else { return nil }
      return message
    }
    guard case .string(let number)? = receipt["receipt"] else { return ("", Array(causes.prefix(2))) }
    return (number, Array(causes.prefix(2)))
  }
}
