package import DurableFiles
import ReportingModel

/// The files that the writer has taken out of an inbox and not finished with.
///
/// A claim is a folder of its own, so that name and unit of the file stay what they were:
/// `.claimed/<slot>.<tries>/[<unit>/]<name>`. It lies in the workspace, where nobody but the program writes. Just before a delivery
/// is recorded its claim takes the number of its receipt as its name, `BN-<number>.<tries>`; so after a fall it is known, claim by
/// claim, what the ledger has and what it does not, and nothing is taken in twice.
///
/// How often the reading of a file began is part of the name, so that it is known of one that ends the process.
package struct ClaimFolder: Sendable {
  package struct Claim: Sendable, Hashable {
    /// `nil` once the delivery has a number.
    var slot: Int?
    /// The number of the receipt that the delivery was about to get.
    package var receipt: Int?
    /// How often reading it began and has not come to an end.
    package var tries: Int
    /// Its original may still lie in the inbox, on another file system.
    var isCopy = false
    /// `nil` when the claim was made for a file outside the inbox, which stays where it is.
    package var delivery: Delivery?

    var name: String {
      (receipt.map { "\(ClaimFolder.numbered)\($0)" } ?? "\(slot ?? 0)") + ".\(tries)"
        + (isCopy ? ClaimFolder.copied : "")
    }

    init(slot: Int, tries: Int, delivery: Delivery?) {
      self.slot = slot
      self.tries = tries
      self.delivery = delivery
    }

    /// Reads the name of a claim's folder; `nil` for what is none.
    init?(name: String) {
      var rest = name[...]
      if rest.hasSuffix(ClaimFolder.copied) {
        isCopy = true
        rest = rest.dropLast(ClaimFolder.copied.count)
      }
      let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 2, let tries = Int(parts[1]) else { return nil }
      self.tries = tries
      if parts[0].hasPrefix(ClaimFolder.numbered) {
        receipt = Int(parts[0].dropFirst(ClaimFolder.numbered.count))
      } else {
        slot = Int(parts[0])
      }
      guard self.name == name else { return nil }
    }
  }

  private static let numbered = ReceiptLabel.prefix
  private static let copied = ".chep"

  private let inbox: String
  private let folder: String

  /// - Parameters:
  ///   - folder: where the claims lie; made when it is needed.
  ///   - inbox: where files are put back to.
  package init(folder: String, inbox: String) {
    self.folder = folder
    self.inbox = inbox
  }

  /// The claims that are there: those with a number, which were further on their way, and then those whose reading began least
  /// often, so that one that ends the process keeps none of the others waiting.
  package func all() throws(FileFault) -> [Claim] {
    for claim in try listed() where claim.isCopy { try settle(claim) }
    return try listed()
  }

  /// The same claims, as they lie there.
  package func listed() throws(FileFault) -> [Claim] {
    guard DurableFiles.status(of: folder)?.kind == .folder else { return [] }
    var found: [Claim] = []
    for name in try DurableFiles.names(in: folder) {
      guard var claim = Claim(name: name) else { continue }
      claim.delivery = try delivery(in: folder + "/" + name)
      found.append(claim)
    }
    func rank(_ claim: Claim) -> (Int, Int, Int) {
      claim.receipt.map { (0, 0, $0) } ?? (1, claim.tries, claim.slot ?? 0)
    }
    return found.sorted { rank($0) < rank($1) }
  }

  private func delivery(in claim: String) throws(FileFault) -> Delivery? {
    for name in try DurableFiles.names(in: claim) {
      let path = claim + "/" + name
      switch DurableFiles.status(of: path)?.kind {
      case .regular: return Delivery(path: path, fileName: name, folderUnit: nil, isInInbox: true)
      case .folder:
        if let inner = try DurableFiles.names(in: path).first {
          return Delivery(path: path + "/" + inner, fileName: inner, folderUnit: name, isInInbox: true)
        }
      default: continue
      }
    }
    return nil
  }

  /// A copy whose original still lies in the inbox is of no use; one whose original is gone is the file.
  private func settle(_ claim: Claim) throws(FileFault) {
    guard let delivery = claim.delivery, let copy = DurableFiles.status(of: delivery.path) else {
      return discard(claim)
    }
    if let original = DurableFiles.status(of: home(of: delivery) + "/" + delivery.fileName),
      original.kind == .regular, original.modified == copy.modified
    {
      try finish(claim)
    } else {
      _ = try renamed(claim) { $0.isCopy = false }
    }
  }

  /// Takes a file out of the inbox: its first try begins.
  ///
  /// A file on another file system is copied, and gone from the inbox once the copy is durable.
  /// - Parameter largest: bytes of the largest file that is copied.
  /// - Throws: a fault when it cannot be, or when it is not the file that was found; then it lies where it lay.
  package func claim(
    _ file: InboxScan.File, in inbox: InboxFolder, slot: Int, largest: Int
  ) throws(FileFault) -> Claim {
    let source = try inbox.folder(of: file)
    let name = file.delivery.fileName
    guard source.status(of: name)?.isSame(as: file.status) == true else { throw .replaced(file.delivery.path) }
    var claim = Claim(slot: slot, tries: 1, delivery: file.delivery)
    try place(&claim)
    do throws(FileFault) {
      try source.move(name, to: claim.delivery?.path ?? "")
    } catch {
      discard(claim)
      guard error.crossesFileSystems else { throw error }
      guard file.status.size <= largest else { throw .tooLarge(file.delivery.path) }
      return try copied(file, source, slot: slot)
    }
    guard let path = claim.delivery?.path, DurableFiles.status(of: path)?.isSame(as: file.status) == true else {
      // Another one was put into its place at the last moment.
      putBack(claim)
      throw .replaced(file.delivery.path)
    }
    return claim
  }

  private func copied(_ file: InboxScan.File, _ source: OpenFolder, slot: Int) throws(FileFault) -> Claim {
    let name = file.delivery.fileName
    let original = try source.file(name)
    guard original.status.isSame(as: file.status) else { throw .replaced(file.delivery.path) }
    var claim = Claim(slot: slot, tries: 1, delivery: file.delivery)
    claim.isCopy = true
    try place(&claim)
    do throws(FileFault) {
      try DurableFiles.copy(original, to: claim.delivery?.path ?? "", through: folder + "/.chep")
      try sync()
      try source.remove(name)
    } catch {
      if let path = claim.delivery?.path { try? DurableFiles.remove(path) }
      discard(claim)
      throw error
    }
    return try renamed(claim) { $0.isCopy = false }
  }

  /// Makes the claim's folder, and says where in it the file goes.
  private func place(_ claim: inout Claim) throws(FileFault) {
    try DurableFiles.makeFolder(folder, .own)
    var place = folder + "/" + claim.name
    if let unit = claim.delivery?.folderName { place += "/" + unit }
    try DurableFiles.makeFolder(place, .own)
    if let name = claim.delivery?.fileName { claim.delivery?.path = place + "/" + name }
  }

  /// A slot that no claim has, and after which there is none.
  package func nextSlot() throws(FileFault) -> Int {
    try all().compactMap(\.slot).max().map { $0 + 1 } ?? 1
  }

  /// Counts another try, before the reading begins.
  package func trying(_ claim: Claim) throws(FileFault) -> Claim { try renamed(claim) { $0.tries += 1 } }

  /// Takes a try back: what ended it was no fault of the file.
  package func untried(_ claim: Claim) throws(FileFault) -> Claim { try renamed(claim) { $0.tries -= 1 } }

  /// Gives a claim the number that its delivery's receipt is about to get; without a claim, for a file outside the inbox, one
  /// is made.
  package func number(_ claim: Claim?, _ receipt: Int) throws(FileFault) -> Claim {
    guard let claim else {
      var made = Claim(slot: 0, tries: 1, delivery: nil)
      (made.slot, made.receipt) = (nil, receipt)
      try place(&made)
      return made
    }
    return try renamed(claim) { ($0.slot, $0.receipt) = (nil, receipt) }
  }

  /// Takes the number back: the ledger does not have the delivery.
  package func unnumber(_ claim: Claim, slot: Int) throws(FileFault) -> Claim {
    try renamed(claim) { ($0.slot, $0.receipt) = (slot, nil) }
  }

  private func renamed(_ claim: Claim, _ change: (inout Claim) -> Void) throws(FileFault) -> Claim {
    var renamed = claim
    change(&renamed)
    let (from, to) = (folder + "/" + claim.name, folder + "/" + renamed.name)
    guard from != to else { return claim }
    try DurableFiles.move(from, to: to)
    renamed.delivery?.path = to + (claim.delivery?.path.dropFirst(from.count) ?? "")
    return renamed
  }

  /// Makes the claims durable, and with them how often each was tried.
  package func sync() throws(FileFault) { try DurableFiles.syncAll(on: folder) }

  /// Ends a claim: the file is gone from the inbox for good.
  package func finish(_ claim: Claim) throws(FileFault) {
    if let delivery = claim.delivery {
      do throws(FileFault) {
        try DurableFiles.remove(delivery.path)
      } catch {
        if !error.isMissing { throw error }
      }
    }
    discard(claim)
  }

  /// Puts a file back into the inbox under its own name, or leaves it claimed where that cannot be: another one has the name by
  /// now, or its folder is no longer there. It is taken up again as every claim is.
  package func putBack(_ claim: Claim) {
    guard let delivery = claim.delivery else { return discard(claim) }
    do throws(FileFault) {
      let top = try OpenFolder(inbox)
      let home = try delivery.folderName.map { (name) throws(FileFault) in try top.folder(name) } ?? top
      try home.takeIn(delivery.path, as: delivery.fileName)
      discard(claim)
    } catch {
      return
    }
  }

  private func home(of delivery: Delivery) -> String { inbox + (delivery.folderName.map { "/" + $0 } ?? "") }

  /// Removes what is left of a claim without its file; folders that are not empty stay.
  private func discard(_ claim: Claim) {
    let place = folder + "/" + claim.name
    for inner in (try? DurableFiles.names(in: place)) ?? [] { try? DurableFiles.removeFolder(place + "/" + inner) }
    try? DurableFiles.removeFolder(place)
    clear()
  }

  /// Removes the folder of claims when there are none.
  package func clear() { try? DurableFiles.removeFolder(folder) }
}
