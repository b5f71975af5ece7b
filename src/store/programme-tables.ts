/** What services announce for a year: a row a need, what was understood of it as JSON. */
export interface ProgrammeTables {
  readonly planned_needs: {
    readonly id: string;
    readonly organisation: string;
    readonly year: number;
    readonly version: number;
    readonly at: string;
    readonly person: string;
    readonly body: string;
  };
}
