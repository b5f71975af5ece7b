import { DataFactory, Parser, type Quad, type Term, Writer } from 'n3';
import type { LexiconEntry } from '../corpus/lexicon.ts';
import { err, ok, type Result } from '../result.ts';
import type { Side } from './concepts-in.ts';
import { type ConceptDraft, type ExchangeFault, emptyDraft, unwritable } from './exchange.ts';

/**
 * The lexicon as SKOS in Turtle. The two sides are two private varieties of French (BCP 47 private use):
 *
 *   id                      skos:notation, and the end of the concept's address
 *   preferred/alt/hidden    skos:prefLabel / altLabel / hiddenLabel, @fr-x-service or @fr-x-achat
 *   explain                 skos:definition, tagged with the side it is written for
 *   false_friend            skos:scopeNote @fr
 *   articles                dct:source, plain
 *   fiche                   rdfs:seeAlso <urn:truchement:fiche:…>
 *
 * Order within a list is that of the file: RDF itself has none, so a tool in between may change it.
 */
const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const DCT = 'http://purl.org/dc/terms/';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SEE_ALSO = 'http://www.w3.org/2000/01/rdf-schema#seeAlso';
const SCHEME = 'urn:truchement:lexicon';
const CONCEPT = `${SCHEME}:`;
const FICHE = 'urn:truchement:fiche:';

const { literal, namedNode, quad } = DataFactory;

export function toSkos(entries: readonly LexiconEntry[]): Result<string, ExchangeFault> {
  const bad = unwritable(entries);
  if (bad !== undefined) return err(bad);
  const prefixes = { skos: SKOS, dct: DCT, rdfs: 'http://www.w3.org/2000/01/rdf-schema#' };
  const writer = new Writer({ prefixes });
  const add = (subject: string, predicate: string, object: ReturnType<typeof literal> | ReturnType<typeof namedNode>) =>
    writer.addQuad(quad(namedNode(subject), namedNode(predicate), object));

  add(SCHEME, RDF_TYPE, namedNode(`${SKOS}ConceptScheme`));
  add(SCHEME, `${DCT}title`, literal('Lexique à deux voix de la commande publique', 'fr'));
  for (const entry of entries) {
    const concept = `${CONCEPT}${entry.id}`;
    add(concept, RDF_TYPE, namedNode(`${SKOS}Concept`));
    add(concept, `${SKOS}inScheme`, namedNode(SCHEME));
    add(concept, `${SKOS}notation`, literal(entry.id));
    for (const side of ['service', 'achat'] as const) {
      const tagged = (text: string) => literal(text, tagOf(side));
      add(concept, `${SKOS}prefLabel`, tagged(entry[side].preferred));
      for (const label of entry[side].alt) add(concept, `${SKOS}altLabel`, tagged(label));
      for (const label of entry[side].hidden) add(concept, `${SKOS}hiddenLabel`, tagged(label));
      add(concept, `${SKOS}definition`, tagged(entry.explain[side]));
    }
    if (entry.false_friend !== undefined) add(concept, `${SKOS}scopeNote`, literal(entry.false_friend, 'fr'));
    for (const article of entry.articles) add(concept, `${DCT}source`, literal(article));
    if (entry.fiche !== undefined) add(concept, SEE_ALSO, namedNode(FICHE + encodeURIComponent(entry.fiche)));
  }
  let text = '';
  writer.end((error, result: string) => {
    if (error) throw error;
    text = result;
  });
  return ok(text);
}

export function fromSkos(text: string): Result<readonly ConceptDraft[], ExchangeFault> {
  let quads: readonly Quad[];
  try {
    quads = new Parser().parse(text);
  } catch (error) {
    return err({
      kind: 'unreadable',
      message: `not Turtle: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
  const drafts = new Map<string, ConceptDraft>();
  for (const { subject, predicate, object } of quads)
    if (predicate.value === RDF_TYPE && object.value === `${SKOS}Concept`)
      drafts.set(subject.value, emptyDraft(subject.value.split(/[/#:]/).at(-1) ?? ''));
  for (const { subject, predicate, object } of quads) {
    const draft = drafts.get(subject.value);
    if (draft !== undefined) take(draft, predicate.value, object);
  }
  return ok([...drafts.values()]);
}

function take(draft: ConceptDraft, predicate: string, object: Term): void {
  const { value } = object;
  const side = object.termType === 'Literal' ? sideOf(object.language) : undefined;
  if (predicate === `${SKOS}notation`) draft.id = value;
  else if (predicate === `${SKOS}scopeNote`) draft.false_friend = value;
  else if (predicate === `${DCT}source`) draft.articles.push(value);
  else if (predicate === SEE_ALSO && value.startsWith(FICHE)) draft.fiche = decoded(value.slice(FICHE.length));
  else if (side === undefined) return;
  else if (predicate === `${SKOS}prefLabel`) draft[side].preferred = value;
  else if (predicate === `${SKOS}altLabel`) draft[side].alt.push(value);
  else if (predicate === `${SKOS}hiddenLabel`) draft[side].hidden.push(value);
  else if (predicate === `${SKOS}definition`) draft.explain[side] = value;
}

/** A stray `%` written by another tool is no reason to lose the whole file. */
function decoded(text: string): string {
  return /^(?:[^%]|%[0-9A-Fa-f]{2})*$/.test(text) ? decodeURIComponent(text) : text;
}

/** Language tag of a side; shared with TBX. */
export function tagOf(side: Side): string {
  return `fr-x-${side}`;
}

export function sideOf(tag: string): Side | undefined {
  return (['service', 'achat'] as const).find((side) => tagOf(side) === tag.toLowerCase());
}
