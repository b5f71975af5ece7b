import type { BuyersFor, ContractInForce, PlausibleRow } from '../bodies/port/buying.ts';
import type { HouseAnswer, HouseAsk, HouseSaid, ToldOfIt } from '../bodies/port/house.ts';
import { NEARLY_USED } from '../bodies/table-changes.ts';
import { frenchDate, type IsoDate, parisDay } from '../days/iso-date.ts';
import { euros } from '../rules/work.ts';
import { bodiesTexts } from '../text/bodies-texts.ts';
import { purchaseTexts } from '../text/purchase-texts.ts';
import { wasQuestion } from './aside.ts';
import { escapeMarkdown, makeScreen, markdown, notice } from './make.ts';
import type { Act, Screen } from './screen.ts';

const { answers } = bodiesTexts;

/** What one's own body has: the answer in its first line, then how to order, who buys, and how fresh that is. */
export function houseScreen({ ask, answer, place }: HouseSaid, typed: string): Screen {
  // Beside what the law says there is nothing to ask again.
  const acts: readonly Act[] = place === 'alone' ? [{ ...wasQuestion(typed, 'fr') }] : [];
  const [first, ...rest] = houseLines(ask, answer);
  return makeScreen({
    ref: { view: 'note', key: '' },
    language: 'fr',
    blocks: [
      { ...markdown(`**${first}**`), leads: true },
      ...(rest.length === 0 ? [] : [markdown(rest.join('\n\n'))]),
      ...notice(answer.kind === 'found' ? answers.asOf(frenchDate(answer.asOf)) : undefined),
    ],
    acts,
  });
}

/** In Markdown, what people wrote in it escaped. */
export function houseLines(ask: HouseAsk, answer: HouseAnswer): readonly string[] {
  if (answer.kind !== 'found' || answer.away.length === 0) return linesOf(ask, answer);
  const { away, buyers } = answer;
  if (buyers.standIn === undefined) return linesOf(ask, answer);
  const isTheirs = buyers.named.buyer !== undefined && away.includes(buyers.named.buyer);
  // Whoever buys something else stands in for nobody.
  return [answers.inAbsence(namesOf(away), escapeMarkdown(buyers.standIn)), ...(isTheirs ? linesOf(ask, answer) : [])];
}

function linesOf(ask: HouseAsk, answer: HouseAnswer): readonly string[] {
  if (answer.kind === 'sign_in') return [answers.signIn];
  if (answer.kind === 'people') return [answers.people(answer.names.map(escapeMarkdown))];
  const { buyers, asOf } = answer;
  const { contracts, excluded, unsaid, held } = buyers;
  if (ask.kind === 'where') return whereLines(answer);
  const who = whoOf(buyers);
  const asks = who === undefined ? [answers.askService] : [answers.who(who)];
  const [contract] = contracts;
  if (ask.kind === 'buyer') {
    const not = contract === undefined ? excluded.slice(0, 1) : [];
    return [
      buyerLine(buyers),
      ...(contract === undefined ? [] : alsoLines(contract)),
      ...not.map((one) => notCovered(one, ask.kind, undefined)),
    ];
  }
  if (buyers.plausible.length > 1) return whichLines(buyers.plausible, who);
  if (contract !== undefined) {
    const until = frenchDate(contract.until);
    const before = warned(contract, answer.told);
    const rest = [...orderLines(contract), ...leftOf(contract, before)];
    // Whoever only tells what is wrong may want the contract or its buyer: both are in the first line.
    if (ask.kind === 'needs') return [...before, answers.needs(nameOf(contract), until, who), ...rest];
    return [...before, answers[ask.kind](nameOf(contract), until), ...rest, ...asks];
  }
  const [not, silent] = [excluded[0], unsaid[0]];
  if (not !== undefined) return [notCovered(not, ask.kind, who), answers.noOther, ...(who === undefined ? asks : [])];
  if (silent !== undefined) return [answers.unsaid(nameOf(silent)), answers.noOther, ...asks];
  const [kept] = held;
  if (kept !== undefined) return [...heldLines(kept), ...asks];
  const thing = ask.said === '' ? undefined : escapeMarkdown(ask.said);
  return [...withoutContract(buyers, thing, asOf), ...asks];
}

type Found = Extract<HouseAnswer, { readonly kind: 'found' }>;

/** Each row that may be meant, by its contract or its family, and who buys it. */
function whichLines(rows: readonly PlausibleRow[], who: string | undefined): readonly string[] {
  // One buys them all: whoever they are comes first.
  const isOne = rows.every(({ buyer, team }) => buyer === rows[0]?.buyer && team === rows[0]?.team);
  const first = isOne && who !== undefined ? `${answers.buyer(who)} ${answers.which}` : answers.which;
  const lines = rows.map(({ family, contract, covers, buyer, team }) => {
    const by = [buyer, team].filter((one) => one !== undefined).map((one) => escapeMarkdown(one))[0];
    const of = family === undefined ? undefined : escapeMarkdown(family);
    if (contract === undefined) return answers.whichFamily(of, by);
    const name = nameOf(contract);
    return covers ? answers.whichContract(name, frenchDate(contract.until), by) : answers.whichNot(name, of, by);
  });
  return [first, lines.map((one) => `- ${one}`).join('\n')];
}

function alsoLines(contract: ContractInForce): readonly string[] {
  return [answers.also(nameOf(contract), frenchDate(contract.until)), ...orderLines(contract), ...leftOf(contract, [])];
}

/** What it leaves out comes before how to order: whether that is what was meant, whoever asks knows best. */
function orderLines({ excludes, howToOrder }: ContractInForce): readonly string[] {
  return [
    ...(excludes === undefined ? [] : [answers.leavesOut(escapeMarkdown(excludes))]),
    answers.howTo(escapeMarkdown(howToOrder)),
  ];
}

/** What a contract leaves out, and who buys it then. */
function notCovered(one: ContractInForce, kind: HouseAsk['kind'], who: string | undefined): string {
  const isAsked = kind === 'contract' || kind === 'order';
  return answers.notCovered(nameOf(one), escapeMarkdown(one.excludes ?? ''), isAsked, who);
}

/** What whoever was named holds: whether it is for that is read in what it covers and leaves out. */
function heldLines(one: ContractInForce): readonly string[] {
  return [
    answers.held(nameOf(one), escapeMarkdown(one.covers), frenchDate(one.until)),
    ...orderLines(one),
    ...leftOf(one, []),
  ];
}

/** Where those that are meant stand, as the record has it; else who may tell. */
function whereLines({ buyers, underWay }: Found): readonly string[] {
  const who = whoOf(buyers);
  if (underWay.length > 0)
    return underWay
      .flatMap(({ title, stage, why, since, waits, prescribers, buyers: by }) => [
        answers.stands(
          escapeMarkdown(title),
          purchaseTexts.fr.stages[stage],
          why && escapeMarkdown(why),
          frenchDate(parisDay(new Date(since))),
        ),
        waits.length > 0
          ? answers.waits(namesOf(waits))
          : prescribers.length > 0
            ? answers.askedBy(namesOf(prescribers))
            : '',
        by.length > 0 ? answers.boughtBy(namesOf(by)) : '',
      ])
      .filter((line) => line !== '');
  const first = who === undefined ? answers.whereNobody : answers.where(who);
  const not = buyers.excluded.slice(0, 1).map((one) => notCovered(one, 'where', undefined));
  return [first, ...(buyers.sure ? [answers.noneUnderWay] : []), ...not, ...alsoOf(buyers.contracts.slice(0, 1))];
}

/** Whom it is, and of those who were named whether it is them. */
function buyerLine(buyers: BuyersFor): string {
  const who = whoOf(buyers);
  if (who === undefined) return answers.nobody;
  const { named, called, sure } = buyers;
  const family = sure && buyers.family !== undefined ? escapeMarkdown(buyers.family) : undefined;
  const { contracts, near, ended } = buyers;
  const without = sure && contracts.length + near.length + ended.length === 0 ? ` ${answers.withoutContract}` : '';
  if (sure && called.length > 0) {
    if (called.some((one) => one === named.buyer || one === named.substitute))
      return answers.buyerIs(who, family) + without;
    return answers.buyerIsNot(who, family, namesOf(called)) + without;
  }
  return (family === undefined ? answers.buyer(who) : answers.buyerOf(who, family)) + without;
}

/** Said before anything else: what was told does not fit what remains, or comes after the end. */
function warned({ until, ceiling, used = 0 }: ContractInForce, { sum, day }: ToldOfIt): readonly string[] {
  const left = ceiling === undefined ? undefined : Math.max(0, ceiling - used);
  return [
    ...(left !== undefined && sum !== undefined && sum > left ? [answers.exceeds(euros(left), euros(sum))] : []),
    ...(day !== undefined && day > until ? [answers.endsBefore(frenchDate(until))] : []),
  ];
}

function alsoOf(contracts: readonly ContractInForce[]): readonly string[] {
  return contracts.map((one) => answers.also(nameOf(one), frenchDate(one.until)));
}

function namesOf(names: readonly string[]): string {
  return names.map(escapeMarkdown).join(', ');
}

function withoutContract({ ended, near }: BuyersFor, thing: string | undefined, asOf: IsoDate): readonly string[] {
  const [over] = ended;
  const [close] = near;
  const first =
    over === undefined ? answers.none(thing, frenchDate(asOf)) : answers.over(nameOf(over), frenchDate(over.until));
  if (close === undefined) return [first];
  return [
    over === undefined ? answers.nearOnly(thing) : first,
    answers.near(nameOf(close), escapeMarkdown(close.covers), frenchDate(close.until)),
  ];
}

function whoOf({ named, team }: BuyersFor): string | undefined {
  const first = [named.buyer, team].filter((one) => one !== undefined).map((one) => escapeMarkdown(one));
  if (first.length === 0) return undefined;
  const who = first.length === 2 ? answers.ofTeam(first[0] ?? '', first[1] ?? '') : (first[0] ?? '');
  return named.substitute === undefined ? who : answers.withSubstitute(who, escapeMarkdown(named.substitute));
}

function nameOf({ title, holder }: ContractInForce): string {
  return answers.contractName(escapeMarkdown(title), escapeMarkdown(holder));
}

/** @param before what was said first: where it says that too little is left, it is not said twice */
function leftOf({ ceiling, used = 0 }: ContractInForce, before: readonly string[]): readonly string[] {
  if (ceiling === undefined) return [];
  const sums = answers.left(euros(Math.max(0, ceiling - used)), euros(ceiling));
  return [before.length === 0 && used >= ceiling * NEARLY_USED ? answers.nearlyUsed(sums) : sums];
}
