import { Parser } from 'htmlparser2';
import type { LexiconEntry } from '../corpus/lexicon.ts';
import { ownValue } from '../own-value.ts';
import { err, ok, type Result } from '../result.ts';
import type { Side } from './concepts-in.ts';
import { type ConceptDraft, type ExchangeFault, emptyDraft, unwritable } from './exchange.ts';
import { sideOf, tagOf } from './skos.ts';

/**
 * The lexicon as TBX-Basic (ISO 30042:2019, DCA style), for terminology tools. The sides are the language sections
 * `fr-x-service` and `fr-x-achat`, as in SKOS:
 *
 *   id                      conceptEntry/@id (`_` in front of a digit: an XML id does not begin with one)
 *   preferred/alt/hidden    termSec with administrativeStatus preferred / admitted / deprecated
 *   explain                 descrip type="definition" of the language section
 *   false_friend            note of the concept
 *   articles                admin type="source" of the concept
 *   fiche                   xref type="externalCrossReference"
 */
const STATUS = {
  preferred: 'preferredTerm-admn-sts',
  alt: 'admittedTerm-admn-sts',
  hidden: 'deprecatedTerm-admn-sts',
} as const;

export function toTbx(entries: readonly LexiconEntry[]): Result<string, ExchangeFault> {
  const bad = unwritable(entries);
  if (bad !== undefined) return err(bad);
  return ok(`<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="fr" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>Lexique à deux voix de la commande publique</title></titleStmt>
      <sourceDesc><p>Truchement, knowledge/lexicon</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
${entries.map(conceptEntry).join('\n')}
    </body>
  </text>
</tbx>
`);
}

function conceptEntry(entry: LexiconEntry): string {
  const { id, articles, fiche, false_friend } = entry;
  return [
    `      <conceptEntry id="${/^\d/.test(id) ? '_' : ''}${escaped(id)}">`,
    ...articles.map((article) => `        <admin type="source">${escaped(article)}</admin>`),
    ...(fiche === undefined
      ? []
      : [
          `        <xref type="externalCrossReference" target="urn:truchement:fiche:${escaped(encodeURIComponent(fiche))}">${escaped(fiche)}</xref>`,
        ]),
    ...(false_friend === undefined ? [] : [`        <note>${escaped(false_friend)}</note>`]),
    ...(['service', 'achat'] as const).map((side) => langSec(entry, side)),
    '      </conceptEntry>',
  ].join('\n');
}

function langSec(entry: LexiconEntry, side: Side): string {
  const { preferred, alt, hidden } = entry[side];
  const term = (text: string, status: string) =>
    `          <termSec><term>${escaped(text)}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`;
  return [
    `        <langSec xml:lang="${tagOf(side)}">`,
    `          <descrip type="definition">${escaped(entry.explain[side])}</descrip>`,
    term(preferred, STATUS.preferred),
    ...alt.map((text) => term(text, STATUS.alt)),
    ...hidden.map((text) => term(text, STATUS.hidden)),
    '        </langSec>',
  ].join('\n');
}

/** A carriage return is written as a reference: a reader would turn the bare character into a line feed. */
function escaped(text: string): string {
  const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
  return text.replace(/[&<>"\r]/g, (character) => ownValue(references, character) ?? character);
}

export function fromTbx(text: string): Result<readonly ConceptDraft[], ExchangeFault> {
  const drafts: ConceptDraft[] = [];
  let side: Side | undefined;
  let term = '';
  let said = '';
  let type = '';
  let status = '';
  let implied: string | undefined;
  let rooted = false;

  const close = (name: string): void => {
    const draft = drafts.at(-1);
    if (name === 'term') term = said;
    if (draft === undefined) return;
    if (name === 'termSec' && side !== undefined) takeTerm(draft, side, term, status);
    else if (name === 'langSec') side = undefined;
    else if (name === 'descrip' && type === 'definition' && side !== undefined) draft.explain[side] = said;
    else if (name === 'note' && side === undefined) draft.false_friend = said;
    else if (name === 'admin' && type === 'source') draft.articles.push(said);
    else if (name === 'xref' && type === 'externalCrossReference') draft.fiche = said;
    else if (name === 'termNote' && type === 'administrativeStatus') status = said;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'tbx') rooted = true;
        if (name === 'conceptEntry') drafts.push(emptyDraft((attributes['id'] ?? '').replace(/^_(?=\d)/, '')));
        if (name === 'langSec') side = sideOf(attributes['xml:lang'] ?? '');
        if (name === 'termSec') status = '';
        type = attributes['type'] ?? '';
        said = '';
      },
      ontext: (piece) => {
        said += piece;
      },
      onclosetag: (name, isImplied) => {
        if (isImplied) implied ??= name;
        close(name);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  if (!rooted) return err({ kind: 'unreadable', message: 'not TBX: no <tbx> element' });
  if (implied !== undefined)
    return err({ kind: 'unreadable', message: `the file is cut short or damaged: <${implied}> is not closed` });
  return ok(drafts);
}

/** A term without a status is one that is admitted, but the first of its side, which is the preferred one. */
function takeTerm(draft: ConceptDraft, side: Side, term: string, status: string): void {
  const labels = draft[side];
  if (status === STATUS.hidden || status === 'supersededTerm-admn-sts') labels.hidden.push(term);
  else if (status === STATUS.preferred || (status !== STATUS.alt && labels.preferred === undefined))
    labels.preferred = term;
  else labels.alt.push(term);
}
