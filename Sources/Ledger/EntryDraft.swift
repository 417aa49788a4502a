package import ReportingModel
package import Validation

/// A change that nothing is kept beside: its entry says it all.
package protocol PlainEvent: Sendable {
  var event: Event { get }
}

/// A change that is about to be appended, with what is kept beside its entry. What a submission or a delivery must bring along
/// cannot be left out.
package struct EntryDraft: Sendable {
  package let event: Event
  /// Of an accepted submission, kept beside its entry.
  package let content: KeptContent?
  /// Of a delivery, kept beside its entry.
  package let receipt: [UInt8]?

  private init(_ event: Event, content: KeptContent? = nil, receipt: [UInt8]? = nil) {
    self.event = event
    self.content = content
    self.receipt = receipt
  }

  /// A delivery with the receipt that was given for it.
  package init(_ delivery: DeliveryEvent, receipt: [UInt8]) {
    self.init(.delivery(delivery), receipt: receipt)
  }

  /// A submission that was accepted: only what `Validation` made can be (<doc:architecture#Law-1-Trust-is-in-the-type>).
  package init(accepting submission: ValidatedSubmission, _ circumstances: SubmissionEvent.Circumstances) {
    self.init(.submission(SubmissionEvent(accepting: submission, circumstances)), content: KeptContent(submission))
  }

  /// A submission that was refused; unit and period as far as its header or its inbox folder tells them.
  /// - Parameter isOvertaken: it was refused for nothing but that the live one came after it.
  package init(
    refusing unit: String?, _ period: PeriodKey?, _ circumstances: SubmissionEvent.Circumstances,
    isOvertaken: Bool = false
  ) {
    self.init(.submission(SubmissionEvent(refusing: unit, period, circumstances, isOvertaken: isOvertaken)))
  }

  package init(_ plain: some PlainEvent) {
    self.init(plain.event)
  }
}
