import Documents
import Testing

@Suite struct MarkupWriterTests {
  @Test func aTextIsNoMarkup() {
    var page = MarkupWriter()
    page.raw("<p>")
    page.text("a < b & \"c\" > d\u{7}\u{FFFE}\r\n")
    #expect(String(decoding: page.bytes, as: UTF8.self) == "<p>a &lt; b &amp; &quot;c&quot; &gt; d\n\n")
  }

  @Test func aRowOfTextsIsARowOfCells() {
    let table = Table(caption: "B", columns: [Table.Column("Cột", weight: 1)], rows: [Table.Row(["a"])], total: ["b"])
    #expect(table.rows == [Table.Row(["a"])] && table.total == ["b"])
  }
}
