/// Where something stands in a text, as an editor shows it: both count from 1, the column in characters.
struct TextPlace: Equatable {
  var line = 1
  var column = 1
}

/// Returns the places of bytes; one beyond the end is where the next character would be.
/// - Parameter offsets: Bytes before each place, ascending. A byte order mark is no character.
func textPlaces(of offsets: [Int], in text: [UInt8]) -> [TextPlace] {
  let mark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var characters = String(decoding: text[mark...], as: UTF8.self).makeIterator()
  var next = characters.next()
  var end = mark + (next?.utf8.count ?? 0)
  var place = TextPlace()
  return offsets.map { offset in
    while let character = next, end <= offset {
      if ["\n", "\r\n", "\r"].contains(character) {
        place = TextPlace(line: place.line + 1, column: 1)
      } else {
        place.column += 1
      }
      next = characters.next()
      end += next?.utf8.count ?? 0
    }
    return place
  }
}
