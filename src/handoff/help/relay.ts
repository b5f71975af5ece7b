import { applyMasks, keptFindings } from '../../masking/apply.ts';
import type { Masker } from '../../masking/finding.ts';
import { createSeal } from '../../masking/seal.ts';
import type { HiddenKind, MaskKind } from '../../vocabulary/masks.ts';
import { bothAgreed, type CaseFile } from './case-file.ts';
import { namesOf, saysOnly } from './identity.ts';

/** A side's own words as the other side reads them. */
export interface Relayed {
  readonly text: string;
  /** What was hidden in them, each kind once. */
  readonly hidden: readonly HiddenKind[];
}

/** Takes out of a text what one side may not read, whoever wrote it and however it is composed. */
export interface Relay {
  /** Of a requester's own words: names found in it are hidden, then all that was hidden in the brief. */
  readonly wordsToReservist: (file: CaseFile, text: string) => Relayed;
  /** The last gate before a message leaves for a reservist: what was hidden in the brief, and nothing else. */
  readonly sealToReservist: (file: CaseFile, text: string) => string;
  readonly wordsToRequester: (file: CaseFile, text: string) => Relayed;
  readonly sealToRequester: (file: CaseFile, text: string) => string;
}

/** What a reservist may have typed of themselves. Bodies and firms are what an answer is about: only their own is hidden. */
const REVEALING: ReadonlySet<MaskKind> = new Set([
  'person',
  'email',
  'phone',
  'account',
  'url',
  'postal_address',
  'unread',
]);

export function createRelay(masker: Masker): Relay {
  const sealToReservist = (file: CaseFile, text: string): string => {
    const { state, requester } = file;
    if (!bothAgreed(state)) return createSeal(state.masked)(text);
    // Both have agreed to be known: the requester's own name is theirs to give, nobody else's is.
    const own = saysOnly(namesOf(requester.person, requester.body, [], masker));
    return createSeal(state.masked.filter((masked) => !own(masked)))(text);
  };
  /** Of those who held it, save the one who does, once both are known. */
  const lenderNames = ({ state, lenders }: CaseFile): readonly string[] =>
    [...lenders.values()]
      .filter(({ id }) => !(bothAgreed(state) && id === state.holder))
      .flatMap(({ id, person, body }) => namesOf(person, body, [id], masker));
  const sealToRequester = (file: CaseFile, text: string): string => createSeal(lenderNames(file))(text);
  const hide = (text: string, kinds: (kind: MaskKind) => boolean, lifted: readonly string[]): Relayed => {
    const findings = masker
      .find(text)
      .filter(({ kind }) => kinds(kind))
      // A number would be taken for that of the brief: «[personne 1]» there is someone else here.
      .map((finding) => ({ ...finding, replacement: finding.replacement.replace(/ \d+\]$/, ']') }));
    const choices = { lifted, added: [] };
    const hidden = new Set(keptFindings(findings, choices).map(({ kind }) => kind));
    return { text: applyMasks(text, findings, choices).text, hidden: [...hidden] };
  };
  /** What a seal takes out besides is told of once, as `kind`. */
  const sealed = ({ text, hidden }: Relayed, seal: (text: string) => string, kind: HiddenKind): Relayed => {
    const after = seal(text);
    return { text: after, hidden: after === text ? hidden : [...hidden, kind] };
  };
  return {
    sealToReservist,
    sealToRequester,
    // Once both are known, a telephone number is given on purpose.
    wordsToReservist: (file, text) => {
      const shown = bothAgreed(file.state) ? { text, hidden: [] } : hide(text, () => true, file.lifted);
      const nameless = { ...shown, text: createSeal(lenderNames(file))(shown.text) };
      return sealed(nameless, (words) => sealToReservist(file, words), 'brief');
    },
    wordsToRequester: (file, text) => {
      const shown = bothAgreed(file.state) ? { text, hidden: [] } : hide(text, (kind) => REVEALING.has(kind), []);
      return sealed(shown, (words) => sealToRequester(file, words), 'own');
    },
  };
}
