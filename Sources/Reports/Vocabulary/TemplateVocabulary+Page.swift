package import Regimes

extension TemplateVocabulary {
  /// The page for those who write templates, in Markdown: every key, table, appendix and block there is.
  package static func page(_ regime: Regime) -> String {
    let report = TemplateVocabulary("half-year", regime)
    var page = """
      # Từ vựng của mẫu báo cáo và công văn

      Trang này in từ chính bảng mà chương trình dùng để kiểm tra mẫu; cách viết mẫu: `KE-HOACH-MOI.md`. Mẫu nêu tên không có ở đây thì
      không nhập được, kèm dòng và tên gần nhất.

      - *chữ*: `{{tên}}` in ra; `{{#tên}}…{{/tên}}` in khi có, `{{^tên}}…{{/tên}}` khi không.
      - *có, không*: chỉ dùng với `{{#…}}`, `{{^…}}`.
      - *danh sách*: `{{#tên}}…{{/tên}}` in một lần cho mỗi mục; bên trong nêu tên ngắn.
      - Phần trong `< >` thay bằng mã của Kế hoạch: `{{chiTieu.CT09.so}}`.

      ## Báo cáo

      \(rows(report.entries))

      ### Mã


      """
    for (name, codes) in report.codes.sorted(by: { $0.key < $1.key }) {
      page += "- `\(name)`: \(codes.map { "`\($0)`" }.joined(separator: " "))\n"
    }
    page += "\n### Bảng `|Tên bảng: loại tham số|`\n\n| loại | tham số | là gì |\n|---|---|---|\n"
    for table in report.tables {
      page += "| `\(table.name)` | \(table.arguments.map { "`\($0)`" } ?? "") | \(table.meaning) |\n"
    }
    page += "\n### Phụ lục `|>TÊN PHỤ LỤC: loại|`\n\n| loại | là gì |\n|---|---|\n"
    for appendix in report.appendices { page += "| `\(appendix.name)` | \(appendix.meaning) |\n" }
    page += "\n### Lời văn của Văn phòng Sở `[[KHỐI]]`\n\n"
    page += report.blocks.map { "`\($0)`" }.joined(separator: " ")
    page +=
      "\n\n## Công văn\n\n### Mọi công văn\n\n\(rows(common))\n\n### Công văn đôn đốc (`remind`)\n\n\(rows(reminder))"
    page += "\n\n### Công văn yêu cầu báo cáo (`request`)\n\n\(rows(request))\n"
    return page
  }

  private static func rows(_ entries: [Entry]) -> String {
    (["| tên | loại | là gì |", "|---|---|---|"]
      + entries.map { "| `\($0.path)` | \($0.kind.vietnamese) | \($0.meaning) |" }).joined(separator: "\n")
  }
}
