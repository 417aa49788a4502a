package import DurableFiles
private import Synchronization

/// Where bytes go that may be many: few stay in memory, the others lie in a file without a name until the last user is done.
///
/// A fault of the file does not stop whoever reads or writes: it is noted, what is read from there on is nothing, and whoever
/// relies on the outcome asks for `fault` first.
package final class Spool: Sendable {
  private struct State {
    var file: SpoolFile?
    var held = 0
    var fault: FileFault?
  }

  private let folder: String
  private let memory: Int
  /// No single run longer than this stays in memory.
  private let longest: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - folder: where the file is made when it is needed.
  ///   - memory: bytes that stay in memory, all runs together.
  package init(folder: String, memory: Int = 8 << 20) {
    self.folder = folder
    self.memory = memory
    longest = min(memory, 256 << 10)
  }

  private init() {
    (folder, memory, longest) = ("", .max, .max)
  }

  /// A spool where the system keeps what goes away, for those who have no workspace to write to.
  package static var temporary: Spool { Spool(folder: DurableFiles.temporaryFolder) }

  /// A spool that keeps everything in memory, for what is small.
  package static var held: Spool { Spool() }

  /// A spool in the same folder, for what is needed no longer than a part of this one's work.
  package func passing() -> Spool { Spool(folder: folder, memory: 1 << 20) }

  /// What went wrong first.
  package var fault: FileFault? { state.withLock { $0.fault } }

  /// Bytes that were kept in memory so far.
  package var held: Int { state.withLock { $0.held } }

  /// Keeps bytes.
  package func keep(_ bytes: [UInt8]) -> SpooledBytes {
    var run = SpoolRun(of: bytes.count, in: self)
    run.append(bytes)
    return run.finish()
  }

  /// Whether a run may stay in memory; it counts from now on.
  func holds(_ count: Int) -> Bool {
    guard count <= longest else { return false }
    return state.withLock { state in
      guard count <= memory - state.held else { return false }
      state.held += count
      return true
    }
  }

  func open() -> SpoolFile? {
    let folder = folder
    return state.withLock { state in
      if state.file == nil, state.fault == nil {
        do throws(FileFault) {
          state.file = try SpoolFile(in: folder)
        } catch {
          state.fault = error
        }
      }
      return state.fault == nil ? state.file : nil
    }
  }

  /// Does something with the file; `nil` where that fails, or something failed before.
  func attempt<Value>(_ body: () throws(FileFault) -> Value) -> Value? {
    do throws(FileFault) {
      return try body()
    } catch {
      state.withLock { $0.fault = $0.fault ?? error }
      return nil
    }
  }
}

/// A run of bytes that is being written into a spool, of a length that is known before.
package struct SpoolRun: Sendable {
  private let spool: Spool
  private let expected: Int
  private let isHeld: Bool
  private let file: SpoolFile?
  private let offset: Int
  private var held: [UInt8] = []
  private var written = 0

  /// - Parameter count: bytes that will come; more are a mistake of the caller's and are left out.
  package init(of count: Int, in spool: Spool) {
    self.spool = spool
    expected = count
    isHeld = spool.holds(count)
    file = isHeld ? nil : spool.open()
    offset = file?.reserve(count) ?? 0
  }

  package mutating func append(_ bytes: [UInt8]) {
    let bytes = written + bytes.count <= expected ? bytes : Array(bytes.prefix(expected - written))
    if let file {
      let place = offset + written
      _ = spool.attempt { () throws(FileFault) in try file.write(bytes, at: place) }
    } else if isHeld {
      held += bytes
    }
    written += bytes.count
  }

  package consuming func finish() -> SpooledBytes {
    file.map { SpooledBytes(spool, $0, at: offset, count: written) } ?? SpooledBytes(held)
  }
}

/// Bytes that were put into a spool.
package struct SpooledBytes: Sendable {
  private enum Place {
    case memory([UInt8])
    case file(SpoolFile, offset: Int, Spool)
  }

  private let place: Place
  package let count: Int

  /// Bytes that are handed over at a time.
  private static let piece = 256 << 10

  init(_ spool: Spool, _ file: SpoolFile, at offset: Int, count: Int) {
    place = .file(file, offset: offset, spool)
    self.count = count
  }

  /// Bytes that are in memory anyway.
  package init(_ bytes: [UInt8]) {
    place = .memory(bytes)
    count = bytes.count
  }

  /// A part of the bytes, as far as there are so many; nothing after a fault.
  package func bytes(from start: Int, count wanted: Int) -> [UInt8] {
    let start = min(max(start, 0), count)
    let wanted = min(max(wanted, 0), count - start)
    switch place {
    case .memory(let bytes): return start == 0 && wanted == count ? bytes : Array(bytes[start..<start + wanted])
    case .file(let file, let offset, let spool):
      return spool.attempt { () throws(FileFault) in try file.read(from: offset + start, count: wanted) } ?? []
    }
  }

  /// All of them.
  package var all: [UInt8] { bytes(from: 0, count: count) }

  /// Hands them over piece by piece.
  package func eachPiece<Fault: Error>(_ body: ([UInt8]) throws(Fault) -> Void) throws(Fault) {
    var start = 0
    while start < count {
      let piece = bytes(from: start, count: SpooledBytes.piece)
      guard !piece.isEmpty else { return }
      start += piece.count
      try body(piece)
    }
  }

  /// The bytes, to be read where they lie.
  package var view: ByteView {
    switch place {
    case .memory(let bytes): return ByteView(bytes)
    case .file(let file, let offset, let spool):
      guard count > 0 else { return ByteView([]) }
      let count = count
      let mapped = spool.attempt { () throws(FileFault) in try file.map(from: offset, count: count) }
      return mapped.map { ByteView($0, count: count) } ?? ByteView([])
    }
  }
}

extension SpooledBytes: Hashable {
  package static func == (left: SpooledBytes, right: SpooledBytes) -> Bool {
    left.count == right.count && left.view.elementsEqual(right.view)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(all) }
}
