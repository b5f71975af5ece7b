import type { Masker, MaskFinding } from '../../../src/masking/finding.ts';
import type { MaskKind } from '../../../src/vocabulary/masks.ts';

export interface PlantedText {
  readonly id: string;
  readonly text: string;
  /** In the order of the text. */
  readonly masks: readonly { readonly kind: MaskKind; readonly text: string }[];
}

interface Counts {
  planted: number;
  found: number;
  /** Covered, be it as another kind of thing: what does not leave. */
  hidden: number;
  masked: number;
  right: number;
}

/** Words that may stand on either side of the line: «SARL», «commune de» masked or not, the name is what counts. */
const AROUND =
  /^(?:sarl|selarl|ets|sas|sasu|scop|sci|eurl|garage|agence|ateliers?|cabinet|association|imprimerie|menuiserie|entreprise|société|transports|laboratoires?|mme|m|pr|dr|de|du|la|le|les|l|d|des|et|bureau)$/i;

/** A place named as a body («Betton a lancé…») and a body are one thing to whoever reads. */
const sameKind = (a: MaskKind, b: MaskKind) => a === b || (isBody(a) && isBody(b));
const isBody = (kind: MaskKind) => kind === 'body' || kind === 'place';

/**
 * Planted data is found when findings of its kind cover all its words; a finding is right when it lies on planted data of its
 * kind and takes in no more than a dozen characters besides.
 */
export function scoreMasking(texts: readonly PlantedText[], masker: Masker) {
  const byKind: Record<string, Counts> = {};
  const all: Counts = { planted: 0, found: 0, hidden: 0, masked: 0, right: 0 };
  const errors: string[] = [];
  const count = (kind: MaskKind, what: keyof Counts) => {
    byKind[kind] ??= { planted: 0, found: 0, hidden: 0, masked: 0, right: 0 };
    byKind[kind][what]++;
    all[what]++;
  };
  for (const { id, text, masks } of texts) {
    const findings = masker.find(text);
    const planted = locate(text, masks);
    for (const { kind, start, end } of planted) {
      count(kind, 'planted');
      if (covered(text, start, end, findings)) count(kind, 'hidden');
      const cover = findings.filter((finding) => sameKind(finding.kind, kind));
      if (covered(text, start, end, cover)) count(kind, 'found');
      else
        errors.push(
          `${id} MISSED ${kind} «${text.slice(start, end)}» among ${findings.map((f) => `${f.kind} «${f.text}»`).join(', ')}`,
        );
    }
    for (const { kind, span, text: words } of findings) {
      count(kind, 'masked');
      const right = planted.some(
        (one) => sameKind(one.kind, kind) && one.start < span[1] && span[0] < one.end && excess(one, span) <= 12,
      );
      if (right) count(kind, 'right');
      else errors.push(`${id} WRONG ${kind} «${words}» in «${text.slice(Math.max(0, span[0] - 25), span[1] + 25)}»`);
    }
  }
  return { byKind, all, errors };
}

interface Place {
  readonly kind: MaskKind;
  readonly start: number;
  readonly end: number;
}

function locate(text: string, masks: PlantedText['masks']): readonly Place[] {
  let from = 0;
  return masks.map(({ kind, text: words }) => {
    const start = text.indexOf(words, from);
    if (start === -1) throw new Error(`«${words}» is not in «${text}» after ${from}`);
    from = start + words.length;
    return { kind, start, end: from };
  });
}

const excess = ({ start, end }: Place, span: MaskFinding['span']) =>
  Math.max(0, start - span[0]) + Math.max(0, span[1] - end);

function covered(text: string, start: number, end: number, findings: readonly MaskFinding[]): boolean {
  const words = [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)];
  const within = words.filter(({ 0: word }) => !AROUND.test(word));
  return (within.length === 0 ? words : within).every(({ 0: word, index }) =>
    findings.some(({ span }) => span[0] <= start + index && start + index + word.length <= span[1]),
  );
}
