import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Clause, clauseWanted, findClauses, readClauses, writeClause } from '../../../src/corpus/clauses.ts';

const clause = (title: string, text: string, context = 'restauration scolaire'): Clause => ({
  title,
  text: `${text} : le titulaire s’y engage.`,
  context,
  origin: 'commune',
  became: 'Appliquée sans litige.',
  readOn: '2026-11-28',
});
const WASTE = clause('Pesée des restes', 'Le titulaire pèse les restes une semaine par trimestre');
const PENALTIES = clause('Plafond des pénalités', 'Les pénalités sont plafonnées', 'espaces verts');

describe('clauses that served', () => {
  it('are kept one a file, once under the same id, and read back as they were', () => {
    const knowledge = mkdtempSync(join(tmpdir(), 'truchement-clauses-'));
    expect(readClauses(knowledge)).toEqual([]);
    writeClause(knowledge, 'a', WASTE);
    writeClause(knowledge, 'a', WASTE);
    writeClause(knowledge, 'b', PENALTIES);
    writeFileSync(join(knowledge, 'clauses', 'cassee.yaml'), 'titre: [');
    expect(readClauses(knowledge)).toEqual([WASTE, PENALTIES]);
  });

  it('are found by what they are about, and not by a word of their text alone', () => {
    expect(findClauses([WASTE, PENALTIES], 'peser les restes de la cantine')).toEqual([WASTE]);
    expect(findClauses([WASTE, PENALTIES], 'pénalités en espaces verts')).toEqual([PENALTIES]);
    expect(findClauses([WASTE, PENALTIES], 'titulaire par trimestre')).toEqual([]);
  });

  it.each([
    ['une clause pour la pesée des restes ?', 'la pesee des restes'],
    ['Avez-vous un exemple de clause sur le réemploi', 'le reemploi'],
    ['je cherche une clause type de révision des prix.', 'revision des prix'],
  ])('%s', (line, wanted) => {
    expect(clauseWanted(line)).toBe(wanted);
  });

  it.each([
    'la clause est-elle légale ?',
    'que dit la clause de réexamen',
    'qu’est-ce qu’une clause de réexamen ?',
    'pour',
    'une clause',
  ])('%s asks for none', (line) => {
    expect(clauseWanted(line)).toBeUndefined();
  });
});
