/** Keys of programs, revoked ones too; of each a hash alone. */
export interface KeyTables {
  readonly api_keys: {
    readonly id: string;
    readonly hash: string;
    readonly prefix: string;
    readonly organisation: string;
    readonly name: string;
    /** Words parted by spaces. */
    readonly scopes: string;
    readonly made_at: string;
    readonly used_at: string | null;
    readonly revoked_at: string | null;
  };
}
