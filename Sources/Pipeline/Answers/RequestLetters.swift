import Regimes
import Rendering
import ReportingModel
import Reports

extension Workspace {
  /// The letter that asks for a collection, as a Word file (<doc:layout#Request-letter>).
  /// - Throws: `RequestProblem.unknown`, `ReportProblem.noTemplate`.
  package func letter(forRequest code: String, regime id: String?) throws -> [UInt8] {
    let state = try state()
    let history = try state.regime(id, configured: configuration.regime)
    let requests = state.requests(of: history.id)
    guard let request = requests.first(where: { $0.code == code }) else { throw RequestProblem.unknown(code) }
    let regime = history.applying(on: request.window.to)
    guard let template = try template(["request"], of: history.id, state) else {
      throw ReportProblem.noTemplate(kind: "request", recipient: history.id)
    }
    let names = request.units.map { state.registry?.description(of: $0, on: request.window.to)?.name ?? $0 }
    let letter = RequestLetter(
      regime: regime, request: request, requests: requests, unitNames: names,
      settings: officeSettings(letter: "yeu-cau"))
    return WordDocument.render(try letter.compose(template: template))
  }
}
