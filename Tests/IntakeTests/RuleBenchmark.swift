import Foundation
import Regimes
import Register
import ReportingModel
import Synthesis
import Testing
import Validation
import Workspaces

/// How fast rules are evaluated, beside what a submission costs anyway: reading its stored bytes.
///
///     TONGHOP_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter RuleBenchmark
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_BENCH"] != nil)) struct RuleBenchmark {
  @Test func rulesOfASubmission() throws {
    var regime = try builtInRegime()
    // The plan asks a school for thirteen indicators; with these it tells twenty.
    let told = try #require(regime.indicator("CT09"))
    for number in 1...7 {
      var indicator = told
      indicator.code = "X\(number)"
      regime.indicators.append(indicator)
    }
    let unit = UnitRow(code: "SO-001", name: "Trường THPT Mẫu 001", kind: "CSGD_SO", level: "THPT")
    let period = try #require(PeriodKey("HK1/2026-2027").flatMap { regime.resolve($0, requests: []) })
    var synthetic = SyntheticReport(regime: regime, period: period, seed: 5, number: 1)
    let content = synthetic.content(of: unit, activities: 60)
    let validator = SubmissionValidator(
      regime: regime, registry: Registry(rows: [unit], digest: .zero), requests: [])
    let medians = Dictionary(
      content.indicators.map { ($0.code, $0.value) }, uniquingKeysWith: { first, _ in first })
    let rounds = 20_000
    var failures = 0
    let rules = ContinuousClock().measure {
      for _ in 0..<rounds {
        failures += validator.failures(of: content, medians: medians, earlier: Register()).count
      }
    }
    #expect(failures == 0 && content.indicators.count == 20)
    let bytes = content.storedBytes
    var activities = 0
    let reading = try ContinuousClock().measure {
      for _ in 0..<rounds { activities += try SubmissionContent(storedBytes: bytes).activities.count }
    }
    #expect(activities == 60 * rounds)
    let perSecond = Double(rounds) / rules.seconds
    print(
      "\(regime.rules.count) rules, \(content.indicators.count) indicators, \(content.activities.count) activities: "
        + "\(Int(perSecond)) submissions/s, \(Int(perSecond) * regime.rules.count) rules/s; "
        + "\(String(format: "%.2f", rules / reading)) of the time of reading the stored bytes")
  }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
