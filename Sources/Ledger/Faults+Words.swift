package import ReportingModel

extension LedgerDamage: WordedError {
  package var words: LocalizedText {
    LocalizedText(
      "Sổ hỏng, không tính gì trên sổ này: \(message.vietnamese). Xem tất cả: tonghop doctor.",
      "The ledger is damaged, nothing is counted on it: \(message.english). See all: tonghop doctor.")
  }
}

extension PurgedContent: WordedError {
  package var words: LocalizedText {
    LocalizedText(
      "Số liệu dựa vào báo cáo ở mục \(sequence), đã xóa vĩnh viễn (purge); không tính lại được.",
      "The figures stand on the submission of entry \(sequence), which was purged; they cannot be counted again.")
  }
}
