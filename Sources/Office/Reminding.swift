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
  /// A Word file; `nil` where nobody is overdue and only mail goes out.
  package let letter: [UInt8]?
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
    let letterhead = Letterhead(register.settings, letter: "don-doc")
    var lines: [Reminder.Line] = []
    for unit in status.units where [.missing, .rejected, .pending].contains(unit.status) {
      let row = reporting.registry.description(of: unit.unit, on: period.window.to)
      let refusal = book.history(UnitPeriod(unit: unit.unit, period: key))?.refusals.last
      var told: (receipt: String, causes: [String])?
      if unit.status == .rejected, let refusal { told = try await causes(of: refusal, regime) }
      lines.append(
        Reminder.Line(
          unit: unit.unit, name: row?.name ?? unit.unit, email: row?.email ?? "",
          isOffice: row.flatMap { regime.unitKind($0.kind) }?.group == .office, isRejected: unit.status == .rejected,
          isPending: unit.status == .pending,
          watchedBy: row.flatMap { self.watcher(of: $0, regime, on: period.window.to) },
          cite: unit.cite, causes: told?.causes ?? [], receipt: told?.receipt))
    }
    let reminder = Reminder(
      period: reporting.name(of: key).vietnamese, due: status.due, until: until, today: clock.date,
      required: status.counts.required, reported: status.counts.reported,
      daysLeft: regime.workingDays(after: clock.date, through: status.due), contact: letterhead.contact, lines: lines)
    let composer = ReminderComposer(regime: regime, reminder: reminder, settings: letterhead)
    guard let template = try template(["remind"], of: regime.id) else {
      throw ReportProblem.noTemplate(kind: "remind", recipient: regime.id)
    }
    return ReminderFiles(
      reminder: reminder,
      letter: reminder.owing.isEmpty
        ? nil : WordDocument.render(try composer.compose(template: template), try skeleton(of: regime.id)),
      isClosed: period.isRequest && reporting.requests.contains { $0.code == key.which && $0.isClosed })
  }

  /// The section that looks after a unit: that which holds the role the regime names for its level; the office itself looks after
  /// the other sections.
  private func watcher(of row: UnitRow, _ regime: Regime, on day: CalendarDate) -> String? {
    let isOffice = regime.unitKind(row.kind)?.group == .office
    let role = regime.reportTexts[isOffice ? "theoDoi" : "theoDoi.\(row.level)"]?.vietnamese
    guard let role, let registry = register.inForce.registry else { return nil }
    return registry.codes.lazy.compactMap { registry.description(of: $0, on: day) }.first { $0.roles.contains(role) }?
      .name
  }

  /// What the receipt says of a refused report: its first two causes, as they were told to the unit.
  private func causes(of refusal: Refusal, _ regime: Regime) async throws -> (receipt: String, causes: [String])? {
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
      return regime.naming(message)
    }
    guard case .string(let number)? = receipt["receipt"] else { return ("", Array(causes.prefix(2))) }
    return (number, Array(causes.prefix(2)))
  }
}

extension Regime {
  /// A finding's words in a letter: indicators by their names, `Số người đã tập huấn (54)` for `CT15 = 54`.
  fileprivate func naming(_ message: String) -> String {
    var words = message
    for indicator in indicators where words.contains(indicator.code) {
      let name = reportTexts["tenIn.\(indicator.code)"]?.vietnamese ?? indicator.name.vietnamese
      let parts = words.split(separator: indicator.code, omittingEmptySubsequences: false)
      words = parts.dropFirst().reduce(String(parts[0])) { text, rest in
        let told = rest.wholeMatch(of: /( = )([0-9.,]+)(.*)/.dotMatchesNewlines())
        // A figure's last point may end the sentence.
        guard let told else { return text + name + rest }
        let figure = String(told.2.reversed().drop { ".,".contains($0) }.reversed())
        return text + "\(name) (\(figure))" + told.2.dropFirst(figure.count) + told.3
      }
    }
    return words
  }
}
