import ReportingModel
import Testing

@testable import Submissions

/// Which column a header cell means.
@Suite struct ColumnNamesTests {
  private static let names = ColumnNames(Vocabulary.activities)

  @Test(arguments: [
    ("nhiem_vu", "nhiem_vu"), ("Nhiệm vụ", "nhiem_vu"), ("NHIỆM VỤ", "nhiem_vu"), ("nhiemVu", "nhiem_vu"),
    ("Nhiem  vu:", "nhiem_vu"), ("Mã nhiệm vụ (*)", "nhiem_vu"), ("nhiê\u{323}m vu\u{323}", "nhiem_vu"),
    ("«Nhiệm vụ»", "nhiem_vu"), ("Ngày", "ngay"), ("Ngày tổ chức", "ngay"), ("ngày_đăng", "ngay"),
    ("Số người tham gia, tiếp cận", "so_nguoi"), ("LƯỢT NGƯỜI", "so_nguoi"), ("URL", "dia_chi"),
    ("Đường dẫn (link)", "dia_chi"), ("Ðường dẫn", "dia_chi"), ("diaChi", "dia_chi"), ("Tên", "ten"), ("ma", "ma"),
    ("Mã HĐ", "ma"), ("mã hd", "ma"),
  ])
  func isKnown(_ title: String, _ name: String) throws {
    let index = try #require(ColumnNamesTests.names.index(of: title))
    #expect(Vocabulary.activities.columns[index].name == name)
  }

  @Test(arguments: [
    "", "STT", "TT", "Người phụ trách", "Nhiệm vụ 2", "Số", "Ngày tháng năm", "Đơn vị", "noi dung khac",
  ])
  func isUnknown(_ title: String) { #expect(ColumnNamesTests.names.index(of: title) == nil) }

  @Test func aRowIsScoredByTheColumnsItNames() {
    #expect(ColumnNamesTests.names.score(["Ngày", "Nhiệm vụ", "Tên"]) == 3)
    // Twice the same column is one; a title row above the table names none.
    #expect(ColumnNamesTests.names.score(["Ngày", "Ngày tổ chức", "STT"]) == 1)
    #expect(ColumnNamesTests.names.score(["BẢNG KÊ HOẠT ĐỘNG HỌC KỲ I"]) == 0)
  }

  @Test(arguments: [
    "Họ và tên", "HỌ TÊN HỌC SINH", "Số CCCD", "cccd", "Ngày sinh", "Ngày, tháng, năm sinh", "SĐT", "Số điện thoại",
    "so_dien_thoai", "Dân tộc", "Địa chỉ thường trú", "Hộ khẩu", "Số định danh",
  ])
  func columnsAboutSinglePeople(_ title: String) { #expect(PersonalColumns.contains(title)) }

  @Test(arguments: ["Tên hoạt động", "Người lập", "Người ký", "Tác giả", "Số người", "Địa chỉ", "Ngày", "Điện", ""])
  func columnsThatAreNot(_ title: String) { #expect(!PersonalColumns.contains(title)) }

  /// What is asked for must not be refused as personal.
  @Test func noColumnOfTheFormIsPersonal() {
    for column in Vocabulary.all.flatMap(\.columns) {
      for title in [column.name, column.title.vietnamese, column.title.english] + column.aliases {
        #expect(!PersonalColumns.contains(title), "\(title)")
      }
    }
  }
}
