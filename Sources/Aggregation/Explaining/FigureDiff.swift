import Register
import ReportingModel

/// Splits what moved between two reports by cause: every unit's part in a figure before is held against its part after.
package struct FigureDiff {
  private struct Moved {
    let cause: FigureChange.Cause
    let sequence: Int64?
  }

  private let before: (explainer: FigureExplainer, report: CanonicalReport)
  private let after: (explainer: FigureExplainer, report: CanonicalReport)
  /// By unit: what changed of its reports, by period.
  private let moved: [String: [PeriodKey: Moved]]
  /// Why a part moved of whose unit no report changed.
  private let otherwise: FigureChange.Cause

  /// - Parameter otherCause: of what is in force, where something of it changed.
  package init(
    _ before: (explainer: FigureExplainer, report: CanonicalReport),
    _ after: (explainer: FigureExplainer, report: CanonicalReport), otherCause: FigureChange.Cause
  ) {
    self.before = before
    self.after = after
    otherwise = otherCause
    let (old, new) = (before.explainer.facts.register.book, after.explainer.facts.register.book)
    var moved: [String: [PeriodKey: Moved]] = [:]
    for key in Set(old.keys).union(new.keys) {
      let (a, b) = (old.live(key), new.live(key))
      guard a?.sequence != b?.sequence else {
        // What is refused makes a silent unit one that sent something.
        let known = Set((old.history(key)?.refusals ?? []).map(\.sequence))
        if b == nil, let refused = new.history(key)?.refusals.first(where: { !known.contains($0.sequence) }) {
          moved[key.unit, default: [:]][key.period] = Moved(cause: .late, sequence: refused.sequence)
        }
        continue
      }
      let withdrawn = { (sequence: Int64?) -> Int64? in
        sequence.flatMap { sequence in
          new.history(key)?.versions.first { $0.sequence == sequence }?.withdrawnBy
        }
      }
      let change: Moved =
        switch (a?.sequence, b?.sequence) {
        case (nil, let sequence): Moved(cause: .late, sequence: sequence)
        case (let first?, let second?) where second > first: Moved(cause: .resubmission, sequence: second)
        default: Moved(cause: .withdrawal, sequence: withdrawn(a?.sequence))
        }
      moved[key.unit, default: [:]][key.period] = change
    }
    self.moved = moved
  }

  /// Every figure that moved, in the order of the later report's paths.
  package func changes() -> [FigureChange] {
    let old = Dictionary(before.report.figures.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    let new = after.report.figures
    let known = Set(new.map(\.path))
    // What only one of them has at all, such as words of its head, is no figure that moved.
    let gone = before.report.figures.filter { figure in
      let section = figure.path.split(separator: ".").first.map(String.init) ?? ""
      return !known.contains(figure.path) && after.report.json[section] != nil
    }
    return (new.map { ($0.path, old[$0.path] ?? .null, $0.value) } + gone.map { ($0.path, $0.value, .null) })
      .compactMap { path, from, to in from == to ? nil : change(path, from, to) }
      .sorted { $0.path.bytewisePrecedes($1.path) }
  }

  private func change(_ path: String, _ from: JSONValue, _ to: JSONValue) -> FigureChange? {
    guard let terms = terms(path) else { return nil }
    let (first, second) = (FigureDiff.amount(from), FigureDiff.amount(to))
    guard first != second else { return nil }
    let steps = path.split(separator: ".").map(String.init)
    let period =
      steps.first?.hasPrefix("completeness") == true && steps.count > 1
      ? PeriodKey(String(steps[1].prefix { $0 != "+" })) : nil
    let parts = terms.isRatio ? ratio(terms, from: first ?? .zero, period) : sum(terms, period)
    return FigureChange(path: path, from: first, to: second, parts: parts)
  }

  private struct Terms {
    let old: [FigureExplanation.Term]
    let new: [FigureExplanation.Term]
    let isRatio: Bool
    /// What the quotient is a percentage of, or, of an average, a hundredth of it.
    let scale: Int128
  }

  private func terms(_ path: String) -> Terms? {
    let (old, new) = (before.explainer.explain(path), after.explainer.explain(path))
    guard old != nil || new != nil else { return nil }
    let isRatio = (old?.terms.count ?? 0) == 2 || (new?.terms.count ?? 0) == 2
    return Terms(
      old: old?.terms ?? [], new: new?.terms ?? [], isRatio: isRatio, scale: path.hasSuffix(".average") ? 100 : 1)
  }

  private struct Key: Hashable {
    let unit: String
    let period: PeriodKey?
  }

  /// What each unit's report of a period adds after less what it added before.
  private func deltas(_ old: [Contribution], _ new: [Contribution]) -> [(key: Key, value: Amount)] {
    var sums: [Key: Amount] = [:]
    var order: [Key] = []
    for (contributions, isNew) in [(old, false), (new, true)] {
      for one in contributions {
        let key = Key(unit: one.unit, period: one.period)
        if sums[key] == nil { order.append(key) }
        sums[key, default: .zero] += isNew ? one.value : .zero - one.value
      }
    }
    return order.compactMap { key in sums[key].flatMap { $0 == .zero ? nil : (key, $0) } }
  }

  /// The entry that moved a unit's part: of its own period, else of another of the unit's, whose activities may be the same.
  private func cause(_ key: Key, _ period: PeriodKey?) -> Moved {
    guard let own = moved[key.unit] else { return Moved(cause: otherwise, sequence: nil) }
    if let period = key.period ?? period, let exact = own[period] { return exact }
    return own.values.min { ($0.sequence ?? .max) < ($1.sequence ?? .max) } ?? Moved(cause: otherwise, sequence: nil)
  }

  private func sum(_ terms: Terms, _ period: PeriodKey?) -> [FigureChange.Part] {
    gathered(
      deltas(terms.old.first?.contributions ?? [], terms.new.first?.contributions ?? []).map { key, value in
        let moved = cause(key, period)
        return FigureChange.Part(cause: moved.cause, sequence: moved.sequence, unit: key.unit, value: value)
      })
  }

  /// One part an entry and unit, by sequence.
  private func gathered(_ parts: [FigureChange.Part]) -> [FigureChange.Part] {
    struct Group: Hashable {
      let cause: FigureChange.Cause
      let sequence: Int64?
      let unit: String?
    }
    var sums: [Group: Amount] = [:]
    for part in parts {
      sums[Group(cause: part.cause, sequence: part.sequence, unit: part.unit), default: .zero] += part.value
    }
    return sums.filter { $0.value != .zero }.map { group, value in
      FigureChange.Part(cause: group.cause, sequence: group.sequence, unit: group.unit, value: value)
    }.sorted { left, right in
      ((left.sequence ?? .max), left.unit ?? "", left.cause.rawValue)
        < ((right.sequence ?? .max), right.unit ?? "", right.cause.rawValue)
    }
  }

  /// A ratio moves by one entry after the other, in the order of their sequences: what each step moves adds up exactly.
  private func ratio(_ terms: Terms, from first: Amount, _ period: PeriodKey?) -> [FigureChange.Part] {
    func delta(_ index: Int) -> [(key: Key, value: Amount)] {
      deltas(
        index < terms.old.count ? terms.old[index].contributions : [],
        index < terms.new.count ? terms.new[index].contributions : [])
    }
    var steps: [(moved: Moved, unit: String, top: Amount, bottom: Amount)] = []
    for (index, deltas) in [delta(0), delta(1)].enumerated() {
      for (key, value) in deltas {
        let moved = cause(key, period)
        steps.append((moved, key.unit, index == 0 ? value : .zero, index == 1 ? value : .zero))
      }
    }
    steps.sort { ($0.moved.sequence ?? .max, $0.unit) < ($1.moved.sequence ?? .max, $1.unit) }
    var top = terms.old.first?.value ?? .zero
    var bottom = terms.old.count > 1 ? terms.old[1].value : .zero
    var last = first
    var parts: [FigureChange.Part] = []
    var index = 0
    while index < steps.count {
      let (moved, unit) = (steps[index].moved, steps[index].unit)
      while index < steps.count, steps[index].moved.sequence == moved.sequence, steps[index].unit == unit {
        top += steps[index].top
        bottom += steps[index].bottom
        index += 1
      }
      let now =
        Percent(top.thousandths, of: bottom.thousandths * terms.scale).map { Amount(thousandths: $0.hundredths * 10) }
        ?? .zero
      if now != last {
        parts.append(FigureChange.Part(cause: moved.cause, sequence: moved.sequence, unit: unit, value: now - last))
      }
      last = now
    }
    return parts
  }

  private static func amount(_ value: JSONValue) -> Amount? {
    switch value {
    case .integer(let number): Amount(number)
    case .string(let text): Amount(plain: text)
    default: nil
    }
  }
}
