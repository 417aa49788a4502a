import ReportingModel
import Spooling
import TestSupport
import Testing

/// Rows in a spool are the same rows, and contents of them the same bytes.
@Suite struct RowsTests {
  private func rows(_ count: Int, note: Int = 10) -> [Activity] {
    (0..<count).map { number in
      Activity(
        id: number % 3 == 0 ? nil : "HD\(number % 100)", date: CalendarDate(dayNumber: Int32(20_000 + number % 90)),
        task: "NV05", area: "ND3", channel: "HT2", product: "SUKIEN", topics: ["B", "A"], quantity: Int64(number),
        title: "Ngày hội \(number * 7919 % count)", note: String(repeating: "ghi ", count: note), line: number + 2)
    }
  }

  private func content(_ rows: Rows<Activity>) -> SubmissionContent {
    var content = SubmissionContent(
      header: SubmissionHeader(
        regime: "R", unit: "U", period: PeriodKey(kind: "HK1", which: "2026-2027"), date: CalendarDate(dayNumber: 1)))
    content.activities = rows
    content.narratives = [KeyedText(key: "KETQUA", text: "Tốt.", line: 3)]
    return content
  }

  @Test func spooledRowsAreTheSameRows() throws {
    let folder = try Folder()
    let listed = rows(4000)
    let spool = Spool(folder: folder.path, memory: 200_000)
    let spooled = Rows(listed, into: spool)
    #expect(spool.held <= 200_000)
    #expect(Array(spooled) == listed && spooled == Rows(listed) && spooled.count == 4000)
    #expect(spooled.first == listed.first && spooled[3999] == listed[3999] && spooled[1500] == listed[1500])
    #expect(Set([spooled, Rows(listed)]).count == 1)
    var changed = spooled
    changed[7].title = "Khác"
    changed.removeAll { $0.id == nil }
    changed.append(listed[0])
    #expect(changed != spooled && changed.count == listed.count { $0.id != nil } + 1)
  }

  @Test func contentsHaveTheSameBytes() throws {
    let folder = try Folder()
    let listed = rows(3000)
    let spool = Spool(folder: folder.path, memory: 100_000)
    let (plain, spooled) = (content(Rows(listed)), content(Rows(listed, into: spool)))
    #expect(plain.storedBytes == spooled.storedBytes && plain.comparedBytes == spooled.comparedBytes)
    #expect(try SubmissionContent(storedBytes: spooled.storedBytes) == spooled)
    #expect(ContentSummary(plain) == ContentSummary(spooled) && spool.fault == nil)
  }

  /// Rows that are too many to be sorted in memory are sorted in runs, and come out in the same order.
  @Test func manyRowsAreSortedInRuns() throws {
    let folder = try Folder()
    let spool = Spool(folder: folder.path, memory: 1 << 20)
    let many = content(Rows(rows(30_000, note: 200)))
    var (pieces, largest) = ([UInt8](), 0)
    many.eachComparedPiece(sortingIn: spool) { piece in
      pieces += piece
      largest = max(largest, piece.count)
    }
    #expect(pieces == many.comparedBytes && pieces.count > 20 << 20)
    #expect(largest < 1 << 20 && spool.held <= 1 << 20 && spool.fault == nil)
  }
}
