/// A number and its noun in English, where the noun has two forms: `1 day`, `2 days`.
package func plural(_ number: Int, _ one: String, _ many: String) -> String {
  "\(number) \(number == 1 ? one : many)"
}
