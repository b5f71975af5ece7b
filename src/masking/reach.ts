import type { Sighting } from './finding.ts';
import type { Source } from './source.ts';
import type { Words } from './word-lists.ts';

const LOCAL = /[A-Za-z0-9._%+'-]/;
const DOMAIN =
  /^[ ]?((?:[A-Za-z0-9-]{1,63}(?:\.| ?[([{] ?(?:dot|point) ?[)\]}] ?| (?:dot|point) )){1,6}[A-Za-z]{2,24})(?![A-Za-z0-9])/;
/** «[at]», «(arobase)», « at », «@» with or without spaces. */
const AT = /@|[ ]?[([{] ?(?:at|arobase?|arobas|a|chez|@) ?[)\]}]|[ ](?:arobase?|arobas|at) /gi;
const TLD = 'fr|com|org|net|eu|bzh|alsace|paris|corsica|info|gp|mq|nc|pf|yt|be|ch|lu|de|io|tech|solutions|pro|coop';
const URL = /(?:https?:\/\/|www\.)[^\s<>"«»()]{3,400}/gi;
const BARE_DOMAIN = new RegExp(
  `(?<![A-Za-z0-9@._/-])[A-Za-z0-9-]{2,63}(?:\\.[A-Za-z0-9-]{1,63}){0,4}\\.(?:${TLD})(?![A-Za-z0-9-]|\\.[A-Za-z])(?:/[^\\s<>"«»()]{0,300})?`,
  'gi',
);
const ACCOUNT = /(?<![A-Za-z0-9._])@([A-Za-z0-9_][A-Za-z0-9_.-]{1,60})|<@[A-Z0-9]{3,20}(?:\|[^>\n]{0,60})?>/g;
/** «identifiant : j.peyrot64», «login jpeyrot»: what a person signs in with. */
const LOGIN =
  /(?<![A-Za-z0-9])(?:identifiants?|login|logins|nom d'utilisateur|compte utilisateur|pseudo|user|username)(?: de connexion)? ?(?::|=|est|\(|«|")? ?([A-Za-z][A-Za-z0-9._-]{1,60}[A-Za-z0-9])/gi;
const EVERYONE = /^(?:everyone|here|channel|all|tous|ici|canal)$/i;

const PHONES: readonly RegExp[] = [
  // +33, 0033, then nine figures, however grouped; «(0)» allowed.
  /(?<![\d+])(?:\+|00) ?33[ .-]?(?:\( ?0 ?\)|0)?[ .-]?[1-9](?:[ ./-]{0,2}\d){8}(?!\d)/g,
  // Overseas and abroad: a plus, one to three figures, then seven to twelve.
  /(?<![\d+])\+ ?\d{1,3}(?:[ ./-]?\(?\d\)?){6,12}(?!\d)/g,
  /(?<![\d+])00 ?(?:262|590|594|596|508|681|687|689|269|32|41|49|39|34|44|352)(?:[ ./-]?\d){6,10}(?!\d)/g,
  /(?<![\d+])\(0\) ?[1-9](?:[ ./-]{0,3}\d{2}){4}(?!\d)/g,
  // Ten figures from 01 to 09, in pairs: another number may stand on either side («06 12 34 56 78 40 jours»).
  /(?<![\d,+.])0[1-9](?:[ ./-]{0,3}\d{2}){4}(?!\d)/g,
  // Grouped otherwise («0 299 554 433»), but not a date with an hour.
  /(?<![\d,+])(?<!\d[ .])(?!\d{2}[ ./-]{1,3}\d{2}[ ./-]{1,3}(?:19|20)\d{2}(?!\d))0 ?[1-9](?:[ ./-]{0,2}\d){8}(?![ .]?\d)/g,
];
const EXTENSION =
  /(?:\bposte|\bext(?:ension)?\.?)(?: n°)? ?:? ?(\d{2} ?\d{2,3}|\d{2,5})(?! ?(?:\d|€|euros?|h\b|ans?\b))/gi;

/** Ways to reach someone: e-mail addresses, even disguised, telephones, sites that name a body, account names. */
export function findReach(source: Source, { openSites }: Words): readonly Sighting[] {
  const { flat } = source;
  return [...findEmails(flat), ...findSites(flat, openSites), ...findAccounts(flat), ...findPhones(flat)];
}

/** Looks left and right of each «at»: a search from the left would be quadratic on a long run of letters. */
function findEmails(flat: string): readonly Sighting[] {
  const found: Sighting[] = [];
  for (const { 0: at, index } of flat.matchAll(AT)) {
    let start = index;
    if (
      at === '@' &&
      flat.charAt(start - 1) === ' ' &&
      LOCAL.test(flat.charAt(start - 2)) &&
      flat.charAt(index + 1) === ' '
    )
      start--;
    const edge = start;
    while (start > 0 && edge - start < 64 && LOCAL.test(flat.charAt(start - 1))) start--;
    // «prenom point nom arobase mairie point fr»
    for (let more = 0; more < 3; more++) {
      const spelt = /([A-Za-z0-9_-]{1,40})(?: ?[([]? ?(?:point|dot) ?[)\]]? ?| tiret )$/i.exec(
        flat.slice(Math.max(0, start - 60), start),
      );
      if (spelt === null) break;
      start -= spelt[0].length;
    }
    while (start < edge && /[.'%+-]/.test(flat.charAt(start))) start++;
    const after = index + at.length;
    const domain = DOMAIN.exec(flat.slice(after, after + 200));
    if (start >= edge || domain === null) continue;
    // In plain words, only what ends like a domain: «rendez-vous at 10».
    found.push({ kind: 'email', start, end: after + domain[0].length });
  }
  return found;
}

function findSites(flat: string, open: readonly string[]): readonly Sighting[] {
  const found: Sighting[] = [];
  for (const pattern of [URL, BARE_DOMAIN]) {
    for (const { 0: match, index } of flat.matchAll(pattern)) {
      const text = withoutTail(match, ".,;:!?'’]}*_");
      const host = text
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/^www\./, '')
        .split(/[/?#:]/, 1)[0];
      if (host === undefined || !host.includes('.')) continue;
      if (open.some((site) => host === site || host.endsWith(`.${site}`))) continue;
      found.push({ kind: 'url', start: index, end: index + text.length });
    }
  }
  return found;
}

function withoutTail(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function findAccounts(flat: string): readonly Sighting[] {
  const accounts = [...flat.matchAll(ACCOUNT)]
    .filter((match) => !EVERYONE.test(match[1] ?? ''))
    .map(({ 0: text, index }) => ({ start: index, end: index + withoutTail(text, '.-').length }));
  // A figure, a dot or a low line inside: «login jpeyrot» may be a word.
  const signs = [...flat.matchAll(LOGIN)].filter(({ 1: login = '' }) => /[._0-9]/.test(login.slice(1, -1)));
  const logins = signs.map(({ 0: text, 1: login = '', index }) => ({
    start: index + text.length - login.length,
    end: index + text.length,
  }));
  return [...accounts, ...logins].map((span) => ({ kind: 'account', ...span }));
}

function findPhones(flat: string): readonly Sighting[] {
  const found: Sighting[] = [];
  for (const pattern of PHONES)
    for (const { 0: text, index } of flat.matchAll(pattern)) {
      if (/^ ?(?:€|eur|k€)/i.test(flat.slice(index + text.length, index + text.length + 5))) continue;
      const digits = text.replace(/\(0\)|\D/g, '').replace(/^(?:00)?33(?=\d{9,10}$)0?/, '0');
      found.push({ kind: 'phone', start: index, end: index + text.length, name: digits });
    }
  for (const match of flat.matchAll(EXTENSION)) {
    const number = match[1] ?? '';
    const start = match.index + match[0].length - number.length;
    found.push({ kind: 'phone', start, end: start + number.length, name: `poste ${number}`, confidence: 0.8 });
  }
  return found;
}
