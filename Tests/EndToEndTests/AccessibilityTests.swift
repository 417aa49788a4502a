import Foundation
import TestSupport
import Testing

/// The pages in a real browser, held against axe-core.
@Suite struct AccessibilityTests {
  /// Where `Tests/run` installs it.
  private static let python = Program.root + "/.build/venv/bin/python3"

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: AccessibilityTests.python), "Tests/run installs axe-core"),
    arguments: ["ubnd-tinh", "so-gddt"])
  func thePageHasNoFinding(copy: String) throws {
    let folder = try Folder()
    let made = try Program.run([
      "report", "half-year", "2027-1", "--to", copy, "--out", folder.path, "--format", "html", "--workspace",
      DemoTests.folder.path + "/demo",
    ])
    #expect(made.status == 0, "\(made.remarks)")
    let script = """
      import html, os, re, subprocess, sys
      import axe_core_python
      axe = open(os.path.join(os.path.dirname(axe_core_python.__file__), 'axe.min.js'), encoding='utf-8').read()
      page = open(sys.argv[1], encoding='utf-8').read()
      assert "default-src 'none'" in page
      page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', '', page)
      run = 'axe.run(document).then(r => { const p = document.createElement("pre"); p.textContent = "<" + "AXE " + JSON.stringify(r.violations.map(v => [v.id, v.nodes[0].html.slice(0, 120)])) + " AXE>"; document.body.appendChild(p) })'
      page = page.replace('</body>', '<script>' + axe.replace('</script', '<\\\\/script') + '</script><script>' + run + '</script></body>')
      open(sys.argv[1], 'w', encoding='utf-8').write(page)
      out = subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=20000', '--dump-dom', 'file://' + sys.argv[1]], capture_output=True, text=True, timeout=120).stdout
      found = re.search(r'&lt;AXE (.*?) AXE&gt;', out, re.S)
      print(html.unescape(found.group(1)) if found else 'no answer')
      """
    let outcome = try Program.run(Self.python, ["-c", script, folder.path + "/half-year-2027-1-\(copy).html"])
    #expect(outcome.text == "[]\n", "\(outcome.text) \(outcome.remarks.suffix(300))")
  }
}
