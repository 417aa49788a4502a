import Forms
import Regimes
import ReportingModel
import Submissions
import Testing

/// What stands in an empty form.
@Suite struct FormTests {
  private func rows(_ name: String, _ form: SubmissionForm) throws -> [String] {
    // Excel takes the delimiter from the first line, whatever its own settings.
    let lines = try Fixture.text(name, of: form, .csv).split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines.first == "\u{FEFF}sep=;")
    return Array(lines.dropFirst())
  }

  @Test func theFilesOfACSVForm() throws {
    let files = try Fixture.form().files(.csv)
    #expect(files.map(\.name) == Vocabulary.all.map(\.fileName) + [Vocabulary.codeListFile])
    // Excel reads Vietnamese only behind a mark.
    #expect(files.allSatisfy { $0.bytes.starts(with: [0xEF, 0xBB, 0xBF]) })
    for schema in Vocabulary.all where schema.block != .header {
      let titles = schema.columns.map(\.title.vietnamese).joined(separator: ";")
      #expect(try rows(schema.fileName, Fixture.form()).first == titles)
    }
  }

  /// Of the three columns that name a period only the one it needs; the office counts the numbers.
  @Test(arguments: [("HK1/2026-2027", "Năm học"), ("CD/AI-2026", "Mã yêu cầu")])
  func theHeaderAsksOnlyForWhatIsNeeded(_ period: String, _ title: String) throws {
    let form = try Fixture.form(Fixture.school, period)
    let titles = try #require(rows("thong-tin.csv", form).first).split(separator: ";").map(String.init)
    #expect(["Năm học", "Năm", "Mã yêu cầu", "Lần nộp"].filter(titles.contains) == [title])
    let xml = try Fixture.text("bao-cao.xml", of: form, .xml)
    #expect(!xml.contains("<lanNop") && xml.contains("loai=\"\(period.prefix { $0 != "/" })\""))
    #expect(xml.contains("namHoc=") == (title == "Năm học") && xml.contains("yeuCau=") == (title == "Mã yêu cầu"))
  }

  /// An office is asked for money alone; what is counted from activities nobody is asked.
  @Test(arguments: [("TRUONG", ["CT02", "CT03", "CT04", "CT05", "CT06"]), ("VP", ["CT06"]), ("LA", [])])
  func onlyTheIndicatorsOfItsKind(_ kind: String, _ codes: [String]) throws {
    let form = try Fixture.form(UnitRow(code: "X", name: "X", kind: kind))
    #expect(try rows("chi-tieu.csv", form).dropFirst().map { String($0.prefix(4)) } == codes)
    let xml = try Fixture.text("bao-cao.xml", of: form, .xml)
    #expect(xml.matches(of: /<muc ma="(CT\d\d)">/).map { String($0.output.1) } == codes)
  }

  @Test func anIndicatorIsExplainedWhereItIsTold() throws {
    #expect(try rows("chi-tieu.csv", Fixture.form())[1] == "CT02 - Lượt học sinh (lượt);;")
    #expect(try rows("thuyet-minh.csv", Fixture.form()).dropFirst() == ["KETQUA - Kết quả;", "KHOKHAN - Khó khăn;"])
  }

  /// Ids stay the same over resubmissions and differ between periods, so that no activity is counted twice or lost.
  @Test(arguments: [
    ("HK1/2026-2027", "HK1-2026"), ("HK2/2026-2027", "HK2-2026"), ("HK1/2027-2028", "HK1-2027"),
    ("CD/AI-2026", "AI-2026"),
    ("CD/" + String(repeating: "A", count: 35), String(repeating: "A", count: 30)),
  ])
  func idsBearThePeriod(_ period: String, _ place: String) throws {
    let form = try Fixture.form(Fixture.school, period)
    let activities = try rows("hoat-dong.csv", form).dropFirst().map { String($0.prefix { $0 != ";" }) }
    #expect(activities == (1...30).map { "HD\($0 < 10 ? "0" : "")\($0)-\(place)" })
    #expect(try rows("mo-hinh.csv", form).dropFirst().map { $0.prefix { $0 != ";" } }.last == "MH03-\(place)")
    #expect(try Fixture.text("bao-cao.xml", of: form, .xml).contains("HD01-\(place)"))
    // A column of ids takes forty characters.
    #expect(activities.allSatisfy { $0.count <= 40 })
  }

  @Test func theListOfCodesNamesAll() throws {
    let list = try Fixture.text(Vocabulary.codeListFile, of: Fixture.form(), .csv)
    let regime = try Fixture.regime()
    let names =
      regime.tasks.map { "  \($0.code) - \($0.name.vietnamese)" }
      + [regime.areas, regime.channels, regime.products, regime.topics].joined().map {
        "  \($0.code) - \($0.name.vietnamese)"
      }
    for name in names { #expect(list.contains(name + "\r\n"), "\(name)") }
    // Notepad of older Windows shows one line without them.
    #expect(list.unicodeScalars.count { $0 == "\n" } == list.unicodeScalars.count { $0 == "\r" })
  }

  /// A plan whose words look like markup gives a form that is still one.
  @Test func hostileWordsOfAPlan() throws {
    var regime = try Fixture.regime()
    let hostile = "a --> <muc/> & \"b\"; c --"
    for index in regime.tasks.indices { regime.tasks[index].name = LocalizedText(hostile, hostile) }
    for index in regime.indicators.indices { regime.indicators[index].name = LocalizedText(hostile, hostile) }
    for encoding in SubmissionForm.Encoding.allCases {
      let form = try Fixture.form(Fixture.school, "HK1/2026-2027", regime)
      let submission = try Fixture.readBack(form, encoding, regime: regime).submission
      #expect(submission.log.kept.map(\.code) == ["HDR-MISSING", "IND-EMPTY"])
      #expect(submission.untold.count == 5)
    }
  }
}
