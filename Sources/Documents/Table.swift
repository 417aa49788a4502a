/// A table whose header returns on every page.
package struct Table: Sendable, Hashable {
  package struct Column: Sendable, Hashable {
    package enum Alignment: Sendable, Hashable { case left, center, right }
    package var title: String
    /// The title above that this column shares with its neighbours of the same group; `nil` for a column of its own.
    package var group: String?
    /// Of the numbers of a `pair` or a `coverage`, where each has a column of its own (in a sheet); otherwise empty.
    package var parts: [String]
    package var alignment: Alignment
    /// Share of the table's width, relative to the other columns.
    package var weight: Int

    package init(
      _ title: String, _ alignment: Alignment = .left, weight: Int, group: String? = nil, parts: [String] = []
    ) {
      self.title = title
      self.alignment = alignment
      self.weight = weight
      self.group = group
      self.parts = parts
    }
  }

  package struct Row: Sendable, Hashable {
    /// As many as columns; a bar has one, over all columns.
    package var cells: [Cell]
    /// A heading among the rows: `Số liệu tại thời điểm`.
    package var isBar: Bool
    /// Steps to the right of the second column's text: rows after `Trong đó:`.
    package var indent: Int

    package init(_ cells: [Cell], indent: Int = 0) {
      self.cells = cells
      self.isBar = false
      self.indent = indent
    }

    package static func bar(_ title: String) -> Row {
      var row = Row([.text(title)])
      row.isBar = true
      return row
    }
  }

  /// What the table is called in files of its own: `nhiem-vu`; letters, digits and hyphens.
  package var name: String
  /// `Bảng 1. …`, above the table.
  package var caption: String
  /// `Đơn vị tính: triệu đồng`, above the table on the right; empty without one.
  package var unitLine: String
  package var columns: [Column]
  package var rows: [Row]
  /// The last row, `Tổng cộng`, bold; `nil` where a sum has no meaning.
  package var total: [Cell]?
  /// Below the table, in small letters, after `Ghi chú:`.
  package var notes: [String]

  package init(
    name: String = "", caption: String, unitLine: String = "", columns: [Column], rows: [Row], total: [Cell]? = nil,
    notes: [String] = []
  ) {
    self.name = name
    self.caption = caption
    self.unitLine = unitLine
    self.columns = columns
    self.rows = rows
    self.total = total
    self.notes = notes
  }
}
