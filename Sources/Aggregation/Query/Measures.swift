/// The four measures of a group of activities (<doc:counting#Activities>).
package struct Measures: Sendable, Hashable {
  /// Number of activities, `records`.
  package var records: Int
  /// Sum of `soLuong`; 128 bits, so that no input can overflow it.
  package var quantity: Int128
  /// Sum of `soNguoi`.
  package var people: Int128
  /// Number of distinct units.
  package var units: Int

  package init(records: Int = 0, quantity: Int128 = 0, people: Int128 = 0, units: Int = 0) {
    self.records = records
    self.quantity = quantity
    self.people = people
    self.units = units
  }

  /// Of no activity.
  package static let zero = Measures()
}
