/// What the office runs: who has reported, and what it asks for.
extension Status: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop status --workspace w", "tonghop status --period hk1/2026-2027 --strict --csv --workspace w",
      ],
      endings: Ending.reading.finding(
        say(
          "với --strict: có đơn vị phải báo cáo mà chưa gửi, chưa đạt.",
          "with --strict: a required unit is missing or rejected.")))
  }
}

extension Remind: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop remind --period HK1/2026-2027 --until 2027-02-10 --out letters --workspace w",
        "tonghop remind --period HK1/2026-2027 --until 10/02/2027 --out letters --workspace w",
      ], endings: Ending.making)
  }
}

extension RequestCommand.Open: Explained {
  static var manual: Manual {
    let title = say("Số liệu 6 tháng", "Six months")
    return Manual(
      examples: [
        "tonghop request open BC12-2026 --title \"\(title)\" --from 15/06/2026 --to 14/12/2026 --due 17/12/2026 --part-of HK1/2026-2027 --workspace w",
        "tonghop request open DOT-1 --title \"\(title)\" --from 2027-01-01 --to 2027-01-31 --due 2027-02-05 --units SO-THPT-001,SO-THPT-002 --workspace w",
      ], endings: Ending.writing)
  }
}

extension RequestCommand.List: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop request list --workspace w", "tonghop request list --json --workspace w"],
      endings: Ending.reading)
  }
}

extension RequestCommand.Letter: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop request letter BC12-2026 --out letters --workspace w",
        "tonghop request letter dot-1 --out letters --workspace w",
      ], endings: Ending.making)
  }
}

extension RequestCommand.Close: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop request close BC12-2026 --workspace w", "tonghop request close dot-1 --workspace w"],
      endings: Ending.writing)
  }
}

extension Query: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop query --from 2026-08-01 --to 2027-07-31 --by nhiemVu,hinhThuc --workspace w",
        "tonghop query --from 01/01/2027 --to 31/01/2027 --where cap=THPT --format csv --workspace w",
      ], endings: Ending.reading)
  }
}

extension Template: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop template mau --unit SO-THPT-001 --period HK1/2026-2027 --workspace w",
        "tonghop template mau-hk1 --all --period hk1/2026-2027 --format xml --workspace w",
      ], endings: Ending.making)
  }
}

extension Withdraw: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        say(
          "tonghop withdraw 17 --reason \"nộp nhầm\" --workspace w",
          "tonghop withdraw 17 --reason \"sent by mistake\" --workspace w"),
        say(
          "tonghop withdraw 18 --reason \"đơn vị xin rút\" --operator \"Phòng GDTrH\" --workspace w",
          "tonghop withdraw 18 --reason \"the unit asked\" --operator office --workspace w"),
      ], endings: Ending.writing)
  }
}

extension Purge: Explained {
  static var manual: Manual {
    let reason = say("\"có thông tin cá nhân\"", "\"personal data\"")
    let digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    return Manual(
      examples: [
        "tonghop purge \(digest) --reason \(reason) --workspace w",
        "tonghop purge \(digest) --reason \(reason) --operator vp01 --workspace w",
      ], endings: Ending.writing)
  }
}
