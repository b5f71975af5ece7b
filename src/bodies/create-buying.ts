import { type IsoDate, parisDay } from '../days/iso-date.ts';
import { fold, visibleText } from '../french/words.ts';
import { createLatest } from '../latest.ts';
import { addressKey } from '../reserve/e-mail.ts';
import type { Person } from '../reserve/person.ts';
import type { ReserveRecords } from '../reserve/reserve-records.ts';
import { ok } from '../result.ts';
import { bodiesTexts } from '../text/bodies-texts.ts';
import type { BodyRecords } from './body-records.ts';
import type { BodyRow, BodyTable } from './body-table.ts';
import { type FoundRow, indexRows, isInForce, type Reading, whoBuys } from './find-rows.ts';
import type { BuyersFor, Buying, ContractInForce, PlausibleRow } from './port/buying.ts';

export interface BuyingParts {
  readonly records: Pick<BodyRecords, 'find'>;
  readonly reserve: Pick<ReserveRecords, 'people'>;
  /** How rows and words are read: made when the first of them are. */
  readonly reading: () => Reading;
  readonly now: () => Date;
}

/** Of contracts that are shown. */
const MOST = 2;
const NOBODY: BuyersFor = {
  buyer: undefined,
  team: undefined,
  substitute: undefined,
  named: { buyer: undefined, substitute: undefined },
  contracts: [],
  near: [],
  excluded: [],
  unsaid: [],
  held: [],
  ended: [],
  plausible: [],
  meant: 0,
  sure: false,
  need: undefined,
  called: [],
  standIn: undefined,
  asOf: undefined,
};

/** Who buys what, over the tables that bodies keep. */
export function createBuying({ records, reserve, reading, now }: BuyingParts): Buying {
  const indexOf = createIndexes(reading);
  return {
    buyersFor: async ({ organisation, family, cpv, text = '', whole }) => {
      const found = await records.find(organisation);
      if (!found.ok) return found;
      const table = found.value;
      if (table === undefined || table.rows.length === 0) return ok(NOBODY);
      const index = indexOf(table);
      const { rows, meant, unlisted } = index.find({ text, whole, family, cpv });
      const today = parisDay(now());
      const who = whoBuys(rows, table.rows, index.rest);
      const contractsOf = (fit: Exclude<FoundRow['fit'], 'family'>, inForce: boolean) =>
        rows
          .filter(({ row, fit: own }) => own === fit && row.contract !== undefined && isInForce(row, today) === inForce)
          .slice(0, MOST)
          .flatMap(({ row, leftOut }) => {
            const contract = contractOf(row, who);
            return contract === undefined
              ? []
              : [leftOut === undefined ? contract : { ...contract, excludes: leftOut }];
          });
      const people = await reserve.people();
      if (!people.ok) return people;
      const own = people.value.filter((person) => person.organisation === organisation);
      const called = index.calledIn(whole ?? text);
      const standIn = index.standInFor(called);
      const named = rows.find(({ row, fit }) => fit !== 'family' && row.family !== undefined && row !== index.rest);
      return ok({
        family: named?.row.family,
        buyer: personOf(who?.buyer, own)?.id,
        team: who?.team,
        substitute: personOf(who?.substitute, own)?.id,
        named: { buyer: nameOf(who?.buyer, own), substitute: nameOf(who?.substitute, own) },
        contracts: contractsOf('covers', true),
        near: contractsOf('near', true),
        excluded: contractsOf('excluded', true),
        unsaid: contractsOf('unsaid', true),
        held: contractsOf('held', true),
        ended: contractsOf('covers', false),
        plausible: plausibleOf(rows, table.rows, index.rest, today, own),
        meant,
        sure: unlisted || rows[0]?.sure === true,
        need: index.needIn(whole ?? text),
        called,
        standIn: nameOf(called.includes(who?.buyer ?? '') ? (who?.substitute ?? standIn) : standIn, own),
        asOf: parisDay(new Date(table.at)),
      });
    },
  };
}

/** From here the first of the rows is meant, and no other. */
const CLEAR = 0.5;
const CLEARLY_MORE = 2.5;
const MOST_PLAUSIBLE = 3;

/** Several rows none of which is clearly meant; none where one is. */
function plausibleOf(
  found: readonly FoundRow[],
  all: readonly BodyRow[],
  rest: BodyRow | undefined,
  today: IsoDate,
  people: readonly Person[],
): readonly PlausibleRow[] {
  const [lead] = found;
  // Beside a contract that covers it, or whoever buys it, one that does not is no other answer.
  const rows = found.filter(
    ({ fit }) => fit !== 'unsaid' && fit !== 'held' && (lead?.fit !== 'covers' || fit === 'covers' || fit === 'near'),
  );
  const [first, second] = rows;
  if (first === undefined || second === undefined) return [];
  if (first.fit === 'excluded' && second.fit === 'covers' && second.row.contract === undefined) return [];
  if (first.score >= CLEAR || first.score >= second.score * CLEARLY_MORE) return [];
  return rows.slice(0, MOST_PLAUSIBLE).map((one) => {
    const who = whoBuys([one], all, rest);
    return {
      family: one.row.family,
      contract: isInForce(one.row, today) ? contractOf(one.row, who) : undefined,
      covers: one.fit === 'covers' || one.fit === 'near',
      buyer: nameOf(who?.buyer, people),
      team: who?.team,
    };
  });
}

/** A table is read again only when it has changed. */
function createIndexes(reading: () => Reading) {
  type Kept = { readonly table: string; readonly index: ReturnType<typeof indexRows> };
  const kept = createLatest<Kept>(200);
  return ({ organisation, version, at, rows }: BodyTable) => {
    const table = `${version} ${at}`;
    const known = kept.get(organisation);
    if (known?.table === table) return known.index;
    const index = indexRows(rows, reading());
    kept.set(organisation, { table, index });
    return index;
  };
}

/** Someone of the body, by their address or by their name where one person alone bears it. */
function personOf(said: string | undefined, people: readonly Person[]): Person | undefined {
  if (said === undefined) return undefined;
  const address = addressKey(said);
  const byAddress = people.find(({ email }) => address !== undefined && addressKey(email) === address);
  const named = people.filter(({ name }) => fold(visibleText(name)) === fold(visibleText(said)));
  return byAddress ?? (named.length === 1 ? named[0] : undefined);
}

function nameOf(said: string | undefined, people: readonly Person[]): string | undefined {
  return personOf(said, people)?.name ?? said;
}

function contractOf({ family, contract }: BodyRow, who: BodyRow | undefined): ContractInForce | undefined {
  if (contract === undefined) return undefined;
  const { title, holder, covers, excludes, until, ceiling, used, howToOrder } = contract;
  return {
    title,
    holder,
    covers: covers ?? family ?? title,
    ...(excludes === undefined ? {} : { excludes }),
    until,
    ...(ceiling === undefined ? {} : { ceiling }),
    ...(used === undefined ? {} : { used }),
    howToOrder: howToOrder ?? bodiesTexts.orderFrom(who?.buyer ?? who?.team),
  };
}
