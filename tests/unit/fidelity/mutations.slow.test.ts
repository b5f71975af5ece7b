import { describe, expect, it } from 'vitest';
import { checkFidelity } from '../../../src/fidelity/check-fidelity.ts';
import { readValues } from '../../../src/french/values/read-values.ts';
import { sayValue } from '../../../src/french/values/say-value.ts';
import { MUTATORS } from './mutators.ts';
import { readSentences } from './sentences.ts';

const SENTENCES = readSentences();

describe('mutations', () => {
  const rates = MUTATORS.map(({ name, kinds, mutate }) => {
    let tried = 0;
    let caught = 0;
    let named = 0;
    const escaped: string[] = [];
    for (const sentence of SENTENCES) {
      const spoilt = mutate(sentence);
      if (spoilt === undefined) continue;
      tried++;
      const { faithful, defects } = checkFidelity(sentence, spoilt);
      if (!faithful) caught++;
      else escaped.push(`${sentence} → ${spoilt}`);
      if (defects.some((defect) => kinds.includes(defect.kind))) named++;
    }
    return { name, tried, caught, named, escaped };
  });

  it('catches at least 97 % of all spoilt sentences, and 93 % of each kind', () => {
    for (const { name, tried, caught, named, escaped } of rates) {
      console.log(`${name}: ${caught}/${tried} caught, ${named} with the right kind`);
      if (process.env['SHOW_ESCAPED'] !== undefined) console.log(escaped.map((line) => `   ${line}`).join('\n'));
    }
    const tried = rates.reduce((sum, rate) => sum + rate.tried, 0);
    const caught = rates.reduce((sum, rate) => sum + rate.caught, 0);
    console.log(`all: ${caught}/${tried}`);
    expect(tried).toBeGreaterThan(600);
    expect(caught / tried).toBeGreaterThanOrEqual(0.97);
    for (const rate of rates) {
      expect(rate.tried, rate.name).toBeGreaterThan(3);
      expect(rate.caught / rate.tried, rate.name).toBeGreaterThanOrEqual(0.93);
    }
  });

  it.each(['digit', 'month', 'weekday'])('misses no changed %s', (name) => {
    expect(rates.find((rate) => rate.name === name)?.escaped).toEqual([]);
  });
});

const EXPLAINED: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})titulaire(?!\p{L})/u, 'titulaire (l’entreprise qui a le marché)'],
  [/(?<!\p{L})acomptes?(?!\p{L})/u, 'acompte (un paiement pour ce qui est déjà fait)'],
  [/(?<!\p{L})pénalités(?!\p{L})/u, 'pénalités (la somme retenue en cas de retard)'],
  [/(?<!\p{L})avenant(?!\p{L})/u, 'avenant (modification du contrat en cours)'],
  [/(?<!\p{L})allotissement(?!\p{L})/u, 'allotissement (découper l’achat en parts, R2113-1)'],
  [/(?<!\p{L})sourçage(?!\p{L})/u, 'sourçage (aller voir ce que le marché sait faire)'],
  [/(?<!\p{L})soumissionnaires(?!\p{L})/u, 'entreprises qui ont remis une offre'],
  [/(?<!\p{L})service fait(?!\p{L})/u, 'service fait (la preuve que c’est bien livré, R2192-17)'],
  [/(?<!\p{L})ménage(?!\p{L})/u, 'prestation de nettoyage'],
];

/** What a rule-made rewording does: terms explained in brackets, values said in full. */
function reword(sentence: string): string {
  let reworded = '';
  let at = 0;
  for (const value of readValues(sentence)) {
    reworded += sentence.slice(at, value.span[0]) + (value.kind === 'date' ? value.text : sayValue(value));
    at = value.span[1];
  }
  reworded += sentence.slice(at);
  for (const [pattern, by] of EXPLAINED) reworded = reworded.replace(pattern, by);
  return reworded;
}

describe('faithful rewordings', () => {
  it.each([
    [
      'the same words in other typography',
      (sentence: string) => `${sentence.replace(/'/g, '’').replace(/ (?=[%€;:?!])/g, '\u00a0')} `,
    ],
    ['terms explained in brackets and values in other clothes', reword],
  ] as const)('%s: faithful for at least 98 %%', (_name, rewordSentence) => {
    const alarms = SENTENCES.map((sentence) => ({ sentence, target: rewordSentence(sentence) }))
      .map(({ sentence, target }) => ({ sentence, target, ...checkFidelity(sentence, target) }))
      .filter(({ faithful }) => !faithful);
    console.log(`${alarms.length} false alarms of ${SENTENCES.length}`);
    if (process.env['SHOW_ESCAPED'] !== undefined) for (const alarm of alarms) console.log(JSON.stringify(alarm));
    expect(alarms.length / SENTENCES.length).toBeLessThanOrEqual(0.02);
  });
});
