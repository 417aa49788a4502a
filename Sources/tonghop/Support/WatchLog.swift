import ArgumentParser
import Foundation
import Intake
import Logging
import Metrics
import Receipts
import ReportingModel

enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
}

/// What `watch` says while it runs: one event a line on standard error, and counters beside it.
struct WatchLog {
  private let logger: Logger

  init(format: LogFormat, clock: @escaping @Sendable () -> Instant) {
    logger = Logger(label: "tonghop") { _ in LineLog(format: format, clock: clock) }
  }

  func started(_ folder: String) {
    logger.info("\(say("Bắt đầu theo dõi", "watching"))", metadata: ["workspace": "\(folder)"])
  }

  func gaveWay() { logger.info("\(say("Nhường cho lệnh khác ghi sổ", "gave way to another writer"))") }

  func stopped() { logger.info("\(say("Đã dừng", "stopped"))") }

  func took(_ receipt: Receipt, _ milliseconds: Int64) {
    let status = receipt.isCheck ? "check" : receipt.status.rawValue
    logger.info(
      "\(say("Đã cấp phiếu", "receipt"))",
      metadata: [
        "receipt": "\(receipt.label ?? "KIEM-TRA")", "file": "\(receipt.fileName)",
        "unit": "\(receipt.outboxUnit ?? "_chung")", "status": "\(status)", "milliseconds": "\(milliseconds)",
      ])
    Counter(label: "tonghop_deliveries_total", dimensions: [("status", status)]).increment()
    Metrics.Timer(label: "tonghop_receipt_seconds").recordMilliseconds(milliseconds)
  }

  func troubles(begun: [InboxTrouble], ended: [InboxTrouble]) {
    for trouble in begun {
      logger.warning(
        "\(trouble.message[Speech.language])",
        metadata: ["kind": "\(trouble.kind.rawValue)", "path": "\(trouble.path)"])
      Counter(label: "tonghop_troubles_total", dimensions: [("kind", trouble.kind.rawValue)]).increment()
    }
    for trouble in ended {
      logger.notice("\(say("Đã hết vướng mắc", "over"))", metadata: ["path": "\(trouble.path)"])
    }
  }
}

/// Log lines of one event each, for people or for machines.
private struct LineLog: LogHandler {
  var logLevel = Logger.Level.info
  var metadata = Logger.Metadata()
  let format: LogFormat
  let clock: @Sendable () -> Instant

  init(format: LogFormat, clock: @escaping @Sendable () -> Instant) {
    self.format = format
    self.clock = clock
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
    let time = clock().description
    Terminal.endProgress()
    switch format {
    case .text:
      let details = all.map { " \($0.key)=\($0.value)" }.joined()
      Terminal.remark("\(time) \(event.level.rawValue) \(event.message)\(details)")
    case .json:
      var members: [String: JSONValue] = [
        "time": .string(time), "level": .string(event.level.rawValue),
        "message": .string(showingControls(in: "\(event.message)")),
      ]
      for (key, value) in all { members[key] = .string(showingControls(in: "\(value)")) }
      Terminal.remark(String(decoding: JSONValue.object(members).canonicalBytes, as: UTF8.self))
    }
  }
}
