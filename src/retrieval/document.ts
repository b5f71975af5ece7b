/** One thing that can be found: a fiche, or a page of a document. Lexical fields on the whole, vectors on its parts. */
export interface IndexDocument {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly string[];
  readonly articles: readonly string[];
  /** Its parts, each embedded apart with the title in front. */
  readonly parts: readonly IndexPart[];
}

export interface IndexPart {
  /** Section name of a fiche, page or heading of a document, or `question` for a question people ask. */
  readonly name: string;
  readonly text: string;
}
