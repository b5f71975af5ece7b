import { randomUUID } from 'node:crypto';
import type { Span } from '../../src/french/span.ts';
import { err, ok } from '../../src/result.ts';
import type { StoredEvent } from '../../src/rewording/agreement/agreement-records.ts';
import { createAgreements } from '../../src/rewording/agreement/agreements.ts';
import type { Interpreting } from '../../src/rewording/port/interpreting.ts';
import type { FormLine, LintFinding, Need, Rewording, Said, Term } from '../../src/rewording/port/rewording.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import type { Direction } from '../../src/vocabulary/rewording.ts';

export const NEED = catalogues.fr.rewording.examples.to_buyer[0]?.text ?? '';
export const MESSAGE = catalogues.fr.rewording.examples.to_prescriber[0]?.text ?? '';

export interface FakeInterpreting extends Interpreting {
  /** Set to make the store fail from then on, or only refuse what is new, like a full disk. */
  down: boolean | 'full';
}

/**
 * Rewords the examples of the page as a careful person would; any other text comes back as it is. Agreements are real
 * ones over a store in memory; an exported file holds its format and the id.
 */
export function createFakeInterpreting(now: () => Date = () => new Date('2026-11-25T10:00:00Z')): FakeInterpreting {
  const events: StoredEvent[] = [];
  const closed = { kind: 'store_down', reason: 'closed' } as const;
  const agreements = createAgreements({
    now,
    newId: randomUUID,
    store: {
      agreementEvents: {
        append: async (event) => {
          if (fake.down !== false) return err(closed);
          const last = events.filter(({ agreement }) => agreement === event.agreement).length;
          if (event.version !== last + 1) return err({ kind: 'version_conflict' });
          events.push(event);
          return ok(undefined);
        },
        findDone: async () => ok(undefined),
        of: async (id) => (fake.down === true ? err(closed) : ok(events.filter(({ agreement }) => agreement === id))),
        ofKind: async (kind) => ok(events.filter((event) => event.kind === kind)),
      },
    },
  });
  const fake: FakeInterpreting = {
    down: false,
    reword: async (text, direction = guess(text)) =>
      ok(direction === 'to_buyer' ? needReworded(text) : messageReworded(text)),
    open: agreements.open,
    agreement: agreements.read,
    change: agreements.act,
    exportAs: async (id, format) => {
      const read = await agreements.read(id);
      if (!read.ok) return read;
      return ok({
        fileName: `Besoin été.${format}`,
        type: TYPES[format],
        body: new TextEncoder().encode(`${format} ${id}`),
      });
    },
  };
  return fake;
}

const guess = (text: string): Direction =>
  /Merci de me transmettre|Il convient/.test(text) ? 'to_prescriber' : 'to_buyer';

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export function needReworded(source: string = NEED): Extract<Rewording, { direction: 'to_buyer' }> {
  const text = source.startsWith(NEED)
    ? `Fourniture d’une quinzaine d’ordinateurs portables de marque Dell « ou équivalent », destinés aux agents de l’accueil, avec maintenance corrective.\n\nLivraison souhaitée pour la rentrée. Enveloppe prévisionnelle : à peu près 12 000 € (HT ou TTC à confirmer).\n\nDélai de rétablissement : 48 h au plus. Continuité de service : une panne entraîne la fermeture du guichet. Le délai de démarrage attendu est à chiffrer.\n\nL’entreprise Infoloc, pressentie par le service, pourra répondre comme tout autre opérateur économique.${source.slice(NEED.length)}`
    : source;
  return {
    direction: 'to_buyer',
    source,
    text,
    ...(text === source ? {} : { wordedBy: 'model' as const }),
    terms: termsIn(source, [
      [
        'le dépannage',
        'maintenance corrective',
        'Réparer après une panne ; à distinguer de l’entretien prévu, dit préventif.',
        [],
      ],
      [
        'sous 48 h',
        'Délai de rétablissement',
        'Temps entre le signalement de la panne et la remise en service ; il se mesure, donc il se contrôle.',
        ['R2111-10'],
      ],
      [
        'à peu près 12k€',
        'Enveloppe prévisionnelle',
        'Ce que l’acheteur estime pouvoir dépenser pour tout le besoin, hors taxes, avant de consulter.',
        ['R2121-1'],
      ],
      [
        'on ferme le guichet',
        'Continuité de service',
        'Ce qui doit continuer de marcher même quand le matériel s’arrête.',
        [],
      ],
      [
        'la boîte',
        'opérateur économique',
        'Toute entreprise, association ou personne qui peut répondre à un marché.',
        ['L1220-1'],
      ],
    ]),
    lint: findingsIn(source, [
      [
        'BRAND_WITHOUT_EQUIVALENT',
        'PC portables Dell',
        ['R2111-7'],
        'Citer une marque écarte les autres sans raison.',
        'Décrivez ce que les portables doivent faire, ou ajoutez « ou équivalent ».',
      ],
      [
        'AMOUNT_WITHOUT_TAX_BASIS',
        '12k€',
        [],
        'Les seuils se comptent hors taxes : le même chiffre ne dit pas la même chose.',
        'Est-ce hors taxes ou toutes taxes comprises ?',
      ],
      [
        'VAGUE_PERFORMANCE',
        'démarre vite',
        ['R2111-10'],
        'Personne ne peut vérifier « vite ».',
        'Dites en combien de secondes l’appareil doit être prêt.',
      ],
      [
        'SUPPLIER_NAMED',
        'On avait pensé à Infoloc, la boîte du coin qui nous connaît bien',
        ['L3'],
        'Toutes les entreprises doivent avoir la même chance.',
        'Dites ce que cette entreprise fait bien : cela peut devenir une exigence.',
      ],
      [
        'LOCAL_PREFERENCE',
        'la boîte du coin',
        ['L3'],
        'Être d’ici ne peut pas être un critère.',
        'Demandez un délai d’intervention plutôt qu’une adresse.',
      ],
    ]),
    fidelity: { faithful: true, defects: [] },
    missing: ['budget', 'place'],
    questions: [
      { slot: 'budget', need: 0, text: 'Vos 12 000 € sont-ils hors taxes ou toutes taxes comprises ?' },
      { slot: 'place', need: 0, text: 'Où faut-il livrer les portables ?' },
    ],
    needs: [needIn(source)],
    asked: [],
    forms: [{ need: 0, nature: 'fournitures', lines: linesIn(source), unsaid: ['place'] }],
  };
}

/** Two lines of the form a buyer would have filled in. */
function linesIn(source: string): readonly FormLine[] {
  const span: Span = [source.indexOf('PC portables'), source.indexOf('PC portables') + 'PC portables'.length];
  return [
    { name: 'nature', values: [{ note: 'fournitures (acquisition de biens)' }] },
    ...(span[0] < 0
      ? []
      : [
          {
            name: 'object' as const,
            values: [{ said: { value: 'PC portables', span }, note: 'matériel informatique' }],
          },
        ]),
  ];
}

function messageReworded(source: string = MESSAGE): Extract<Rewording, { direction: 'to_prescriber' }> {
  return {
    direction: 'to_prescriber',
    source,
    text: source,
    message: source,
    terms: termsIn(source, [
      [
        'étendue du besoin',
        'tout ce qu’il faut acheter',
        'La nature et la quantité de ce qui est acheté, fixées avant de consulter.',
        ['L2111-1'],
      ],
      ['CCTP', 'cahier des charges technique (CCTP)', 'Le document qui décrit ce qui doit être fait ou livré.', []],
      [
        'critères d’attribution pondérés',
        'critères pour choisir l’offre, avec le poids de chacun',
        'Ce qui départage les offres, et combien chaque point compte.',
        ['R2152-7'],
      ],
      [
        'avis d’appel public à la concurrence',
        'annonce du marché',
        'Le texte publié pour que toutes les entreprises sachent qu’un marché s’ouvre.',
        [],
      ],
    ]),
    lint: [],
    fidelity: { faithful: true, defects: [] },
    missing: ['quantity', 'criteria'],
    questions: [],
    points: {
      asks: 'something',
      asked: ['compléter votre besoin pour que l’achat puisse partir'],
      notToDo: [],
      send: [
        'le cahier des charges technique (CCTP)',
        'les quantités estimées',
        'les critères, avec le poids de chacun',
      ],
      byWhen: [{ when: 'avant le 12 mars 2027' }],
      otherwise: 'L’annonce du marché sera publiée plus tard.',
    },
  };
}

function needIn(source: string): Need {
  const said = (words: string, understood?: string): Said => ({
    value: words,
    span: spanOf(source, words),
    ...(understood === undefined ? {} : { understood }),
  });
  if (!source.startsWith(NEED)) {
    const line = source.split('\n')[0] ?? '';
    return {
      slots: line === '' ? {} : { object: { said: [{ value: line, span: [0, line.length] }], conflict: false } },
      functions: [],
      lots: [],
      proof: [],
      risks: [],
      missing: ['quantity', 'budget'],
    };
  }
  return {
    slots: {
      object: { said: [said('PC portables Dell')], conflict: false },
      quantity: { said: [said('une quinzaine', 'environ 15')], conflict: false },
      budget: { said: [said('à peu près 12k€', 'environ 12 000 €, sans HT ni TTC')], conflict: false },
      deadline: { said: [said('pour la rentrée')], conflict: false },
      users: { said: [said('les agents de l’accueil')], conflict: false },
      constraints: { said: [said('le dépannage soit fait sous 48 h', '48 heures')], conflict: false },
    },
    functions: [
      { statement: said('ça démarre vite'), flexibility: 'unsaid' },
      { statement: said('le dépannage soit fait'), level: said('sous 48 h', '48 heures'), flexibility: 'firm' },
    ],
    lots: [],
    proof: [],
    risks: [said('si ça tombe en panne, on ferme le guichet')],
    missing: ['budget', 'place'],
  };
}

function spanOf(source: string, words: string): Span {
  const at = source.indexOf(words);
  if (at === -1) throw new Error(`the example does not hold «${words}»`);
  return [at, at + words.length];
}

type TermRow = readonly [from: string, to: string, explanation: string, articles: readonly string[]];

function termsIn(source: string, rows: readonly TermRow[]): readonly Term[] {
  return rows
    .filter(([from]) => source.includes(from))
    .map(([from, to, explanation, articles]) => ({
      from,
      to,
      explanation,
      articles,
      span: spanOf(source, from),
      concept: to,
    }));
}

type FindingRow = readonly [
  code: LintFinding['code'],
  words: string,
  articles: readonly string[],
  message: string,
  suggestion: string,
];

function findingsIn(source: string, rows: readonly FindingRow[]): readonly LintFinding[] {
  return rows
    .filter(([, words]) => source.includes(words))
    .map(([code, words, articles, message, suggestion]) => ({
      code,
      articles,
      message,
      suggestion,
      span: spanOf(source, words),
    }));
}
