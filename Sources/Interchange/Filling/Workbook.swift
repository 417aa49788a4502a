import XMLReading
import ZipFormat

/// The parts of an XLSX file.
struct Workbook {
  private let archive: ZipArchive
  /// The part of each sheet by the sheet's name.
  let sheets: [String: String]
  let sharedStrings: [String]

  /// A form of a ministry is small; one that inflates to more is no form.
  private static let limits = ZipLimits(totalBytes: 256 << 20)

  init(_ bytes: [UInt8]) throws(FillingFault) {
    do {
      archive = try ZipArchive(bytes, limits: Workbook.limits)
    } catch {
      throw FillingFault(.unreadableWorkbook("\(error.kind)"))
    }
    let relations = try Workbook.relations(of: "", in: archive)
    guard let main = relations.values.first(where: { $0.kind.hasSuffix("/officeDocument") })?.target else {
      throw FillingFault(.unreadableWorkbook("officeDocument"))
    }
    let own = try Workbook.relations(of: main, in: archive)
    var collector = TagCollector("sheet")
    try Workbook.parse(try Workbook.part(main, in: archive), main, into: &collector)
    var sheets: [String: String] = [:]
    for tag in collector.tags {
      guard let name = tag["name"], let id = tag.attributes.first(where: { $0.name == "id" })?.value,
        let relation = own[id], relation.kind.hasSuffix("/worksheet")
      else { continue }
      sheets[name] = relation.target
    }
    self.sheets = sheets
    var strings = SharedStrings()
    if let shared = own.values.first(where: { $0.kind.hasSuffix("/sharedStrings") })?.target {
      try Workbook.parse(try Workbook.part(shared, in: archive), shared, into: &strings)
    }
    sharedStrings = strings.texts
  }

  func part(_ name: String) throws(FillingFault) -> [UInt8] { try Workbook.part(name, in: archive) }

  /// The file with some parts replaced; all others keep their bytes and their order.
  func written(replacing parts: [String: [UInt8]]) throws(FillingFault) -> [UInt8] {
    var writer = ZipWriter()
    for entry in archive.entries where !entry.isDirectory {
      if let new = parts[entry.name] {
        writer.add(name: entry.name, bytes: new)
      } else {
        writer.add(name: entry.name, bytes: try part(entry.name))
      }
    }
    return writer.finish()
  }

  private static func part(_ name: String, in archive: ZipArchive) throws(FillingFault) -> [UInt8] {
    guard let entry = archive.entries.first(where: { $0.name == name }) else {
      throw FillingFault(.unreadableWorkbook(name))
    }
    do {
      return try archive.read(entry)
    } catch {
      throw FillingFault(.unreadableWorkbook("\(name): \(error.kind)"))
    }
  }

  static func parse(_ bytes: [UInt8], _ name: String, into handler: inout some XMLHandler) throws(FillingFault) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw FillingFault(.unreadableWorkbook("\(name): UTF-8"))
    }
    let outcome = XMLReading.parse(bytes, limits: XMLLimits(depth: 64, attributes: 128), into: &handler)
    if let fault = outcome.fault { throw FillingFault(.unreadableWorkbook("\(name): \(fault.message)")) }
  }

  /// What a part points to, by the relation's id.
  private static func relations(
    of part: String, in archive: ZipArchive
  ) throws(FillingFault) -> [String: (kind: String, target: String)] {
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    let name = "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
    guard archive.entries.contains(where: { $0.name == name }) else { return [:] }
    var collector = TagCollector("Relationship")
    try parse(try self.part(name, in: archive), name, into: &collector)
    var relations: [String: (kind: String, target: String)] = [:]
    for tag in collector.tags where tag["TargetMode"] != "External" {
      guard let id = tag["Id"], let kind = tag["Type"], let target = tag["Target"] else { continue }
      relations[id] = (kind, absolute(target, in: folder))
    }
    return relations
  }

  private static func absolute(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/").map(String.init) {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
