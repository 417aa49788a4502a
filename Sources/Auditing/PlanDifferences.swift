import Ledger
import Regimes
import ReportingModel
import Settings
import Workspaces

/// Changes of registry, regimes and settings, told by what they change (<doc:record#Audits>).
struct PlanDifferences {
  private let workspace: Workspace
  private var registry: Registry?
  private var regimes: [String: Regime] = [:]
  private var settings: JSONValue?

  init(_ workspace: Workspace) { self.workspace = workspace }

  /// `nil` for an event that changes none of them.
  mutating func words(of event: Event) throws -> LocalizedText? {
    switch event {
    case .settings(let event):
      defer { settings = event.office }
      guard let settings else { return LocalizedText("ghi cài đặt đầu tiên", "the first settings") }
      let changed = PlanDifferences.changes(settings, event.office, "").joined(separator: "; ")
      return LocalizedText("đổi cài đặt: \(changed)", "settings changed: \(changed)")
    case .regime(let event):
      let new = try StoredPlan(workspace.objects).regime(event.digest)
      defer { regimes[event.id] = new }
      guard let old = regimes[event.id] else {
        return LocalizedText(
          "chế độ \(event.id), phiên bản \(new.version)", "regime \(event.id), version \(new.version)")
      }
      let words = PlanDifferences.regimes(old, new)
      return LocalizedText(
        "chế độ \(event.id), phiên bản \(old.version) → \(new.version)\(words.isEmpty ? "" : ": " + words)",
        "regime \(event.id), version \(old.version) → \(new.version)\(words.isEmpty ? "" : ": " + words)")
    case .registry(let event):
      let new = try StoredPlan(workspace.objects).registry(event.digest, for: Array(regimes.values))
      defer { registry = new }
      guard let old = registry else {
        return LocalizedText("danh mục \(new.codes.count) đơn vị", "registry of \(counted(new.codes.count, "unit"))")
      }
      let (before, after) = (Set(old.codes), Set(new.codes))
      let changed = before.intersection(after).filter { old.rows(of: $0) != new.rows(of: $0) }
      func names(_ codes: Set<String>) -> String {
        let sorted = codes.sorted()
        return sorted.prefix(10).joined(separator: ", ") + (sorted.count > 10 ? ", …" : "")
      }
      let (added, gone) = (after.subtracting(before), before.subtracting(after))
      return LocalizedText(
        "danh mục: thêm \(added.count)\(added.isEmpty ? "" : " (\(names(added)))"), bỏ \(gone.count)\(gone.isEmpty ? "" : " (\(names(gone)))"), đổi \(changed.count)\(changed.isEmpty ? "" : " (\(names(changed)))")",
        "registry: \(added.count) added\(added.isEmpty ? "" : " (\(names(added)))"), \(gone.count) gone\(gone.isEmpty ? "" : " (\(names(gone)))"), \(changed.count) changed\(changed.isEmpty ? "" : " (\(names(changed)))")"
      )
    default: return nil
    }
  }

  /// `plan.number: 1/KH → 2/KH`.
  private static func changes(_ old: JSONValue, _ new: JSONValue, _ path: String) -> [String] {
    if case .object(let a) = old, case .object(let b) = new {
      return Set(a.keys).union(b.keys).sorted().flatMap { key in
        changes(a[key] ?? .null, b[key] ?? .null, path.isEmpty ? key : "\(path).\(key)")
      }
    }
    guard old != new else { return [] }
    func text(_ value: JSONValue) -> String { String(decoding: value.canonicalBytes, as: UTF8.self) }
    return ["\(path): \(text(old)) → \(text(new))"]
  }

  private static func regimes(_ old: Regime, _ new: Regime) -> String {
    let lists: [(String, [String], [String])] = [
      ("nhiệm vụ", old.tasks.map(\.code), new.tasks.map(\.code)),
      ("chỉ tiêu", old.indicators.map(\.code), new.indicators.map(\.code)),
      ("quy tắc", old.rules.map(\.code), new.rules.map(\.code)),
      ("loại đơn vị", old.unitKinds.map(\.code), new.unitKinds.map(\.code)),
      ("tỷ lệ", old.ratios.map(\.code), new.ratios.map(\.code)),
    ]
    return lists.compactMap { name, a, b -> String? in
      let (added, gone) = (b.filter { !a.contains($0) }, a.filter { !b.contains($0) })
      guard !added.isEmpty || !gone.isEmpty else { return nil }
      return "\(name) \((added.map { "+\($0)" } + gone.map { "−\($0)" }).joined(separator: " "))"
    }.joined(separator: "; ")
  }
}
