import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { OutboundMessage } from '../src/answering/port/outcome.ts';
import type { Config } from '../src/config/config.ts';
import { importDocuments } from '../src/documents/import-documents.ts';
import { createLog } from '../src/log.ts';
import { loadServedEmbedder } from '../src/model/join-embedders.ts';
import { compose } from './compose.ts';
import { contains } from './golden.ts';
import { indexDocuments } from './own-documents.ts';
import { readCases } from './read-cases.ts';

const FIRST_WORDS = 120;

const caseSchema = z.object({
  id: z.string(),
  guide: z.string(),
  text: z.string(),
  must_contain: z.array(z.string()),
  heading: z.string(),
});

/**
 * `npm run evaluate -- --guides FILE`: each guide beside FILE is imported alone, as its body would, and its questions
 * are asked of it; one is quoted when the first 120 words shown hold every element.
 */
export async function printGuides(
  file: string,
  config: Config,
  shown: (reply: OutboundMessage) => string,
  failures: boolean,
): Promise<void> {
  const cases = readCases(file, caseSchema);
  let quoted = 0;
  for (const guide of new Set(cases.map((one) => one.guide))) {
    const data = mkdtempSync(join(tmpdir(), 'guide-'));
    await importDocuments({ data, paths: [join(dirname(file), guide)], now: () => new Date() });
    const alone = { ...config, data, model: undefined };
    await indexDocuments(alone, loadServedEmbedder());
    const { assistant } = await compose(alone, createLog('warn'));
    for (const { id, text, must_contain } of cases.filter((one) => one.guide === guide)) {
      const address = { platform: 'console', conversation: id } as const;
      const reply = await assistant.respond({ id, address, text, role: 'prescriber' });
      const said = shown(reply);
      const first = said.split(/\s+/).slice(0, FIRST_WORDS).join(' ');
      const isQuoted = must_contain.every((element) => contains(first, element));
      if (isQuoted) quoted++;
      else if (failures)
        console.log(`${id} ${reply.outcome.kind} « ${text} »\n    ${first.replace(/\s+/g, ' ').slice(0, 240)}`);
    }
    rmSync(data, { recursive: true, force: true });
  }
  console.log(`guides: ${quoted} of ${cases.length} quoted in the first ${FIRST_WORDS} words`);
}
