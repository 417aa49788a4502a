import Foundation
import Testing
import ZipFormat

/// Archives that Python's `zipfile` writes, and what it makes of ours.
@Suite struct PythonTests {
  /// Runs a script with a folder as its argument.
  private func run(_ script: String, _ folder: URL) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, folder.path]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  private func inFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zip-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func itsArchivesAreRead() throws {
    let script = """
      import io, sys, zipfile
      class Stream(io.RawIOBase):
          def __init__(self): self.parts = []
          def writable(self): return True
          def seekable(self): return False
          def write(self, data): self.parts.append(bytes(data)); return len(data)
      for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
          for streamed in (False, True):
              for wide in (False, True):
                  out = Stream() if streamed else io.BytesIO()
                  with zipfile.ZipFile(out, 'w', method) as archive:
                      archive.comment = 'gói nộp'.encode()
                      archive.writestr('thư mục/', b'')
                      for name, text in (('a.csv', 'một'), ('thư mục/b.csv', 'hai' * 500), ('c.csv', '')):
                          with archive.open(name, 'w', force_zip64=wide) as file: file.write(text.encode())
                  data = b''.join(out.parts) if streamed else out.getvalue()
                  open(f'{sys.argv[1]}/{method}-{streamed}-{wide}.zip', 'wb').write(data)
      """
    try inFolder { folder in
      _ = try run(script, folder)
      let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      #expect(files.count == 8)
      for file in files {
        let expected = [
          "thư mục/": "", "a.csv": "một", "thư mục/b.csv": String(repeating: "hai", count: 500), "c.csv": "",
        ]
        let result = opened([UInt8](try Data(contentsOf: file)))
        #expect(result.files == expected, "\(file.lastPathComponent): \(result)")
      }
    }
  }

  @Test func itReadsOurs() throws {
    var writer = ZipWriter()
    writer.add(name: "Báo cáo/hoạt động.csv", bytes: Array("một;hai".utf8))
    writer.add(name: "a.txt", bytes: Array("ba".utf8), method: .stored)
    writer.add(name: "empty", bytes: [])
    let bytes = writer.finish()
    try inFolder { folder in
      try Data(bytes).write(to: folder.appending(path: "a.zip"))
      let script = """
        import sys, zipfile
        with zipfile.ZipFile(sys.argv[1] + '/a.zip') as archive:
            assert archive.testzip() is None
            for name in archive.namelist(): sys.stdout.buffer.write(f'{name}={archive.read(name).decode()}\\n'.encode())
        """
      #expect(try run(script, folder) == "Báo cáo/hoạt động.csv=một;hai\na.txt=ba\nempty=\n")
    }
  }
}
