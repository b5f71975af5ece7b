import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/handoff/case.ts';
import { applyEvent, draftCase } from '../../../src/handoff/fold.ts';
import { type Load, matchCase, type Ready } from '../../../src/handoff/match.ts';
import type { Reservist } from '../../../src/reserve/reservist.ts';

const NOW = Date.parse('2026-11-25T09:00:00Z');
const HOUR = 3_600_000;
const at = new Date(NOW).toISOString();

function seeking(
  over: Partial<Case['brief']> = {},
  consent: Partial<Pick<Case, 'suppliers' | 'sameBodyPreferred'>> = {},
): Case {
  const state = draftCase('k', {
    kind: 'drafted',
    at,
    requester: {
      person: 'asker',
      organisation: 'vitre',
      role: 'buyer',
      address: { platform: 'web', conversation: 'c' },
    },
    brief: { question: 'Q', answered: undefined, need: undefined, competences: ['execution'], language: 'fr', ...over },
  });
  return applyEvent(state, { kind: 'consented', at, masked: [], suppliers: [], sameBodyPreferred: false, ...consent });
}

function ready(id: string, over: Partial<Reservist> = {}, load: Partial<Load> = {}, from = NOW - HOUR): Ready {
  return {
    reservist: {
      id,
      person: `person ${id}`,
      organisation: 'rennes',
      territories: ['35238', '35', 'R53'],
      competences: ['execution'],
      languages: ['fr'],
      timeZone: 'Europe/Paris',
      weekly: [],
      absences: [],
      monthlyMinutes: 600,
      simultaneousCases: 2,
      substitute: undefined,
      pause: undefined,
      conflicts: { organisations: [], suppliers: [] },
      ...over,
    },
    load: { cases: 0, minutesThisMonth: 0, askedThisMonth: 0, ...load },
    windows: [{ start: from, end: from + 4 * HOUR }],
  };
}

const match = (reserve: readonly Ready[], state = seeking()) =>
  matchCase(
    {
      case: state,
      territories: ['35360', '35', 'R53'],
      ownBodies: new Set([state.requester.organisation]),
      promisedMinutes: 120,
    },
    reserve,
    NOW,
  );
const names = (reserve: readonly Ready[], state?: Case) =>
  match(reserve, state).candidates.map(({ reservist }) => reservist);

describe('the bars', () => {
  it.each([
    ['conflict', ready('x', { conflicts: { organisations: ['vitre'], suppliers: [] } })],
    ['conflict', ready('x', { person: 'asker' })],
    ['same_body', ready('x', { organisation: 'vitre' })],
    ['language', ready('x', { languages: ['en'] })],
    ['competence', ready('x', { competences: ['preparation'] })],
    ['paused_or_away', ready('x', {}, {}, NOW + 5 * HOUR)],
    ['hours', ready('x', {}, { minutesThisMonth: 580 })],
    ['simultaneous', ready('x', {}, { cases: 2 })],
  ] as const)('keep out for %s, and count it', (bar, barred) => {
    const { candidates, barred: counted } = match([barred, ready('other')]);
    expect(candidates.map(({ reservist }) => reservist)).toEqual(['other']);
    expect(counted[bar]).toBe(1);
  });

  it('keep out a tie with a firm the case names, and nobody else', () => {
    const tied = ready('x', { conflicts: { organisations: [], suppliers: ['dupont'] } });
    expect(names([tied], seeking({}, { suppliers: ['dupont'] }))).toEqual([]);
    expect(names([tied])).toEqual(['x']);
  });

  it('let the own body in when the requester prefers it, and never who has passed', () => {
    const own = ready('x', { organisation: 'vitre' });
    expect(names([own], seeking({}, { sameBodyPreferred: true }))).toEqual(['x']);
    const state = seeking();
    expect(names([ready('x')], { ...state, passedBy: ['x'] })).toEqual([]);
  });
});

describe('the order', () => {
  it('puts the better competence first, then the less asked, the nearer, the freer', () => {
    const wanted = seeking({ competences: ['execution', 'contentieux'] });
    expect(names([ready('half'), ready('whole', { competences: ['execution', 'contentieux'] })], wanted)).toEqual([
      'whole',
      'half',
    ]);
    expect(names([ready('asked', {}, { askedThisMonth: 6 }), ready('rested')])).toEqual(['rested', 'asked']);
    expect(names([ready('far', { territories: ['13', 'R93'] }), ready('near')])).toEqual(['near', 'far']);
    expect(names([ready('later', {}, {}, NOW + HOUR), ready('now')])).toEqual(['now', 'later']);
    expect(
      names([ready('busy', { simultaneousCases: 4 }, { cases: 3 }), ready('free', { simultaneousCases: 4 })]),
    ).toEqual(['free', 'busy']);
  });

  it('does not hang on the order of the reserve', () => {
    const reserve = ['c', 'a', 'b'].map((id) => ready(id));
    expect(names(reserve)).toEqual(['a', 'b', 'c']);
  });
});

describe('nobody free', () => {
  it('gives the first moment someone will be, and none when no one can', () => {
    expect(match([ready('x', {}, {}, NOW + 30 * HOUR), ready('y', {}, {}, NOW + 20 * HOUR)]).nextAt).toBe(
      NOW + 20 * HOUR,
    );
    expect(match([ready('x', {}, { minutesThisMonth: 600 })]).nextAt).toBeUndefined();
  });

  it('asks the substitute of who is away, competence by proxy', () => {
    const away = ready('x', { substitute: 's' }, {}, NOW + 30 * HOUR);
    const standIn = ready('s', { competences: [] });
    expect(match([away, standIn]).candidates).toMatchObject([{ reservist: 's', insteadOf: 'x' }]);
  });
});
