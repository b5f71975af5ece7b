import { atOnce, type Sliced } from '../../sliced.ts';
import { LABEL_COUNT } from './labels.ts';

/** How far around a word its neighbours are looked at. */
export const REACH = 2;
/** Places an atom may stand at: its word before, here or after (`near`), and here alone (`here`). */
export const PLACES = 2 * REACH + 2;

/** What was learnt: for each atom, at each place, a score of each label; zeros where nothing was. */
export interface TaggerWeights {
  /** Atom → its number. */
  readonly atoms: ReadonlyMap<string, number>;
  /** (number × PLACES + place) × LABEL_COUNT. */
  readonly scores: Float32Array;
  /** number × PLACES + place: 1 where a score is told, so that the rest need not be added. */
  readonly told: Uint8Array;
  /** Label → label. */
  readonly steps: Float32Array;
}

const FIRST_LINE = `# truchement tagger 1, ${LABEL_COUNT} labels, ${PLACES} places`;
/** A score is one sign, from «!» to «}»: so many twentieths. */
const UNIT = 0.05;
const FURTHEST = 46;
const FIRST_SIGN = 33;

/**
 * The weights as text: a first line that says what it is, a line of the steps from label to label, then a line for each atom:
 * the atom, a tab, and two signs for each score that is not nothing, its place and label, then the score.
 */
export function writeWeights({ atoms, scores, steps }: Omit<TaggerWeights, 'told'>): string {
  const each = PLACES * LABEL_COUNT;
  const lines = [...atoms].map(([atom, number]) => {
    let told = '';
    for (let row = 0; row < each; row++) {
      const level = levelOf(scores[number * each + row] ?? 0);
      if (level !== 0) told += String.fromCharCode(FIRST_SIGN + row, FIRST_SIGN + FURTHEST + level);
    }
    return told === '' ? '' : `${atom}\t${told}\n`;
  });
  const stepLine = [...steps].map((step) => `${Math.round(step * 100) / 100}`).join(' ');
  const kept = lines.filter((line) => line !== '').sort();
  return `${FIRST_LINE}\n${stepLine}\n${kept.join('')}# ${kept.length} atoms\n`;
}

const levelOf = (score: number): number => Math.max(-FURTHEST, Math.min(FURTHEST, Math.round(score / UNIT)));

/** @throws with what is wrong: another first line, a sign that says nothing, lines that are missing */
export function readWeights(text: string): TaggerWeights {
  return atOnce(readWeightsSliced(text));
}

/** Lines read in one slice. */
const LINES = 2_000;

/** The same, a little at a time. @throws as it */
export function* readWeightsSliced(text: string): Sliced<TaggerWeights> {
  const [first, stepLine = '', ...rest] = text.split('\n');
  if (first !== FIRST_LINE) throw new Error(`its first line is not «${FIRST_LINE}»`);
  const steps = Float32Array.from(stepLine.split(' '), Number);
  if (steps.length !== LABEL_COUNT ** 2 || steps.some(Number.isNaN))
    throw new Error(`line 2 does not have ${LABEL_COUNT ** 2} numbers`);
  const lines = rest.slice(0, -2);
  if (rest.at(-2) !== `# ${lines.length} atoms`)
    throw new Error('it is cut short: its last line does not count its atoms');
  const each = PLACES * LABEL_COUNT;
  const atoms = new Map<string, number>();
  const scores = new Float32Array(lines.length * each);
  const marks = new Uint8Array(lines.length * PLACES);
  for (const [number, line] of lines.entries()) {
    if (number % LINES === 0) yield;
    const [atom = '', told = ''] = line.split('\t');
    atoms.set(atom, number);
    for (let at = 0; at < told.length; at += 2) {
      const row = told.charCodeAt(at) - FIRST_SIGN;
      const level = told.charCodeAt(at + 1) - FIRST_SIGN - FURTHEST;
      if (!(row >= 0 && row < each && Math.abs(level) <= FURTHEST))
        throw new Error(`line ${number + 3} has «${told.slice(at, at + 2)}», which is no score`);
      scores[number * each + row] = level * UNIT;
      marks[number * PLACES + Math.floor(row / LABEL_COUNT)] = 1;
    }
  }
  return { atoms, scores, told: marks, steps };
}
