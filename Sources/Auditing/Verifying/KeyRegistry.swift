import Ledger
import ReportingModel

/// The keys of a ledger, as its entries name them and as they are published.
struct KeyRegistry {
  private(set) var problems: [LocalizedText] = []

  /// - Parameters:
  ///   - published: newest first.
  ///   - events: keys that entries name, oldest first.
  ///   - rollbacks: after each the log has another name, and a first key that no entry names.
  init(first published: [VerifierKey], _ events: [KeyEvent], rollbacks: Int) {
    let all = Array(published.reversed())
    var firsts = all
    for event in events {
      guard let key = VerifierKey(event.verifierKey) else {
        problems.append(
          LocalizedText("khóa «\(event.verifierKey)» không đọc được", "the key “\(event.verifierKey)” cannot be read"))
        continue
      }
      guard let place = all.firstIndex(of: key) else {
        problems.append(
          LocalizedText(
            "keys/ledger.pub thiếu khóa mà sổ ghi: \(key)", "keys/ledger.pub lacks a key that the ledger names: \(key)")
        )
        continue
      }
      if let note = event.note {
        let signed = SignedNote(note)
        let isVouched =
          signed?.text == event.verifierKey + "\n"
          && all[..<place].contains { older in signed?.isSigned(by: older) == true && older.name == key.name }
        if !isVouched {
          problems.append(
            LocalizedText(
              "khóa mới không do khóa trước xác nhận: \(key)", "the key before does not vouch for the new one: \(key)"))
        }
      }
      firsts.removeAll { $0 == key }
    }
    // What is left are first keys: that of the beginning, and one after each rollback.
    for key in firsts where VerifierKey.origin(of: key.key) != key.name {
      problems.append(LocalizedText("khóa lạ: \(key)", "a key that nobody names: \(key)"))
    }
    if firsts.count != rollbacks + 1 {
      problems.append(
        LocalizedText(
          "keys/ledger.pub có \(firsts.count) khóa đầu, sổ có \(rollbacks + 1)",
          "keys/ledger.pub has \(firsts.count) first keys, the ledger \(rollbacks + 1)"))
    }
  }
}
