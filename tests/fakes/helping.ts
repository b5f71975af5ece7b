// A whole hand-over in memory, by hand: longer than the usual file because one case runs through all of it.

import type { Helping } from '../../src/handoff/port/helping.ts';
import type {
  BoardView,
  BriefPreview,
  CalendarTaken,
  CaseLine,
  CaseRow,
  CaseView,
  Heard,
  HelpRequest,
  LendingDeclared,
  MaskChoice,
  PreviewChoices,
  Sent,
} from '../../src/handoff/port/views.ts';
import type { SignedIn } from '../../src/reserve/port/signed-in.ts';
import { err, ok, type Result } from '../../src/result.ts';
import type { CaseAction, CaseStatus, HelpFault, Side } from '../../src/vocabulary/cases.ts';

export const CLAIRE: SignedIn = {
  person: 'claire',
  name: 'Claire Morel',
  organisation: 'Commune de Vern-le-Petit',
  role: 'prescriber',
  reservist: false,
  coordinator: false,
};
export const KARIM: SignedIn = {
  person: 'karim',
  name: 'Karim Benali',
  organisation: 'Communauté de communes du Val',
  role: 'buyer',
  reservist: true,
  coordinator: false,
};
export const SOPHIE: SignedIn = {
  person: 'sophie',
  name: 'Sophie Le Goff',
  organisation: 'Centre de gestion',
  role: 'buyer',
  reservist: false,
  coordinator: true,
};
const PEOPLE = [CLAIRE, KARIM, SOPHIE];

export const QUESTION =
  'Mme Durand, de la société Batipro, conteste les pénalités du marché 2024-113. Pouvons-nous en remettre 12 000 € ? Joindre claire.morel@vern.example.';

interface Kept {
  readonly id: string;
  readonly by: string;
  readonly request: HelpRequest;
  readonly at: string;
  choices: PreviewChoices;
  /** What left, once it has. */
  seen?: string;
  status: CaseStatus;
  holder: string | undefined;
  identity: Record<Side, boolean>;
  rated: boolean;
  proposed: boolean;
  lines: { at: string; from?: Side; text: string }[];
}

export interface FakeHelping extends Helping {
  /** The store is down: everything throws. */
  down: boolean;
  /** The next act, or reading, answers with this fault. */
  fault: HelpFault | undefined;
  readonly asked: string[];
  people: readonly SignedIn[];
  sameBody: boolean | undefined;
  board: Helping['board'];
  emptyBoard: boolean;
  /** What was declared last. */
  declared: LendingDeclared | undefined;
}

export function createFakeHelping(): FakeHelping {
  const cases = new Map<string, Kept>();
  const candidates: { id: string; question: string; answer: string; approvedBy: 'reservist' }[] = [];
  let pausedUntil: string | undefined;
  let clock = Date.parse('2026-11-25T08:00:00Z');
  const now = () => {
    clock += 60_000;
    return new Date(clock).toISOString();
  };

  const guard = async <T>(what: string, then: () => Result<T, HelpFault>): Promise<Result<T, HelpFault>> => {
    fake.asked.push(what);
    if (fake.down) throw new Error('the store is down');
    const { fault } = fake;
    fake.fault = undefined;
    return fault === undefined ? then() : err(fault);
  };

  const known = (by: string, id: string): Result<Kept, HelpFault> => {
    const kept = cases.get(id);
    if (kept === undefined) return err({ kind: 'unknown_case' });
    const mayRead = kept.by === by || kept.holder === by || (kept.status === 'offered' && by === KARIM.person);
    return mayRead ? ok(kept) : err({ kind: 'not_yours' });
  };

  const fake: FakeHelping = {
    down: false,
    fault: undefined,
    asked: [],
    people: PEOPLE,
    sameBody: undefined,
    emptyBoard: false,
    declared: undefined,
    demoPeople: async () => {
      if (fake.down) throw new Error('the store is down');
      return fake.people;
    },
    signedIn: async (person) => {
      if (fake.down) throw new Error('the store is down');
      return fake.people.find((one) => one.person === person);
    },
    preview: (by, request) =>
      guard('preview', () => {
        const id = `c${cases.size + 1}`;
        const kept: Kept = {
          id,
          by,
          request,
          at: now(),
          choices: { lifted: [], added: [], amountsAsRanges: false },
          status: 'draft',
          holder: undefined,
          identity: { requester: false, reservist: false },
          rated: false,
          proposed: false,
          lines: [],
        };
        cases.set(id, kept);
        return ok(previewOf(kept));
      }),
    revise: (by, id, choices) =>
      guard('revise', () => {
        const kept = known(by, id);
        if (!kept.ok) return kept;
        if (kept.value.status !== 'draft') return err({ kind: 'wrong_status', status: kept.value.status });
        kept.value.choices = choices;
        return ok(previewOf(kept.value));
      }),
    send: (by, id, { seen, choices, sameBodyPreferred }) =>
      guard('send', (): Result<Sent, HelpFault> => {
        const kept = known(by, id);
        if (!kept.ok) return kept;
        const left = kept.value.status !== 'draft' && kept.value.seen === seen;
        if (left) return ok({ kind: 'sent', view: viewOf(kept.value, by) });
        if (kept.value.status !== 'draft') return err({ kind: 'wrong_status', status: kept.value.status });
        kept.value.choices = choices;
        const preview = previewOf(kept.value);
        if (preview.seen !== seen) return ok({ kind: 'changed', preview });
        kept.value.seen = seen;
        fake.sameBody = sameBodyPreferred;
        kept.value.status = 'offered';
        kept.value.lines.push({ at: now(), text: 'La question est partie, une personne est sollicitée.' });
        return ok({ kind: 'sent', view: viewOf(kept.value, by) });
      }),
    mine: (by) =>
      guard('mine', () =>
        ok([...cases.values()].filter((kept) => kept.by === by && kept.status !== 'draft').map(rowOf)),
      ),
    view: (by, id) =>
      guard('view', () => {
        const kept = known(by, id);
        return kept.ok ? ok(viewOf(kept.value, by)) : kept;
      }),
    act: (by, id, action) =>
      guard(`act ${action.kind}`, () => {
        const kept = known(by, id);
        if (!kept.ok) return kept;
        const side: Side = kept.value.by === by ? 'requester' : 'reservist';
        if (!mayOf(kept.value, side).includes(action.kind))
          return err(
            action.kind === 'accept' ? { kind: 'taken' } : { kind: 'wrong_status', status: kept.value.status },
          );
        const fault = apply(kept.value, side, by, action);
        return fault === undefined ? ok(viewOf(kept.value, by)) : err(fault);
      }),
    hear: (by, text) =>
      guard('hear', (): Result<Heard, HelpFault> => {
        if (by === KARIM.person && /^pause/i.test(text))
          return ok({
            kind: 'availability',
            playback: "J'ai compris : vous êtes en pause. C'est bien cela ?",
            confirms: true,
          });
        if (/^mes données/i.test(text)) return ok({ kind: 'my_data' });
        return ok({ kind: /^oublie-moi/i.test(text) ? 'forget_me' : 'question' });
      }),
    desk: (by) =>
      guard('desk', () =>
        ok({
          offers: [...cases.values()]
            .filter(({ status }) => status === 'offered')
            .map((kept) => ({ ...rowOf(kept), expiresAt: '2026-11-25T11:00:00Z' })),
          cases: [...cases.values()].filter(({ holder }) => holder === by).map(rowOf),
          availability: {
            said: 'le mardi et le jeudi de 9 h à 12 h',
            pausedUntil,
            paused: pausedUntil !== undefined,
            absences: [{ from: '2026-12-21T00:00:00Z', to: '2026-12-27T00:00:00Z' }],
            monthlyMinutes: 240,
            usedMinutes: 95,
            simultaneousCases: 2,
            nextAt: '2026-11-26T08:00:00Z',
          },
          lent: {
            competences: ['execution'],
            allCompetences: ['execution', 'passation'],
            substitute: undefined,
            conflicts: { organisations: ['Commune de Vern-le-Petit'], suppliers: ['Batipro'] },
            ...(fake.declared === undefined
              ? {}
              : {
                  conflicts: fake.declared,
                  substitute: fake.declared.substitute,
                  competences: fake.declared.competences,
                }),
          },
        }),
      ),
    availability: (_by, text, confirm) =>
      guard('availability', () => {
        if (!/pause/i.test(text)) return err({ kind: 'not_understood', asked: 'Quels jours, et à quelle heure ?' });
        if (confirm) pausedUntil = '2026-12-16T00:00:00Z';
        return ok({
          playback: "J'ai compris : vous êtes en pause ; retour le 16 décembre. C'est bien cela ?",
          done: confirm,
        });
      }),
    declare: (_by, declared) =>
      guard('declare', (): Result<undefined, HelpFault> => {
        if (declared.organisations.includes('Nulle part'))
          return err({ kind: 'not_understood', asked: 'Je ne connais pas cet organisme : « Nulle part ».' });
        fake.declared = declared;
        return ok(undefined);
      }),
    calendar: () => guard('calendar', () => ok('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')),
    takeCalendar: (_by, text) =>
      guard(
        'takeCalendar',
        (): Result<CalendarTaken, HelpFault> =>
          text.startsWith('BEGIN:VCALENDAR')
            ? ok({ absences: 2, leftOut: ['« Danse » n’a pas été repris : il revient trop souvent.'] })
            : err({ kind: 'not_understood', asked: 'Ce n’est pas un calendrier.' }),
      ),
    board: () => guard('board', () => ok(fake.emptyBoard ? EMPTY_BOARD : { ...BOARD, candidates: [...candidates] })),
    broughtBack: async () => err({ kind: 'unknown_case' }),
    proposeLesson: async () => ok(undefined),
    judgeCandidate: (_by, candidate) =>
      guard('judge', () => {
        const index = candidates.findIndex(({ id }) => id === candidate);
        if (index === -1) return err({ kind: 'unknown_case' });
        candidates.splice(index, 1);
        return ok(undefined);
      }),
    exportOf: (by) => guard('export', () => ok(JSON.stringify({ person: by }))),
    forgetMe: (by) =>
      guard('forget', () => {
        fake.people = fake.people.filter(({ person }) => person !== by);
        return ok(undefined);
      }),
  };
  return fake;

  function apply(kept: Kept, side: Side, by: string, action: CaseAction): HelpFault | undefined {
    const step = (text: string) => void kept.lines.push({ at: now(), text });
    switch (action.kind) {
      case 'say':
        if (action.text === '') return { kind: 'empty_text' };
        if (action.text.length > 4000) return { kind: 'too_long', limit: 4000 };
        kept.lines.push({ at: now(), from: side, text: action.text });
        if (kept.status === 'accepted') kept.status = 'in_progress';
        return undefined;
      case 'accept':
        kept.holder = by;
        kept.status = 'accepted';
        step('Un réserviste a pris la demande.');
        return undefined;
      case 'decline':
      case 'give_back':
        kept.holder = undefined;
        kept.status = 'queued';
        step('Quelqu’un d’autre est cherché.');
        return undefined;
      case 'pass_to':
        if (action.reservist !== 'jean') return { kind: 'unknown_reservist' };
        kept.holder = undefined;
        kept.status = 'offered';
        return undefined;
      case 'answer':
        kept.status = 'answered';
        step('Le réserviste a répondu.');
        return undefined;
      case 'open_identity':
        kept.identity[side] = true;
        return undefined;
      case 'close':
        kept.status = 'closed';
        step('La demande est close.');
        return undefined;
      case 'rate':
        kept.rated = true;
        return undefined;
      case 'reopen':
        if (action.why === '') return { kind: 'empty_text' };
        kept.status = 'in_progress';
        step('La demande est rouverte.');
        return undefined;
      case 'withdraw':
        kept.status = 'withdrawn';
        step('La demande est retirée.');
        return undefined;
      case 'propose_fiche':
        kept.proposed = true;
        candidates.push({
          id: `f-${kept.id}`,
          question: action.question,
          answer: action.answer,
          approvedBy: 'reservist',
        });
        return undefined;
    }
  }
}

const SIGHTS: readonly (readonly [RegExp, string, string])[] = [
  [/Mme [A-Z]\p{L}+/u, 'person', '[personne 1]'],
  [/Batipro/, 'supplier', '[entreprise 1]'],
  [/\d{4}-\d{3}/, 'contract', '[n° de marché]'],
  [/\S+@\S+\.\w+/, 'email', '[courriel]'],
];

function previewOf({ id, request: typed, choices }: Kept): BriefPreview {
  const request = {
    ...typed,
    question: [choices.question ?? typed.question, choices.deadline].filter(Boolean).join('\n\nRéponse souhaitée : '),
    answered: choices.withAnswer === false ? undefined : typed.answered,
  };
  const masks: MaskChoice[] = [];
  const hide = (text: string | undefined) => {
    if (text === undefined) return undefined;
    let sealed = text;
    for (const [index, [pattern, kind, replacement]] of SIGHTS.entries()) {
      const found = pattern.exec(text)?.[0];
      if (found === undefined) continue;
      const masked = !choices.lifted.includes(`m${index}`);
      masks.push({ id: `m${index}`, kind, text: found, replacement, masked });
      if (masked) sealed = sealed.replaceAll(found, replacement);
    }
    for (const words of choices.added) sealed = sealed.replaceAll(words, '[masqué]');
    if (!choices.amountsAsRanges || !sealed.includes('12 000 €')) return sealed;
    const replacement = '[entre 10 000 et 25 000 €]';
    masks.push({ id: 'amount', kind: 'amount', text: '12 000 €', replacement, masked: true });
    return sealed.replace('12 000 €', replacement);
  };
  const brief = { question: hide(request.question) ?? '', answered: hide(request.answered), need: hide(request.need) };
  for (const [index, text] of choices.added.entries())
    masks.push({ id: `added-${index}`, kind: 'added', text, replacement: '[masqué]', masked: true });
  return {
    case: id,
    seen: Buffer.from(JSON.stringify(brief)).toString('base64url'),
    ...brief,
    typed: choices.question ?? typed.question,
    deadline: choices.deadline,
    hasAnswer: typed.answered !== undefined,
    competences: ['Exécution des marchés'],
    masks,
  };
}

function rowOf(kept: Kept): CaseRow {
  const { question } = previewOf(kept);
  return { id: kept.id, question, status: kept.status, openedAt: kept.at, since: kept.at, expiresAt: undefined };
}

const HELD: readonly CaseStatus[] = ['accepted', 'in_progress', 'answered'];

function mayOf({ status, identity, rated, proposed, holder }: Kept, side: Side): readonly CaseAction['kind'][] {
  const open: readonly CaseAction['kind'][] = identity[side] ? [] : ['open_identity'];
  if (side === 'reservist') {
    if (status === 'offered') return ['accept', 'decline'];
    if (status === 'answered')
      return ['say', 'give_back', 'pass_to', ...open, 'close', ...(proposed ? [] : (['propose_fiche'] as const))];
    if (HELD.includes(status)) return ['say', 'answer', 'give_back', 'pass_to', ...open, 'close'];
    return status === 'closed' && holder !== undefined && !proposed ? ['propose_fiche'] : [];
  }
  if (HELD.includes(status)) return ['say', ...open, 'close', 'withdraw'];
  if (status === 'closed') return rated ? ['reopen'] : ['rate', 'reopen'];
  return status === 'withdrawn' ? [] : ['withdraw'];
}

const STANDING: Readonly<Partial<Record<CaseStatus, string>>> = {
  offered: 'Un réserviste est sollicité ; il a jusqu’à midi pour accepter.',
  queued: 'Personne n’est libre pour l’instant ; votre question est en file d’attente.',
  accepted: 'Un réserviste a pris votre demande.',
  in_progress: 'Vous échangez en ce moment.',
  answered: 'La réponse est donnée : clore, ou continuer l’échange.',
  closed: 'La demande est close.',
  withdrawn: 'La demande est retirée.',
};

function viewOf(kept: Kept, by: string): CaseView {
  const side: Side = kept.by === by ? 'requester' : 'reservist';
  const other = PEOPLE.find(({ person }) => person === (side === 'requester' ? kept.holder : kept.by));
  const both = kept.identity.requester && kept.identity.reservist;
  const { question, answered, need } = previewOf(kept);
  return {
    id: kept.id,
    version: kept.lines.length,
    status: kept.status,
    standing: STANDING[kept.status] ?? '',
    side,
    brief: { question, answered, need },
    lines: kept.lines.map(
      ({ at, from, text }): CaseLine =>
        from === undefined
          ? { at, kind: 'step', text }
          : { at, kind: 'message', from: from === side ? 'you' : from, text },
    ),
    other: both && other !== undefined ? other : { name: undefined, organisation: 'commune, 2 000–5 000 hab.' },
    identity: { you: kept.identity[side], other: kept.identity[side === 'requester' ? 'reservist' : 'requester'] },
    expectedAt: kept.status === 'queued' ? '2026-11-26T08:00:00Z' : undefined,
    openedAt: kept.at,
    may: mayOf(kept, side),
  };
}

const EMPTY_BOARD: BoardView = {
  queue: { cases: 0, rows: [] },
  open: { cases: 0, rows: [] },
  reservists: [],
  weeks: [],
  unanswered: [],
  themes: [],
  undelivered: [],
  putAside: [],
  candidates: [],
};

const BOARD: BoardView = {
  model: [
    { purpose: 'answer', calls: 412, failures: 7, tokens: 1_204_330, meanMs: 2_140, cost: 1.87, gramsCo2: 212.4 },
    { purpose: 'reword', calls: 58, failures: 0, tokens: 90_112, meanMs: 1_720, cost: 0, gramsCo2: 0 },
  ],
  queue: {
    cases: 1,
    rows: [
      {
        id: 'q1',
        question: 'Peut-on prolonger un accord-cadre qui arrive à son terme le mois prochain ?',
        status: 'queued',
        openedAt: '2026-11-23T09:00:00Z',
        since: '2026-11-23T10:00:00Z',
        expiresAt: undefined,
      },
    ],
  },
  open: {
    cases: 53,
    rows: [
      {
        id: 'o1',
        question: 'Le titulaire demande une indemnité pour la hausse du prix de l’acier : que répondre ?',
        status: 'in_progress',
        openedAt: '2026-11-20T09:00:00Z',
        since: '2026-11-24T15:00:00Z',
        expiresAt: undefined,
      },
      {
        id: 'o2',
        question: 'Un candidat évincé réclame le rapport d’analyse complet.',
        status: 'offered',
        openedAt: '2026-11-25T07:30:00Z',
        since: '2026-11-25T07:45:00Z',
        expiresAt: undefined,
      },
    ],
  },
  reservists: [
    ['Karim Benali', 'Communauté de communes du Val', 2, 5, 210, 240, true],
    ['Jean Kervella', 'Centre hospitalier de Rance', 1, 3, 90, 360, true],
    ['Awa Diop', 'Département des Deux-Rives', 0, 1, 20, 120, false],
    ['Lucie Tanguy', 'Université de l’Ouest', 1, 2, 65, 180, true],
  ].map(([name, organisation, held, asked, given, offered, available]) => ({
    name: String(name),
    organisation: String(organisation),
    cases: Number(held),
    askedThisMonth: Number(asked),
    minutesThisMonth: Number(given),
    monthlyMinutes: Number(offered),
    available: available === true,
  })),
  weeks: [4, 6, 3, 7, 9, 5, 8, 11, 6, 10, 12, 7].map((opened, index) => ({
    week: `2026-W${36 + index}`,
    opened,
    taken: Math.max(0, opened - (index % 3)),
    medianWait: index === 2 ? undefined : 60 + ((index * 47) % 200),
  })),
  unanswered: [
    {
      at: '2026-11-24T15:10:00Z',
      asked: 3,
      question: 'Combien de temps garder les pièces d’un marché de la [commune] ?',
    },
  ],
  themes: [
    { competence: 'Exécution financière et pénalités', cases: 9 },
    { competence: 'Modification des contrats en cours', cases: 7 },
    { competence: 'Sous-traitance et garanties', cases: 4 },
    { competence: 'Achats de travaux', cases: 2 },
  ],
  putAside: [{ id: 'e1', at: '2026-11-24T16:10:00Z', kind: 'event', died: true }],
  undelivered: [{ id: 'm1', at: '2026-11-24T16:10:00Z', why: 'La messagerie du réserviste ne répond pas.' }],
  candidates: [],
};
