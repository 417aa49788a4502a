/// What later submissions are judged against and what a status tells, without reading a whole content again.
package struct ContentSummary: Sendable, Hashable {
  /// Told values by indicator.
  package var told: [String: Amount]
  package var activityCount: Int
  /// Days on which it tells an activity, each once, in order.
  package var activityDays: [CalendarDate]
  /// Blocks that are not empty.
  package var blocks: Set<SubmissionContent.Block>
  /// It tells that nothing arose.
  package var isNil: Bool
  package var explanations: [KeyedText]

  package init(_ content: SubmissionContent) {
    told = Dictionary(content.indicators.map { ($0.code, $0.value) }, uniquingKeysWith: { first, _ in first })
    activityCount = content.activities.count
    activityDays = Set(content.activities.map(\.date)).sorted()
    blocks = [.header]
    if !content.activities.isEmpty { blocks.insert(.activities) }
    if !content.indicators.isEmpty { blocks.insert(.indicators) }
    if !content.exemplars.isEmpty { blocks.insert(.exemplars) }
    if !content.narratives.isEmpty { blocks.insert(.narratives) }
    if !content.explanations.isEmpty { blocks.insert(.explanations) }
    isNil = content.header.nilReturn
    explanations = Array(content.explanations)
  }
}
