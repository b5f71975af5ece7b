import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ownValue } from '../own-value.ts';

/** One readable file each, in French, in `prompts/`: a change of words is a change of version. */
export const PROMPT_NAMES = ['repondre', 'comprendre', 'reformuler-achat', 'reformuler-service'] as const;
export type PromptName = (typeof PROMPT_NAMES)[number];

export interface PromptText {
  readonly name: PromptName;
  readonly version: number;
  /** With its `{{places}}`. */
  readonly text: string;
}

/** @throws when a file is missing or has no version: a start-up fault */
export function readPrompt(name: PromptName): PromptText {
  const file = readFileSync(new URL(`prompts/${name}.md`, import.meta.url), 'utf8');
  const match = /^---\nversion: (\d+)\n---\n([\s\S]*)$/.exec(file);
  if (match === null) throw new Error(`src/model/prompts/${name}.md does not begin with its version`);
  return { name, version: Number(match[1]), text: (match[2] ?? '').trim() };
}

/** @throws when a place has no value: a bug, never what a person typed */
export function renderPrompt({ name, text }: PromptText, places: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\p{L}+)\}\}/gu, (_, place: string) => {
    const value = ownValue(places, place);
    if (value === undefined) throw new Error(`the prompt ${name} has no value for {{${place}}}`);
    return value;
  });
}

/** Planted in the rules: a text that holds it gives them away. */
export function createMark(random: (bytes: number) => Buffer = randomBytes): string {
  return `rep${random(6).toString('hex')}`;
}

/**
 * What a person or a document wrote, as one JSON value between two lines that nobody can guess: no text inside can end the
 * block, open another or stand on a line of its own.
 */
export function renderData(data: unknown, random: (bytes: number) => Buffer = randomBytes): string {
  const fence = `DONNEES-${random(9).toString('hex')}`;
  return `<<<${fence}\n${JSON.stringify(data)}\n${fence}>>>`;
}
