import DurableFiles
import Spooling
import TestSupport
import Testing

/// Bytes that go into a spool come out as they went in, wherever they lie, and only so many stay in memory.
@Suite struct SpoolTests {
  private func bytes(_ count: Int, _ seed: UInt8) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) ^ seed }
  }

  @Test func fewStayInMemory() throws {
    let folder = try Folder()
    let spool = Spool(folder: folder.path + "/tmp", memory: 10_000)
    let runs = (0..<40).map { bytes($0 % 2 == 0 ? 900 : 20_000, UInt8($0)) }
    let kept = runs.map { spool.keep($0) }
    #expect(spool.held <= 10_000 && spool.held > 8_000 && spool.fault == nil)
    for (run, kept) in zip(runs, kept) {
      #expect(kept.count == run.count && kept.all == run && Array(kept.view) == run)
      #expect(kept.bytes(from: 100, count: 50) == Array(run[100..<150]))
      #expect(kept.bytes(from: run.count - 10, count: 50) == Array(run.suffix(10)))
      var pieces: [UInt8] = []
      kept.eachPiece { pieces += $0 }
      #expect(pieces == run)
    }
    // The file has no name: nobody finds it, and nothing is left of it.
    #expect(folder.files(below: "tmp").isEmpty)
  }

  @Test func whatIsFewMakesNoFile() throws {
    let folder = try Folder()
    let spool = Spool(folder: folder.path + "/tmp")
    #expect(spool.keep([1, 2, 3]).all == [1, 2, 3] && spool.keep([]).view.isEmpty)
    #expect(!DurableFiles.exists(folder.path + "/tmp"))
  }

  @Test func aRunIsWrittenPieceByPiece() throws {
    let folder = try Folder()
    let spool = Spool(folder: folder.path)
    let whole = bytes(9 << 20, 7)
    var run = SpoolRun(of: whole.count, in: spool)
    for start in stride(from: 0, to: whole.count, by: 300_000) {
      run.append(Array(whole[start..<min(start + 300_000, whole.count)]))
    }
    // What was not announced has no place.
    run.append([1, 2, 3])
    let kept = run.finish()
    #expect(kept.count == whole.count && spool.held == 0)
    let view = kept.view
    for place in [0, 5 << 20, 1, whole.count - 1, 4 << 20] {
      view.visit(place)
      #expect(view[place] == whole[place])
    }
    view.letGo()
    #expect(view.array((8 << 20)..<(8 << 20) + 9) == Array(whole[(8 << 20)..<(8 << 20) + 9]))
    #expect(view.withSpan(3..<7) { $0[0] } == whole[3])
  }

  /// A fault stops nobody on the way; whoever relies on the outcome asks for it.
  @Test func aFaultIsNoted() throws {
    let folder = try Folder()
    try folder.write("file", "")
    let spool = Spool(folder: folder.path + "/file/tmp", memory: 10)
    let kept = spool.keep(bytes(100, 1))
    #expect(spool.fault != nil && kept.all.isEmpty)
    #expect(spool.keep([1, 2]).all == [1, 2])
  }
}
