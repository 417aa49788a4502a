import Foundation
import TestSupport
import Testing

/// The school that was told “you never sent it” (<doc:record#Receipt-proofs>).
@Suite struct ReceiptProofTests {
  private func receipt(_ copy: IssuedCopy) throws -> String {
    let name = try #require(
      copy.folder.files(below: "w/outbox").filter { $0.hasSuffix(".bien-nhan.json") }.sorted().first)
    return copy.w + "/outbox/" + name
  }

  private func prove(_ copy: IssuedCopy, _ arguments: [String]) throws -> Program.Outcome {
    try Program.run(
      ["audit", "receipt"] + arguments, environment: ["TONGHOP_LANG": "en"], in: copy.folder.path)
  }

  private static let foreign = "tonghop/34750f98+eefc845a+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"

  @Test func everyReceiptIsProvenOffline() throws {
    let copy = try IssuedCopy()
    let file = try receipt(copy)
    let key = copy.w + "/keys/ledger.pub"
    let proven = try prove(copy, [file, "--key", key])
    #expect(proven.status == 0 && proven.text.contains("BN-") && !proven.text.contains("–"), "\(proven.text)")
    let line = try String(contentsOfFile: key, encoding: .utf8).trimmingCharacters(in: .newlines)
    #expect(try prove(copy, [file, "--key", line]).status == 0)
    #expect(try prove(copy, [file]).text.contains("–"))
    // Neither another verdict nor another's proof nor another key.
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try copy.folder.write("doi.json", text.replacingOccurrences(of: "BN-0000", with: "BN-0001"))
    let proof = String(file.dropLast(5)) + ".tlog-proof"
    #expect(try prove(copy, [copy.folder.path + "/doi.json", "--proof", proof, "--key", key]).status == 1)
    let others = copy.folder.files(below: "w/outbox").filter { $0.hasSuffix(".tlog-proof") }.sorted()
    #expect(try prove(copy, [file, "--proof", copy.w + "/outbox/" + others[1], "--key", key]).status == 1)
    // Of a head that the key did not sign nothing is told as true.
    try copy.folder.write(
      "gia.tlog-proof",
      String(contentsOfFile: proof, encoding: .utf8).replacingOccurrences(of: "\nindex ", with: "\nindex 1"))
    for forged in [["--proof", proof, "--key", Self.foreign], ["--proof", copy.folder.path + "/gia.tlog-proof"]] {
      let answer = try prove(copy, [file] + forged)
      #expect(answer.status == 1 && !answer.text.contains("received"), "\(answer.text)")
    }
    let words = try String(contentsOfFile: proof, encoding: .utf8)
    for cut in stride(from: 0, to: words.utf8.count, by: 97) {
      try Data(words.utf8.prefix(cut)).write(to: URL(filePath: copy.folder.path + "/cut.tlog-proof"))
      let answer = try prove(copy, [file, "--proof", copy.folder.path + "/cut.tlog-proof", "--key", key])
      #expect(answer.status == 1 && !answer.isKilled, "\(cut)")
    }
  }

  /// On paper alone: printed by a browser, rasterised, read by another's reader, and held against the key by us and by Python.
  @Test func aPrintedReceiptProvesItself() throws {
    let copy = try IssuedCopy()
    let page = String(try receipt(copy).dropLast(5)) + ".html"
    let paper = copy.folder.path + "/giay"
    let script = """
      import glob, subprocess, sys
      page, paper = sys.argv[1:3]
      subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', f'--user-data-dir={paper}.profile',
                      f'--print-to-pdf={paper}.pdf', 'file://' + page], check=True, capture_output=True, timeout=120)
      subprocess.run(['pdftoppm', '-r', '200', '-png', paper + '.pdf', paper], check=True)
      for picture in sorted(glob.glob(paper + '-*.png')):
          read = subprocess.run(['zbarimg', '--quiet', '--raw', '--oneshot', '-Sbinary', '-Sdisable', '-Sqrcode.enable', picture],
                                capture_output=True)
          if read.returncode == 0: open(paper + '.bin', 'wb').write(read.stdout)
      """
    _ = try copy.tamper(script, [page, paper])
    let key = copy.w + "/keys/ledger.pub"
    let proven = try prove(copy, [paper + ".bin", "--key", key])
    #expect(proven.status == 0 && proven.text.contains("received"), "\(proven.text) \(proven.remarks)")
    let peer = """
      import base64, hashlib, sys
      from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
      data = open(sys.argv[1], 'rb').read()
      head, rest = data.split(b'\\n', 1)
      form, index, hashes, length = head.split(b' ')
      index, hashes, length = int(index), int(hashes), int(length)
      assert form == b'tonghop.proof/1' and length > 0
      found = hashlib.sha256(b'\\0' + rest[:length]).digest()
      path = [rest[length + 32 * n:length + 32 * n + 32] for n in range(hashes)]
      note = rest[length + 32 * hashes:].decode()
      text, marks = note.split('\\n\\n')
      origin, size, root = text.split('\\n')
      at, last = index, int(size) - 1
      for step in path:
          if at % 2 or at == last:
              found = hashlib.sha256(b'\\1' + step + found).digest()
              while at % 2 == 0 and at: at, last = at >> 1, last >> 1
          else:
              found = hashlib.sha256(b'\\1' + found + step).digest()
          at, last = at >> 1, last >> 1
      assert last == 0 and found == base64.b64decode(root)
      name, mark, public = open(sys.argv[2]).read().split('\\n')[0].split('+', 2)
      signature = base64.b64decode(marks.split('\\n')[0].split(' ')[2])
      Ed25519PublicKey.from_public_bytes(base64.b64decode(public)[1:]).verify(signature[4:], (text + '\\n').encode())
      print(rest[:length].decode())
      """
    let entry = try copy.tamper(peer, [paper + ".bin", key]).text
    #expect(entry.contains(#""kind":"delivery""#))
    try Data(try copy.folder.data("giay.bin").dropLast(9)).write(to: URL(filePath: paper + ".cut"))
    #expect(try prove(copy, [paper + ".cut", "--key", key]).status == 1)
  }
}
