package import ReportingModel

/// A small bar chart of figures that stand in tables too: drawn on the page alone, never on paper.
package struct Chart: Sendable, Hashable {
  package struct Bar: Sendable, Hashable {
    package let label: String
    /// One a series; `nil`: nobody told it.
    package let values: [Amount?]

    package init(_ label: String, _ values: [Amount?]) {
      self.label = label
      self.values = values
    }
  }

  /// Letters, digits and hyphens.
  package let name: String
  package let title: String
  /// What the bars stand for, and what is counted: `nhiệm vụ`, `số hoạt động`.
  package let axes: (bars: String, values: String)
  /// Names of the series; of a single one none is shown.
  package let series: [String]
  package let bars: [Bar]
  /// One sentence with the extreme values, for whoever does not see it.
  package let description: String
  package let note: String
  /// Whether the values of a bar stand on one another.
  package let isStacked: Bool

  package init(
    name: String, title: String, axes: (bars: String, values: String), series: [String], bars: [Bar],
    description: String, note: String = "", isStacked: Bool = false
  ) {
    self.name = name
    self.title = title
    self.axes = axes
    self.series = series
    self.bars = bars
    self.description = description
    self.note = note
    self.isStacked = isStacked
  }

  package static func == (left: Chart, right: Chart) -> Bool {
    left.name == right.name && left.title == right.title && left.axes == right.axes && left.series == right.series
      && left.bars == right.bars && left.description == right.description && left.note == right.note
      && left.isStacked == right.isStacked
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bars)
  }
}
