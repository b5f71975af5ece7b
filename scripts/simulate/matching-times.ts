import { applyEvent, draftCase } from '../../src/handoff/fold.ts';
import { matchCase, type Ready } from '../../src/handoff/match.ts';
import { createIsHoliday } from '../../src/reserve/public-holidays.ts';
import { availabilityBetween } from '../../src/reserve/working-time.ts';
import { COMPETENCES, createRandom, makeNetwork } from './network.ts';

const AT = '2027-02-02T09:30:00.000Z';

/** Milliseconds a case takes to be matched, at the median and at the 95th percentile. */
export function matchingTimes(size: { readonly reservists: number; readonly cases: number; readonly seed: number }) {
  const random = createRandom(size.seed);
  const network = makeNetwork(random, size.reservists);
  const isHoliday = createIsHoliday();
  const now = Date.parse(AT);
  const reserve = network.reservists.map(
    (reservist): Ready => ({
      reservist,
      windows: availabilityBetween(reservist, now, now + 14 * 86_400_000, isHoliday),
      load: {
        cases: Math.floor(random() * 3),
        minutesThisMonth: Math.floor(random() * 300),
        askedThisMonth: Math.floor(random() * 8),
      },
    }),
  );
  const times = Array.from({ length: size.cases }, (_, i) => {
    const organisation = network.organisations[Math.floor(random() * network.organisations.length)];
    const drafted = draftCase(`k${i}`, {
      kind: 'drafted',
      at: AT,
      requester: {
        person: `a${i}`,
        organisation: organisation?.id ?? '',
        role: 'buyer',
        address: { platform: 'web', conversation: `${i}` },
      },
      brief: {
        question: '',
        answered: undefined,
        need: undefined,
        competences: [COMPETENCES[i % COMPETENCES.length] ?? ''],
        language: 'fr',
      },
    });
    const state = applyEvent(drafted, {
      kind: 'consented',
      at: AT,
      masked: [],
      suppliers: [],
      sameBodyPreferred: false,
    });
    const started = performance.now();
    matchCase({ case: state, territories: organisation?.territories ?? [], promisedMinutes: 240 }, reserve, now);
    return performance.now() - started;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * times.length)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
