import DurableFiles
import ReportingModel

/// What the inbox's file system can do; each probe works in a folder of its own that goes away again.
extension Doctor {
  func events() -> Probe {
    let file = folder + "/su-kien"
    do throws(FileFault) {
      let facts = try FileSystemFacts(of: folder)
      let events = try FolderEvents()
      let isHeard = events.listen(to: [folder])
      try DurableFiles.write([1], to: file, sync: false)
      let heard = isHeard && events.hears(within: 2000)
      try DurableFiles.remove(file)
      if heard, !facts.isRemote {
        return Probe(
          "events", .good, "Tệp mới được báo ngay (\(facts.name)).", "New files are heard of at once (\(facts.name)).")
      }
      return Probe(
        "events", .fallback,
        "Hệ tệp \(facts.name) không báo hết tệp mới; inbox được quét lại ít nhất 30 giây một lần.",
        "\(facts.name) does not tell of all new files; the inbox is scanned every 30 seconds at least.")
    } catch {
      return Probe(
        "events", .fallback, "Không nghe được sự kiện (\(error)); inbox được quét 30 giây một lần.",
        "No events (\(error)); the inbox is scanned every 30 seconds.")
    }
  }

  func renames() -> Probe {
    do throws(FileFault) {
      let (from, to) = (folder + "/a", folder + "/b")
      try DurableFiles.write([1], to: from)
      let before = DurableFiles.status(of: from)?.inode
      try DurableFiles.move(from, to: to)
      let isSame = DurableFiles.status(of: to)?.inode == before && !DurableFiles.exists(from)
      try DurableFiles.remove(to)
      return isSame
        ? Probe(
          "rename", .good, "Đổi tên trong một bước; ghi được xuống đĩa.", "A rename is one step; writes reach the disk."
        )
        : Probe(
          "rename", .bad, "Đổi tên không phải một bước; inbox phải nằm trên hệ tệp khác.",
          "A rename is not one step; the inbox must lie on another file system.")
    } catch {
      return Probe(
        "rename", .bad, "Không đổi tên, không ghi được. \(error.words.vietnamese)",
        "Renaming or writing fails. \(error.words.english)")
    }
  }

  func times() -> Probe {
    let file = folder + "/gio"
    do throws(FileFault) {
      try DurableFiles.write([1], to: file, sync: false)
      let fine = (DurableFiles.status(of: file)?.modified ?? 0) % 1_000_000_000 != 0
      try DurableFiles.remove(file)
      return fine
        ? Probe("times", .good, "Giờ sửa tệp chính xác dưới một giây.", "Modification times are finer than a second.")
        : Probe(
          "times", .fallback, "Giờ sửa tệp chỉ chính xác đến giây; dựa thêm vào kích thước và số inode.",
          "Modification times are whole seconds; size and inode are looked at too.")
    } catch {
      return Probe(
        "times", .bad, "Không xem được giờ sửa tệp. \(error.words.vietnamese)",
        "Modification times cannot be seen. \(error.words.english)")
    }
  }

  func names() -> Probe {
    do throws(FileFault) {
      try DurableFiles.write([1], to: folder + "/ten", sync: false)
      let folds = DurableFiles.exists(folder + "/TEN")
      try DurableFiles.remove(folder + "/ten")
      return folds
        ? Probe(
          "names", .fallback, "Hệ tệp không phân biệt chữ hoa, chữ thường trong tên.",
          "The file system does not tell capital letters from small ones.")
        : Probe("names", .good, "Tên tệp phân biệt chữ hoa, chữ thường.", "Names tell capital letters from small ones.")
    } catch {
      return Probe(
        "names", .bad, "Không tạo được tệp. \(error.words.vietnamese)", "No file can be made. \(error.words.english)")
    }
  }

  func clock() -> Probe {
    let file = folder + "/dong-ho"
    do throws(FileFault) {
      try DurableFiles.write([1], to: file, sync: false)
      let there = (DurableFiles.status(of: file)?.modified ?? 0) / 1_000_000_000
      try DurableFiles.remove(file)
      let apart = abs(there - now.seconds)
      return apart <= 60
        ? Probe("clock", .good, "Đồng hồ của máy và của inbox khớp nhau.", "The machine's clock and the inbox's agree.")
        : Probe(
          "clock", .fallback,
          "Đồng hồ của máy và của inbox lệch \(VietnameseNumber.text(Int(clamping: apart))) giây; giờ ghi trong phiếu là giờ của máy này.",
          "The machine's clock and the inbox's are \(counted(apart, "second")) apart; receipts carry this machine's time."
        )
    } catch {
      return Probe(
        "clock", .bad, "Không xem được giờ của inbox. \(error.words.vietnamese)",
        "The inbox's clock cannot be seen. \(error.words.english)")
    }
  }
}
