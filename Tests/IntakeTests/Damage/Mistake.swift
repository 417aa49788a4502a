import ReportingModel
import Synthesis
import Testing

/// A mistake that people make, in a report that is else right; or one that is no mistake any more.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  /// The code that tells it; `nil` where it is read as it was meant.
  let code: String?
  let isError: Bool
  let make: @Sendable (inout Parcel) -> Void

  var testDescription: String { name }

  /// - Parameter code: of an error.
  init(_ name: String, _ code: String, _ make: @escaping @Sendable (inout Parcel) -> Void) {
    (self.name, self.code, isError, self.make) = (name, code, true, make)
  }

  /// - Parameter warning: the code of a warning, if any.
  init(taken name: String, warning: String? = nil, _ make: @escaping @Sendable (inout Parcel) -> Void) {
    (self.name, code, isError, self.make) = (name, warning, false, make)
  }
}

/// What is sent: the files of a report as cells, others as bytes.
struct Parcel {
  var bundle = SheetBundle.all[0]
  /// Files that are no sheets, or sheets as something else.
  var files: [String: [UInt8]] = [:]
  /// Names that files are sent under.
  var names: [String: String] = [:]
  /// What the path of a file is written with.
  var slash = "/"
  var folder = ""

  var zip: [UInt8] {
    var all = bundle.sheets.map {
      ($0.name, files[$0.name] ?? SheetBundle.bytes(bundle.text(bundle.lines($0)), bundle.encoding))
    }
    let sheets = Set(bundle.sheets.map(\.name))
    all += files.filter { !sheets.contains($0.key) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return SyntheticBundle.zip(
      files: all.map { (name: (folder.isEmpty ? "" : folder + slash) + (names[$0.0] ?? $0.0), bytes: $0.1) })
  }

  subscript(file: String) -> [[String]] {
    get { bundle.sheets.first { $0.name == file }?.rows ?? [] }
    set {
      for index in bundle.sheets.indices where bundle.sheets[index].name == file {
        bundle.sheets[index].rows = newValue
      }
    }
  }

  /// Writes a cell as a spreadsheet names it.
  mutating func write(_ text: String, _ file: String, line: Int, column: Int) {
    while self[file][line - 1].count < column { self[file][line - 1].append("") }
    self[file][line - 1][column - 1] = text
  }

  /// Writes into the row of a code.
  mutating func tell(_ code: String, _ text: String) {
    guard let row = self["chi-tieu.csv"].firstIndex(where: { $0[0].hasPrefix(code) }) else { return }
    self["chi-tieu.csv"][row][1] = text
  }

  /// Wraps rows as Excel does that cuts at commas: one cell a row, in quotes where it holds a comma.
  mutating func openWithCommas(_ file: String, rows: Range<Int>? = nil) {
    let lines = bundle.lines(bundle.sheets.first { $0.name == file } ?? SheetBundle.Sheet(name: file, rows: []))
    let text = lines.enumerated().map { index, line in
      let whole = line.joined(separator: String(bundle.delimiter))
      guard rows?.contains(index) ?? true, whole.contains(",") else { return whole + "\r\n" }
      return "\"" + whole.replacing("\"", with: "\"\"") + "\"\r\n"
    }
    files[file] = SheetBundle.bytes(text.joined(), .utf8Mark)
  }
}

extension Mistake {
  private static let workbook = SyntheticBundle.zip(files: [
    ("[Content_Types].xml", Array("<Types/>".utf8)), ("xl/workbook.xml", Array("<workbook/>".utf8)),
  ])
  private static let document = SyntheticBundle.zip(files: [
    ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array("<document/>".utf8)),
  ])
  private static let oldWorkbook: [UInt8] =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)

  /// Every mistake that a receipt must help to mend.
  static let all: [Mistake] = [
    Mistake("CT18 empty", "IND-MISSING") { $0.tell("CT18", "") },
    Mistake("CT21 empty", "IND-MISSING") { $0.tell("CT21", " ") },
    Mistake("CT16 without a row", "IND-MISSING") { parcel in parcel["chi-tieu.csv"].removeAll { $0[0] == "CT16" } },
    Mistake("yes in words", "CSV-NUMBER") { $0.tell("CT18", "Có") },
    Mistake("no in words", "CSV-NUMBER") { $0.tell("CT18", "Không") },
    Mistake("percent", "CSV-NUMBER") { $0.tell("CT17", "85%") },
    Mistake("6 triệu", "CSV-NUMBER") { $0.tell("CT20", "6 triệu") },
    Mistake("6,5 triệu đồng", "CSV-NUMBER") { $0.tell("CT20", "6,5 triệu đồng") },
    Mistake("about", "CSV-NUMBER") { $0.tell("CT09", "khoảng 1.250 em") },
    Mistake("0.350", "CSV-NUMBER") { $0.tell("CT09", "0.350") },
    Mistake("12,5 people", "CSV-NUMBER") { $0.tell("CT09", "1250,5") },
    Mistake(taken: "350,00") { $0.tell("CT09", "350,00") },
    Mistake(taken: "5.000.000,00") { $0.tell("CT20", "5.000.000,00") },
    Mistake(taken: "2026 - 2027") { $0.write("2026 - 2027", "thong-tin.csv", line: 2, column: 5) },
    Mistake("school year with a long dash", "HDR-PERIOD") {
      $0.write("2026–2027", "thong-tin.csv", line: 2, column: 5)
    },
    Mistake(taken: "Học kỳ I") { $0.write("Học kỳ I", "thong-tin.csv", line: 2, column: 4) },
    Mistake(taken: "HK I") { $0.write("HK I", "thong-tin.csv", line: 2, column: 4) },
    Mistake(taken: "printed names") { parcel in
      parcel.write("Ngày hội", "hoat-dong.csv", line: 2, column: 6)
      parcel.write("STEM/STEAM, AI, kỹ năng số, nghiên cứu khoa học kỹ thuật", "hoat-dong.csv", line: 2, column: 3)
      parcel.write("Kết quả thực hiện", "thuyet-minh.csv", line: 2, column: 1)
    },
    Mistake("the unit's name", "UNIT-UNKNOWN") { $0.write("THPT Mẫu 001", "thong-tin.csv", line: 2, column: 2) },
    Mistake("the unit's whole name", "UNIT-UNKNOWN") {
      $0.write("Trường THPT Mẫu 001", "thong-tin.csv", line: 2, column: 2)
    },
    Mistake("invisible character in the unit's code", "UNIT-UNKNOWN") {
      $0.write("SO\u{200B}-001", "thong-tin.csv", line: 2, column: 2)
    },
    Mistake("long dash in the unit's code", "UNIT-UNKNOWN") { $0.write("SO–001", "thong-tin.csv", line: 2, column: 2) },
    Mistake("long dash in the regime's code", "CSV-CODE") { $0.write("LD–NQ57", "thong-tin.csv", line: 2, column: 1) },
    Mistake("total row", "CSV-LOOSE") {
      $0["hoat-dong.csv"].append(["Tổng cộng", "", "", "", "", "", "", "3", "1.550", "", "", ""])
    },
    Mistake("total of indicators", "CSV-LOOSE") { $0["chi-tieu.csv"].append(["Tổng số:", "999", ""]) },
    Mistake("titles again", "CSV-LOOSE") { $0["hoat-dong.csv"].insert($0["hoat-dong.csv"][0], at: 2) },
    Mistake("note below the table", "CSV-LOOSE") { $0["hoat-dong.csv"].append(["Ghi chú: còn 3 hoạt động"]) },
    Mistake("paragraph in the first column", "CSV-LOOSE") {
      $0["thuyet-minh.csv"].append(["Trường còn thiếu kinh phí"])
    },
    Mistake("a row with another delimiter", "CSV-LOOSE") { parcel in
      parcel["hoat-dong.csv"][3] = ["HD03,06/01/2027,NV05,,HT2,SUKIEN,DN,,350,Cuộc thi,,"]
    },
    Mistake("opened with commas", "CSV-LOOSE") { $0.openWithCommas("hoat-dong.csv") },
    Mistake("rows wrapped in quotes", "CSV-LOOSE") { $0.openWithCommas("thuyet-minh.csv", rows: 1..<3) },
    Mistake("a separator too many", "CSV-RAGGED") { $0["hoat-dong.csv"][1].insert("", at: 7) },
    Mistake("a column without a title", "CSV-UNKNOWN") { parcel in
      parcel["chi-tieu.csv"] = parcel["chi-tieu.csv"].enumerated().map { $1 + [$0 == 0 ? "" : "\($0)"] }
    },
    Mistake("thousands without quotes", "CSV-THOUSANDS") { parcel in
      parcel.bundle.delimiter = ","
      parcel["chi-tieu.csv"][2] = ["CT09", "1", "250"]
    },
    Mistake("two codes", "CSV-CODE") { $0.write("NV05-NV06", "hoat-dong.csv", line: 2, column: 3) },
    Mistake("topics and commas", "CSV-CODE") { $0.write("SHTT, DN", "hoat-dong.csv", line: 2, column: 7) },
    Mistake("topics and spaces", "CSV-CODE") { $0.write("SHTT DN", "hoat-dong.csv", line: 2, column: 7) },
    Mistake("topics and semicolons", "CSV-CODE") { $0.write("SHTT; DN|DDS", "hoat-dong.csv", line: 2, column: 7) },
    Mistake("a sentence behind a code", "CSV-CODE") {
      $0.write("NV05 - Đã làm tốt. Sẽ làm tiếp", "hoat-dong.csv", line: 2, column: 3)
    },
    Mistake("two-digit year", "CSV-DATE") { $0.write("20/10/26", "hoat-dong.csv", line: 2, column: 2) },
    Mistake("Excel's number of a day", "CSV-DATE") { $0.write("46315", "hoat-dong.csv", line: 2, column: 2) },
    Mistake("a link without https", "CSV-URL") {
      $0.write("truong.example.edu.vn/stem", "hoat-dong.csv", line: 2, column: 11)
    },
    Mistake("places under links", "CSV-URL") {
      $0.write("Hội trường tầng 2 nhà A", "hoat-dong.csv", line: 2, column: 11)
    },
    Mistake("workbook named CSV", "ZIP-XLSX") { $0.files["hoat-dong.csv"] = workbook },
    Mistake("document named CSV", "ZIP-XLSX") { $0.files["thuyet-minh.csv"] = document },
    Mistake("old workbook named CSV", "ZIP-XLS") { $0.files["hoat-dong.csv"] = oldWorkbook },
    Mistake("a workbook alone", "ZIP-XLSX") { parcel in
      parcel.bundle.sheets = []
      parcel.files["bao-cao.xlsx"] = workbook
    },
    Mistake("a document alone", "ZIP-XLSX") { parcel in
      parcel.bundle.sheets = []
      parcel.files["bao-cao.docx"] = document
    },
    Mistake(taken: "a workbook beside", warning: "ZIP-STRAY") { $0.files["bang.xlsx"] = workbook },
    Mistake("chi-tieu.csv alone", "ZIP-EMPTY") { parcel in parcel.bundle.sheets.removeAll { $0.name != "chi-tieu.csv" }
    },
    Mistake("backslashes", "ZIP-BACKSLASH") { ($0.folder, $0.slash) = ("hk1", "\\") },
    Mistake(taken: "thong-tin.csv.csv", warning: "CSV-NAME") { $0.names["thong-tin.csv"] = "thong-tin.csv.csv" },
    Mistake(taken: "thong-tin (1).csv", warning: "CSV-NAME") { $0.names["thong-tin.csv"] = "thong-tin (1).csv" },
    Mistake(taken: "hoat-dong - Copy.csv", warning: "CSV-NAME") { $0.names["hoat-dong.csv"] = "hoat-dong - Copy.csv" },
    Mistake(taken: "what open programs leave") { parcel in
      parcel.files["~$thong-tin.csv"] = [0, 1]
      parcel.files[".~lock.hoat-dong.csv#"] = Array(",x;".utf8)
    },
  ]
}
