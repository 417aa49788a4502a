import Mustache

/// A template before any figure is put into it.
package enum ReportTemplate {
  /// What is wrong with a template; `nil` for one that reads.
  package static func fault(in bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "not UTF-8" }
    do {
      _ = try MustacheTemplate(string: text)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// The text with the figures put in.
  /// - Throws: `TemplateFault` when it is no Mustache.
  static func fill(_ template: String, _ context: [String: Any]) throws -> String {
    do {
      return try MustacheTemplate(string: template).render(context)
    } catch {
      throw TemplateFault(description: "\(error)")
    }
  }
}

/// A template that cannot be used.
package struct TemplateFault: Error, Sendable, CustomStringConvertible {
  package let description: String
}
