import Documents
import ReportingModel

/// Documents to render: a half-year report with tables and appendices, and the same with one text in every place.
enum Sample {
  static let figures = Table(
    caption: "Bảng 1. Kết quả theo khu vực",
    columns: [
      Table.Column("TT", .center, weight: 1), Table.Column("Khu vực", weight: 20),
      Table.Column("Hoạt động", .right, weight: 10),
    ], rows: [["1", "Khu vực Một", "1.234"], ["2", "Khu vực Hai", "987"]], total: ["", "Tổng cộng", "2.221"])

  static func report(
    number: String? = "123", date: CalendarDate? = CalendarDate(year: 2027, month: 2, day: 5),
    addressees: [String] = ["Ủy ban nhân dân tỉnh Lâm Đồng"], appendices: [Appendix] = [], isDraft: Bool = false
  ) -> ReportDocument {
    ReportDocument(
      superiorAgency: "UBND TỈNH LÂM ĐỒNG", agency: "SỞ GIÁO DỤC VÀ ĐÀO TẠO", number: number, symbol: "BC-SGDĐT",
      place: "Lâm Đồng", date: date, kindName: "BÁO CÁO", subject: "Kết quả truyền thông 6 tháng đầu năm 2027",
      addressees: addressees,
      body: [
        .paragraph([TextSpan("Sở Giáo dục và Đào tạo báo cáo như sau:")]), .heading(level: 1, "I. KẾT QUẢ"),
        .heading(level: 2, "1. Kết quả chung"), .heading(level: 3, "a) Tuyên truyền"),
        .paragraph([
          TextSpan("Toàn ngành có "), TextSpan("2.221", .bold), TextSpan(" hoạt động. ", .italic),
          TextSpan("[Văn phòng Sở bổ sung]", .toFillIn),
        ]), .table(figures), .paragraph([TextSpan("Trên đây là Báo cáo./.")]),
      ], signature: SignatureBlock(capacity: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], signer: "Nguyễn Văn Mẫu"),
      receivers: ["Như trên", "Các phòng thuộc Sở", "Lưu: VT, VP"], appendices: appendices, isDraft: isDraft,
      provenance: "Thông tin đối soát: số thứ tự sổ 4.213.")
  }

  static let appendices = [
    Appendix(title: "KẾT QUẢ THỰC HIỆN NHIỆM VỤ", isLandscape: true, body: [.table(figures)]),
    Appendix(title: "MÔ HÌNH HAY", isLandscape: false, body: [.paragraph([TextSpan("Không có.")])]),
  ]

  /// The text stands wherever a document has room for one.
  static func filled(with text: String) -> ReportDocument {
    let table = Table(
      caption: text, columns: [Table.Column(text, weight: 1), Table.Column(text, .right, weight: 2)],
      rows: [[text, text], [text], [text, text, text], []], total: [text])
    let body: [Block] = [
      .heading(level: 1, text), .heading(level: 9, text), .heading(level: -9, text), .paragraph([]),
      .paragraph([TextSpan(text), TextSpan(text, .bold), TextSpan(text, .italic), TextSpan(text, .toFillIn)]),
      .table(table),
    ]
    return ReportDocument(
      superiorAgency: text, agency: text, number: text, symbol: text, place: text,
      date: CalendarDate(year: 2027, month: 12, day: 31), kindName: text, subject: text, addressees: [text, text],
      body: body, signature: SignatureBlock(capacity: [text, text], signer: text), receivers: [text, text],
      appendices: [
        Appendix(title: text, isLandscape: true, body: body), Appendix(title: text, isLandscape: false, body: []),
      ], isDraft: true, provenance: text)
  }
}

extension Table {
  /// Of texts alone.
  init(caption: String, columns: [Column], rows: [[String]], total: [String]? = nil) {
    self.init(
      caption: caption, columns: columns, rows: rows.map { Row($0.map { .text($0) }) },
      total: total.map { $0.map { .text($0) } })
  }
}
