import { join } from 'node:path';
import { z } from 'zod';
import { readCpv } from '../../src/corpus/cpv.ts';
import { isPurchaseNature, type PurchaseNature } from '../../src/vocabulary/form.ts';
import { readCases } from '../read-cases.ts';
import { readNatured } from './labelled-needs.ts';

/** What is bought, in its words and in those of its message, with its nature. */
export interface LabelledNature {
  readonly object: string;
  readonly message: string;
  readonly nature: PurchaseNature;
  readonly weight: number;
}

const classed = z.object({ text: z.string(), classes: z.array(z.string()) });
/** Of a way of saying, beside a whole message. */
const OF_WORDS = 0.5;

/** Whole messages whose nature is marked, then needs and ways of saying whose class of the vocabulary tells it. */
export function readLabelledNatures(golden: string, knowledge: string): readonly LabelledNature[] {
  const byClass = ['learn.jsonl', 'learn-messages.jsonl'].flatMap((file) =>
    readCases(join(golden, 'rewording', 'cpv', file), classed),
  );
  const usages = [...readCpv(knowledge).usages].flatMap(([code, ways]) =>
    ways.map((text) => ({ text, classes: [code] })),
  );
  return [
    ...readNatured(golden).flatMap(({ nature, ...rest }) =>
      isPurchaseNature(nature) && nature !== 'mixte' ? [{ ...rest, nature, weight: 1 }] : [],
    ),
    ...[...byClass, ...usages].flatMap(({ text, classes: [code = ''] }) => [
      { object: text, message: text, nature: natureOfClass(code), weight: OF_WORDS },
    ]),
  ];
}

/** Divisions 03 to 44 are goods, 45 works, 48 software, and those after it services, of which 71 and 73 are of the mind. */
function natureOfClass(code: string): PurchaseNature {
  const division = Number(code.slice(0, 2));
  if (division === 48 || division === 72) return 'tic';
  if (division < 45) return 'fournitures';
  if (division === 45) return 'travaux';
  if (code.startsWith('712')) return 'moe';
  return division === 71 || division === 73 || code.startsWith('794') ? 'pi' : 'services';
}
