export interface Session {
  readonly person: string;
  /** What the provider wants back to sign the person out there too. */
  readonly idToken: string | undefined;
}

/** Who is signed in. The id is known to the browser alone. */
export interface Sessions {
  /** @returns the id, 256 random bits in base64url */
  open(session: Session): Promise<string>;
  /** Undefined once it was closed, unused for too long, or too old. */
  read(id: string): Promise<Session | undefined>;
  close(id: string): Promise<void>;
  /** Every session of a person, in any browser. */
  closeAllOf(person: string): Promise<void>;
}
