import { MODES, type Mode, type ModeShares, type SearchEvidence, wayOf } from '../../src/answering/mode.ts';

export interface Labelled {
  readonly text: string;
  readonly mode: Mode;
  /** What it is of: a file, the corpus, the perimeter. */
  readonly from: string;
}

export interface Found {
  readonly found: SearchEvidence;
}

export type Message = Labelled & Found & { readonly fold: number };

const BINS = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01] as const;

/** What was read of messages held back: which mode is met as which, by file, and how far its likelihoods can be believed. */
export function printModes(messages: readonly Message[], shares: ReadonlyMap<Message, ModeShares>, what: string): void {
  console.log(`\n${what}: log loss ${logLoss(messages, shares).toFixed(3)} over ${messages.length}`);
  console.log(`${'wanted, met as'.padEnd(30)} ${MODES.map((mode) => mode.padStart(8)).join('')}`);
  for (const from of new Set(messages.map((one) => one.from)))
    for (const mode of MODES) {
      const list = messages.filter((one) => one.from === from && one.mode === mode);
      if (list.length === 0) continue;
      const met = list.map((one) => shares.get(one)).filter((said) => said !== undefined);
      const read = MODES.map((other) => met.filter((said) => wayOf(said) === other).length);
      console.log(`${`${from} ${mode}`.padEnd(30)} ${read.map((count) => String(count).padStart(8)).join('')}`);
    }
  console.log(`${'said'.padEnd(12)} ${MODES.map((mode) => mode.padStart(16)).join('')}   (messages, said, true)`);
  for (const [index, from] of BINS.slice(0, -1).entries()) {
    const to = BINS[index + 1] ?? 1;
    const cells = MODES.map((mode) => {
      const bin = messages.flatMap((one) => {
        const said = shares.get(one)?.[mode] ?? 0;
        return said >= from && said < to ? [{ said, right: one.mode === mode }] : [];
      });
      const mean = bin.reduce((sum, { said }) => sum + said, 0) / Math.max(1, bin.length);
      const right = bin.filter((one) => one.right).length / Math.max(1, bin.length);
      return `${bin.length} ${mean.toFixed(2)} ${right.toFixed(2)}`.padStart(16);
    });
    console.log(`${`${from} to ${Math.min(1, to)}`.padEnd(12)} ${cells.join('')}`);
  }
}

const FROM = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** What each threshold would do with messages held back: of those for a person, and of those outside, how many it meets; and how many rules with them. */
export function printThresholds(messages: readonly Message[], shares: ReadonlyMap<Message, ModeShares>): void {
  console.log('\nfrom     for a human   rules with them      outside   rules with them');
  for (const from of FROM) {
    const met = (mode: 'human' | 'outside', wanted: Mode) => {
      const list = messages.filter((one) => one.mode === wanted);
      return `${list.filter((one) => (shares.get(one)?.[mode] ?? 0) >= from).length} of ${list.length}`.padStart(16);
    };
    console.log(
      `${from.toFixed(1)} ${met('human', 'human')} ${met('human', 'rule')} ${met('outside', 'outside')} ${met('outside', 'rule')}`,
    );
  }
}

function logLoss(messages: readonly Message[], shares: ReadonlyMap<Message, ModeShares>): number {
  const sum = messages.reduce((total, one) => total - Math.log(Math.max(1e-9, shares.get(one)?.[one.mode] ?? 0)), 0);
  return sum / Math.max(1, messages.length);
}
