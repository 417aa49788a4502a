import ArgumentParser
import DurableFiles
import Intake
import Logging
import Metrics
import Receipts
import ReportingModel
import Workspaces

/// `watch`: takes in what arrives, until it is stopped.
struct Watch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "Tiếp nhận gói ngay khi có trong inbox, cho đến khi dừng.", "Takes in files as they arrive, until stopped."))

  @Option(
    name: .customLong("log-format"),
    help: ArgumentHelp(say("Dạng nhật ký: text hoặc json.", "Form of the log: text or json."), valueName: "text|json"))
  var logFormat = LogFormat.text

  @Option(
    help: ArgumentHelp(
      say("Ghi các số đếm vào tệp này (dạng Prometheus).", "Write the counters to this file (Prometheus text)."),
      valueName: ValueName.file), completion: .file())
  var metrics: String?

  @OptionGroup var wait: WaitOption
  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await common.write("watch", wait: wait.seconds()) { try await watch($0) }
  }

  /// Milliseconds between two glances at whether somebody else wants to write.
  private static let glance: Int64 = 200

  private func watch(_ writer: Writer) async throws {
    let workspace = writer.workspace
    let common = common
    let counters = CounterBook()
    MetricsSystem.bootstrap(counters)
    let log = WatchLog(format: logFormat, clock: { common.moment })
    let events = try FolderEvents()
    let stop = StopSignal { events.ring() }
    let watch = InboxWatch(writer)
    let start = ContinuousClock.now
    let clock = { Int64((ContinuousClock.now - start) / .milliseconds(1)) }
    var listened: Set<String> = []
    var receipts = 0

    log.started(workspace.root)
    while !stop.isRaised {
      if writer.isAwaited(now: clock()) {
        log.gaveWay()
        try await watch.giveWay(clock: clock, isStopping: { stop.isRaised }) {
          events.wait(milliseconds: Watch.glance)
        }
        continue
      }
      let look = try await watch.look(
        Occasion(now: writer.moment(common.moment)), clock: clock,
        isStopping: { stop.isRaised || writer.isAwaited(now: clock()) }
      ) { receipt, milliseconds in
        receipts += 1
        log.took(receipt, milliseconds)
      }
      log.troubles(begun: look.begun, ended: look.ended)
      if !look.begun.isEmpty || !look.ended.isEmpty {
        WatchNotice(watch.troubles, at: common.moment).write(to: workspace)
      }
      Terminal.progress(
        say(
          "Đã cấp \(receipts) phiếu, \(watch.troubles.count) vướng mắc",
          "\(counted(receipts, "receipt")), \(counted(watch.troubles.count, "trouble"))"))
      if let metrics { counters.write(to: metrics) }
      // A file may have come into a new folder before anybody listened to it.
      let isNew = !listened.isSuperset(of: look.folders)
      listened = Set(look.folders)
      events.listen(to: look.folders)
      guard !isNew else { continue }
      let end = clock() + look.nextChange
      repeat {
        if events.wait(milliseconds: min(Watch.glance, end - clock())) { break }
      } while clock() < end && !stop.isRaised && !writer.isAwaited(now: clock())
    }
    Terminal.endProgress()
    WatchNotice.remove(from: workspace)
    log.stopped()
  }
}
