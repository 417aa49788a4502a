import Documents
import FoundationXML
import Rendering
import ReportingModel
import Testing

/// The page is whole, quiet and ordered.
@Suite struct WebPageTests {
  let page = String(
    decoding: WebPage.render(Sample.report(appendices: Sample.appendices), language: .vietnamese), as: UTF8.self)

  @Test func asksNothingOfTheNetworkAndRunsNothing() {
    // Links lead only within the page: it has a table of contents.
    let page = page.replacing("href=\"#", with: "")
    for word in ["<script", "http:", "https:", "src=", "href=", "url(h", "@import", "javascript", " on"] {
      let count = page.ranges(of: word).filter { word != " on" || page[$0.upperBound...].prefix(10).contains("=") }
        .count
      #expect(count == 0, "\(word)")
    }
  }

  @Test func headingsDescendFromOneTitle() throws {
    let document = try XMLDocument(xmlString: page)
    let headings = try document.nodes(forXPath: "//h1|//h2|//h3|//h4").map { $0.name ?? "" }
    #expect(headings == ["h1", "h2", "h3", "h4", "h2", "h2"])
    #expect(try document.nodes(forXPath: "/html[@lang='vi']/body/main").count == 1)
    #expect(try document.nodes(forXPath: "//title").first?.stringValue == "Kết quả truyền thông 6 tháng đầu năm 2027")
  }

  @Test func tablesHaveCaptionsAndScopes() throws {
    let document = try XMLDocument(xmlString: page)
    #expect(try document.nodes(forXPath: "//table").count == 2)
    #expect(try document.nodes(forXPath: "//table[caption]/thead/tr/th[@scope='col']").count == 6)
    #expect(try document.nodes(forXPath: "//table/tfoot/tr/td").count == 6)
    #expect(try document.nodes(forXPath: "//td[@class='r']").first?.stringValue == "1.234")
  }

  @Test func marksWhatIsToFillIn() {
    #expect(page.contains("<mark>[Văn phòng Sở bổ sung]</mark>"))
    #expect(page.contains("<strong>2.221</strong>"))
  }

  @Test func appendicesAreSectionsAndTurnWhereAsked() throws {
    let document = try XMLDocument(xmlString: page)
    let classes = try document.nodes(forXPath: "//section/@class").compactMap(\.stringValue)
    #expect(classes == ["appendix turned", "appendix"])
    #expect(page.contains("(Kèm theo Báo cáo số 123/BC-SGDĐT ngày 05 tháng 02 năm 2027 của Sở Giáo dục và Đào tạo)"))
  }

  @Test func escapesEverything() {
    let text = "<b onclick=\"x\">&'</b>"
    let hostile = String(decoding: WebPage.render(Sample.filled(with: text), language: .english), as: UTF8.self)
    #expect(!hostile.contains("<b "))
    #expect(hostile.contains("&lt;b onclick=&quot;x&quot;&gt;&amp;'&lt;/b&gt;"))
  }
}
