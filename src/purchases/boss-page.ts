import { frenchDate } from '../days/iso-date.ts';
import { frenchTypography } from '../french/typography.ts';
import { bossTexts } from '../text/boss-texts.ts';
import { formTexts } from '../text/form-texts.ts';
import type { BossPage, BossPart } from './port/boss-pages.ts';
import type { Purchase } from './purchase.ts';

/** Lines of a part: it is half a page. */
const MOST_LINES = 6;
/** Characters of a line. */
const LONGEST = 240;

const { line, delivered } = formTexts;
const OF_AMOUNT: ReadonlySet<string> = new Set([line.budget, line.total]);
const OF_TIME: ReadonlySet<string> = new Set([line.deadline, delivered.deadline, line.duration]);
/** What a buyer alone reads. */
const OF_BUYER: ReadonlySet<string> = new Set([
  line.cpv,
  formTexts.natureToConfirm,
  line.nature,
  line.procedure,
  line.criteria,
]);

/** A demand in half a page: nothing of what was said in it, nor of the body's rules, beyond these lines. */
export function bossPage(purchase: Purchase, nameOf: (id: string | undefined) => string): BossPage {
  const { form, prescribers, buyers } = purchase;
  const named = (ids: readonly string[]) => ids.map(nameOf).filter((name) => name !== '');
  const said = (wanted: (name: string) => boolean) =>
    form.lines.filter(({ name }) => wanted(name)).map(({ name, value }) => `${name} : ${value}`);
  const values = (names: ReadonlySet<string>) =>
    form.lines.filter(({ name }) => names.has(name)).map(({ value }) => value);
  const times = said((name) => OF_TIME.has(name));
  const ruled = (name: 'procedure' | 'publicity' | 'calendar') =>
    purchase.sheet.filter((one) => one.name === name).map(({ text }) => text);
  const sums = values(OF_AMOUNT);
  const parts: readonly (readonly [BossPart, readonly string[]])[] = [
    ['need', [form.title, ...said((name) => !OF_AMOUNT.has(name) && !OF_TIME.has(name) && !OF_BUYER.has(name))]],
    ['why', whyOf(purchase)],
    ['amount', sums.length > 0 ? sums : [bossTexts.noAmount]],
    ['procedure', procedureOf(purchase, [...ruled('procedure'), ...ruled('publicity')])],
    ['calendar', [...times, ...ruled('calendar').flatMap((text) => text.split(' ; '))]],
    ['asked', [askedOf(purchase)]],
  ];
  return {
    title: frenchTypography(form.title),
    prescribers: named(prescribers),
    buyers: named(buyers),
    parts: parts
      .map(([name, lines]) => ({ name, lines: lines.slice(0, MOST_LINES).map(short) }))
      .filter(({ lines }) => lines.length > 0),
  };
}

function whyOf({ purpose, words }: Purchase): readonly string[] {
  if (typeof purpose !== 'object') return [`« ${words.split('\n', 1)[0]?.trim() ?? ''} »`];
  const { serves, leaves } = purpose;
  const effects = leaves.map(({ effect, measure }) => bossTexts.effect(effect, measure));
  return serves.trim() === '' ? effects : [serves.trim(), ...effects];
}

/** A contract in force is ordered under: nothing is put out to tender. */
function procedureOf({ contracts }: Purchase, ruled: readonly string[]): readonly string[] {
  const [contract] = contracts;
  if (contract !== undefined) return [bossTexts.underContract(contract.title, frenchDate(contract.until))];
  return ruled.length > 0 ? ruled : [bossTexts.noProcedure];
}

function askedOf({ share, stage }: Purchase): string {
  if (share !== undefined && share.asks.trim() !== '') return share.asks.trim();
  return ['draft', 'received', 'taken', 'procedure'].includes(stage) ? bossTexts.agree : bossTexts.nothing;
}

function short(text: string): string {
  const one = frenchTypography(text.replace(/\s+/g, ' ').trim());
  return one.length <= LONGEST ? one : `${one.slice(0, LONGEST - 1).trimEnd()}…`;
}
