import ReportingModel
import Testing

/// What the tables of <doc:counting#Live-activities> promise beside their answers: few foldings, and time in step with the
/// rows whatever they are.
@Suite struct IdentityTests {
  /// Counts how often a title is folded; folding is lower case here.
  private final class Folder {
    var count = 0
    func fold(_ title: String) -> String {
      count += 1
      return title.lowercased()
    }
  }

  private let part = PeriodKey(kind: "HK1", which: "2026-2027")
  private let whole = PeriodKey(kind: "NAM", which: "2026-2027")

  private func row(_ id: String?, _ title: String, _ day: Int32 = 20_700, product: String = "P") -> Activity {
    Activity(
      id: id, date: CalendarDate(dayNumber: day), task: "T", area: "A", channel: "C", product: product, title: title)
  }

  /// Reads the year's rows and then those of its part.
  private func count(_ year: [Activity], _ term: [Activity], _ folder: Folder) -> [Int] {
    var counted = CountedActivities(folding: folder.fold)
    _ = counted.read(year, of: whole, within: [])
    return counted.read(term, of: part, within: [whole])
  }

  @Test func whatIsToldAgainUnchangedIsNotFolded() {
    let folder = Folder()
    let rows = (0..<500).map { row($0 % 2 == 0 ? "HD\($0)" : nil, "Title \($0)", 20_700 + Int32($0)) }
    #expect(count(rows, rows, folder).isEmpty)
    #expect(folder.count == 0)
    let others = rows.map { row($0.id, $0.title, $0.date.dayNumber + 1, product: "Q") }
    #expect(count(rows, others, folder) == Array((0..<500).reversed()))
    #expect(folder.count == 0)
  }

  /// A title is folded a few times at most, however many stand on one day for one task, or bear one id.
  @Test(arguments: [1, 2])
  func foldingIsLinear(ids: Int) {
    let folder = Folder()
    let count = 4_000
    func rows(_ word: String) -> [Activity] {
      (0..<count).map { number in
        let id = String("abcdefghijklmnop".enumerated().map { number >> $0 & 1 == 0 ? $1 : Character($1.uppercased()) })
        return row(ids == 1 ? id : nil, "\(word) \(number)", 20_700 + Int32(number % ids))
      }
    }
    #expect(self.count(rows("a"), rows("B"), folder).count == count || ids == 1)
    #expect(folder.count <= 8 * count)
  }

  @Test func idsAreOneInAnyCase() {
    #expect(OwnID("hđ01") == OwnID("HĐ01"))
    #expect(OwnID("hd01") != OwnID("hđ01"))
    let folder = Folder()
    #expect(count([row("hđ1", "One")], [row("HĐ1", "Two")], folder).isEmpty)
    #expect(count([row("hđ1", "One")], [row("HD1", "Two")], folder) == [0])
  }

  /// The first one stays, so that a finding leads to it.
  @Test func naturesGiveTheFirst() {
    var natures = ActivityNatures(folding: { $0.lowercased() })
    #expect(natures.enter(2, for: row(nil, "One")) == nil)
    #expect(natures.enter(3, for: row(nil, "ONE")) == 2)
    #expect(natures.enter(4, for: row(nil, "Two")) == nil)
    #expect(natures.enter(5, for: row(nil, "tWO")) == 4)
    #expect(natures.enter(6, for: row(nil, "One", product: "Q")) == nil)
    #expect(natures.enter(7, for: row(nil, "onE")) == 2)
  }

  @Test func readingOrder() {
    let ranks = [(1, 9), (0, 2), (2, 50), (0, 7), (1, 10)].map { ReadingRank(wholes: $0.0, sequence: $0.1) }
    #expect(ranks.sorted() == [ranks[3], ranks[1], ranks[4], ranks[0], ranks[2]])
  }

  /// To `String ==` two marks on one letter are the same in any order.
  @Test func foldedTitlesAreComparedByBytes() {
    #expect("o\u{300}\u{323}" == "o\u{323}\u{300}")
    #expect(FoldedTitle("o\u{300}\u{323}") != FoldedTitle("o\u{323}\u{300}"))
    #expect(FoldedTitle("a") == FoldedTitle("a"))
  }

  @Test func exemplarsAreOneByTitleAndSchoolYear() throws {
    func identity(_ unit: String, _ day: String, _ title: String) throws -> ExemplarIdentity {
      ExemplarIdentity(unit: unit, day: try #require(CalendarDate(iso: day)), title: FoldedTitle(title))
    }
    let one = try identity("U", "2027-07-31", "a")
    #expect(try identity("U", "2026-08-01", "a") == one)
    #expect(try identity("U", "2027-08-01", "a") != one)
    #expect(try identity("V", "2027-07-31", "a") != one)
    #expect(try identity("U", "2027-07-31", "b") != one)
  }
}
