/** Acts that were asked for under a key: what each was done to, so that it is done once. */
export interface DoneActTables {
  readonly done_acts: { readonly key: string; readonly ref: string; readonly at: string };
}
