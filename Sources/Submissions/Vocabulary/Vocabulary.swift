package import Bundles
package import ReportingModel

/// What a value of a column is, and so how it is read.
package enum ColumnType: Sendable, Hashable {
  /// Text with bounds of length in Unicode scalars after trimming and NFC.
  case text(ClosedRange<Int>)
  /// A code that is compared as an opaque string after trimming and upper-casing.
  case identifier(maxLength: Int)
  /// A code of the regime's list for this column.
  case code(CodeList)
  case codes(CodeList)
  case date
  case integer(ClosedRange<Int64>)
  case flag
  case url
  case paths
  /// The value of an indicator: how many decimals it may have depends on the code beside it.
  case amount
}

/// The lists of a regime that code columns take their codes from.
package enum CodeList: Sendable, Hashable {
  case periodKinds
  case tasks
  case areas
  case channels
  case products
  case topics
  case indicators
  case sections
  /// Rule codes and finding codes.
  case explainable
}

/// One column of a CSV file, which is also one attribute or element of the XML (<doc:bundle#Vocabulary>).
package struct Column: Sendable, Hashable {
  package enum XMLForm: Sendable, Hashable {
    case attribute(String)
    case element(String)
    /// An attribute of the child element `ky` of the header.
    case periodAttribute(String)
    /// The element's own text.
    case content
  }

  /// The CSV column's name, also the `field` of a finding: `nhiem_vu`.
  package let name: String
  package let xml: XMLForm
  package let type: ColumnType
  package let isRequired: Bool
  /// The title that people read, and an alias in CSV.
  package let title: LocalizedText
  /// Further titles met in the wild.
  package let aliases: [String]

  init(
    _ name: String, _ xml: XMLForm, _ type: ColumnType, required: Bool = false, _ vietnamese: String,
    _ english: String, aliases: [String] = []
  ) {
    self.name = name
    self.xml = xml
    self.type = type
    isRequired = required
    title = LocalizedText(vietnamese, english)
    self.aliases = aliases
  }
}

/// One block of a submission: a CSV file, or an element below `baoCao`.
package struct BlockSchema: Sendable {
  package let block: SubmissionContent.Block
  /// `hoat-dong.csv`.
  package let fileName: String
  package let columns: [Column]

  /// Position of a column by its name.
  package func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// The vocabulary of the bundle format, version 1: both encodings are read from this one table.
package enum Vocabulary {
  package static let namespace = "urn:tonghop:bao-cao:1"
  package static let rootElement = "baoCao"
  package static let version = "1.0"
  package static let evidenceFolder = "minh-chung"
  /// Lies beside an empty CSV form and lists the codes; nobody needs to take it out before sending the form back.
  package static let codeListFile = "bang-ma.txt"
  /// The names by which a bundle's files are told apart.
  package static let layout = BundleLayout(
    headerFile: header.fileName, blockFiles: all.map(\.fileName), evidenceFolder: evidenceFolder,
    passedOver: [codeListFile])

  package static func schema(of block: SubmissionContent.Block) -> BlockSchema {
    switch block {
    case .header: header
    case .activities: activities
    case .indicators: indicators
    case .exemplars: exemplars
    case .narratives: narratives
    case .explanations: explanations
    }
  }

  package static let all: [BlockSchema] = SubmissionContent.Block.allCases.map(schema(of:))

  package static let header = BlockSchema(
    block: .header, fileName: "thong-tin.csv",
    columns: [
      Column(
        "che_do", .element("cheDo"), .identifier(maxLength: 35), required: true, "Chế độ báo cáo", "Regime",
        aliases: ["Mã chế độ", "Mã chế độ báo cáo"]),
      Column(
        "don_vi", .element("donVi"), .identifier(maxLength: 35), required: true, "Mã đơn vị", "Unit code",
        aliases: ["Đơn vị", "Mã trường"]),
      Column(
        "ten_don_vi", .element("tenDonVi"), .text(0...200), "Tên đơn vị", "Unit name", aliases: ["Tên trường"]),
      Column(
        "loai_ky", .periodAttribute("loai"), .code(.periodKinds), required: true, "Kỳ báo cáo", "Period",
        aliases: ["Loại kỳ", "Kỳ"]),
      Column("nam_hoc", .periodAttribute("namHoc"), .text(0...20), "Năm học", "School year"),
      Column("nam", .periodAttribute("nam"), .text(0...20), "Năm", "Year"),
      Column(
        "yeu_cau", .periodAttribute("yeuCau"), .identifier(maxLength: 35), "Mã yêu cầu", "Request",
        aliases: ["Yêu cầu"]),
      Column(
        "lan_nop", .element("lanNop"), .integer(1...9999), "Lần nộp", "Submission number", aliases: ["Lần gửi"]),
      Column(
        "khong_phat_sinh", .element("khongPhatSinh"), .flag, "Không phát sinh", "Nil return",
        aliases: ["Báo cáo không phát sinh"]),
      Column("nguoi_lap", .element("nguoiLap"), .text(0...100), "Người lập", "Prepared by"),
      Column("nguoi_ky", .element("nguoiKy"), .text(0...100), "Người ký", "Signed by"),
      Column(
        "ngay_lap", .element("ngayLap"), .date, required: true, "Ngày lập", "Date of report",
        aliases: ["Ngày lập báo cáo", "Ngày báo cáo"]),
    ])

  package static let activities = BlockSchema(
    block: .activities, fileName: "hoat-dong.csv",
    columns: [
      Column(
        "ma", .attribute("ma"), .text(0...40), "Mã hoạt động", "Activity id", aliases: ["Mã", "Mã HĐ"]),
      Column(
        "ngay", .attribute("ngay"), .date, required: true, "Ngày thực hiện", "Date",
        aliases: ["Ngày", "Ngày tổ chức", "Ngày đăng"]),
      Column(
        "nhiem_vu", .attribute("nhiemVu"), .code(.tasks), required: true, "Nhiệm vụ", "Task",
        aliases: ["Mã nhiệm vụ"]),
      Column(
        "noi_dung", .attribute("noiDung"), .code(.areas), "Mã nội dung", "Content area", aliases: ["Nội dung"]),
      Column(
        "hinh_thuc", .attribute("hinhThuc"), .code(.channels), required: true, "Hình thức", "Channel",
        aliases: ["Mã hình thức", "Hình thức truyền thông"]),
      Column(
        "san_pham", .attribute("sanPham"), .code(.products), required: true, "Sản phẩm", "Product",
        aliases: ["Mã sản phẩm", "Loại sản phẩm"]),
      Column(
        "chu_de", .attribute("chuDe"), .codes(.topics), "Chủ đề lồng ghép", "Topics", aliases: ["Chủ đề"]),
      Column(
        "so_luong", .attribute("soLuong"), .integer(1...1_000_000_000), "Số lượng", "Quantity",
        aliases: ["Số sản phẩm", "Số lượng sản phẩm"]),
      Column(
        "so_nguoi", .attribute("soNguoi"), .integer(0...1_000_000_000), "Số người tham gia", "People reached",
        aliases: ["Số người", "Lượt người", "Số lượt người", "Số người tham gia, tiếp cận"]),
      Column(
        "ten", .element("ten"), .text(1...500), required: true, "Tên hoạt động, sản phẩm", "Title",
        aliases: ["Tên", "Tên hoạt động", "Tên sản phẩm"]),
      Column(
        "dia_chi", .element("diaChi"), .url, "Đường dẫn (link)", "Link", aliases: ["Đường dẫn", "Link", "URL"]),
      Column("ghi_chu", .element("ghiChu"), .text(0...2000), "Ghi chú", "Note"),
    ])

  package static let indicators = BlockSchema(
    block: .indicators, fileName: "chi-tieu.csv",
    columns: [
      Column(
        "ma", .attribute("ma"), .code(.indicators), required: true, "Mã chỉ tiêu", "Indicator code",
        aliases: ["Mã", "Chỉ tiêu"]),
      Column("gia_tri", .content, .amount, required: true, "Giá trị", "Value", aliases: ["Số liệu", "Kết quả"]),
      Column("ghi_chu", .attribute("ghiChu"), .text(0...2000), "Ghi chú", "Note"),
    ])

  package static let exemplars = BlockSchema(
    block: .exemplars, fileName: "mo-hinh.csv",
    columns: [
      Column("ma", .attribute("ma"), .text(0...40), "Mã mô hình", "Exemplar id", aliases: ["Mã"]),
      Column(
        "noi_dung", .attribute("noiDung"), .code(.areas), required: true, "Mã nội dung", "Content area",
        aliases: ["Nội dung"]),
      Column("ten", .element("ten"), .text(1...500), required: true, "Tên mô hình", "Title", aliases: ["Tên"]),
      Column(
        "mo_ta", .element("moTa"), .text(50...5000), required: true, "Mô tả", "Description",
        aliases: ["Mô tả mô hình", "Tóm tắt"]),
      Column("tac_gia", .element("tacGia"), .text(0...200), "Tác giả", "Author", aliases: ["Người thực hiện"]),
      Column(
        "dia_chi", .element("diaChi"), .url, "Đường dẫn (link)", "Link", aliases: ["Đường dẫn", "Link", "URL"]),
      Column("minh_chung", .element("minhChung"), .paths, "Minh chứng", "Evidence", aliases: ["Tệp minh chứng"]),
    ])

  package static let narratives = BlockSchema(
    block: .narratives, fileName: "thuyet-minh.csv",
    columns: [
      Column(
        "muc", .attribute("ma"), .code(.sections), required: true, "Mục", "Section", aliases: ["Mã", "Mã mục"]),
      Column("noi_dung", .content, .text(0...20_000), required: true, "Nội dung", "Text"),
    ])

  package static let explanations = BlockSchema(
    block: .explanations, fileName: "giai-trinh.csv",
    columns: [
      Column(
        "quy_tac", .attribute("ma"), .code(.explainable), required: true, "Quy tắc", "Rule",
        aliases: ["Mã", "Mã quy tắc"]),
      Column("noi_dung", .content, .text(10...2000), required: true, "Nội dung", "Text", aliases: ["Giải trình"]),
    ])
}
