export type HandoffReason = 'individual_decision' | 'pending_litigation' | 'conflicting_sources' | 'partial';

export type RefusalReason =
  | 'no_source'
  /** Asked of one's own body, which this conversation does not know. */
  | 'no_body'
  | 'out_of_date'
  | 'personal_data'
  | 'out_of_scope'
  | 'unclear'
  | 'too_long'
  | 'abusive'
  | 'instruction_injection';

/** Why an answer was not useful. */
export const FEEDBACK_CHOICES = ['off_topic', 'unclear', 'incomplete', 'wrong', 'other'] as const;
export type FeedbackChoice = (typeof FEEDBACK_CHOICES)[number];
