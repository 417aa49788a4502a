import Foundation
import ReportingModel

/// The language that this run speaks, known before the command line is parsed, because help is text too.
enum Speech {
  static let language: Language = {
    let arguments = CommandLine.arguments
    if let index = arguments.firstIndex(of: "--lang"), index + 1 < arguments.count,
      let language = Language(rawValue: arguments[index + 1])
    {
      return language
    }
    for argument in arguments where argument.hasPrefix("--lang=") {
      if let language = Language(rawValue: String(argument.dropFirst(7))) { return language }
    }
    return ProcessInfo.processInfo.environment["TONGHOP_LANG"].flatMap(Language.init) ?? .vietnamese
  }()
}

/// A text in the language of this run.
func say(_ vietnamese: String, _ english: String) -> String {
  LocalizedText(vietnamese, english)[Speech.language]
}
