import Documents
import Foundation
import FoundationXML
import ReportingModel
import Testing

/// What <doc:layout> says of sizes, places and styles, read back from the file.
@Suite struct WordStructureTests {
  let file: WordFile

  init() throws {
    file = try WordFile(Sample.report(appendices: Sample.appendices))
  }

  private func value(_ element: XMLElement?, _ path: String, _ attribute: String = "w:val") throws -> String? {
    let node = try element?.nodes(forXPath: path).first as? XMLElement
    return node?.attribute(forName: attribute)?.stringValue
  }

  @Test func everyRunHasTheFourFontsAndASize() throws {
    let runs = try file.elements("//w:r") + file.elements("//w:r", in: "word/header1.xml")
    #expect(runs.count > 40)
    for run in runs {
      for attribute in ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"] {
        #expect(try value(run, "w:rPr/w:rFonts", attribute) == "Times New Roman")
      }
      let size = try #require(try value(run, "w:rPr/w:sz").flatMap { Int($0) })
      #expect(try value(run, "w:rPr/w:szCs") == String(size))
      #expect(try value(run, "w:rPr/w:color") == "000000")
      #expect((18...28).contains(size))
    }
  }

  @Test func pagesAreA4WithTheMarginsOfTheForm() throws {
    let sections = try file.elements("//w:sectPr")
    #expect(sections.count == 3)
    for (section, orientation) in zip(sections, [nil, "landscape", nil]) {
      let size = [try value(section, "w:pgSz", "w:w"), try value(section, "w:pgSz", "w:h")]
      #expect(size == (orientation == nil ? ["11906", "16838"] : ["16838", "11906"]))
      #expect(try value(section, "w:pgSz", "w:orient") == orientation)
      let margins = try ["w:top", "w:bottom", "w:left", "w:right"].map { try value(section, "w:pgMar", $0) }
      #expect(margins == ["1418", "1134", "1985", "1134"])
    }
  }

  @Test func eachSectionNumbersItsPagesAnewAndHidesTheFirstNumber() throws {
    for section in try file.elements("//w:sectPr") {
      #expect(try value(section, "w:pgNumType", "w:start") == "1")
      #expect(try section.nodes(forXPath: "w:titlePg").count == 1)
      #expect(try section.nodes(forXPath: "w:headerReference").count == 2)
    }
    #expect(file.text("word/header1.xml").contains(" PAGE "))
    #expect(try file.elements("//w:p/w:pPr/w:jc[@w:val='center']", in: "word/header1.xml").count == 1)
    #expect(try file.elements("//w:t | //w:instrText", in: "word/header2.xml").isEmpty)
  }

  @Test func headAndSignatureTablesHaveTheWidthsOfTheFormAndNoBorders() throws {
    let plain = try file.elements("//w:tbl[not(w:tblPr/w:tblBorders)]")
    let widths = try plain.map { try $0.nodes(forXPath: "w:tblGrid/w:gridCol/@w:w").compactMap(\.stringValue) }
    #expect(widths == [["3829", "5670"], ["2994", "6290"]])
  }

  @Test func tablesRepeatTheirHeaderAndKeepRowsWhole() throws {
    for table in try file.elements("//w:tbl[w:tblPr/w:tblBorders]") {
      #expect(try table.nodes(forXPath: "w:tr").count == 4)
      #expect(try table.nodes(forXPath: "w:tr/w:trPr/w:cantSplit").count == 4)
      #expect(try table.nodes(forXPath: "w:tr/w:trPr/w:tblHeader").count == 1)
      #expect(try table.nodes(forXPath: "w:tr[1]/w:trPr/w:tblHeader").count == 1)
      #expect(try table.nodes(forXPath: "w:tr[4]//w:r[not(w:rPr/w:b)]").isEmpty)
    }
    #expect(try file.elements("//w:p[w:pPr/w:pStyle/@w:val='Caption']/w:pPr/w:keepNext").count == 2)
  }

  @Test func aNarrowColumnStillHoldsItsLongestWord() throws {
    let table = try #require(try file.elements("//w:tbl[w:tblPr/w:tblBorders]").first)
    let widths = try table.nodes(forXPath: "w:tblGrid/w:gridCol/@w:w").compactMap { Int($0.stringValue ?? "") }
    #expect(widths.count == 3)
    #expect(widths[0] >= 500)
    #expect((8700...8787).contains(widths.reduce(0, +)))
  }

  @Test(arguments: [
    ("UBND TỈNH LÂM ĐỒNG", 26, false, false), ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", 26, true, false),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 26, true, false), ("Độc lập - Tự do - Hạnh phúc", 28, true, false),
    ("Số: 123/BC-SGDĐT", 26, false, false), ("Lâm Đồng, ngày 05 tháng 02 năm 2027", 28, false, true),
    ("BÁO CÁO", 28, true, false), ("Kết quả truyền thông 6 tháng đầu năm 2027", 28, true, false),
    ("Kính gửi: Ủy ban nhân dân tỉnh Lâm Đồng.", 28, false, false), ("I. KẾT QUẢ", 28, true, false),
    ("a) Tuyên truyền", 28, false, false), ("Trên đây là Báo cáo./.", 28, false, false), ("Nơi nhận:", 24, true, true),
    ("- Như trên;", 22, false, false), ("- Lưu: VT, VP.", 22, false, false), ("KT. GIÁM ĐỐC", 28, true, false),
    ("Nguyễn Văn Mẫu", 28, true, false), ("Phụ lục I", 28, true, false), ("MÔ HÌNH HAY", 28, true, false),
    ("(Kèm theo Báo cáo số 123/BC-SGDĐT ngày 05 tháng 02 năm 2027 của Sở Giáo dục và Đào tạo)", 28, false, true),
    ("Thông tin đối soát: số thứ tự sổ 4.213.", 18, false, true),
  ])
  func eachElementHasItsLook(text: String, size: Int, isBold: Bool, isItalic: Bool) throws {
    // What must not be parted at a line's end stands with non-breaking spaces.
    let run = try #require(try file.elements("//w:r[translate(w:t,'\u{A0}',' ')='\(text)']").first)
    #expect(try value(run, "w:rPr/w:sz") == String(size))
    #expect(try run.nodes(forXPath: "w:rPr/w:b").count == (isBold ? 1 : 0))
    #expect(try run.nodes(forXPath: "w:rPr/w:i").count == (isItalic ? 1 : 0))
  }

  @Test func bodyIsJustifiedWithSixPointsBetweenParagraphs() throws {
    let body = try file.elements("//w:p[w:pPr/w:pStyle/@w:val='BodyText']")
    #expect(body.count == 4)
    for paragraph in body {
      #expect(try value(paragraph, "w:pPr/w:jc") == "both")
      #expect(try value(paragraph, "w:pPr/w:ind", "w:firstLine") == "720")
      #expect(try value(paragraph, "w:pPr/w:spacing", "w:after") == "120")
    }
    #expect(try file.elements("//w:r[w:rPr/w:highlight/@w:val='yellow']").count == 1)
  }

  @Test func theLastParagraphStaysWithTheSignature() throws {
    let last = try #require(try file.elements("//w:p[w:r/w:t='Trên đây là Báo cáo./.']").first)
    #expect(try last.nodes(forXPath: "w:pPr/w:keepNext").count == 1)
  }

  @Test func headingsMakeTheNavigation() throws {
    for level in 1...3 {
      let style = "//w:style[@w:styleId='Heading\(level)']"
      #expect(try file.elements("\(style)/w:name[@w:val='heading \(level)']", in: "word/styles.xml").count == 1)
      #expect(try file.elements("\(style)/w:pPr/w:outlineLvl[@w:val='\(level - 1)']", in: "word/styles.xml").count == 1)
    }
    let headings = try file.paragraphs().filter { $0.hasPrefix("I.") || $0.hasPrefix("Phụ lục") }
    #expect(headings == ["I. KẾT QUẢ", "Phụ lục I\nKẾT QUẢ THỰC HIỆN NHIỆM VỤ", "Phụ lục II\nMÔ HÌNH HAY"])
    let used = Set(try file.elements("//w:pStyle").compactMap { $0.attribute(forName: "w:val")?.stringValue })
    for style in used {
      #expect(try file.elements("//w:style[@w:styleId='\(style)']", in: "word/styles.xml").count == 1)
    }
  }

  /// Word refuses a file whose properties stand in another order than the schema's.
  @Test func propertiesStandInTheOrderOfTheSchema() throws {
    let orders = [
      "w:pPr": ["w:pStyle", "w:keepNext", "w:pBdr", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:sectPr"],
      "w:rPr": ["w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:highlight", "w:lang"],
      "w:tblPr": ["w:tblW", "w:jc", "w:tblBorders", "w:tblLayout", "w:tblCellMar"],
      "w:tbl": ["w:tblPr", "w:tblGrid", "w:tr"], "w:tc": ["w:tcPr", "w:p"], "w:tr": ["w:trPr", "w:tc"],
      "w:sectPr": ["w:headerReference", "w:type", "w:pgSz", "w:pgMar", "w:pgNumType", "w:titlePg"],
      "w:style": ["w:name", "w:basedOn", "w:qFormat", "w:pPr", "w:rPr"],
    ]
    for part in ["word/document.xml", "word/styles.xml", "word/header1.xml"] {
      for (name, order) in orders.sorted(by: { $0.key < $1.key }) {
        for element in try file.elements("//\(name)", in: part) {
          let places = (element.children ?? []).map { order.firstIndex(of: $0.name ?? "") }
          #expect(!places.contains(nil), "\(element.xmlString)")
          #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted(), "\(element.xmlString)")
        }
      }
    }
  }

  @Test func partsAreDeclaredAndRelated() throws {
    let names = file.parts.map(\.name)
    #expect(names.first == "[Content_Types].xml")
    for name in names.dropFirst() where !name.hasSuffix(".rels") {
      #expect(file.text("[Content_Types].xml").contains("PartName=\"/\(name)\""))
    }
    let relations = file.text("word/_rels/document.xml.rels")
    for name in names where name.hasPrefix("word/") && name.hasSuffix(".xml") && name != "word/document.xml" {
      #expect(relations.contains("Target=\"\(name.dropFirst(5))\""))
    }
    for used in try file.elements("//w:headerReference") {
      let id = try #require(used.attribute(forName: "r:id")?.stringValue)
      #expect(relations.contains("Id=\"\(id)\""))
    }
  }
}
