import Foundation
import TestSupport
import Testing

@testable import QRCodes

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

  /// Line by line the penalty is what the standard's rules give module by module.
  @Test(arguments: [21, 45, 117, 128])
  func aPenaltyIsThatOfTheRules(_ side: Int) {
    var random = SplitMix64(seed: UInt64(side))
    for _ in 0..<4 {
      // Long runs and finders too: a few rows are of patterns.
      let runs: [[UInt8]] = [[1, 0, 1, 1, 1, 0, 1, 0, 0, 0, 0], [1], [0], [0, 0, 0, 0, 1, 0, 1, 1, 1, 0, 1]]
      var dark: [UInt8] = []
      for row in 0..<side {
        let run = runs[row % runs.count]
        dark += (0..<side).map { row % 3 == 0 ? run[$0 % run.count] : UInt8.random(in: 0...1, using: &random) }
      }
      let isFixed = dark.map { _ in UInt8.random(in: 0...1, using: &random) }
      let penalty = Penalty(side: side, dark: dark, isFixed: isFixed)
      for mask in Mask.all {
        var masked = dark
        for place in masked.indices { masked[place] ^= mask.bit(place / side, place % side) & (1 - isFixed[place]) }
        #expect(penalty.sum(under: mask) == rules(masked, side), "\(side) \(mask.number)")
      }
    }
  }

  private func rules(_ dark: [UInt8], _ side: Int) -> Int {
    let finder: [UInt8] = [1, 0, 1, 1, 1, 0, 1]
    var sum = 0
    let lines =
      (0..<side).map { row in (0..<side).map { dark[row * side + $0] } }
      + (0..<side).map { column in (0..<side).map { dark[$0 * side + column] } }
    for line in lines {
      var start = 0
      for index in 1...side where index == side || line[index] != line[start] {
        if index - start >= 5 { sum += 3 + index - start - 5 }
        start = index
      }
      let wide = [0, 0, 0, 0] + line + [0, 0, 0, 0]
      for index in 4...(wide.count - 11) where Array(wide[index..<index + 7]) == finder {
        if wide[(index - 4)..<index].allSatisfy({ $0 == 0 }) { sum += 40 }
        if wide[(index + 7)..<(index + 11)].allSatisfy({ $0 == 0 }) { sum += 40 }
      }
    }
    let (count, all) = (dark.count { $0 == 1 }, side * side)
    return sum + ((abs(count * 20 - all * 10) + all - 1) / all - 1) * 10
  }
}
