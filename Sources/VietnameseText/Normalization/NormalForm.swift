@_spi(_Unicode) import Swift

/// Returns the text in Unicode normal form C.
///
/// `String ==` hides the difference, bytes and digests do not: every text is brought to this form where it enters.
package func nfc(_ text: String) -> String {
  isPlainlyComposed(text) ? text : String(String.UnicodeScalarView(orderingLongMarkRuns(of: text)._nfc))
}

/// Longer runs of combining marks occur in no language (the bound of Unicode's stream-safe format).
private let longestOrdinaryRun = 30

/// Returns canonically equivalent text whose long runs of marks are in their canonical order.
///
/// The standard library orders each run in time that grows with its square: hostile text would hold it for minutes.
private func orderingLongMarkRuns(of text: String) -> String {
  var result = String.UnicodeScalarView()
  var run: [Unicode.Scalar] = []
  var isChanged = false
  func endRun() {
    if run.count > longestOrdinaryRun {
      isChanged = true
      var classes = [[Unicode.Scalar]](repeating: [], count: 256)
      for mark in run { classes[Int(mark.properties.canonicalCombiningClass.rawValue)].append(mark) }
      result.append(contentsOf: classes.joined())
    } else {
      result.append(contentsOf: run)
    }
    run.removeAll(keepingCapacity: true)
  }
  for scalar in text.unicodeScalars {
    if scalar.properties.canonicalCombiningClass == .notReordered {
      endRun()
      result.append(scalar)
    } else {
      run.append(scalar)
    }
  }
  endRun()
  return isChanged ? String(result) : text
}

/// Returns the canonical decomposition of one scalar.
func decomposition(of scalar: Unicode.Scalar) -> [Unicode.Scalar] { decomposition(of: String(scalar)) }

/// Returns the canonical decomposition of a text in normal form C, whose runs of marks are ordered but for what its letters
/// carry.
func decomposition(of text: String) -> [Unicode.Scalar] { Array(text._nfd) }

/// Tells whether the UTF-8 bytes show that the text is already in form C.
///
/// Blocks without combining marks and without scalars that change: up to U+02FF, U+1E00–1EFF, U+2002–20BF. Vietnamese
/// lies within them; anything else takes the slow way.
private func isPlainlyComposed(_ text: String) -> Bool {
  var bytes = text.utf8.makeIterator()
  while let byte = bytes.next() {
    switch byte {
    case 0..<0x80:
      continue
    case 0xC2...0xCB:
      _ = bytes.next()
    case 0xE1:
      guard let second = bytes.next(), (0xB8...0xBB).contains(second) else { return false }
      _ = bytes.next()
    case 0xE2:
      guard let second = bytes.next(), let third = bytes.next(), (0x80...0x82).contains(second),
        second > 0x80 || third >= 0x82
      else { return false }
    default:
      return false
    }
  }
  return true
}
