import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/documents/read-document.ts';
import type { InterviewAct, InterviewSeat, InterviewView } from '../../../src/interviews/port/interviewing.ts';
import { createMemoryInterviews } from '../../fakes/interviews.ts';
import { plain } from '../../fixtures/plain.ts';
import { createInterviews } from './fixtures.ts';

const ANNE: InterviewSeat = { person: 'anne', reader: 'service' };
const BOB: InterviewSeat = { person: 'bob', reader: 'achat' };

const records = createMemoryInterviews();
const interviewing = createInterviews(records);

async function begun(typed: string, seat = ANNE): Promise<InterviewView> {
  const came = await interviewing.begin(typed, seat);
  if (!came.ok) throw new Error(came.error.kind);
  return came.value;
}

async function done(view: InterviewView, act: InterviewAct, seat = ANNE): Promise<InterviewView> {
  const came = await interviewing.act(view.id, view.version, act, seat);
  if (!came.ok) throw new Error(came.error.kind);
  return came.value;
}

describe('a case that was worked out', () => {
  const facts = [
    ['acheteur', 'hopital'],
    ['nature', 'travaux'],
    ['montant_ht', 75_000],
    ['procedure', 'adaptee'],
  ] as const;

  it('is what an interview begins with; the line that changed it is read over it', async () => {
    const came = await interviewing.begin('et si c’est 120 000 € HT ?', ANNE, { goal: 'procedure', facts });
    if (!came.ok) throw new Error(came.error.kind);
    expect(plain(came.value.retained.join(' · '))).toBe('hôpital public · travaux · 120 000 € HT');
  });

  it('is a purchase with a sum, of what is to be bought', () => {
    expect(interviewing.isPurchase('et si c’est 120 000 ?', { goal: 'procedure', facts })).toBe(true);
    expect(interviewing.isPurchase('on est un hôpital', { goal: 'procedure', facts: facts.slice(0, 2) })).toBe(false);
    expect(interviewing.isPurchase('et en retard ?', { goal: 'late_interest', facts })).toBe(false);
  });
});

describe('a purchase kept from one answer to the next', () => {
  it('is done once when pressed twice, and says when a button is of before', async () => {
    const first = await begun('la mairie achète des fournitures');
    const act: InterviewAct = { kind: 'answer', fact: 'montant_ht', said: '75 000 € HT' };
    const second = await done(first, act);
    expect(second.version).toBe(2);
    expect(await interviewing.act(first.id, first.version, act, ANNE)).toEqual({ ok: true, value: second });
    const other: InterviewAct = { kind: 'answer', fact: 'montant_ht', said: '5 000 € HT' };
    expect(await interviewing.act(first.id, first.version, other, ANNE)).toEqual({
      ok: false,
      error: { kind: 'stale', view: second },
    });
    const back = await done(second, { kind: 'back' });
    expect(back.next).toEqual(first.next);
  });

  it('is nobody else’s, and never was for whoever guesses', async () => {
    const { id, version } = await begun('la mairie achète des fournitures');
    expect(await interviewing.view(id, BOB)).toEqual({ ok: false, error: { kind: 'unknown_interview' } });
    expect(await interviewing.act(id, version, { kind: 'back' }, BOB)).toMatchObject({ ok: false });
    expect(await interviewing.view('constructor', ANNE)).toMatchObject({ error: { kind: 'unknown_interview' } });
    const stranger = await begun('des fournitures', { person: undefined, reader: 'service' });
    expect((await interviewing.view(stranger.id, BOB)).ok).toBe(true);
  });

  it('keeps facts, and never the words that told them', async () => {
    const { id } = await begun('Mme Durand, 06 12 34 56 78, veut 300 chaises à 45 € pour la mairie');
    const kept = await records.find(id);
    expect(JSON.stringify(kept)).not.toMatch(/Durand|06 12/);
  });

  it('says what it could not read, and retains nothing', async () => {
    const view = await begun('la mairie achète des fournitures');
    const came = await interviewing.act(view.id, 1, { kind: 'answer', fact: 'montant_ht', said: 'bleu' }, ANNE);
    expect(came).toMatchObject({ ok: false, error: { kind: 'not_read', text: 'bleu', view: { version: 1 } } });
  });

  it('gives its sheet as Word, PDF and dates', async () => {
    let view = await begun('nettoyage des locaux d’un hôpital pour 320 000 € HT');
    expect(await interviewing.file(view.id, 'docx', ANNE)).toMatchObject({ ok: false, error: { kind: 'no_file' } });
    view = await done(view, { kind: 'answer', fact: 'signature_visee', said: '15 mars 2027' });
    view = await done(view, { kind: 'answer', fact: 'analyse_et_commission_jours', said: '30' });
    const made = async (kind: 'docx' | 'pdf' | 'ics') => {
      const came = await interviewing.file(view.id, kind, ANNE);
      if (!came.ok) throw new Error(came.error.kind);
      return came.value;
    };
    const { name, bytes } = await made('ics');
    expect(name).toBe('mon-achat-2026-11-16.ics');
    const events = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes))).getAllSubcomponents('vevent');
    expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual([
      '2026-12-31',
      '2027-02-02',
      '2027-03-04',
      '2027-03-15',
    ]);
    for (const kind of ['docx', 'pdf'] as const) {
      const read = await readDocument({ path: `fiche.${kind}`, bytes: Buffer.from((await made(kind)).bytes) });
      const said = JSON.stringify(read).replace(/[\u00a0\u202f]/g, ' ');
      expect(said).toContain('procédure formalisée');
      expect(said).toContain('R. 2144-4');
      expect(said).toContain('mardi 2 février 2027');
    }
  });
});
