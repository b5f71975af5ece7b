/** Purchases under interview; whose they are, where the network knows. */
export interface InterviewTables {
  readonly interviews: {
    readonly id: string;
    readonly person: string | null;
    readonly version: number;
    readonly last: string;
    readonly body: string;
    readonly at: string;
  };
}
