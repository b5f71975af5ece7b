import type { Span } from '../../french/span.ts';
import type { ClauseText } from '../clauses/clause-features.ts';
import { clauseTextOf, type Passage, type ReadPassages } from '../clauses/read-clauses.ts';
import { type Clause, opens } from '../clauses/split-clauses.ts';
import type { ByWhen, PlainPoints } from '../port/rewording.ts';
import { ASKED, type BuyerSaid } from './buyer-said.ts';
import { byDay, type When, whensIn } from './deadlines.ts';

/** What a buyer's message says, in its own words: nothing of it is put otherwise. */
export type SaidPoints = Omit<PlainPoints, 'why'>;

type Said = Passage<BuyerSaid>;

/** More is read by nobody above a message. */
const MOST_ASKED = 9;
const MOST_OF_BUYER = 1;
/** Acts of a message of many pages that are looked at. */
const MOST_READ = 40;
/** From which likelihood that something is asked a message is not said to ask nothing. */
const MAY_ASK = 0.4;
/** From which it is told. */
const ASKS = 0.45;
/** From which what the buyer does is told. */
const DOES = 0.6;
const LONGEST = 320;

/**
 * What a buyer's message comes down to for the department: each act asked of it in the message's own words, cut to the clause
 * that says it, lists whole; what it must not do; what happens otherwise; what the buyer does.
 */
export function saidPoints(source: string, readActs: ReadPassages<BuyerSaid>): SaidPoints {
  const text = clauseTextOf(source);
  const said = readActs(text).map(
    (one): Said =>
      ORDERS.test(text.folded.slice(one.start, one.end)) && !ASKED.includes(one.label)
        ? { ...one, label: 'faire', share: 1, together: 1 }
        : one,
  );
  const whens = whensIn(source, text.source).filter(({ due }) => due);
  const acts = said.filter(({ label, share }) => ASKED.includes(label) && share >= ASKS).slice(0, MOST_READ);
  const told = ledLists(acts, text).map((act) => tell(act, text, said, whens));
  const asked = told.filter(({ label }) => label !== 'attendre');
  const sorted = [...asked.filter(({ when }) => when !== undefined), ...asked.filter(({ when }) => when === undefined)];
  const lines = [
    ...sorted.filter(({ label }) => label !== 'libre'),
    ...sorted.filter(({ label }) => label === 'libre'),
  ];
  const notToDo = told.filter(({ label }) => label === 'attendre').map((one) => one.said);
  const mayAsk = !NOTHING.test(text.folded) && said.some(({ together }) => together > MAY_ASK);
  const wordsOf = (list: readonly Said[]) =>
    list.map(({ start, end }) => sayWhole(text, [start, end])).filter((one) => one !== '');
  const otherwiseOf = (list: readonly Said[]) =>
    wordsOf(list).map((one) => one.replace(/^(?:sinon|sans quoi)[ ,]+/i, ''));
  const something = lines.length > 0 || notToDo.length > 0;
  return {
    asks: lines.length > 0 ? 'something' : mayAsk && !something ? 'unsure' : 'nothing',
    asked: distinct(lines.map((one) => one.said)).slice(0, MOST_ASKED),
    notToDo: distinct(notToDo),
    send: distinct(lines.filter(({ label }) => label === 'envoyer').map((one) => one.said)),
    byWhen: byDay(
      lines.flatMap(({ when, said: what }) => (when === undefined ? [] : [{ when: when.said, what, iso: when.iso }])),
    ).map(({ when, what }): ByWhen => ({ when, what })),
    otherwise: something
      ? otherwiseOf(said.filter(({ label }) => label === 'sinon')).join(' ; ') || undefined
      : undefined,
    buyerDoes:
      wordsOf(
        said.filter(
          ({ label, share, start, end }) =>
            label === 'suite' && share >= DOES && OF_BUYER.test(text.folded.slice(start, end)),
        ),
      )
        .slice(0, MOST_OF_BUYER)
        .join(' ; ') || undefined,
  };
}

/** «dites-moi», «envoyez-nous», «merci de joindre»: an order to the reader in any message. */
const ORDERS =
  /^(?:et |puis |sinon |alors |donc )?(?:[a-z]{2,16}(?:ez|tes|s|e)-(?:moi|nous|les-moi|le-moi|la-moi|les-nous|le-nous|la-nous)\b|merci (?:de |d')(?:(?:bien vouloir|nous|me|vous|la|le|les|en|y) |m'|l')*(?!noter\b)[a-z]{3,16}(?:er|ir|re)\b|(?:veuillez|pensez a|n'oubliez pas)\b(?! (?:agreer|croire|recevoir|trouver)))/;
const NOTHING =
  /\b(?:rien a (?:faire|signer|envoyer|transmettre)|aucune (?:action|demarche)|(?:pas|rien) (?:d'action|a faire)|pour (?:simple |votre |ta )?information)\b/;
/** The buyer speaks of what they do. */
const OF_BUYER = /\b(?:je|j'|nous|mes soins|nos soins|on)\b/;

interface Told {
  readonly label: BuyerSaid;
  readonly said: string;
  readonly when: { readonly said: string; readonly iso: string | undefined } | undefined;
}

/** With the items of a list behind the words that lead it, as one where that is short, else each alone. */
function ledLists(acts: readonly Said[], text: ClauseText): readonly (Said & { readonly items: readonly Said[] })[] {
  const out: (Said & { readonly items: readonly Said[] })[] = [];
  for (const act of acts) {
    const last = out.at(-1);
    const item = act.clauses[0];
    if (last !== undefined && item?.item === true && isLed(last, act, text)) {
      out[out.length - 1] = {
        ...last,
        label: last.label === 'lead' ? act.label : last.label,
        items: [...last.items, act],
      };
      continue;
    }
    out.push({ ...act, items: [] });
  }
  return out;
}

/** Nothing but other items stands between. */
function isLed(lead: Said & { readonly items: readonly Said[] }, act: Said, { clauses }: ClauseText): boolean {
  if (lead.clauses[0]?.item === true || lead.clauses.at(-1)?.leads !== true) return false;
  return clauses.every(({ start, item }) => start < lead.end || start >= act.start || item);
}

function tell(
  act: Said & { readonly items: readonly Said[] },
  text: ReturnType<typeof clauseTextOf>,
  said: readonly Said[],
  whens: readonly When[],
): Told {
  const [from, to] = widened(act, text, said);
  const own = sayWhole(text, [from, to]);
  const items = act.items.map((item) => sayWhole(text, widened(item, text, said)));
  const whole = [own.endsWith(':') ? own.slice(0, -1).trimEnd() : own, items.join(' ; ')]
    .filter((one) => one !== '')
    .join('\u00a0: ');
  const end = act.items.at(-1)?.end ?? to;
  const when = whens.find(({ span }) => from <= span[0] && span[0] < end);
  const due = when === undefined ? undefined : text.source.say(...when.span)?.value;
  return {
    label: act.label,
    said: capital(short(whole)),
    when: when === undefined || due === undefined ? undefined : { said: due, iso: when.iso },
  };
}

/**
 * The words without which a clause does not say what it asks: the condition before it, what a pronoun stands for, what goes on
 * behind a comma without a verb of its own («signées par l'infirmière», «pas un devis libre»).
 */
function widened(act: Said, { folded, clauses }: ClauseText, said: readonly Said[]): Span {
  const first = clauses.findIndex(({ start }) => start === act.start);
  let last = clauses.findIndex(({ end }) => end === act.end);
  let from = first;
  while (from > 0 && !opens(clauses[from] as Clause) && LEADS_ON.test(wordsAt(folded, clauses[from - 1]))) from -= 1;
  const own = folded.slice(act.start, act.end);
  if (from === first && POINTS.test(own) && own.length < SHORT) {
    const before = clauses[from - 1];
    if (
      before !== undefined &&
      (!opens(clauses[from] as Clause) || clauses[from]?.after === 'stop') &&
      !isTalk(before, said)
    ) {
      from -= 1;
      while (from > 0 && !opens(clauses[from] as Clause) && !isTalk(clauses[from - 1] as Clause, said)) from -= 1;
    }
  }
  for (let next = last + 1; next < clauses.length; next += 1) {
    const clause = clauses[next] as Clause;
    if (clause.after !== 'comma' || HAS_SUBJECT.test(wordsAt(folded, clause))) break;
    if (said.some(({ label, start, end }) => label === 'sinon' && start <= clause.start && clause.start < end)) break;
    last = next;
  }
  return [clauses[from]?.start ?? act.start, clauses[last]?.end ?? act.end];
}

/** Characters of a clause that may hang on what stands before it. */
const SHORT = 90;
const LEADS_ON =
  /^(?:et |mais |donc |aussi )?(?:si |s'il|en cas|lorsqu|des que|des lors|quand |pour |afin|avant |a partir|d'ici|dans |sur |de (?:votre|ton) cote|cote )/;
/** «pouvez-vous la transmettre», «remontez-les-moi», «il faudra les reporter». */
const POINTS =
  /\b(?:l[ea]|les|l'|en|y) ?[a-z]{3,20}(?:er|ir|re)\b|[a-z]-(?:l[ea]|les|en|y|lui|leur)\b|\b(?:celle|celui|ceux|celles|cela|ceci)\b|\bl'ai[ts]?\b/;
const HAS_SUBJECT =
  /^(?:et |mais |car |donc |or )?(?:je|j'|tu|t'|il|elle|on|nous|vous|ils|elles|ce|c'|ca|cela|qui|mais|donc|car|sinon|faute|a defaut|merci|cordialement|bonne|bien a|l[ea]s? [a-z]+ (?:est|sont|a|ont|sera|seront|doit|doivent)|(?:le|la|les|l'|votre|vos|notre|nos) ?[a-z]+ [a-z]+r(?:a|ont))\b/;

const isTalk = (clause: Clause, said: readonly Said[]): boolean =>
  said.some(({ label, start, end }) => label === 'courtoisie' && start <= clause.start && clause.start < end);

const wordsAt = (folded: string, clause: Clause | undefined): string =>
  clause === undefined ? '' : folded.slice(clause.start, clause.end);

function sayWhole({ source, clauses }: ReturnType<typeof clauseTextOf>, [from, to]: Span): string {
  const said = (source.say(from, to)?.value ?? '').replace(/\s+/g, ' ').replace(JOINED, '');
  return said !== '' && clauses.some(({ end, question }) => end === to && question) ? `${said}\u00a0?` : said;
}
/** What ties a clause to the one before it. */
const JOINED = /^(?:et|mais|donc|puis|aussi|ensuite|par contre|en revanche|du coup|alors)[ ,]+/iu;

const capital = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);

function short(line: string): string {
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s\S*$/, '')}…`;
}

const distinct = (list: readonly string[]): readonly string[] => [...new Set(list)];
