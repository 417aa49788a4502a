/// What the one who looks after the machine runs.
extension Init: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop init w --units units.csv", "tonghop init w2 --regime regime.xml"], endings: Ending.making)
  }
}

extension Ingest: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop ingest --workspace w",
        say(
          "tonghop ingest hk1.zip --received-at 2027-01-20T08:00:00+07:00 --reason \"nộp bằng USB\" --workspace w",
          "tonghop ingest hk1.zip --received-at 2027-01-20T08:00:00+07:00 --reason \"came by USB\" --workspace w"),
      ],
      endings: Ending.writing.finding(
        say("có gói chưa tiếp nhận, hoặc mới tiếp nhận một phần.", "a bundle was not taken, or not whole.")))
  }
}

extension Watch: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop watch --workspace w", "tonghop watch --log-format json --metrics tonghop.prom --workspace w",
      ], endings: Ending.writing)
  }
}

extension DoctorCommand: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop doctor --workspace w",
        say(
          "tonghop doctor --accept-rollback --reason \"khôi phục từ bản sao lưu\" --workspace w",
          "tonghop doctor --accept-rollback --reason \"restored from a copy\" --workspace w"),
      ], endings: Ending.writing.finding(say("có phép thử không đạt.", "a probe is bad.")))
  }
}

extension SettingsCommand.Show: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop settings show --workspace w", "tonghop settings show --as-of 1 --workspace w"],
      endings: Ending.reading)
  }
}

extension SettingsCommand.Check: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop settings check --workspace w", "tonghop settings check tonghop.json"],
      endings: Ending.reading)
  }
}

extension SettingsCommand.Apply: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop settings apply --workspace w", "tonghop settings apply tonghop.json --workspace w"],
      endings: Ending.writing)
  }
}
