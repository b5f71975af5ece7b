import type { BuyersFor, ContractInForce } from '../bodies/port/buying.ts';
import type { HouseAnswer, HouseAsk } from '../bodies/port/house.ts';
import { NEARLY_USED } from '../bodies/table-changes.ts';
import { frenchDate, type IsoDate } from '../days/iso-date.ts';
import { euros } from '../rules/work.ts';
import { bodiesTexts } from '../text/bodies-texts.ts';
import { wasQuestion } from './aside.ts';
import { escapeMarkdown, makeScreen, markdown, notice } from './make.ts';
import type { Act, Screen } from './screen.ts';

const { answers } = bodiesTexts;

/** What one's own body has: the answer in its first line, then how to order, who buys, and how fresh that is. */
export function houseScreen(ask: HouseAsk, answer: HouseAnswer, typed: string): Screen {
  const acts: readonly Act[] = [{ ...wasQuestion(typed, 'fr') }];
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
  if (answer.kind === 'sign_in') return [answers.signIn];
  if (answer.kind === 'no_table') return [answers.noTable];
  if (answer.kind === 'people') return [answers.people(answer.names.map(escapeMarkdown))];
  const { buyers, asOf } = answer;
  const who = whoOf(buyers);
  const [contract, ...others] = buyers.contracts;
  if (ask.kind === 'buyer') {
    const first = who === undefined ? answers.nobody : answers.buyer(who);
    return [first, ...buyers.contracts.slice(0, 1).map((one) => answers.also(nameOf(one), frenchDate(one.until)))];
  }
  if (ask.kind === 'where') {
    const first = who === undefined ? answers.whereNobody : answers.where(who);
    return [first, ...buyers.contracts.slice(0, 1).map((one) => answers.also(nameOf(one), frenchDate(one.until)))];
  }
  const asks = who === undefined ? [answers.askService] : [answers.who(who)];
  if (contract !== undefined) {
    const said = answers[ask.kind](nameOf(contract), frenchDate(contract.until));
    const more = others.map((one) => answers.also(nameOf(one), frenchDate(one.until)));
    return [said, answers.howTo(escapeMarkdown(contract.howToOrder)), ...usedOf(contract), ...more, ...asks];
  }
  const thing = ask.said === '' ? undefined : escapeMarkdown(ask.said);
  return [...withoutContract(buyers, thing, asOf), ...asks];
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

function usedOf({ ceiling, used }: ContractInForce): readonly string[] {
  if (ceiling === undefined) return [];
  const sums = answers.used(euros(used ?? 0), euros(ceiling));
  return [(used ?? 0) >= ceiling * NEARLY_USED ? answers.nearlyUsed(sums) : sums];
}
