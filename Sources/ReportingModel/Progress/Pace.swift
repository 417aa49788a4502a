/// Done, total, rate and time left of a long work, in words (<doc:commands#Streams>).
package struct Pace: Sendable {
  private let done: Int
  private let total: Int
  private let milliseconds: Int

  package init(done: Int, total: Int, milliseconds: Int) {
    self.done = done
    self.total = total
    self.milliseconds = milliseconds
  }

  package var text: LocalizedText {
    let count = LocalizedText(
      "\(VietnameseNumber.text(done))/\(VietnameseNumber.text(total))", "\(done)/\(total)")
    guard done > 0, milliseconds > 0 else { return count }
    let tenths = done * 10_000 / milliseconds
    let (whole, part) = (tenths / 10, tenths % 10)
    let left = Pace.span((total - done) * milliseconds / done / 1000)
    return LocalizedText(
      "\(count.vietnamese), \(VietnameseNumber.text(whole)),\(part)/giây, còn \(left.vietnamese)",
      "\(count.english), \(whole).\(part) a second, \(left.english) left")
  }

  private static func span(_ seconds: Int) -> LocalizedText {
    let (minutes, rest) = (seconds / 60, seconds % 60)
    if minutes >= 60 {
      return LocalizedText("\(minutes / 60) giờ \(minutes % 60) phút", "\(minutes / 60) h \(minutes % 60) min")
    }
    return minutes > 0
      ? LocalizedText("\(minutes) phút \(rest) giây", "\(minutes) min \(rest) s")
      : LocalizedText("\(rest) giây", "\(rest) s")
  }
}
