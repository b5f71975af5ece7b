/** Why a claim of a model is not shown. Each has a metric of its own. */
export const UNGROUNDED = [
  /** It cites nothing, or nothing that was given. */
  'no_passage',
  'unknown_passage',
  /** The words that it says it leans on stand nowhere. */
  'quote',
  /** A number that no passage cited states, or that is stated of something else. */
  'figure',
  'figure_context',
  /** Told of works where the passage says supplies, of the State where it says local bodies. */
  'scope',
  /** A past or announced figure given as the one in force. */
  'figure_standing',
  'date',
  /** A text of law that the passages do not name, or not about this. */
  'article',
  /** A name or acronym out of nowhere. */
  'name',
  /** Said of someone else than the one who does it, or in another order. */
  'actor',
  'order',
  'negation',
  'obligation',
  'condition',
  /** Both where one of the two will do, or the other way round. */
  'choice',
  /** Words that the passages do not say. */
  'unsupported',
  /** No rule says what is wrong; what was learnt of right and wrong claims says that it seldom is right. */
  'unlikely',
  'forbidden',
  /** Our own rules given away. */
  'leak',
  /** A link, an address, code, a mention: nothing that an answer needs. */
  'markup',
  'too_long',
  /** It says «tu»: neither register does. */
  'familiar',
  /** It goes on from one that was left out: «Dans ce cas…». */
  'dangling',
] as const;
export type Ungrounded = (typeof UNGROUNDED)[number];

/** Kinds that no honest slip explains: the whole answer is given up, not the one sentence. */
export const HOSTILE: ReadonlySet<Ungrounded> = new Set(['unknown_passage', 'forbidden', 'leak', 'markup']);
