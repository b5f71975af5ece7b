import { visibleText } from '../french/words.ts';
import type { DocumentPart } from './extracted.ts';

const NAME_LENGTH = 120;

export interface SectionWriter {
  heading(text: string): void;
  paragraph(text: string): void;
  /** Often the title. */
  readonly firstHeading: string | undefined;
  finish(): readonly DocumentPart[];
}

/**
 * Gathers paragraphs under their heading. The heading stays in the text too, because names are not searched;
 * headings that follow one another (`Chapitre 1`, `Article 1`) open one part, named by the last.
 */
export function createSectionWriter(): SectionWriter {
  const parts: DocumentPart[] = [];
  let headings: string[] = [];
  let lines: string[] = [];
  let firstHeading: string | undefined;

  const flush = () => {
    if (headings.length + lines.length > 0)
      parts.push({ name: shorten(headings.at(-1) ?? ''), text: [...headings, ...lines].join('\n') });
    headings = [];
    lines = [];
  };
  return {
    heading: (text) => {
      const shown = oneLine(text);
      if (shown === '') return;
      firstHeading ??= shown;
      if (lines.length > 0) flush();
      headings.push(shown);
    },
    paragraph: (text) => {
      for (const line of text.split('\n')) {
        const shown = visibleText(line);
        if (shown !== '') lines.push(shown);
      }
    },
    get firstHeading() {
      return firstHeading;
    },
    finish: () => {
      flush();
      const unnamed = parts.length > 1 ? 'introduction' : 'texte';
      return parts.map((part) => (part.name === '' ? { ...part, name: unnamed } : part));
    },
  };
}

/** A row of a table as one line; an empty one says nothing. */
export function tableLine(cells: readonly string[]): string {
  const shown = cells.map(oneLine);
  return shown.some((cell) => cell !== '') ? shown.join(' | ') : '';
}

export function oneLine(text: string): string {
  return visibleText(text.replace(/\s+/g, ' '));
}

export function shorten(text: string): string {
  return text.length <= NAME_LENGTH ? text : `${text.slice(0, NAME_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
