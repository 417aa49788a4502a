package import Regimes
import ReportingModel

/// A made-up registry of a given size: an office, sections, communes, and schools of every level.
package struct SyntheticProvince: Sendable {
  /// Every unit of it reports; in the order of their numbers.
  package let units: [UnitRow]

  package init(units count: Int, regime: Regime) {
    func kinds(_ group: UnitKind.Group) -> [UnitKind] { regime.unitKinds.filter { $0.group == group } }
    let offices = kinds(.office), communeKinds = kinds(.commune), schools = kinds(.school)
    let direct = schools.filter { !$0.reportsThroughCommune }, others = schools.filter(\.reportsThroughCommune)
    let levels = regime.levels.map(\.code)
    let regions = ["Vùng 1", "Vùng 2", "Vùng 3"]
    let communeCount = communeKinds.isEmpty ? 0 : max(1, count / 14)
    let officeCount = min(offices.isEmpty ? 0 : 6, count / 20)
    func code(_ prefix: String, _ number: Int) -> String {
      let digits = String(number)
      return prefix + "-" + String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    }
    var rows: [UnitRow] = []
    for index in 0..<count {
      if index < officeCount {
        let kind = offices[min(index, offices.count - 1)]
        let roles = index < regime.roles.count ? [regime.roles[index].code] : []
        rows.append(
          UnitRow(
            code: code("CQ", index + 1), name: "\(kind.name.vietnamese) Mẫu \(index + 1)", kind: kind.code, roles: roles
          ))
      } else if index < officeCount + communeCount, let kind = communeKinds.first {
        let number = index - officeCount + 1
        rows.append(
          UnitRow(
            code: code("XA", number), name: "UBND xã Mẫu \(number)", kind: kind.code,
            region: regions[number % regions.count]))
      } else {
        let number = index - officeCount - communeCount + 1
        let isDirect = others.isEmpty || (!direct.isEmpty && number % 10 == 1)
        let pool = isDirect ? direct : others
        guard !pool.isEmpty else { continue }
        let kind = pool[number % pool.count]
        let commune = communeCount == 0 ? "" : code("XA", number % communeCount + 1)
        rows.append(
          UnitRow(
            code: code("TR", number), name: "Trường Mẫu \(number)", kind: kind.code,
            level: levels.isEmpty ? "" : levels[number % levels.count], commune: commune,
            region: communeCount == 0 ? "" : regions[(number % communeCount + 1) % regions.count],
            email: "truong\(number)@example.edu.vn"))
      }
    }
    units = rows
  }
}
