/** What the buttons of cards ask for; each card names its own with its data. */
export const VERBS = {
  /** The other register of an answer. */
  register: 'register',
  /** A human: the brief that would leave. */
  human: 'human',
  /** The brief that would leave: look again, send, give up. */
  brief: 'brief',
  /** Any act on a case; `act` names it. */
  act: 'act',
  /** A case, as it stands. */
  open: 'open',
  /** A reservist's own desk. */
  desk: 'desk',
  /** A line is for the other side of a case. */
  toCase: 'to_case',
  /** A line taken for something else was a question. */
  question: 'question',
  /** A reservist's availability, understood then confirmed. */
  availability: 'availability',
  /** A text to reword, its completion, its keeping. */
  reword: 'reword',
  complete: 'complete',
  keep: 'keep',
  /** A kept brief: corrected or accepted by one side. */
  agreement: 'agreement',
  /** A purchase that is taken stock of: begun, then a step of it. */
  purchase: 'purchase',
  purchaseAct: 'purchase_act',
  purchaseFile: 'purchase_file',
  /** A calculator. */
  calculate: 'calculate',
  /** What is kept about a person. */
  forgetMe: 'forget_me',
} as const;
