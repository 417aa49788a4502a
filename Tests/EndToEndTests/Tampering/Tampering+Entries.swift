/// The chain itself.
extension Tampering {
  static let entries = [
    Tampering(
      "a figure in a line",
      """
      unguarded(f"UPDATE entry SET line = replace(line, '\\"errors\\":', '\\"errors\\":1') WHERE sequence = {refused}")
      print(f'entry {refused}')
      """),
    Tampering(
      "a line and its digest",
      """
      entry = json.loads(number(f'SELECT line FROM entry WHERE sequence = {accepted[0]}'))
      entry['payload']['unit'] = 'SO-THPT-003'
      put(accepted[0], line(entry))
      unguarded(f"UPDATE entry SET unit = 'SO-THPT-003' WHERE sequence = {accepted[0]}")
      print(f'entry {accepted[0] + 1}')
      """),
    Tampering(
      "a line, its digest and every link after it",
      """
      previous = number(f'SELECT hex(digest) FROM entry WHERE sequence = {accepted[0] - 1}').lower()
      for n in range(accepted[0], last + 1):
          entry = json.loads(number(f'SELECT line FROM entry WHERE sequence = {n}'))
          entry['operator'], entry['previous'] = 'nobody', previous
          put(n, line(entry))
          previous = hashlib.sha256(line(entry).encode()).hexdigest()
      print(f'entry {last}')
      """),
    Tampering(
      "a line with white space, its digest made again",
      "put(last, number(f'SELECT line FROM entry WHERE sequence = {last}') + ' ')\nprint(f'entry {last}')"),
    Tampering(
      "a line that is empty", "unguarded(f\"UPDATE entry SET line = '' WHERE sequence = 3\")\nprint('entry 3')"),
    Tampering(
      "a digest", "unguarded('UPDATE entry SET digest = zeroblob(32) WHERE sequence = 2')\nprint('entry 2')"),
    Tampering(
      "a digest that goes on",
      "unguarded(\"UPDATE entry SET digest = CAST(digest || x'00' AS BLOB) WHERE sequence = 2\")\nprint('entry 2')"),
    Tampering(
      "a digest that is cut off",
      "unguarded('UPDATE entry SET digest = substr(digest, 1, 31) WHERE sequence = 2')\nprint('entry 2')"),
    Tampering(
      "two digests changed about",
      """
      a, b = [number(f'SELECT digest FROM entry WHERE sequence = {n}') for n in (2, 3)]
      unguarded('UPDATE entry SET digest = randomblob(32) WHERE sequence = 2',
                ('UPDATE entry SET digest = ? WHERE sequence = 3', (a,)),
                ('UPDATE entry SET digest = ? WHERE sequence = 2', (b,)))
      print('entry 2')
      """),
    column("kind", "'purge'"), column("unit", "'SO-THPT-003'"), column("unit", "NULL"),
    column("period", "'HK2/2026-2027'"), column("receipt", "77"),
    Tampering(
      "a receipt's number",
      "unguarded(f'UPDATE entry SET receipt = 77 WHERE sequence = {delivery}')\nprint(f'entry {delivery}')"),
    Tampering(
      "the last entry is gone",
      "unguarded(f'DELETE FROM entry WHERE sequence = {last}', f'DELETE FROM content WHERE sequence = {last}')\nprint(f'entry {last}')"
    ),
    Tampering(
      "an entry in the middle is gone",
      "unguarded(f'DELETE FROM entry WHERE sequence = {accepted[0]}')\nprint(f'entry {accepted[0]}')"),
    Tampering("the first entry is gone", "unguarded('DELETE FROM entry WHERE sequence = 1')\nprint('entry 1')"),
    Tampering(
      "an entry in the middle is gone and the rest moved up",
      """
      gone = accepted[0]
      unguarded(f'DELETE FROM entry WHERE sequence = {gone}',
                *[f'UPDATE entry SET sequence = {n} - 1 WHERE sequence = {n}' for n in range(gone + 1, last + 1)])
      print(f'entry {last}', f'entry {gone}', sep='\\n')
      """),
    Tampering(
      "two entries changed about",
      """
      unguarded('UPDATE entry SET sequence = 1000 WHERE sequence = 2', 'UPDATE entry SET sequence = 2 WHERE sequence = 3',
                'UPDATE entry SET sequence = 3 WHERE sequence = 1000')
      print('entry 2')
      """),
    Tampering(
      "an entry twice",
      """
      unguarded(f'''INSERT INTO entry SELECT {last} + 1, kind, unit, period, NULL, line, randomblob(32) FROM entry
                    WHERE sequence = {last}''')
      print(f'entry {last + 1}')
      """),
    Tampering(
      "a row that is no entry",
      "shell(f\"INSERT INTO entry VALUES ({last} + 1, 'settings', NULL, NULL, NULL, '{{}}', zeroblob(32))\")\nprint(f'entry {last + 1}')"
    ),
    Tampering(
      "a row far away",
      "unguarded(\"INSERT INTO entry VALUES (999999, 'settings', NULL, NULL, NULL, '{}', zeroblob(32))\")\nprint(f'entry {last + 1}')"
    ),
    Tampering(
      "a row before the first", told: [],
      "unguarded(\"INSERT INTO entry VALUES (-3, 'settings', NULL, NULL, NULL, '{}', zeroblob(32))\")\nprint('entry -3')"
    ),
    Tampering(
      "no rows at all",
      "unguarded('DELETE FROM entry', 'DELETE FROM content', 'DELETE FROM receipt')\nprint(f'entry {last}')"),
  ]

  private static func column(_ name: String, _ value: String) -> Tampering {
    Tampering(
      "column \(name) is \(value)",
      "unguarded(f\"UPDATE entry SET \(name) = \(value) WHERE sequence = {accepted[1]}\")\nprint(f'entry {accepted[1]}')"
    )
  }
}
