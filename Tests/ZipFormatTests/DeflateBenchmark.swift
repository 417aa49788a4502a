import Foundation
import TestSupport
import Testing

@testable import ZipFormat

/// How fast rows of a Word file are deflated and how small they become, beside zlib on the same bytes.
///
///     TONGHOP_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter DeflateBenchmark
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_BENCH"] != nil)) struct DeflateBenchmark {
  @Test func rowsOfAWordFile() throws {
    let bytes = DeflateSamples.table(rows: 100_000)
    var deflated: [UInt8] = []
    let best = (1...5).map { _ in ContinuousClock().measure { deflated = Deflater.deflate(bytes) } }.min() ?? .zero
    let folder = try Folder()
    try Data(bytes).write(to: URL(filePath: folder.path + "/rows"))
    let script = """
      import sys, time, zlib
      data = open(sys.argv[1], 'rb').read()
      def run():
          start = time.perf_counter(); deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
          size = len(deflater.compress(data) + deflater.flush())
          return time.perf_counter() - start, size
      print(*min(run() for _ in range(5)))
      """
    let zlib = try Program.run("/usr/bin/env", ["python3", "-c", script, folder.path + "/rows"])
    let told = zlib.text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    #expect(told.count == 2, "\(zlib.remarks)")
    let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
    print(
      "\(bytes.count) bytes to \(deflated.count), \(String(format: "%.1f", Double(bytes.count) / seconds / 1e6)) MB/s; "
        + "beside zlib at level 6 "
        + "\(String(format: "%.3f of its size, %.2f of its time", Double(deflated.count) / told[1], seconds / told[0]))"
    )
  }
}
