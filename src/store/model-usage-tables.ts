/** Sums of what a language model used: no person, no conversation, no text. */
export interface ModelUsageTables {
  readonly model_usage: {
    readonly day: string;
    readonly organisation: string;
    readonly purpose: string;
    readonly calls: number;
    readonly failures: number;
    /** PostgreSQL gives a bigint back as text. */
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
    readonly ms: number;
    readonly cost: number;
    readonly kg_co2: number;
  };
}
