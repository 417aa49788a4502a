import Ledger

extension SQLiteConnection {
  /// What nobody reads, and so no digest tells of: rows that no entry leads to, and pages and indexes as SQLite sees them.
  func damages() throws(StoreFault) -> [LedgerDamage] {
    var damages: [LedgerDamage] = []
    try rows("PRAGMA integrity_check(100)") { row in
      let text = row.text(0)
      guard text != "ok" else { return }
      damages.append(LedgerDamage(.file, "tệp sổ: \(text)", "the ledger's file: \(text)"))
    }
    try rows("SELECT sequence FROM entry WHERE sequence < 1 LIMIT 100") { row in
      damages.append(LedgerDamage(.entry(row.integer(0)), "không thuộc chuỗi", "is no part of the chain"))
    }
    try rows(
      """
      SELECT sequence FROM content
      WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.sequence = content.sequence AND kind = 'submission') LIMIT 100
      """
    ) { row in
      damages.append(
        LedgerDamage(.entry(row.integer(0)), "có nội dung mà không phải báo cáo", "has a content and is no submission"))
    }
    try rows(
      """
      SELECT number FROM receipt
      WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.receipt = receipt.number) LIMIT 100
      """
    ) { row in
      damages.append(
        LedgerDamage(
          .file, "phiếu tiếp nhận số \(row.integer(0)) không có mục nào trong sổ",
          "receipt number \(row.integer(0)) has no entry"))
    }
    return damages
  }
}
