private import CPosix
private import Glibc

/// Events of folders, as an alarm clock: they say that something happened somewhere, and a scan finds out what.
///
/// File systems of other machines send none, and queues overflow, so whoever waits looks again after a while anyway.
package final class FolderEvents: Sendable {
  private let events: Int32
  private let bell: Int32

  /// - Throws: a fault when the system has no more descriptors of this kind.
  package init() throws(FileFault) {
    events = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard events >= 0 else { throw DurableFiles.fault("watch", "inotify") }
    bell = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    guard bell >= 0 else {
      close(events)
      throw DurableFiles.fault("watch", "eventfd")
    }
  }

  deinit {
    close(events)
    close(bell)
  }

  /// Listens to folders; listening twice to one is no harm, and one that vanished is forgotten by itself.
  /// - Returns: whether every one of them can be listened to.
  @discardableResult
  package func listen(to folders: [String]) -> Bool {
    let mask = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB
    return folders.allSatisfy { folder in
      unsafe inotify_add_watch(events, folder, UInt32(mask)) >= 0
    }
  }

  /// Blocks until something happens, somebody rings, or the time is over. Events that follow each other closely, as those of
  /// many files that are copied at once, end one wait and not many.
  /// - Returns: whether something happened.
  @discardableResult
  package func wait(milliseconds: Int64) -> Bool {
    guard poll(milliseconds) else { return false }
    _ = poll(FolderEvents.gathering, listening: false)
    return true
  }

  /// Whether something happens in time; for trying whether events come at all.
  package func hears(within milliseconds: Int64) -> Bool { poll(milliseconds) }

  private static let gathering: Int64 = 100

  /// - Returns: whether something happened in a folder.
  private func poll(_ milliseconds: Int64, listening: Bool = true) -> Bool {
    var waiting = [
      pollfd(fd: events, events: Int16(POLLIN), revents: 0), pollfd(fd: bell, events: Int16(POLLIN), revents: 0),
    ]
    let time = Int32(clamping: max(0, milliseconds))
    if !listening { waiting.removeFirst() }
    _ = unsafe waiting.withUnsafeMutableBufferPointer { unsafe Glibc.poll($0.baseAddress, nfds_t($0.count), time) }
    return drain()
  }

  /// Ends a `wait`, from any thread.
  package func ring() {
    var one: UInt64 = 1
    _ = unsafe write(bell, &one, 8)
  }

  /// What the events say is not looked at: an overflow of the queue is an event like any other.
  private func drain() -> Bool {
    var happened = false
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while unsafe buffer.withUnsafeMutableBytes({ unsafe read(events, $0.baseAddress, $0.count) }) > 0 {
      happened = true
    }
    return happened
  }
}
