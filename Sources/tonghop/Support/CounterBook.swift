import CoreMetrics
import DurableFiles
import Synchronization

/// Counters and timers of this process, written as a text that Prometheus' collectors read.
final class CounterBook: MetricsFactory, Sendable {
  fileprivate struct Series: Hashable {
    let name: String
    let labels: String
  }

  private struct Sum {
    var count: Int64 = 0
    /// Nanoseconds for timers, the value itself for counters.
    var total: Int64 = 0
    var isTimer = false
  }

  private let sums = Mutex<[Series: Sum]>([:])

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    Handler(book: self, series: CounterBook.series(label, dimensions))
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    Handler(book: self, series: CounterBook.series(label, dimensions))
  }

  func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    Handler(book: self, series: CounterBook.series(label, dimensions))
  }

  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}

  private static func series(_ name: String, _ dimensions: [(String, String)]) -> Series {
    let labels = dimensions.map { "\($0.0)=\"\($0.1)\"" }.joined(separator: ",")
    return Series(name: name, labels: labels.isEmpty ? "" : "{\(labels)}")
  }

  fileprivate func add(_ amount: Int64, to series: Series, isTimer: Bool) {
    sums.withLock { sums in
      var sum = sums[series] ?? Sum(isTimer: isTimer)
      sum.count &+= 1
      sum.total &+= amount
      sums[series] = sum
    }
  }

  /// Writes all series; what cannot be written is not worth stopping for.
  func write(to path: String) {
    let all = sums.withLock { $0 }.sorted { ($0.key.name, $0.key.labels) < ($1.key.name, $1.key.labels) }
    var lines: [String] = []
    for (series, sum) in all {
      if sum.isTimer {
        let microseconds = sum.total / 1000
        let fraction = String(microseconds % 1_000_000)
        let padded = String(repeating: "0", count: 6 - fraction.count) + fraction
        lines.append("\(series.name)_count\(series.labels) \(sum.count)")
        lines.append("\(series.name)_sum\(series.labels) \(microseconds / 1_000_000).\(padded)")
      } else {
        lines.append("\(series.name)\(series.labels) \(sum.total)")
      }
    }
    try? DurableFiles.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path, sync: false, .usual)
  }

  private final class Handler: CounterHandler, TimerHandler, RecorderHandler {
    let book: CounterBook
    let series: Series

    init(book: CounterBook, series: Series) {
      self.book = book
      self.series = series
    }

    func increment(by amount: Int64) { book.add(amount, to: series, isTimer: false) }
    func reset() {}
    func recordNanoseconds(_ duration: Int64) { book.add(duration, to: series, isTimer: true) }
    func record(_ value: Int64) { book.add(value, to: series, isTimer: false) }
    func record(_ value: Double) { book.add(Int64(value), to: series, isTimer: false) }
  }
}
