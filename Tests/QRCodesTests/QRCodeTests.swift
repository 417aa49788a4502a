import Foundation
import QRCodes
import TestSupport
import Testing

@Suite struct QRCodeTests {
  @Test(arguments: [(0, 1), (14, 1), (15, 2), (213, 10), (1_370, 30), (1_371, 27), (1_732, 30)])
  func theSmallestVersionThatHoldsTheBytes(_ count: Int, _ version: Int) throws {
    let code = try #require(QRCode([UInt8](repeating: 65, count: count)))
    #expect(code.version == version && code.side == 17 + 4 * version)
  }

  @Test func moreThanAPageHoldsIsNoCode() {
    #expect(QRCode([UInt8](repeating: 0, count: 1_733)) == nil)
  }

  /// A reader that is not ours reads the very bytes, whatever they are.
  @Test(arguments: [1, 17, 100, 400, 900, 1_370, 1_732])
  func anotherReaderReadsTheBytes(_ count: Int) throws {
    var random = SplitMix64(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    let code = try #require(QRCode(bytes))
    let file = FileManager.default.temporaryDirectory.appending(path: "qr-\(count)-\(getpid()).pgm")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(picture(of: code)).write(to: file)
    let reader = Process()
    reader.executableURL = URL(filePath: "/usr/bin/zbarimg")
    reader.arguments = ["--quiet", "--raw", "--oneshot", "-Sbinary", "-Sdisable", "-Sqrcode.enable", file.path]
    let output = Pipe()
    reader.standardOutput = output
    try reader.run()
    let read = try output.fileHandleForReading.readToEnd().map(Array.init)
    reader.waitUntilExit()
    #expect(reader.terminationStatus == 0 && read == bytes)
  }

  /// Four pixels a module, with the quiet zone.
  private func picture(of code: QRCode) -> [UInt8] {
    let (scale, quiet) = (4, 4)
    let side = (code.side + 2 * quiet) * scale
    var bytes = Array("P5 \(side) \(side) 255\n".utf8)
    for y in 0..<side {
      for x in 0..<side {
        let (row, column) = (y / scale - quiet, x / scale - quiet)
        let isInside = (0..<code.side).contains(row) && (0..<code.side).contains(column)
        bytes.append(isInside && code.isDark(row, column) ? 0 : 255)
      }
    }
    return bytes
  }
}
