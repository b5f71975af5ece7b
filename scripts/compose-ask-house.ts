import type { House, HouseAnswer, HouseAsk } from '../src/bodies/port/house.ts';
import type { AskHouse, HouseSaid } from '../src/calls/answer-house.ts';
import type { Config } from '../src/config/config.ts';
import type { Logger } from '../src/log.ts';
import { houseLines } from '../src/screens/house.ts';
import { openStore } from '../src/store/open-store.ts';
import { composeBodies } from './compose-bodies.ts';

/** Longer texts ask more than one's own body can say. */
const LONGEST_LINE = 500;

/** What programs of the configured body are told of its table; undefined where no body is configured. */
export function composeAskHouse({ body }: Pick<Config, 'body'>, house: House): AskHouse | undefined {
  if (body === undefined) return undefined;
  return async (text) => {
    const said = text.length > LONGEST_LINE ? undefined : await house.answerBody(body.siret, text);
    if (said?.ok !== true || said.value?.answer.kind !== 'found') return undefined;
    const { ask, answer, place } = said.value;
    return { lines: houseLines(ask, answer), verdict: verdictOf(ask, answer), asOf: answer.asOf, place };
  };
}

/** The same for a command, which opens the store only where a body is configured, and closes it. */
export async function openAskHouse(
  config: Config,
  log: Logger,
): Promise<{ readonly house: AskHouse | undefined; readonly close: () => Promise<void> }> {
  if (config.body === undefined) return { house: undefined, close: async () => undefined };
  const store = await openStore({ data: config.data, databaseUrl: config.databaseUrl, log });
  return { house: composeAskHouse(config, composeBodies(config.knowledge, store).house), close: store.close };
}

function verdictOf(
  { kind }: HouseAsk,
  { buyers: { contracts, near, named, team } }: Extract<HouseAnswer, { readonly kind: 'found' }>,
): HouseSaid['verdict'] {
  switch (kind) {
    case 'contract':
      return contracts.length > 0 ? 'oui' : near.length > 0 ? 'depend' : 'non';
    case 'buyer':
      return named.buyer === undefined && team === undefined ? null : 'valeur';
    case 'order':
    case 'needs':
      return contracts.length > 0 ? 'etape' : null;
    case 'where':
      return null;
  }
}
