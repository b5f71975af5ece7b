/** What coordinators did, and what they said of an opinion. */
export interface NetworkTables {
  /** Who did what to what, when; only ever added to. */
  readonly network_acts: {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly kind: string;
    /** A person, a body, a case, a message or an exchange: by the kind. */
    readonly about: string;
    /** JSON: what it changed. */
    readonly body: string;
  };
  /** What a coordinator answers to an opinion on an answer. */
  readonly feedback_answers: {
    readonly exchange: string;
    readonly at: string;
    readonly text: string;
  };
}
