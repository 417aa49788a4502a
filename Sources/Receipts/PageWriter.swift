import ReportingModel

/// Writes a page in one language, escaping every text on its way.
struct PageWriter {
  let language: Language
  private(set) var bytes: [UInt8] = []

  init(language: Language) {
    self.language = language
  }

  mutating func raw(_ markup: String) { bytes += markup.utf8 }

  mutating func text(_ vietnamese: String, _ english: String) { text(LocalizedText(vietnamese, english)) }

  mutating func text(_ text: LocalizedText) { bytes += PageWriter.escaped(text[language]).utf8 }

  mutating func heading(_ vietnamese: String, _ english: String) {
    raw("<h3>")
    text(vietnamese, english)
    raw("</h3>\n")
  }

  mutating func paragraph(_ vietnamese: String, _ english: String, _ cssClass: String? = nil) {
    raw(cssClass.map { "<p class=\"\($0)\">" } ?? "<p>")
    text(vietnamese, english)
    raw("</p>\n")
  }

  mutating func table(_ columns: [(String, String)], cssClass: String? = nil, _ rows: [[String]]) {
    raw("<div class=\"table\"><table\(cssClass.map { " class=\"\($0)\"" } ?? "")><thead><tr>")
    for column in columns {
      raw("<th scope=\"col\">")
      text(column.0, column.1)
      raw("</th>")
    }
    raw("</tr></thead><tbody>\n")
    for row in rows {
      raw("<tr>")
      for cell in row { raw("<td>\(PageWriter.escaped(cell))</td>") }
      raw("</tr>\n")
    }
    raw("</tbody></table></div>\n")
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in showingControls(in: text, keepingLines: true).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension ReceiptPage {
  static let style = """
    :root{color-scheme:light}body{font:16px/1.5 "Times New Roman",Tinos,"Liberation Serif",serif;color:#111;background:#fff;margin:0}
    main{max-width:56rem;margin:0 auto;padding:1rem}header,.signatures{text-align:center}h1{font-size:1.4rem;margin:.3rem 0}
    h2{font-size:1.15rem;border-top:2px solid #444;padding-top:.8rem}h3{font-size:1.05rem;margin:1.2rem 0 .4rem}
    .agency{font-weight:bold}.identity{font-weight:bold}.verdict{border:2px solid;border-radius:.3rem;padding:.2rem 1rem;font-size:1.1rem}
    .good{border-color:#1b6e3c;background:#eef8f1}.look{border-color:#8a6100;background:#fff8e6}.bad{border-color:#a11d1d;background:#fdf0f0}
    .hint{margin-top:0}li p{margin:.2rem 0}.table{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.5rem 0}
    th,td{border:1px solid #777;padding:.25rem .4rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#eee}
    .signatures{display:flex;justify-content:space-around;margin:1.5rem 0 4rem}
    .place{color:#444}.findings td:nth-child(1),.findings td:last-child{min-width:6.5rem}
    .findings td:nth-child(2){white-space:nowrap}.findings td:nth-child(3){min-width:5rem}
    @media(max-width:40rem){body{font-size:15px}th,td{padding:.2rem}ol{padding-left:1.3rem}.findings thead{display:none}
    .findings tr{display:block;border:1px solid #777;margin:.5rem 0;padding:.2rem}.findings td{display:block;border:0;padding:.1rem .2rem}
    .findings td:empty{display:none}.findings td:nth-child(2){font-weight:bold}.findings td:last-child{color:#444}}
    @media print{@page{size:A4;margin:15mm}body{font-size:11pt;line-height:1.3}main{max-width:none;padding:0 1px}
    .table{overflow:visible}table{font-size:9pt}.findings td:nth-child(1),.findings td:last-child{min-width:4.6rem}thead{display:table-header-group}tr,li{break-inside:avoid}}
    """
}
