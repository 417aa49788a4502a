/// The program as a whole, and what belongs to nobody in particular.
extension Tonghop: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop demo", "tonghop check hk1.zip --units units.csv", "tonghop status --workspace w --lang en"],
      endings: Ending.all)
  }
}

extension Demo: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop demo", "tonghop demo thu --samples Samples/LD-NQ57 --lang en"], endings: Ending.making)
  }
}

extension Generate: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop generate --units 20 --activities 5 --seed 1 --out synthetic",
        "tonghop generate --units 100 --activities 12 --format mixed --faults 20 --out synthetic",
      ], endings: Ending.making)
  }
}

extension Completion: Explained {
  static var manual: Manual {
    Manual(
      examples: [
        "tonghop completion bash > /etc/bash_completion.d/tonghop",
        "tonghop completion zsh > /usr/local/share/zsh/site-functions/_tonghop",
        "tonghop completion fish > ~/.config/fish/completions/tonghop.fish",
      ], endings: Ending.printing)
  }
}

extension ManCommand: Explained {
  static var manual: Manual {
    Manual(
      examples: ["tonghop man | man -l -", "tonghop man --lang en > /usr/local/share/man/man1/tonghop.1"],
      endings: Ending.printing)
  }
}
