/** What of a dialogue outlives its process; no person, and of its conversation a digest. */
export interface DialogueTables {
  readonly dialogues: {
    readonly id: string;
    readonly by: string;
    /** Its words are masked before they are written. */
    readonly body: string;
    readonly until: string;
  };
}
