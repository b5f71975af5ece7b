import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../../src/reserve/change.ts';
import type { Reservist } from '../../../src/reserve/reservist.ts';
import { readAvailability } from '../../../src/reserve/say-availability.ts';
import { startProcessorClock } from '../../fixtures/processor-time.ts';
import { runs } from '../../fixtures/runs.ts';
import { EXAMPLES, LATER } from './examples.ts';
import { NOW, reading, reservist } from './reading.ts';

const KNOWN = { competences: new Set<string>(), reservists: new Set<string>(), organisations: new Set<string>() };
const playback = (text: string, who: Reservist = reservist, language: 'fr' | 'en' = 'fr') => {
  const read = readAvailability(text, who, NOW);
  if (read.kind === 'changes') return read.playback[language];
  return read.kind === 'ask' ? read.question[language] : read.kind === 'show' ? read.text[language] : '';
};
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('what a reservist types', () => {
  it.each(EXAMPLES)('%s', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each(LATER)('%s', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it('is read in their own time zone, with the clock changes of that zone', () => {
    const reunion = { ...reservist, timeZone: 'Indian/Reunion' };
    const read = readAvailability('absente le 1er décembre', reunion, NOW);
    expect(read.kind === 'changes' && read.changes).toEqual([
      { kind: 'add_absences', absences: [{ from: '2026-11-30T20:00:00.000Z', to: '2026-12-01T20:00:00.000Z' }] },
    ]);
    // 23:30 on the 25th in Paris is the 26th in La Réunion: tomorrow is the 27th.
    expect(reading('absent demain', reunion, new Date('2026-11-25T22:30:00Z'))).toBe('away 27/11>28/11');
    expect(reading('absent le 28 mars', reservist, new Date('2027-03-27T12:00:00Z'))).toBe('away 28/03/27>29/03/27');
  });

  it('depends on how things stand: a pause to end, an absence to lift', () => {
    const paused = { ...reservist, pause: { until: undefined } };
    expect(reading('je suis dispo', paused)).toBe('resume');
    expect(reading('dispo demain', paused)).toBe('pause 26/11');
    const away = { ...reservist, absences: [{ from: '2026-11-24T23:00:00.000Z', to: '2026-11-30T23:00:00.000Z' }] };
    expect(reading('je suis de retour', away)).toBe('there 25/11 10:00>01/12');
    expect(reading('finalement je suis là demain', away)).toBe('there 26/11>27/11');
    expect(reading('annule mon absence', away)).toBe('there 25/11>01/12');
    const twice = {
      ...away,
      absences: [...away.absences, { from: '2026-12-23T23:00:00.000Z', to: '2026-12-24T23:00:00.000Z' }],
    };
    expect(plain(playback('annule mon absence', twice))).toMatch(
      /Laquelle .* du mercredi 25 novembre .* et le jeudi 24 décembre/,
    );
  });

  it('is played back in both languages, with dates and hours in full', () => {
    expect(plain(playback('je suis disponible jeudi matin'))).toBe(
      'J’ai compris : vous êtes disponible le jeudi de 9 h à 12 h. Cela vaut pour toutes les semaines, pas pour une seule. Votre semaine : le mardi de 9 h à 12 h, le jeudi de 9 h à 12 h et de 14 h à 17 h. C’est bien cela ?',
    );
    expect(playback("pause jusqu'au 15 janvier", reservist, 'en')).toBe(
      'I understood: you are paused; back on Saturday 16 January 2027. Is that right?',
    );
    expect(plain(playback('dispo le mardi matin, 4h par mois'))).toMatch(
      /Vous donnez 4 h par mois\. C’est bien cela \?$/,
    );
    expect(plain(playback('absent le 31 février'))).toContain('« le 31 février »');
    expect(plain(playback('mes dispos'))).toMatch(/Votre semaine : le mardi de 9 h à 12 h, le jeudi de 14 h à 17 h\./);
  });

  it('is never thrown at, whatever is typed, and what it gives can be applied', () => {
    const words = fc.constantFrom(
      ..."je suis dispo absente pause jusqu'au du au le les lundi jeudi matin après-midi sauf 15 31 99 9h 25h 14h30 à de et , . décembre février prochain semaine demain pas plus 2 dossiers par mois une heures reprends fin tous à partir avant 2026 0 /".split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.array(words, { maxLength: 14 }).map((all) => all.join(' ')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const read = readAvailability(typed, reservist, NOW);
        if (read.kind !== 'changes') return;
        const applied = applyChanges(reservist, read.changes, KNOWN, NOW);
        expect(applied).toMatchObject({ ok: true });
      }),
      {
        numRuns: runs(3000),
        examples: [['\ud800'], ['plus matin 0 mois'], ["pause jusqu'au \0"], [`pause ${"jusqu'au 15 ".repeat(30)}`]],
      },
    );
    expect(readAvailability('je suis dispo '.repeat(100_000), reservist, NOW)).toEqual({ kind: 'none' });
  });

  it('takes well under five milliseconds', () => {
    const spent = startProcessorClock();
    for (const [text] of EXAMPLES) readAvailability(text, reservist, NOW);
    expect(spent() / EXAMPLES.length).toBeLessThan(5);
  });
});
