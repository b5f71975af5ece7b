import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sheetParts } from '../../../src/interviews/port/sheet-parts.ts';
import type { InterviewState } from '../../../src/interviews/state.ts';
import { readLocalRules } from '../../../src/rules/local/local-rules.ts';
import { createRoom, figures, TODAY } from './fixtures.ts';

const read = readLocalRules(readFileSync('docs/regles-internes.yaml', 'utf8'), 'regles-internes.yaml');
if (!read.ok) throw new Error('the example of the documentation is wrong');
const own = createRoom(figures, read.value);
const none = createRoom();

/** The sheet of what was typed; each question is answered as it is told, else «je ne sais pas». */
function talk(room: typeof own, typed: string, answers: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  let purchase: InterviewState = room.interview.begin(typed, TODAY);
  for (
    let question = room.interview.next(purchase, TODAY, 'service');
    question !== undefined;
    question = room.interview.next(purchase, TODAY, 'service')
  ) {
    const said = answers[question.fact];
    asked.push(question.fact);
    const answered = said === undefined ? undefined : room.interview.answer(purchase, question.fact, said, TODAY);
    purchase = answered?.ok === true ? answered.value : room.interview.skip(purchase, question.fact);
  }
  const sheet = room.draw(purchase, TODAY, 'service');
  const [first] = sheetParts(sheet);
  const plain = (line: string) => line.replaceAll(/[\u00a0\u202f]/g, ' ');
  const told = { lines: sheet.local.map(plain), verdict: plain(sheet.verdict) };
  return { asked, sheet, first, ...told, dates: sheet.steps.map(({ name, date }) => `${name} ${date}`) };
}

const CLEANING = 'nettoyage des locaux d’un hôpital';
const FORMAL = { montant_ht: '80 000 € HT par an pendant 4 ans', signature_visee: '15 mars 2027' };

describe('the sheet of a body with rules of its own', () => {
  it('tells them first of all where they ask for more, then the law', () => {
    const typed = 'la mairie veut 300 chaises à 45 € HT';
    const { sheet, first, lines, verdict } = talk(own, typed);
    const law = talk(none, typed).verdict.replace('Achat', 'achat');
    expect(law).toContain('achat direct');
    expect(verdict).toBe(`Chez vous : trois devis écrits ; le code : ${law}`);
    expect(first).toMatchObject({ name: 'local', lines: sheet.local });
    expect(lines).toEqual([
      'Chez vous (règlement interne des achats, art. 4) : trois devis écrits dès 3 000 € HT.',
      `Le code : ${law} (R. 2122-8).`,
      'Signature : la directrice générale dès 8 000 € HT (art. 6).',
      'Analyse des offres : 21 jours (art. 9).',
      expect.stringMatching(/^Source : règlement interne des achats du 15 janvier 2026 \(fichier [\da-f]{8}\)\.$/),
    ]);
  });

  it('leaves the law’s own verdict where they ask for less, and says that it prevails', () => {
    const { verdict, lines } = talk(own, CLEANING, FORMAL);
    expect(verdict).toBe(talk(none, CLEANING, FORMAL).verdict);
    expect(lines[0]).toMatch(/^Le code : .*procédure formalisée.*R\. 2124-1/);
    expect(lines[1]).toContain('le code demande plus, et c’est lui qui l’emporte');
  });

  it('counts its delays in the calendar without asking for them, and names them', () => {
    const { asked, lines, dates } = talk(own, CLEANING, FORMAL);
    expect(asked).not.toContain('analyse_et_commission_jours');
    expect(lines).toContain('Analyse des offres : 21 jours (art. 9) ; pris en compte dans le calendrier.');
    expect(lines).toContain('Commission : 14 jours dès 90 000 € HT (art. 10) ; pris en compte dans le calendrier.');
    expect(dates).toEqual(talk(none, CLEANING, { ...FORMAL, analyse_et_commission_jours: '35' }).dates);
  });

  it('adds nothing to a purchase that reaches none of it', () => {
    const only = createRoom(figures, { ...read.value, signature: [], delays: [] });
    const typed = 'la mairie veut 10 stylos à 4 € HT';
    expect(talk(only, typed).sheet).toEqual(talk(none, typed).sheet);
  });
});
