@unsafe @preconcurrency import Dispatch
import Glibc
import Synchronization

/// Hears that the program should end: SIGTERM from a service manager, SIGINT from a terminal.
final class StopSignal: Sendable {
  private let flag = Flag()
  private let sources: [any DispatchSourceSignal]

  private final class Flag: Sendable {
    let isRaised = Atomic(false)
  }

  /// - Parameter wake: called on another thread when the signal comes.
  init(wake: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "tonghop.signals")
    let flag = flag
    sources = [SIGTERM, SIGINT].map { number in
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        flag.isRaised.store(true, ordering: .releasing)
        wake()
      }
      source.resume()
      return source
    }
  }

  var isRaised: Bool { flag.isRaised.load(ordering: .acquiring) }
}
