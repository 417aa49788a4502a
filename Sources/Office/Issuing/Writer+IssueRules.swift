import Ledger
import Register
import ReportingModel
import Reports
import Workspaces

/// What a report must have before it is frozen (<doc:counting#Issuing>).
extension Writer {
  /// Somebody signs, in some capacity, and every document that is cited says what it is about.
  func checkWords(of draft: ReportDraft, _ mark: IssueMark) throws(IssueProblem) {
    if mark.signer.allSatisfy(\.isWhitespace) { throw .noSigner }
    if mark.capacity.contains(where: { $0.allSatisfy(\.isWhitespace) }) { throw .noCapacity }
    for base in draft.legalBases where IssueRules.lacksSubject(base) { throw .noSubject(base) }
  }

  /// `NN/BC-SGDĐT`, used by no other report of the same year; dated when the report can have been written.
  func checkNumber(_ mark: IssueMark, _ draft: ReportDraft, clock: Instant) throws(IssueProblem) {
    let parts = mark.number.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, (1...6).contains(parts[0].utf8.count), parts[0].utf8.allSatisfy({ (48...57).contains($0) }),
      parts[0].contains(where: { $0 != "0" }), parts[1] == draft.symbol
    else { throw .number(mark.number, symbol: draft.symbol) }
    // The agency's document system begins anew each year; `05` is `5`.
    let same = register.issued.map(\.report).first { other in
      other.date.year == mark.date.year && IssueRules.plain(other.number) == IssueRules.plain(mark.number)
    }
    if let same { throw .numberUsed(mark.number, by: same.id) }
    if mark.date < draft.window.to { throw .dateEarly(mark.date, last: draft.window.to) }
    let today = moment(clock).date
    if mark.date > today { throw .dateLate(mark.date, today: today) }
  }
}

enum IssueRules {
  static func plain(_ number: String) -> Substring { number.drop { $0 == "0" } }

  /// A document with a number and nothing about its subject: `Căn cứ Quyết định số 1169/QĐ-TTg ngày 16/6/2025;`.
  static func lacksSubject(_ base: String) -> Bool {
    guard let number = base.firstMatch(of: /số \d+[\p{L}0-9\/-]*\/[\p{L}0-9\/-]+/) else { return false }
    let rest = base[number.range.upperBound...].lowercased()
    return !["về ", "quy định", "ban hành", "phê duyệt", "v/v", "hướng dẫn", "triển khai", "thực hiện", "sửa đổi"]
      .contains {
        rest.contains($0)
      }
  }
}
