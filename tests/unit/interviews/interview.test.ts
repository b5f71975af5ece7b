import { describe, expect, it } from 'vitest';
import { sheetLines } from '../../../src/interviews/port/sheet-parts.ts';
import type { Sheet } from '../../../src/interviews/sheet.ts';
import { type InterviewState, readState, writeState } from '../../../src/interviews/state.ts';
import { createRoom, figures, TODAY } from './fixtures.ts';

const { interview, draw } = createRoom();

/** Answers in turn; «?» is «je ne sais pas». Gives the facts asked and the sheet. */
function talk(
  typed: string,
  answers: Readonly<Record<string, string>> = {},
  today = TODAY,
  room = { interview, draw },
) {
  const asked: string[] = [];
  let purchase: InterviewState = room.interview.begin(typed, today);
  for (
    let question = room.interview.next(purchase, today, 'service');
    question !== undefined;
    question = room.interview.next(purchase, today, 'service')
  ) {
    asked.push(question.fact);
    const said = answers[question.fact] ?? '?';
    const answered = said === '?' ? undefined : room.interview.answer(purchase, question.fact, said, today);
    if (answered?.ok === false) throw new Error(`«${said}» was not read as ${question.fact}`);
    purchase = answered?.value ?? room.interview.skip(purchase, question.fact);
  }
  const sheet: Sheet = JSON.parse(JSON.stringify(room.draw(purchase, today, 'achat')).replace(/[\u00a0\u202f]/g, ' '));
  return { asked, purchase, sheet };
}

describe('the interview of a purchase', () => {
  it('asks nothing where what was typed suffices, and says what it retained', () => {
    const { asked, sheet } = talk('la mairie veut 300 chaises à 45 €');
    expect(asked).toEqual([]);
    expect(sheet.verdict).toBe('Dispense de publicité et de mise en concurrence');
    expect(sheet.retained).toEqual(['collectivité', 'fournitures', '13 500 €, HT ou TTC']);
    expect(sheet.changes[0]).toContain('À 25 000 € HT : le contrat doit être écrit');
    expect(sheet.why[0]).toEqual({ text: '300 × 45 € = 13 500 € HT.', articles: ['R2121-1'] });
  });

  it('counts what the body announces besides: in the procedure, in the words, not in the advance', () => {
    const typed = 'une commune achète pour 1 500 € HT de fournitures';
    const alone = interview.begin(typed, TODAY);
    const beside = interview.begin(typed, TODAY, [], [40_000, 30_000]);
    const sheet = (state: InterviewState): Sheet =>
      JSON.parse(JSON.stringify(draw(state, TODAY, 'achat')).replace(/[\u00a0\u202f]/g, ' '));
    expect(sheet(alone).procedure).toBe('Dispense de publicité et de mise en concurrence');
    const counted = sheet(readState(writeState(beside)));
    expect(sheetLines(counted)[0]?.text.replace(/\s/g, ' ')).toBe(
      'Procédure adaptée (besoin de 71 500 € HT, dont 70 000 € HT annoncés à la programmation)',
    );
    expect(counted.retained).toContain('71 500 € HT');
    expect(counted.retained).toContain('dont 70 000 € HT annoncés à la programmation');
    expect(counted.why.map(({ text }) => text).join(' ')).toContain('1 500 € + 40 000 € + 30 000 € = 71 500 € HT');
    // Asked how much, one answers for the one purchase.
    const unknown = interview.begin('une commune achète des fournitures', TODAY, [], [70_000]);
    const told = interview.answer(unknown, 'montant_ht', '1 500 € HT', TODAY);
    expect(told.ok && sheet(told.value).retained).toContain('71 500 € HT');
    const advance = sheet(interview.open(beside, 'advance')).more.flatMap(({ lines }) => lines.map(({ text }) => text));
    expect(advance.join(' ')).not.toContain('71 500');
    // Said to be of another kind, it counts alone.
    expect(sheet({ ...beside, facts: new Map([...beside.facts, ['homogene', false]]) }).retained).toContain(
      '1 500 € HT',
    );
  });

  it('asks the most decisive first, and counts back from the day wanted', () => {
    const { asked, sheet } = talk('nettoyage des locaux d’un hôpital', {
      montant_ht: '80 000 € HT par an pendant 4 ans',
      signature_visee: '15 mars 2027',
      analyse_et_commission_jours: '30 jours',
    });
    expect(asked).toEqual(['montant_ht', 'signature_visee', 'analyse_et_commission_jours']);
    expect(sheet.verdict).toBe('Procédure formalisée ; BOAMP et JOUE');
    expect(sheet.steps.map(({ name, date }) => [name, date])).toEqual([
      ['envoi_avis_au_plus_tard', '2026-12-31'],
      ['limite_offres', '2027-02-02'],
      ['envoi_rejets', '2027-03-04'],
      ['signature', '2027-03-15'],
    ]);
    expect(sheet.duties.map(({ articles }) => articles).every((articles) => articles.length > 0)).toBe(true);
  });

  it('asks whether a sum holds the tax only where that changes something', () => {
    expect(talk('une commune achète pour 61 000 € de fournitures').asked[0]).toBe('taux_tva');
    expect(talk('une commune achète pour 81 000 € de fournitures').asked).not.toContain('taux_tva');
    const net = talk('une commune achète pour 61 000 € de fournitures', { taux_tva: '20' });
    expect(net.sheet.retained).toContain('50 833,33 € HT');
    expect(net.sheet.verdict).toContain('Dispense');
  });

  it('tells each case of what nobody knows, down to the smallest sum', () => {
    const { sheet } = talk('une commune a besoin de 40 ordinateurs portables');
    expect(sheet.verdict).toBe('Cela dépend : montant du besoin, hors taxes');
    expect(sheet.branches[0]).toBe('Moins de 60 000 € HT : Dispense de publicité et de mise en concurrence');
    expect(sheet.branches.at(-1)).toBe('À partir de 216 000 € HT : Procédure formalisée ; BOAMP et JOUE');
    // Under 25 000 € nothing has to be written: no duty is told that some case does not have.
    expect(sheet.duties.map(({ text }) => text)).not.toContain('Le contrat doit être écrit');
    expect(sheet.calendar).toEqual([]);
  });

  it('says of a threshold above only what holds whoever buys', () => {
    const { sheet } = talk('services', { montant_ht: '75 000 € HT' });
    expect(sheet.retained).toEqual(['services', '75 000 € HT']);
    expect(sheet.changes.join(' ')).toContain('procédure formalisée ou procédure adaptée, selon votre organisme');
  });

  it('takes an answer back, and changes with «et si c’était…»', () => {
    const { purchase } = talk('une commune achète des fournitures', { montant_ht: '50 000 € HT' });
    const dearer = interview.change(purchase, 'et si c’était 75 000 € HT ?', TODAY);
    if (!dearer.ok) throw new Error('not read');
    expect(interview.next(dearer.value, TODAY, 'service')?.fact).toBe('signature_visee');
    const works = interview.change(purchase, 'et si c’est des travaux ?', TODAY);
    if (!works.ok) throw new Error('not read');
    expect(draw(works.value, TODAY, 'achat').retained).toContain('travaux');
    expect(interview.back(dearer.value).facts).toEqual(purchase.facts);
    expect(interview.change(purchase, 'bonjour', TODAY).ok).toBe(false);
  });

  it('does not take for an answer what is none', () => {
    const purchase = interview.begin('une commune achète des fournitures', TODAY);
    for (const said of ['bleu', '-5', '', 'constructor'])
      expect(interview.answer(purchase, 'montant_ht', said, TODAY)).toMatchObject({ ok: false });
    expect(interview.answer(purchase, 'nature', 'toString', TODAY)).toMatchObject({ ok: false });
  });

  it('opens the advance on demand, with its own questions', () => {
    const { purchase } = talk('une commune', { nature: 'services', montant_ht: '95 000 € HT' });
    const opened = interview.open(purchase, 'advance');
    expect(interview.next(opened, TODAY, 'service')?.fact).toBe('duree_mois');
    const said = interview.answer(opened, 'duree_mois', '2 mois', TODAY);
    if (!said.ok) throw new Error('not read');
    expect(interview.next(said.value, TODAY, 'service')).toBeUndefined();
    expect(draw(said.value, TODAY, 'service').more[0]?.lines[0]?.text).toContain('Avance non obligatoire');
  });

  it('is kept as it stands, and read again', () => {
    const { purchase } = talk('une commune', { montant_ht: '50 000 € HT' });
    expect(readState(writeState(purchase))).toEqual(purchase);
  });

  it('follows a threshold that changes, from its day', () => {
    const table = new Map(figures);
    const figure = figures.get('seuil.dispense.fournitures_services');
    if (figure === undefined) throw new Error('no such figure');
    const [last] = figure.values.slice(-1);
    if (last === undefined) throw new Error('no value');
    table.set(figure.key, {
      ...figure,
      values: [
        ...figure.values.slice(0, -1),
        { ...last, valid_to: '2027-03-31' },
        { ...last, value: 70_000, valid_from: '2027-04-01' },
      ],
    });
    const room = createRoom(table);
    const typed = 'une commune achète pour 65 000 € HT de fournitures';
    expect(talk(typed, {}, '2027-03-31', room).sheet.verdict).toContain('Procédure adaptée');
    expect(talk(typed, {}, '2027-04-01', room).sheet.verdict).toContain('Dispense');
    expect(talk(typed, {}, '2027-03-31', room).asked).toContain('signature_visee');
    expect(talk(typed, {}, '2027-04-01', room).asked).toEqual([]);
  });
});
