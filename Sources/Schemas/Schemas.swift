private import CSchemas

/// The files of `Schemas/`, embedded so that a lone executable can check, initialise and show its regime.
package enum Schemas {
  /// `submission.xsd`: the vocabulary of <doc:bundle#Vocabulary>.
  package static let submissionXSD = unsafe bytes(cschemas_submission_xsd())
  /// `regime.xsd`: the form of every regime file.
  package static let regimeXSD = unsafe bytes(cschemas_regime_xsd())
  /// `plans/LD-NQ57/regime.xml`: the regime that `init` takes when none is named.
  package static let defaultRegime = unsafe bytes(cschemas_default_regime())
  /// The outlines of outgoing reports and letters, by regime, kind and copy: `LD-NQ57/ubnd-tinh`; those
  /// that serve every regime by kind or copy alone.
  package static let templates: [String: [UInt8]] = unsafe [
    "LD-NQ57/ubnd-tinh": bytes(cschemas_province_template()), "LD-NQ57/bo-gddt": bytes(cschemas_ministry_template()),
    "LD-NQ57/so-gddt": bytes(cschemas_office_template()),
    "LD-NQ57/remind": bytes(cschemas_remind_template()), "LD-NQ57/request": bytes(cschemas_request_template()),
    "ad-hoc": bytes(cschemas_ad_hoc_template()), "so-gddt": bytes(cschemas_department_template()),
    "remind": bytes(cschemas_any_remind_template()), "request": bytes(cschemas_any_request_template()),
  ]

  private static func bytes(_ file: cschemas_file) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
