import Bundles
import CSVReading
import Inbox
import Intake
import Receipts
import Regimes
import ReportingModel
import Schemas
import Submissions
import Synchronization
import XMLReading
import ZipFormat

/// What is fuzzed, and what must hold of any bytes at all. A broken law is returned, so that a test can tell of it and a fuzzer
/// can stop at it.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case zip
  case csv
  case xml
  case check
  case rule
  case regime

  /// The law that these bytes break; `nil` when all hold.
  package func brokenLaw(_ bytes: [UInt8]) -> String? {
    switch self {
    case .zip: FuzzTarget.zip(bytes)
    case .csv: FuzzTarget.csv(bytes)
    case .xml: FuzzTarget.xml(bytes)
    case .check: FuzzTarget.check(bytes)
    case .rule: FuzzTarget.rule(bytes)
    case .regime: FuzzTarget.regime(bytes)
    }
  }

  /// An archive is refused at a place inside it, or every entry gives as many bytes as it says or is refused.
  private static func zip(_ bytes: [UInt8]) -> String? {
    do throws(ZipFault) {
      let archive = try ZipArchive(bytes)
      for entry in archive.entries {
        do throws(ZipFault) {
          let content = try archive.read(entry, limit: ZipEntryLimit(bytes: 1 << 20, ratio: 200))
          guard content.count <= 1 << 20 else { return "an entry larger than its limit" }
        } catch {
          guard (0...bytes.count).contains(error.offset) else { return "a fault outside the archive" }
        }
      }
    } catch {
      guard (0...bytes.count).contains(error.offset) else { return "a fault outside the archive" }
    }
    return nil
  }

  /// A table file gives records whose lines are inside it, or findings; the same bytes give the same.
  private static func csv(_ bytes: [UInt8]) -> String? {
    let source = SubmissionSource(
      form: .csv, path: "hoat-dong.csv", files: [BundleFile(path: "hoat-dong.csv", bytes: bytes)], evidence: [])
    let raw = CSVSubmissionReader.read(source, rows: RowLimit(file: 10_000))
    let again = CSVSubmissionReader.read(source, rows: RowLimit(file: 10_000))
    guard raw.log.kept == again.log.kept, raw.blocks.map(\.records.count) == again.blocks.map(\.records.count) else {
      return "the same bytes read differently"
    }
    let lines = bytes.count + 1
    for record in raw.blocks.flatMap(\.records) where !(1...lines).contains(record.line) { return "a record nowhere" }
    for finding in raw.log.kept {
      if let line = finding.location.line, !(0...lines).contains(line) { return "a finding nowhere" }
    }
    if raw.blocks.isEmpty, raw.log.isEmpty { return "nothing read and nothing said" }
    return lawsOf(Context.reader.read(raw))
  }

  private static func xml(_ bytes: [UInt8]) -> String? {
    let source = SubmissionSource(
      form: .xml, path: "bao-cao.xml", files: [BundleFile(path: "bao-cao.xml", bytes: bytes)], evidence: [])
    guard let schema = Context.schema else { return "no schema" }
    switch XMLSubmissionReader.read(source, schema: schema, log: FindingLog()) {
    case .stray(let finding): return finding.message.vietnamese.isEmpty ? "a finding without words" : nil
    case .submission(let raw): return lawsOf(Context.reader.read(raw))
    }
  }

  private static func lawsOf(_ submission: Submission) -> String? {
    if submission.content == nil, !submission.log.hasErrors { return "nothing read and no error said" }
    for finding in submission.log.kept where finding.message.vietnamese.isEmpty || finding.hint.vietnamese.isEmpty {
      return "\(finding.code) without words"
    }
    return nil
  }

  /// A bundle gets a receipt that says why it is not accepted, and the same one again.
  private static func check(_ bytes: [UInt8]) -> String? {
    let delivery = Delivery(path: "goi.zip", fileName: "goi.zip", folderUnit: nil, isInInbox: false)
    return Context.check.withLock { check in
      guard let check else { return "no registry" }
      do {
        let one = try check.checkAlone(bytes, delivery, now: Context.now)
        return brokenLaw(of: one, again: try check.checkAlone(bytes, delivery, now: Context.now))
      } catch {
        return "\(error)"
      }
    }
  }

  /// A rule is refused at a place inside it, or can be asked about any submission.
  private static func rule(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    do throws(RuleSyntaxError) {
      let rule = try RuleExpression(parsing: text, Context.vocabulary)
      for example in Context.examples {
        for missing in [Rule.MissingStrategy.skip, .zero] {
          let outcome = rule.evaluate(example, missing: missing, it: "CT09")
          guard outcome == rule.evaluate(example, missing: missing, it: "CT09") else { return "two outcomes" }
        }
      }
    } catch {
      guard (0...text.unicodeScalars.count).contains(error.offset) else { return "a fault outside the rule" }
      if error.message.vietnamese.isEmpty { return "a fault without words" }
    }
    return nil
  }

  /// A regime file gives a regime, or at least one error.
  private static func regime(_ bytes: [UInt8]) -> String? {
    let loaded = RegimeLoader.load(bytes, schema: Schemas.regimeXSD, digest: .zero, file: "regime.xml")
    let hasErrors = loaded.findings.contains { $0.severity == .error }
    if (loaded.regime == nil) != hasErrors { return "a regime with errors, or none without" }
    for finding in loaded.findings where finding.message.vietnamese.isEmpty { return "\(finding.code) without words" }
    return nil
  }

  private static func brokenLaw(of one: Receipt, again other: Receipt) -> String? {
    let json = one.json(.vietnamese).fileBytes
    guard json == other.json(.vietnamese).fileBytes else { return "the same bytes judged differently" }
    guard ReceiptPage(receipt: one).html(.vietnamese) == ReceiptPage(receipt: other).html(.vietnamese) else {
      return "two pages of one receipt"
    }
    switch one.status {
    case .accepted, .duplicate: return nil
    case .quarantined: return one.findings.isEmpty ? "quarantined without a word" : nil
    case .partial, .rejected:
      let isTold =
        one.findings.contains { $0.severity == .error } || one.submissions.contains { $0.submission.log.hasErrors }
      return isTold ? nil : "refused without an error"
    }
  }
}

/// What is made once for all inputs.
private enum Context {
  static let now = Instant(CalendarDate(iso: "2027-01-20") ?? CalendarDate(dayNumber: 0), hour: 8)
  static let schema = try? XMLSchema(Schemas.submissionXSD)

  private static let regime: Regime = {
    let regime = RegimeLoader.load(
      Schemas.defaultRegime, schema: Schemas.regimeXSD, digest: .zero, file: "regime.xml"
    ).regime
    guard let regime else { preconditionFailure("the built-in regime does not load") }
    return regime
  }()

  static let reader = SubmissionReader(
    regimes: [RegimeHistory(regime)], requests: [], fallback: RegimeHistory(regime))
  static let vocabulary = RuleVocabulary(regime, allowsIt: true)
  static let examples = regime.rules.flatMap(\.examples)

  private static let registry = Array(
    """
    ma,ten,loai,cap,xa,vung,email,tu_ngay,den_ngay,dau_moi,thay_the
    VP,Văn phòng Sở,VP,,,,,,,VP,
    XA-01,UBND xã Mẫu 01,UBND_XA,,,Vùng 1,,,,,
    SO-001,Trường THPT Mẫu 001,CSGD_SO,THPT,XA-01,Vùng 1,,,,,

    """.utf8)

  static let check = Mutex(try? BundleCheck(registry: registry, file: "units.csv"))
}
