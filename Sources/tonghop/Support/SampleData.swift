import DurableFiles
import Foundation

/// Where the sample bundles lie: named, in the current folder, or beside the program's sources.
enum SampleData {
  private static let path = "Samples/LD-NQ57"

  static func folder(_ named: String?) throws -> String {
    if let named {
      guard DurableFiles.exists(named + "/units.csv") else {
        throw Failure(
          say("Không có dữ liệu mẫu ở \(named).", "There is no sample data in \(named)."), ExitStatus.noInput)
      }
      return named
    }
    var candidates = [path]
    var folder = DurableFiles.folder(of: Bundle.main.executablePath ?? CommandLine.arguments[0])
    while folder != "/", folder != "." {
      candidates.append(folder + "/" + path)
      folder = DurableFiles.folder(of: folder)
    }
    guard let found = candidates.first(where: { DurableFiles.exists($0 + "/units.csv") }) else {
      throw Failure(
        say(
          "Không tìm thấy dữ liệu mẫu; đề nghị nêu thư mục bằng --samples.",
          "The sample data was not found; name its folder with --samples."),
        ExitStatus.noInput)
    }
    return found
  }
}
