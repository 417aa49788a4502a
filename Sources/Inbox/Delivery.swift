/// A file that somebody handed in, before anybody has looked inside.
package struct Delivery: Sendable, Hashable {
  /// Where the file lies now.
  package var path: String
  package var fileName: String
  /// The unit whose inbox folder it lies in.
  package var folderUnit: String? { folderName?.uppercased() }
  /// The unit's inbox folder as its name is written.
  package var folderName: String?
  /// It lies in the inbox and leaves it once its bytes and its receipt are durable.
  package var isInInbox: Bool

  package init(path: String, fileName: String, folderUnit: String?, isInInbox: Bool) {
    self.path = path
    self.fileName = fileName
    folderName = folderUnit
    self.isInInbox = isInInbox
  }
}
