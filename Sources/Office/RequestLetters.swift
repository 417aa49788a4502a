import Regimes
import Register
import Rendering
import ReportingModel
import Reports
import Workspaces

extension Record {
  /// The letter that asks for a collection, as a Word file (<doc:layout#Request-letter>).
  /// - Throws: `RequestProblem.unknown`, `ReportProblem.noTemplate`.
  package func letter(forRequest code: String, regime id: String?) throws -> [UInt8] {
    let history = try register.inForce.regime(id)
    let requests = register.inForce.requests(of: history.id)
    guard let request = requests.first(where: { $0.code == code }) else { throw RequestProblem.unknown(code) }
    let regime = history.applying(on: request.window.to)
    guard let template = try template(["request"], of: history.id) else {
      throw ReportProblem.noTemplate(kind: "request", recipient: history.id)
    }
    let names = request.units.map { register.inForce.registry?.description(of: $0, on: request.window.to)?.name ?? $0 }
    let letter = RequestLetter(
      regime: regime, request: request, requests: requests, unitNames: names,
      settings: Letterhead(register.settings, letter: "yeu-cau"))
    return WordDocument.render(try letter.compose(template: template), try skeleton(of: history.id))
  }
}
