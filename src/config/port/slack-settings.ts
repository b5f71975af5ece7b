/** How Slack is reached: one workspace by a token, or many by OAuth. Holds secrets: never logged. */
export interface SlackSettings {
  readonly mode: 'socket' | 'http';
  /** Of the one workspace; without it, each has its own (OAuth). */
  readonly botToken: string | undefined;
  /** For Socket Mode. */
  readonly appToken: string | undefined;
  /** For HTTP. */
  readonly signingSecret: string | undefined;
  /** Ends with a slash. */
  readonly apiUrl: string;
  readonly oauth:
    | {
        readonly clientId: string;
        readonly clientSecret: string;
        readonly stateSecret: string;
        readonly publicUrl: string | undefined;
        /** The first encrypts installations, the others open those of before. */
        readonly secretKeys: readonly [string, ...string[]];
      }
    | undefined;
}
