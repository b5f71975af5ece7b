// The pages of a hand-over, seat by seat: each part takes the same case one step further than the part before.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filledOf } from '../../../adapters/web/face.ts';
import { markMasks } from '../../../adapters/web/handoff/brief/marks.ts';
import { toText } from '../../../adapters/web/html.ts';
import { createView } from '../../../adapters/web/view.ts';
import type { HelpFault } from '../../../src/vocabulary/cases.ts';
import { answerWith, createFakeConversing, type FakeConversing } from '../../fakes/conversing.ts';
import { CLAIRE, createFakeHelping, type FakeHelping, KARIM, QUESTION, SOPHIE } from '../../fakes/helping.ts';
import { createBrowser } from '../../fixtures/browser.ts';
import { plain } from '../../fixtures/plain.ts';
import { type Served, serve } from '../../fixtures/served.ts';

let served: Served;
let helping: FakeHelping;
let conversing: FakeConversing;
let browser: ReturnType<typeof createBrowser>;

beforeEach(async () => {
  helping = createFakeHelping();
  conversing = createFakeConversing();
  served = await serve(conversing, { help: { helping, signIn: { kind: 'demo' } }, perMinute: 10_000 });
  browser = createBrowser(served.address);
  for (const { person } of [CLAIRE, KARIM, SOPHIE]) await browser.post('/connexion', { person });
});
afterEach(() => served.stop());

const text = async (response: Response | Promise<Response>) => plain(await (await response).text());
const claire = (path: string) => `/demo/claire${path}`;
const karim = (path: string) => `/demo/karim${path}`;
const sophie = (path: string) => `/demo/sophie${path}`;
const seenOn = (page: string) => /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';

async function draft(question = QUESTION): Promise<string> {
  const reply = await browser.post(claire('/aide'), { question });
  return (reply.headers.get('location') ?? '').replace('/demo/claire', '');
}

async function sent(): Promise<string> {
  const at = await draft();
  const seen = seenOn(await text(browser.get(claire(at))));
  const reply = await browser.post(claire(at), { do: 'send', seen });
  expect(reply.headers.get('location')).toMatch(/\/dossier\/c\d+\?fait=send$/);
  return at.replace('/aide', '/dossier');
}

async function taken(): Promise<string> {
  const at = await sent();
  await browser.post(karim(at), { do: 'accept' });
  return at;
}

describe('the chat of someone signed in', () => {
  it('promises a reservist, since one can be asked', async () => {
    expect(await text(browser.get('/'))).toContain('Un réserviste au besoin');
  });

  it('is on the side of who is signed in until they say otherwise', async () => {
    expect(await text(browser.get(karim('/')))).toContain('name="role" value="buyer" checked>');
    expect(await text(browser.get(claire('/')))).toContain('name="role" value="prescriber" checked>');
    expect(await text(browser.get('/'))).not.toMatch(/name="role"[^>]*checked/);
  });

  it('hears their hours and their data before it takes a line for a question', async () => {
    const page = await text(browser.post(karim('/'), { text: 'pause <b>demain</b>' }));
    expect(page).toContain('vous êtes en pause');
    expect(page).toContain('&lt;b&gt;demain');
    expect(page).toContain('action="/demo/karim/reserve/disponibilite"');
    expect(conversing.heard).toEqual([]);
    expect(await text(browser.post(claire('/'), { text: 'mes données' }))).toContain('/demo/claire/mes-donnees/export');
    expect(await text(browser.post(claire('/'), { text: 'oublie-moi' }))).toContain(
      'action="/demo/claire/mes-donnees"',
    );
    await browser.post(karim('/'), { text: '', say_question: 'pause demain' });
    await browser.post('/', { text: 'pause demain' });
    helping.down = true;
    await browser.post(karim('/'), { text: 'pause demain' });
    expect(conversing.heard.map((one) => one.text)).toEqual(['pause demain', 'pause demain', 'pause demain']);
  });
});

describe('asking', () => {
  it('offers a human with every answer and hand-over, with the question and what was answered', async () => {
    const page = await text(browser.post(claire('/'), { text: 'a "quoted" question' }));
    expect(page).toMatch(
      /action="\/demo\/claire\/aide"[^>]*><input type="hidden" name="reply" value="[^"]+"><input type="hidden" name="asked" value="a &quot;quoted&quot; question">/,
    );
    const plainSite = await serve(createFakeConversing(answerWith({ limit: 'x', human: true })));
    const without = await (await plainSite.post('/', { text: 'q' })).text();
    expect(without).not.toContain('/aide');
    expect(without).toContain('montrez cette réponse à votre service achats');
    await plainSite.stop();
  });

  it('shows exactly what leaves, each hidden piece named', async () => {
    const page = await text(browser.get(claire(await draft())));
    for (const [piece, kind] of [
      ['[personne 1]', 'nom de personne'],
      ['[entreprise 1]', 'entreprise'],
      ['[n° de marché]', 'numéro de marché'],
      ['[courriel]', 'adresse électronique'],
    ])
      expect(page).toContain(`>${piece}<span class="visually-hidden"> (masqué, ${kind})</span></mark>`);
    expect(page).toContain('Compétences recherchées');
  });

  it('sends nothing but what was seen', async () => {
    const at = await draft();
    const seen = seenOn(await text(browser.get(claire(at))));
    const form = { do: 'send', seen, 'of:lifted': 'list', lifted: 'm0', added: 'pénalités' };
    const again = await browser.post(claire(at), form);
    expect(again.status).toBe(409);
    const page = await text(again);
    expect(page).toContain("rien n'est parti");
    expect(page).toMatch(/Mme Durand<span[^>]*> \(laissé visible/);
    expect(page).toContain('pénalités</textarea>');
    const gone = await browser.post(claire(at), {
      ...form,
      seen: seenOn(page),
      'of:sameBody': 'toggle',
      sameBody: '1',
    });
    expect(gone.status).toBe(303);
    expect(helping.sameBody).toBe(true);
  });

  it('lets the question be corrected and the answer left out before it goes', async () => {
    const asked = await text(browser.post(claire('/'), { text: QUESTION }));
    const reply = /name="reply" value="([^"]+)"/.exec(asked)?.[1] ?? '';
    const drafted = await browser.post(claire('/aide'), { asked: QUESTION, reply });
    const at = (drafted.headers.get('location') ?? '').replace('/demo/claire', '');
    const first = await text(browser.get(claire(at)));
    expect(first).toMatch(/name="answer" value="1" checked/);
    expect(first).toContain("Ce que l'assistant a répondu");
    expect(first).toContain(`${QUESTION}</textarea>`);
    const question = 'Que dire à Mme Durand ?';
    const without = { question, 'of:answer': 'toggle' };
    const page = await text(browser.post(claire(at), { do: 'preview', ...without }));
    expect(page).toMatch(/<div class="leaving">Que dire à <mark[^>]*>\[personne 1\]/);
    expect(page).not.toContain("<h4>Ce que l'assistant a répondu");
    const gone = await browser.post(claire(at), { do: 'send', seen: seenOn(page), ...without });
    expect(gone.status).toBe(303);
  });

  it('asks by when an answer is wanted, and hands that over with the question', async () => {
    const at = await draft();
    expect(await text(browser.get(claire(at)))).toMatch(
      /<label[^>]* for="deadline">Pour quand[\s\S]*<textarea id="deadline"/,
    );
    const form = { deadline: 'avant le 15 décembre', question: QUESTION };
    const page = await text(browser.post(claire(at), { do: 'preview', ...form }));
    expect(page).toMatch(/<div class="leaving">[\s\S]*Réponse souhaitée : avant le 15 décembre<\/div>/);
    expect(page).toContain('avant le 15 décembre</textarea>');
    await browser.post(claire(at), { do: 'send', seen: seenOn(page), ...form });
    expect(await text(browser.get(karim('/reserve')))).toContain('Réponse souhaitée : avant le 15 décembre');
  });

  it('may be given up, and leads to the case once it has left', async () => {
    const at = await draft();
    expect((await browser.post(claire(at), { do: 'give_up' })).headers.get('location')).toBe('/demo/claire/');
    const other = (await sent()).replace('/dossier', '/aide');
    expect((await browser.get(claire(other))).headers.get('location')).toMatch(/\/dossier\//);
  });

  it('asks for a question when there is none, and starts from an empty page too', async () => {
    expect((await browser.post(claire('/aide'), { question: '  ' })).status).toBe(422);
    expect(await text(browser.get(claire('/aide')))).toContain('Voir ce qui partira');
  });
});

describe('a case', () => {
  it('says where it stands, in words at each step', async () => {
    const page = await text(browser.get(claire(await taken())));
    expect(page).toContain('Un réserviste a pris votre demande.');
    expect(page).toMatch(
      /aria-current="step"><span class="step-name">Prise en charge<\/span><span class="visually-hidden">, en cours/,
    );
    expect(page).toContain("Vous n'avez pas accepté");
    expect(page).toContain("l'autre côté n'a pas accepté");
    expect(page).toContain('data-refresh=');
  });

  it('carries words both ways, as text', async () => {
    const at = await taken();
    const reply = await browser.post(karim(at), { do: 'say', text: '<b>Bonjour</b>\r\nEt ?' });
    expect(reply.headers.get('location')).toBe(karim(`${at}?fait=say`));
    const page = await text(browser.get(claire(at)));
    expect(page).toContain('&lt;b&gt;Bonjour&lt;/b&gt;\nEt ?');
    expect(page).not.toContain('Benali');
  });

  it('opens names when both agree', async () => {
    const at = await taken();
    await browser.post(claire(at), { do: 'open_identity' });
    expect(await text(browser.get(karim(at)))).toContain("l'autre côté a accepté");
    await browser.post(karim(at), { do: 'open_identity' });
    expect(await text(browser.get(claire(at)))).toContain('vous échangez avec Karim Benali');
  });

  it('is answered, closed, rated and reopened', async () => {
    const at = await taken();
    await browser.post(karim(at), { do: 'answer' });
    await browser.post(claire(at), { do: 'close' });
    expect(await text(browser.get(claire(at)))).toContain('utile');
    await browser.post(claire(at), { do: 'rate', useful: 'yes' });
    expect(await text(browser.get(claire(at)))).not.toContain('name="useful"');
    await browser.post(claire(at), { do: 'reopen', why: 'Encore une chose' });
    expect(await text(browser.get(claire(at)))).toContain('name="text"');
  });

  it('goes back to the desk when it is given away', async () => {
    const at = await taken();
    expect((await browser.post(karim(at), { do: 'give_back' })).headers.get('location')).toBe(
      karim('/reserve?fait=give_back'),
    );
  });

  it('is given as a part to the page’s script', async () => {
    const part = await (await browser.get(claire(await taken()), { 'x-fragment': '1' })).text();
    expect(part).toMatch(/^<div id="screen"/);
    expect(part).not.toContain('<html');
  });
});

describe('what goes wrong', () => {
  const faults: readonly (readonly [HelpFault, number, string])[] = [
    [{ kind: 'unknown_case' }, 404, 'Demande introuvable'],
    [{ kind: 'not_yours' }, 403, "Cette demande n'est pas à vous"],
    [{ kind: 'taken' }, 409, 'Demande déjà prise'],
    [{ kind: 'offer_expired' }, 409, 'Proposition échue'],
    [{ kind: 'wrong_status', status: 'closed' }, 409, 'La demande a changé entre-temps'],
    [{ kind: 'empty_text' }, 422, "Il n'y a pas de texte"],
    [{ kind: 'too_long', limit: 4000 }, 422, '4 000 caractères'],
    [{ kind: 'unknown_reservist' }, 422, 'Réserviste inconnu'],
    [{ kind: 'not_understood', asked: 'Quand cela ?' }, 422, 'Quand cela ?'],
    [{ kind: 'files_refused' }, 422, 'Fichier refusé'],
    [{ kind: 'unfit_candidate', why: 'Il manque la date.' }, 422, 'Il manque la date.'],
    [{ kind: 'second_person' }, 403, 'Une deuxième personne'],
    [{ kind: 'store_down' }, 503, "Rien n'a pu être enregistré"],
  ];

  it.each(faults)('%j has a word, and what was typed stays', async (fault, status, said) => {
    const at = await taken();
    helping.fault = fault;
    const refused = await browser.post(claire(at), { do: 'say', text: 'Mes mots' });
    expect(refused.status).toBe(status);
    const page = await text(refused);
    expect(page).toContain(said);
    expect(page).toContain('role="alert"');
    expect(page).toContain('Mes mots</textarea>');
    expect(page).toContain('<input type="hidden" name="do" value="say">');
  });

  it('shows where a case stands when it went on meanwhile', async () => {
    const at = await taken();
    helping.fault = { kind: 'wrong_status', status: 'answered' };
    const refused = await browser.post(claire(at), { do: 'withdraw' });
    expect(refused.status).toBe(409);
    expect(await text(refused)).toMatch(/entre-temps[\s\S]*aria-current="step"/);
  });

  it('says so when two accept at once', async () => {
    const at = await taken();
    const late = await browser.post(karim(at), { do: 'accept' });
    expect(late.status).toBe(409);
    expect(await text(late)).toContain('Demande déjà prise');
  });

  it('knows no other act, and keeps each page to whom it is for', async () => {
    expect((await browser.post(claire(await taken()), { do: 'delete' })).status).toBe(422);
    expect((await browser.get(claire('/reserve'))).status).toBe(403);
    expect((await browser.get(karim('/animation'))).status).toBe(403);
    expect((await browser.post(karim('/animation/fiche'), { candidate: 'x', do: 'approve' })).status).toBe(403);
    expect((await browser.get(sophie('/dossier/c999'))).status).toBe(404);
  });

  it('says that nothing can be read, on every page', async () => {
    const at = await taken();
    const pages = [
      claire('/dossiers'),
      claire(at),
      karim('/reserve'),
      sophie('/animation'),
      claire('/mes-donnees/export'),
    ];
    for (const page of pages) {
      helping.fault = { kind: 'store_down' };
      expect((await browser.get(page)).status).toBe(503);
    }
  });
});

describe('the desk', () => {
  it('shows what is offered, with its sealed brief and until when', async () => {
    const at = await sent();
    const page = await text(browser.get(karim('/reserve')));
    expect(page).toContain('À prendre avant mercredi 25 novembre à 12 h');
    expect(page).toContain('[personne 1], de la société [entreprise 1]');
    expect(page).not.toContain('Durand');
    expect((await browser.post(karim(at), { do: 'decline', reason: 'Absent' })).headers.get('location')).toBe(
      karim('/reserve?fait=decline'),
    );
  });

  it('plays availability back and changes it on a yes only', async () => {
    const said = await text(browser.post(karim('/reserve/disponibilite'), { availability: "pause jusqu'au 15" }));
    expect(said).toContain('retour le 16 décembre');
    expect(await text(browser.get(karim('/reserve')))).not.toContain('En pause');
    await browser.post(karim('/reserve/disponibilite'), { availability: "pause jusqu'au 15", confirm: '1' });
    expect(await text(browser.get(karim('/reserve')))).toContain('En pause, retour le 16 décembre 2026');
  });

  it('asks back what it does not understand, words kept', async () => {
    const asked = await browser.post(karim('/reserve/disponibilite'), { availability: 'bof' });
    expect(asked.status).toBe(422);
    expect(await text(asked)).toMatch(/Quels jours, et à quelle heure[\s\S]*bof<\/textarea>/);
  });
});

describe('what a reservist declares', () => {
  it('is shown, changed as a whole, and kept as typed when it is not right', async () => {
    const page = await text(browser.get(karim('/reserve')));
    expect(page).toContain('Organismes à écarter : Commune de Vern-le-Petit');
    expect(page).toContain('Suppléance : rien de déclaré');
    const form = {
      'competence:passation': '1',
      organisations: 'Ville de Vitré\r\n\r\n CHU de Brest ',
      suppliers: 'Batipro',
      substitute: ' Anne ',
    };
    const saved = await browser.post(karim('/reserve/declaration'), form);
    expect(saved.headers.get('location')).toBe(karim('/reserve?fait=declared'));
    expect(helping.declared).toEqual({
      competences: ['passation'],
      organisations: ['Ville de Vitré', 'CHU de Brest'],
      suppliers: ['Batipro'],
      substitute: 'Anne',
    });
    const wrong = await browser.post(karim('/reserve/declaration'), { ...form, organisations: 'Nulle part' });
    expect(wrong.status).toBe(422);
    expect(await text(wrong)).toMatch(/Je ne connais pas cet organisme[\s\S]*Nulle part<\/textarea>/);
    expect((await browser.post(claire('/reserve/declaration'), form)).status).toBe(403);
  });

  it('gives the diary and takes one, with a word for every file that is none', async () => {
    const out = await browser.get(karim('/reserve/calendrier.ics'));
    expect(out.headers.get('content-type')).toContain('text/calendar');
    expect(out.headers.get('content-disposition')).toContain('truchement-reserve.ics');
    const send = (file: { name: string; text: string } | undefined) =>
      browser.upload(karim('/reserve/calendrier'), {}, file);
    const taken = await text(send({ name: 'agenda.ics', text: 'BEGIN:VCALENDAR' }));
    expect(taken).toContain('2 absences sont reprises.');
    expect(taken).toContain("« Danse » n'a pas été repris");
    const none = await send(undefined);
    expect([none.status, await text(none)]).toEqual([
      422,
      expect.stringContaining("Choisissez d'abord un fichier .ics"),
    ]);
    const wrong = await send({ name: 'photo.png', text: 'PNG' });
    expect([wrong.status, await text(wrong)]).toEqual([422, expect.stringContaining("Ce n'est pas un calendrier")]);
    const huge = await send({ name: 'agenda.ics', text: 'x'.repeat(2 * 1024 * 1024 + 10) });
    expect([huge.status, await text(huge)]).toEqual([413, expect.stringContaining('trop')]);
    // Nowhere else is a file taken.
    expect((await browser.upload(karim('/reserve/declaration'), {}, { name: 'a', text: 'a' })).status).toBe(415);
  });
});

describe('the board', () => {
  it('has figures, pictures with a name and a sentence, and a table behind each', async () => {
    const page = await text(browser.get(sophie('/animation')));
    expect(page.match(/<figure/g)).toHaveLength(4);
    expect(page.match(/<table>/g)).toHaveLength(5);
    for (const id of ['weeks', 'waits']) {
      expect(page).toContain(`role="img" aria-labelledby="${id}-svg-title" aria-describedby="${id}-desc"`);
      expect(page).toContain(`<title id="${id}-svg-title">`);
    }
    expect(page).toContain('Sur 12 semaines, 88 demandes ouvertes');
    // Two of the 53 are shown, and all of the other list.
    expect(page).toMatch(
      /\(53\)[\s\S]*Les 2 qui attendent depuis le plus longtemps\. <a href="[^"]*\/animation\?tout=1#open">/,
    );
    expect(page.match(/tout=1/g)).toHaveLength(1);
    expect(page).not.toMatch(/\sstyle=|NaN|Infinity/);
  });

  it('says what a language model used, and what its endpoint did not report', async () => {
    const page = (await text(browser.get(sophie('/animation')))).replace(/[\u00a0\u202f]/g, ' ');
    expect(page).toContain('Modèle de langage, sur trente jours');
    expect(page).toMatch(/rédiger les réponses<\/th>[\s\S]*412[\s\S]*1 204 330[\s\S]*2,1 s[\s\S]*1,87[\s\S]*212,4 g/);
    expect(page).toMatch(/reformuler<\/th>[\s\S]*90 112[\s\S]*non communiqué[\s\S]*non communiqué/);
  });

  it('stands empty without a fault', async () => {
    helping.emptyBoard = true;
    const page = await text(browser.get(sophie('/animation')));
    expect(page).not.toContain('Modèle de langage');
    expect(page).toContain("Personne n'attend.");
    expect(page).not.toMatch(/NaN|Infinity|<svg class="plot"/);
  });

  it('reads a candidate, approves it, and says so when it is gone', async () => {
    const at = await taken();
    await browser.post(karim(at), { do: 'answer' });
    await browser.post(karim(at), { do: 'propose_fiche', question: 'Peut-on remettre ?', answer: 'Oui, motivé.' });
    expect(await text(browser.get(sophie('/animation')))).toContain('Peut-on remettre');
    const candidate = at.replace('/dossier/', 'f-');
    const done = await browser.post(sophie('/animation/fiche'), { candidate, do: 'approve' });
    expect(done.headers.get('location')).toBe(sophie('/animation?fait=approve'));
    const gone = await browser.post(sophie('/animation/fiche'), { candidate, do: 'set_aside' });
    expect(gone.status).toBe(404);
    expect(await text(gone)).toContain('Fiche introuvable');
  });
});

describe('one’s own data', () => {
  it('can be taken away', async () => {
    const file = await browser.get(claire('/mes-donnees/export'));
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="truchement-mes-donnees.json"');
    expect(await file.json()).toEqual({ person: 'claire' });
  });

  it('are erased after a second yes, and every session with them', async () => {
    await browser.post(claire('/mes-donnees'), {});
    expect(helping.asked).not.toContain('forget');
    await browser.post(claire('/mes-donnees'), { sure: 'no' });
    expect(helping.asked).not.toContain('forget');
    expect(await text(browser.post(claire('/mes-donnees'), { sure: 'yes' }))).toContain('Vos données sont effacées');
    expect(helping.asked).toContain('forget');
    expect((await browser.get(claire('/dossiers'))).status).toBe(303);
  });
});

it('speaks English throughout', async () => {
  const at = await taken();
  for (const path of [
    claire(`${at}?lang=en`),
    karim('/reserve?lang=en'),
    sophie('/animation?lang=en'),
    claire('/mes-donnees?lang=en'),
  ]) {
    const page = await text(browser.get(path));
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/Réserviste<|Mes demandes|Actualiser/);
    expect(page).toContain('?lang=en"');
  }
});

it('logs ids and kinds, never a word of a person', async () => {
  const logged: string[] = [];
  const note = (fields: object, message: string) => void logged.push(JSON.stringify({ fields, message }));
  const noted = await serve(createFakeConversing(), {
    help: { helping, signIn: { kind: 'demo' } },
    log: { info: note, error: note },
  });
  const other = createBrowser(noted.address);
  await other.post('/connexion', { person: CLAIRE.person });
  await other.post(claire('/aide'), { question: QUESTION });
  helping.down = true;
  await other.post(claire('/aide'), { question: QUESTION });
  await noted.stop();
  expect(logged.length).toBeGreaterThan(1);
  expect(logged.join()).not.toMatch(/Durand|Claire|claire/);
});

describe('forms', () => {
  it('never throw, whatever they hold', () => {
    fc.assert(fc.property(fc.anything(), (body) => void filledOf(body)));
  });

  it('tell a box that is not ticked from one that was not there', () => {
    const form = { 'of:answer': 'toggle', 'of:amounts': 'toggle', amounts: '1', 'of:lifted': 'list', text: 'a' };
    expect(Object.fromEntries(filledOf(form))).toEqual({ answer: false, amounts: true, lifted: [], text: 'a' });
    expect(filledOf({ ...form, lifted: ['m0', 'm1'] }).get('lifted')).toEqual(['m0', 'm1']);
    expect(filledOf({ lifted: 'm0', 'of:lifted': 'list' }).get('lifted')).toEqual(['m0']);
  });
});

it('marks hidden pieces without changing a letter of what leaves', () => {
  const view = createView('fr');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 1 })), (around, tokens) => {
      const masks = tokens.map((replacement, index) => ({
        id: `${index}`,
        kind: 'person',
        text: 'x',
        replacement,
        masked: true,
      }));
      const leaves = [around, ...tokens, around].join('|');
      const shown = toText(markMasks(leaves, masks, view))
        .replace(/<span class="visually-hidden">.*?<\/span>/g, '')
        .replace(/<\/?mark[^>]*>/g, '');
      expect(shown).toBe(
        leaves.replace(
          /[&<>"']/g,
          (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
        ),
      );
    }),
  );
});
