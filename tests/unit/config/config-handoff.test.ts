import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/config.ts';
import { DEFAULT_RETENTION } from '../../../src/handoff/help/purge.ts';
import { defaultDurations } from '../../../src/handoff/policy.ts';

describe('the hand-over by configuration', () => {
  it('has its own durations, hours and retention where nothing is said', () => {
    const { hours, durations, retention } = loadConfig({}).handoff;
    expect(durations).toEqual(defaultDurations);
    expect(retention).toEqual(DEFAULT_RETENTION);
    expect(retention).toMatchObject({ cases: 12, exchanges: 3 });
    expect(hours).toMatchObject({ timeZone: 'Europe/Paris', departement: undefined });
    expect(hours.weekly).toHaveLength(10);
  });

  it('takes what is said', () => {
    const { hours, durations, retention, promisedMinutes } = loadConfig({
      HANDOFF_HOURS: 'du lundi au jeudi de 8h à 12h30',
      HANDOFF_TIME_ZONE: 'Indian/Reunion',
      HANDOFF_DEPARTEMENT: '974',
      HANDOFF_WAVES: '2:30, 5:60',
      HANDOFF_QUEUE_DAYS: '3',
      HANDOFF_PROMISED_MINUTES: '60',
      RETENTION_CASES_MONTHS: '24',
      RETENTION_EXCHANGES_MONTHS: '1',
    }).handoff;
    expect(hours).toEqual({
      timeZone: 'Indian/Reunion',
      departement: '974',
      weekly: [1, 2, 3, 4].map((day) => ({ day, from: 480, to: 750 })),
    });
    expect(durations).toMatchObject({
      waves: [
        { size: 2, minutes: 30 },
        { size: 5, minutes: 60 },
      ],
      queueDays: 3,
    });
    expect([promisedMinutes, retention.cases, retention.exchanges]).toEqual([60, 24, 1]);
  });

  it('names every value that is not usable, at once', () => {
    const bad = {
      HANDOFF_HOURS: 'quand je veux',
      HANDOFF_TIME_ZONE: 'Paris',
      HANDOFF_DEPARTEMENT: 'Ille-et-Vilaine',
      HANDOFF_WAVES: '0:60',
      HANDOFF_CLOSE_MINUTES: '1',
      RETENTION_AUDIT_MONTHS: 'toujours',
    };
    for (const name of Object.keys(bad)) expect(() => loadConfig(bad)).toThrow(name);
    expect(() => loadConfig({ HANDOFF_WAVES: 'une heure' })).toThrow('1:60, 2:120');
    expect(() => loadConfig({ HANDOFF_SILENCE_MINUTES: '60' })).toThrow('longer than HANDOFF_REMINDER_MINUTES');
  });
});
