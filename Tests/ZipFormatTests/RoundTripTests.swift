import TestSupport
import Testing
import ZipFormat

/// What is written is read again, name by name and byte by byte.
@Suite struct RoundTripTests {
  @Test(arguments: UInt64(1)...40) func randomFilesComeBack(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var writer = ZipWriter()
    var files: [(name: String, bytes: [UInt8], method: ZipWriter.Method)] = []
    for number in 0..<Int.random(in: 0...12, using: &random) {
      let folder = ["", "Trường Mẫu/", "a/b/c/"].randomElement(using: &random) ?? ""
      let count = Int.random(in: 0...5000, using: &random)
      let isNoise = Bool.random(using: &random)
      let bytes = (0..<count).map { isNoise ? UInt8.random(in: 0...255, using: &random) : UInt8($0 / 50 % 256) }
      let method: ZipWriter.Method = Bool.random(using: &random) ? .stored : .deflate
      files.append(("\(folder)tệp \(number).csv", bytes, method))
      writer.add(name: files[number].name, bytes: bytes, method: method)
    }
    let archive = try ZipArchive(writer.finish())
    #expect(archive.entries.map(\.name) == files.map(\.name))
    #expect(archive.entries.map(\.method) == files.map(\.method.rawValue))
    for (entry, file) in zip(archive.entries, files) { #expect(try archive.read(entry) == file.bytes) }
  }

  @Test func theSameFilesAreTheSameBytes() {
    func archive() -> [UInt8] {
      var writer = ZipWriter()
      writer.add(name: "báo cáo.xml", bytes: Array("<a/>".utf8))
      writer.add(name: "a.csv", bytes: [], method: .stored)
      return writer.finish()
    }
    #expect(archive() == archive())
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 262_143, 262_144, 262_145, 3_000_000]) func sizesAroundTheBuffers(
    _ count: Int
  ) throws {
    var random = SplitMix64(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...15, using: &random) }
    var writer = ZipWriter()
    writer.add(name: "a", bytes: bytes)
    let archive = try ZipArchive(writer.finish())
    #expect(try archive.read(archive.entries[0]) == bytes)
  }

  @Test func manyTinyEntries() throws {
    var writer = ZipWriter()
    for number in 0..<2000 { writer.add(name: "d\(number % 7)/\(number).csv", bytes: [UInt8(number % 256)]) }
    let bytes = writer.finish()
    let archive = try ZipArchive(bytes)
    #expect(archive.entries.count == 2000)
    #expect(try archive.read(archive.entries[1999]) == [UInt8(1999 % 256)])
    #expect(opened(bytes, limits: ZipLimits(entries: 1999)).fault == .tooManyEntries)
  }

  @Test func aStoredZipInsideAZip() throws {
    let inner = RawArchive(RawEntry("a.csv", "one"), RawEntry("b.csv", "two", deflate: true)).bytes
    var writer = ZipWriter()
    writer.add(name: "trong.zip", bytes: inner, method: .stored)
    #expect(try opened(writer.finish()).get() == ["trong.zip": inner])
  }
}
