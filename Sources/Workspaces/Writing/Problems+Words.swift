package import ReportingModel

extension UndoingProblem: WordedError {
  package var words: LocalizedText {
    switch self {
    case .noSubmission(let sequence):
      LocalizedText(
        "Mục \(sequence) của sổ không phải là báo cáo đã tiếp nhận.",
        "Entry \(sequence) is no accepted submission.")
    case .withdrawn(let sequence):
      LocalizedText("Mục \(sequence) đã được rút trước đây.", "Entry \(sequence) is withdrawn already.")
    case .noObject(let digest):
      LocalizedText("Không gói nào có mã \(digest).", "No bundle has the digest \(digest).")
    case .lives(_, let sequence):
      LocalizedText(
        "Báo cáo ở mục \(sequence) đang được tính; đề nghị rút trước: tonghop withdraw \(sequence) --reason \"…\".",
        "Entry \(sequence) is counted; withdraw it first: tonghop withdraw \(sequence) --reason \"…\".")
    case .purged(let digest):
      LocalizedText("\(digest) đã được xóa trước đây.", "\(digest) is purged already.")
    }
  }
}

extension RequestProblem: WordedError {
  package var words: LocalizedText {
    switch self {
    case .code(let code):
      LocalizedText(
        "Mã yêu cầu «\(code)» không hợp lệ: chỉ dùng chữ cái không dấu, chữ số, dấu chấm, gạch nối, tối đa 35 ký tự.",
        "«\(code)» is no valid code: letters, digits, points and hyphens, at most 35.")
    case .exists(let code): LocalizedText("Đã có yêu cầu «\(code)».", "There is a request «\(code)» already.")
    case .unknown(let code): LocalizedText("Không có yêu cầu «\(code)».", "There is no request «\(code)».")
    case .closed(let code): LocalizedText("Yêu cầu «\(code)» đã khóa.", "The request «\(code)» is closed.")
    case .days:
      LocalizedText("Ngày cuối trước ngày đầu, hoặc hạn trước ngày đầu.", "It ends, or is due, before it begins.")
    case .unknownKind(let kind): LocalizedText("Không có loại đơn vị «\(kind)».", "There is no kind «\(kind)».")
    case .unknownLevel(let level): LocalizedText("Không có cấp học «\(level)».", "There is no level «\(level)».")
    case .unknownUnit(let unit): LocalizedText("Không có đơn vị «\(unit)».", "There is no unit «\(unit)».")
    case .unknownPeriod(let period): LocalizedText("Không có kỳ «\(period)».", "There is no period «\(period)».")
    case .partOfRequest(let period):
      LocalizedText(
        "\(period) cũng là yêu cầu; yêu cầu chỉ có thể là một phần của kỳ báo cáo.",
        "\(period) is a request itself; a request can only be part of a period.")
    case .outside(let period):
      LocalizedText("Ngày cuối của yêu cầu không nằm trong kỳ \(period).", "Its last day lies outside \(period).")
    case .overlaps(let other):
      LocalizedText(
        "Trùng ngày với «\(other)», cũng là một phần của kỳ ấy; số liệu sẽ bị tính hai lần.",
        "It overlaps «\(other)», a part of the same period; figures would be counted twice.")
    case .noKind:
      LocalizedText("Chế độ báo cáo này không có kỳ theo yêu cầu.", "The regime has no periods on request.")
    }
  }
}

extension KeyProblem: WordedError {
  package var words: LocalizedText {
    switch self {
    case .noKey:
      LocalizedText(
        "Không có khóa ký; nếu đã mất: tonghop audit key renew --lost --reason \"…\".",
        "There is no key; if it is lost: tonghop audit key renew --lost --reason \"…\".")
    case .notLost:
      LocalizedText(
        "Khóa ký vẫn còn; để đổi: tonghop audit key rotate.",
        "The key is there; to change it: tonghop audit key rotate.")
    case .forked(let size):
      LocalizedText(
        "Sổ không phải sổ đã ký: cây của \(size) mục đầu khác với đầu sổ trong keys/head. Đề nghị khôi phục bản đúng; xem: tonghop audit verify.",
        "The ledger is not the one that was signed: the tree of its first \(size) entries differs from keys/head. Restore the right copy; see: tonghop audit verify."
      )
    case .foreign:
      LocalizedText(
        "keys/head do khóa khác ký, không có trong keys/ledger.pub: đề nghị khôi phục thư mục keys/.",
        "keys/head is signed with a key that keys/ledger.pub lacks: restore the folder keys/.")
    }
  }
}
