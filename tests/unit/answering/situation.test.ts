import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { saySituation } from '../../../src/answering/situation.ts';
import { readFigures } from '../../../src/corpus/figures.ts';
import { readGiven } from '../../../src/dialogue/given.ts';
import { plain } from '../../fixtures/composed.ts';

const file = `${process.env['TRUCHEMENT_KNOWLEDGE'] ?? 'knowledge'}/figures.yaml`;
const { figures } = readFigures(readFileSync(file, 'utf8'), file);
const say = (text: string, at = '2026-11-25') => plain(saySituation(readGiven(text, at), figures, at) ?? 'nothing');

const FREE = /ni publicité ni mise en concurrence obligatoires/;
const ADAPTED = /librement adaptée/;
const NOTICE = /avis au BOAMP ou dans un journal/;
const FORMAL = /à partir de [^,]{1,80}, procédure formalisée/;
const EITHER = /procédure formalisée ou adaptée selon votre organisme/;

describe('saySituation', () => {
  it.each([
    ['fournitures à 59 999 € HT', FREE],
    ['fournitures à 59 999,99 € HT', FREE],
    ['fournitures à 60 000 € HT', ADAPTED],
    ['mobilier, 45 k€', FREE],
    ['mobilier, 45 000 euros HT', FREE],
    ['mobilier, 60.000€', ADAPTED],
    ['fournitures à 89 999 € HT', ADAPTED],
    ['fournitures à 90 000 € HT', NOTICE],
    ['fournitures à 139 999 € HT pour un ministère', NOTICE],
    ['fournitures à 140 000 € HT pour un ministère', FORMAL],
    ['fournitures à 140 000 € HT pour une commune', NOTICE],
    ['fournitures à 139 999 € HT', NOTICE],
    ['fournitures à 140 000 € HT', EITHER],
    ['fournitures à 215 999 € HT', EITHER],
    ['fournitures à 216 000 € HT', FORMAL],
    ['fournitures à 215 999 € HT pour une commune', NOTICE],
    ['fournitures à 216 000 € HT pour une commune', FORMAL],
    ['fournitures à 216 000 € HT pour un hôpital', FORMAL],
    ['fournitures à 216 000 € HT pour une entité adjudicatrice', NOTICE],
    ['fournitures à 432 000 € HT pour une entité adjudicatrice', FORMAL],
    ['logiciel à 1,2 M€', FORMAL],
    ['travaux à 99 999 € HT', FREE],
    ['travaux à 100 000 € HT', NOTICE],
    ['travaux à 5 403 999 € HT', NOTICE],
    ['travaux à 5 404 000 € HT', FORMAL],
    ['travaux à 5 404 000 € HT pour l’État', FORMAL],
  ])('%s', (text, verdict) => {
    expect(say(text)).toMatch(verdict);
  });

  it.each([
    'un traiteur, services à 250 000 € HT pour une commune',
    'services à 150 000 € HT',
    'j’ai un devis de 300 000 € HT',
  ])('keeps the listed services out of the formal procedure: %s', (text) => {
    expect(say(text)).toMatch(/service de la liste annexée au code .* reste en procédure adaptée à tout montant/);
  });

  it('says nothing of listed services about works, nor under the formal threshold', () => {
    expect(say('travaux à 6 000 000 € HT')).not.toMatch(/liste annexée/);
    expect(say('services à 100 000 € HT')).not.toMatch(/liste annexée/);
  });

  it('is right for the day asked about', () => {
    expect(say('fournitures à 45 000 € HT', '2026-03-31')).not.toMatch(FREE);
    expect(say('fournitures à 45 000 € HT', '2026-04-01')).toMatch(FREE);
    expect(say('fournitures à 218 000 € HT pour une commune', '2025-12-31')).toMatch(NOTICE);
    expect(say('fournitures à 218 000 € HT pour une commune', '2026-01-01')).toMatch(FORMAL);
  });

  it('does not settle on a figure that is only announced', () => {
    expect(say('travaux à 120 000 € HT', '2027-06-01')).not.toMatch(FREE);
  });

  it('says both when it is not said what is bought, once when they agree', () => {
    expect(say('j’ai un devis de 80 000 € HT')).toMatch(/En fournitures ou services : .*En travaux : /);
    expect(say('j’ai un devis de 30 000 € HT').match(/ni publicité/g)).toHaveLength(1);
  });

  it('asks for the net amount first', () => {
    expect(say('fournitures à 62 500 € TTC')).toMatch(/^62 500 € TTC : les seuils se lisent hors taxes/);
    expect(say('fournitures à 62 500 € TTC')).not.toMatch(/procédure|publicité/);
    expect(say('fournitures à 45 k€')).toContain("(si c'est bien du hors taxes)");
    expect(say('fournitures à 45 k€ HT')).not.toContain('si c');
  });

  it('says nothing without an amount', () => {
    expect(say('combien de devis ?')).toBe('nothing');
  });
});
