/// What makes two exemplars one, whatever their ids (<doc:counting#Exemplars-and-narratives>).
package struct ExemplarIdentity: Hashable, Sendable {
  private let unit: String
  private let year: SchoolYear
  private let title: FoldedTitle

  /// - Parameter day: the last day of its submission's period.
  package init(unit: String, day: CalendarDate, title: FoldedTitle) {
    self.unit = unit
    year = SchoolYear(of: day)
    self.title = title
  }
}
