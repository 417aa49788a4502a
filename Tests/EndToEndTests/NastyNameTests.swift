import Foundation
import TestSupport
import Testing

/// Names, titles and codes of other people act on no terminal, forge no line of a log, and turn no page round
/// (<doc:commands#Streams>).
@Suite struct NastyNameTests {
  private static let nasty = "\u{1B}[2J\u{9B}31m\u{7F}\u{202E}gpj\u{2066}\u{200F}\u{2028}\nforged: good"
  private static let now = ["--now", "2027-01-20T08:00:00+07:00"]

  /// Text for people in which nothing acts but line feeds between lines of ours.
  private func expectPlain(_ text: String, _ what: String) {
    let acting = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    #expect(acting.isEmpty, "\(what): \(acting.map { String($0.value, radix: 16) }) in \(text.debugDescription)")
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("forged") }, "\(what): \(text.debugDescription)")
  }

  /// Runs a verb, and gives what it printed for people.
  @discardableResult
  private func say(_ arguments: [String], isData: Bool = false) throws -> Program.Outcome {
    let outcome = try Program.run(arguments)
    #expect(!outcome.isKilled && outcome.status != 70, "\(arguments): \(outcome.remarks)")
    if !isData { expectPlain(outcome.text, "\(arguments)") }
    expectPlain(outcome.remarks, "\(arguments)")
    return outcome
  }

  /// A workspace below a folder with such a name, and files with such names in its inbox.
  private func scene() throws -> (folder: Folder, w: String) {
    let folder = try Folder()
    let w = folder.path + "/w" + Self.nasty
    let made = try say([
      "init", w, "--units", CommandTests.samples + "/units.csv", "--now", "2026-09-01T08:00:00+07:00",
    ])
    #expect(made.status == 0 && made.remarks.contains("⟨U+001B⟩[2J⟨U+009B⟩31m⟨U+007F⟩⟨U+202E⟩gpj⟨U+2066⟩"))
    let day = CommandTests.samples + "/bundles/2027-01-20/"
    let bundle = try #require(try FileManager.default.contentsOfDirectory(atPath: day).first { $0.hasSuffix(".zip") })
    try FileManager.default.copyItem(atPath: day + bundle, toPath: w + "/inbox/tốt\(Self.nasty).zip")
    try folder.write("x", "Rar!\u{1A}\u{7}\u{1}\u{0}")
    try FileManager.default.copyItem(atPath: folder.path + "/x", toPath: w + "/inbox/hỏng\(Self.nasty).zip")
    try Program.zip(
      [("a\u{1B}[2J\u{202E}.csv", "ma,ten\r\n1,2\r\n")], to: w + "/inbox/SO-THPT-001/tên\(Self.nasty).zip")
    try Program.zip(
      [
        ("thong-tin.csv", "khoa,gia_tri\r\ndon_vi,SO\u{202E}1\u{1B}[2J\r\n\u{9B}x,\u{2066}\r\n"),
        ("b\u{202E}.xml", "<a"),
      ],
      to: w + "/inbox/SO-THPT-001/trong\(Self.nasty).zip")
    try FileManager.default.createSymbolicLink(atPath: w + "/inbox/liên kết\(Self.nasty)", withDestinationPath: "/none")
    return (folder, w)
  }

  @Test func whatIsToldOfFilesIsPlain() throws {
    let (folder, w) = try scene()
    let inbox = try FileManager.default.contentsOfDirectory(atPath: w + "/inbox").filter { $0.hasSuffix(".zip") }
    try say(["check"] + inbox.map { w + "/inbox/" + $0 } + ["--workspace", w] + Self.now)
    let taken = try say(["ingest", "--workspace", w] + Self.now)
    #expect(taken.text.contains("hỏng⟨U+001B⟩[2J") && taken.text.contains("⟨U+000A⟩forged"), "\(taken.text)")
    for verb in [["status"], ["doctor"], ["status", "--lang", "en"]] { try say(verb + ["--workspace", w] + Self.now) }
    // What is data stays data: the name is in the JSON as it was.
    let check = try say(["check", w + "/inbox/none\(Self.nasty).zip", "--workspace", w] + Self.now)
    #expect(check.status == 66)
    let pages = folder.files(below: "").filter { $0.hasSuffix(".html") }
    #expect(pages.count >= 4)
    for page in pages { expectPlain(String(decoding: try folder.data(page), as: UTF8.self), page) }
    #expect(String(decoding: try folder.data(pages[0]), as: UTF8.self).contains("⟨U+001B⟩"))
  }

  @Test func theDataStaysWhatItIs() throws {
    let (folder, w) = try scene()
    defer { _ = folder }
    let taken = try say(["ingest", "--json", "--workspace", w] + Self.now, isData: true)
    let names = (try taken.json() as? [Object] ?? []).compactMap { $0["file"] as? String }
    #expect(names.contains("hỏng\(Self.nasty).zip"), "\(names)")
  }

  @Test(arguments: ["text", "json"])
  func theLogIsPlain(_ format: String) throws {
    let (folder, w) = try scene()
    try #"{"service":{"quietSeconds":0}}"#.write(toFile: w + "/tonghop.json", atomically: true, encoding: .utf8)
    let log = folder.path + "/log"
    _ = FileManager.default.createFile(atPath: log, contents: nil)
    let watch = Process()
    watch.executableURL = URL(filePath: Program.executable)
    watch.arguments = ["watch", "--log-format", format, "--workspace", w] + Self.now
    watch.standardError = FileHandle(forWritingAtPath: log)
    try watch.run()
    defer { watch.terminate() }
    var said = ""
    for _ in 0..<400 where !(said.contains("BN-000004") && said.contains("liên kết")) {
      usleep(50_000)
      said = String(decoding: try folder.data("log"), as: UTF8.self)
    }
    #expect(said.contains("BN-000004") && said.contains("⟨U+202E⟩"), "\(said)")
    expectPlain(said, format)
    for line in said.split(separator: "\n") where format == "json" {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
    try say(["status", "--workspace", w] + Self.now)
    try say(["ingest", "--workspace", w] + Self.now)
    watch.terminate()
    watch.waitUntilExit()
    #expect(watch.terminationStatus == 0)
  }

  @Test func whatSomebodyTypesIsPlain() throws {
    let (folder, w) = try scene()
    let bad = Self.nasty
    let opened = [
      "request", "open", "CD-01", "--from", "2027-01-01", "--to", "2027-01-31", "--due", "2027-02-10", "--operator",
      bad,
    ]
    try say(opened + ["--title", "Tiêu đề" + bad, "--workspace", w] + Self.now)
    #expect(try say(["request", "list", "--workspace", w]).text.contains("Tiêu đề⟨U+001B⟩[2J"))
    let units = try String(contentsOfFile: CommandTests.samples + "/units.csv", encoding: .utf8)
      .replacingOccurrences(of: "Văn phòng Sở", with: "\"Văn phòng\u{1B}[2J\u{202E}Sở\nforged\"")
    try folder.write("units\(bad).csv", units)
    try folder.write("regime\(bad).xml", "<a\u{1B}")
    try folder.write("settings\(bad).json", "{\"x\\u001b\u{202E}\":1}")
    let verbs: [[String]] = [
      ["units", "diff", folder.path + "/units\(bad).csv"], ["units", "import", folder.path + "/units\(bad).csv"],
      ["units", "list"], ["units", "list", "--kind", bad], ["regime", "check", folder.path + "/regime\(bad).xml"],
      ["regime", "import", folder.path + "/regime\(bad).xml"],
      ["settings", "check", folder.path + "/settings\(bad).json"],
      ["settings", "apply", folder.path + "/settings\(bad).json"], ["status", "--period", bad],
      ["status", "--regime", bad],
      ["query", "--from", bad, "--to", "2027-01-01"],
      ["query", "--from", "2027-01-01", "--to", "2027-02-01", "--by", bad],
      ["query", "--from", "2027-01-01", "--to", "2027-02-01", "--where", "donVi=" + bad], [bad],
      ["status", "--" + bad],
      ["request", "open", bad, "--title", "x", "--from", "2027-01-01", "--to", "2027-01-31", "--due", "2027-02-10"],
      ["request", "close", bad], ["template", folder.path + "/t" + bad, "--unit", "VP", "--period", "HK1/2026-2027"],
      ["template", folder.path + "/t" + bad, "--unit", "VP", "--period", "HK1/2026-2027"],
      ["template", folder.path + "/t" + bad, "--unit", bad, "--period", "HK1/2026-2027"],
      ["report", "semester", "HK1/2026-2027", "--out", folder.path + "/o" + bad], ["report", "semester", bad],
      ["report", "half-year", bad, "--to", "ubnd-tinh"],
      ["report", "issue", bad, "--number", "1", "--date", "2027-01-21", "--signer", bad],
      ["remind", "--period", "HK1/2026-2027", "--until", "2027-03-01", "--out", folder.path + "/r" + bad],
      ["ingest", folder.path + "/none" + bad], ["withdraw", bad, "--reason", "x"], ["report", "list", "--drafts"],
    ]
    for verb in verbs { try say(verb + ["--workspace", w] + Self.now) }
    try say(["status", "--workspace", folder.path + "/none" + bad])
    try say(["status", "--now", bad])
    try say(["init", w])
  }
}
