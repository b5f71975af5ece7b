// A case told from one end to the other, with what each seat sees and may do; what is refused is in ./helping-refusals.test.ts.
import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../../src/store/sqlite.ts';
import type { Store } from '../../../../src/store/store.ts';
import { opened } from '../../../contract/store/places.ts';
import { ask, asShown, faultOf, folder, mustBe, type Network, network, offered } from '../../../fixtures/network.ts';
import { plain } from '../../../fixtures/plain.ts';

const QUESTION =
  'Bonjour, l’entreprise Brezhon Travaux SARL a 40 jours de retard sur la salle des fêtes. Mme Sophie Tanguy (06 12 34 56 78) veut résilier. Que faire ?';

let data: string;
let store: Store;
let net: Network;
beforeEach(async () => {
  data = folder();
  store = await opened(openSqlite(data));
  net = await network(store);
});
afterEach(async () => {
  await store.close();
  rmSync(data, { recursive: true, force: true });
});

describe('before anything leaves', () => {
  it('shows exactly what will, with each mask, and keeps the words apart from the case', async () => {
    const preview = mustBe(
      await net.helping.preview('anne', { question: QUESTION, answered: 'Voir l’article R. 2112-1.', need: undefined }),
    );
    for (const secret of ['Brezhon', 'Tanguy', '06 12']) expect(preview.question).not.toContain(secret);
    expect(preview.answered).toContain('R. 2112-1');
    expect(preview.masks.map(({ kind }) => kind).sort()).toEqual(['person', 'phone', 'supplier']);
    expect(preview.masks.every(({ masked }) => masked)).toBe(true);
    expect(preview.competences).toEqual(['execution']);
    const state = mustBe(await net.cases.read(preview.case));
    expect(JSON.stringify(state)).not.toContain('Tanguy');
    expect(mustBe(await store.help.brief(preview.case))?.original.question).toBe(QUESTION);
    expect(mustBe(await net.helping.board('cora')).queue).toEqual({ cases: 0, rows: [] });
    await net.turn();
    expect(net.sent).toEqual([]);
  });

  it('lifts a mask, hides more words, takes it back, and records who chose what and when', async () => {
    const { case: id, masks } = mustBe(
      await net.helping.preview('anne', { question: QUESTION, answered: undefined, need: undefined }),
    );
    const firm = masks.find(({ kind }) => kind === 'supplier')?.id ?? '';
    const choices = { lifted: [firm], added: ['salle des fêtes'], amountsAsRanges: false };
    const revised = mustBe(await net.helping.revise('anne', id, choices));
    expect(revised.question).toContain('Brezhon Travaux');
    expect(revised.question).not.toContain('salle des fêtes');
    expect(revised.masks.find((mask) => mask.id === firm)?.masked).toBe(false);
    expect(revised.masks.find(({ kind }) => kind === 'added')?.text).toBe('salle des fêtes');
    const back = mustBe(await net.helping.revise('anne', id, { lifted: [], added: [], amountsAsRanges: false }));
    expect(back.question).not.toContain('Brezhon');
    mustBe(await net.helping.revise('anne', id, choices));
    const recorded = mustBe(await store.help.brief(id))?.choices;
    expect(recorded?.map(({ by, at, lifted, added }) => [by, at, lifted.join(), added.join()])).toEqual([
      ['anne', net.now().toISOString(), expect.stringContaining('Brezhon'), 'salle des fêtes'],
      ['anne', net.now().toISOString(), '', ''],
      ['anne', net.now().toISOString(), expect.stringContaining('Brezhon'), 'salle des fêtes'],
    ]);
    expect(mustBe(await net.helping.send('anne', id, asShown(revised, choices)))).toMatchObject({
      kind: 'sent',
      view: { brief: { question: revised.question } },
    });
    expect(faultOf(await net.helping.revise('anne', id, choices))).toBe('wrong_status');
    expect(faultOf(await net.helping.send('anne', id, asShown(back)))).toBe('wrong_status');
  });

  it('lets the question be written anew and the answer be left out: masked again, kept over other choices, and what leaves', async () => {
    const request = { question: QUESTION, answered: 'Écrivez à **Brezhon Travaux**.', need: undefined };
    const { case: id, typed, hasAnswer } = mustBe(await net.helping.preview('anne', request));
    expect({ typed, hasAnswer }).toEqual({ typed: QUESTION, hasAnswer: true });
    const none = { lifted: [], added: [], amountsAsRanges: false };
    const question = 'Que répondre à Mme Durand, de Brezhon Travaux, qui ne veut plus payer ?';
    const revised = mustBe(await net.helping.revise('anne', id, { ...none, question, withAnswer: false }));
    expect(revised).toMatchObject({ typed: question, answered: undefined, hasAnswer: true });
    expect(revised.question).not.toMatch(/Durand|Brezhon/);
    expect(revised.question).toContain('qui ne veut plus payer');
    const later = mustBe(await net.helping.revise('anne', id, { ...none, added: ['payer'] }));
    expect(later).toMatchObject({ typed: question, answered: undefined });
    expect(mustBe(await net.helping.revise('anne', id, { ...none, withAnswer: true })).answered).toContain('Écrivez');
    const stale = await net.helping.send('anne', id, asShown(revised, none));
    expect(mustBe(stale).kind).toBe('changed');
    const { question: left } = revised;
    expect(mustBe(await net.helping.send('anne', id, asShown(revised, { ...none, withAnswer: false })))).toMatchObject({
      kind: 'sent',
      view: { brief: { question: left, answered: undefined } },
    });
  });

  it('says by when an answer is wanted: seen, masked and sent with the question, kept over other choices', async () => {
    const { case: id } = mustBe(
      await net.helping.preview('anne', { question: QUESTION, answered: undefined, need: undefined }),
    );
    const none = { lifted: [], added: [], amountsAsRanges: false };
    const dated = mustBe(
      await net.helping.revise('anne', id, { ...none, deadline: ' avant le 15 décembre,\nMme Durand ' }),
    );
    expect(dated.question).toMatch(/Réponse souhaitée\s: avant le 15 décembre, Mme \[personne \d\]$/);
    expect(dated).toMatchObject({ typed: QUESTION, deadline: 'avant le 15 décembre, Mme Durand' });
    const later = mustBe(await net.helping.revise('anne', id, { ...none, amountsAsRanges: true }));
    expect(later.question).toContain('avant le 15 décembre');
    expect(mustBe(await net.helping.revise('anne', id, { ...none, deadline: '' })).question).not.toContain('souhaitée');
    expect(faultOf(await net.helping.revise('anne', id, { ...none, deadline: 'x'.repeat(101) }))).toBe('too_long');
    const choices = { ...none, deadline: 'avant le 15 décembre' };
    const last = mustBe(await net.helping.revise('anne', id, choices));
    expect(mustBe(await net.helping.send('anne', id, asShown(last, choices)))).toMatchObject({
      kind: 'sent',
      view: { brief: { question: expect.stringMatching(/Réponse souhaitée\s: avant le 15 décembre$/) } },
    });
  });

  it('refuses an empty question in the place of one, and keeps the one there was', async () => {
    const { case: id } = mustBe(
      await net.helping.preview('anne', { question: QUESTION, answered: undefined, need: undefined }),
    );
    const none = { lifted: [], added: [], amountsAsRanges: false };
    expect(faultOf(await net.helping.revise('anne', id, { ...none, question: '  ' }))).toBe('empty_text');
    expect(mustBe(await net.helping.revise('anne', id, none)).typed).toBe(QUESTION);
  });

  it('hides the requester’s own name and body, which they may lift', async () => {
    const question = 'Ici la ville de Vitré, signé Anne Kerbrat : que faire du retard ?';
    const {
      case: id,
      masks,
      question: shown,
    } = mustBe(await net.helping.preview('anne', { question, answered: undefined, need: undefined }));
    expect(shown).not.toMatch(/Vitré|Kerbrat/i);
    const lifted = masks.filter(({ text }) => /vitr/i.test(text)).map((mask) => mask.id);
    let open = mustBe(await net.helping.revise('anne', id, { lifted, added: [], amountsAsRanges: false }));
    const left = open.masks.filter(({ text, masked }) => masked && /vitr/i.test(text)).map((mask) => mask.id);
    open = mustBe(
      await net.helping.revise('anne', id, { lifted: [...lifted, ...left], added: [], amountsAsRanges: false }),
    );
    expect(open.question).toMatch(/Vitré/);
    expect(open.question).not.toMatch(/Kerbrat/i);
  });

  it('has a word for an empty or an endless question, and for a draft that is someone else’s', async () => {
    const request = { question: QUESTION, answered: undefined, need: undefined };
    expect(faultOf(await net.helping.preview('anne', { ...request, question: ' \n' }))).toBe('empty_text');
    expect(faultOf(await net.helping.preview('anne', { ...request, question: 'x'.repeat(20_001) }))).toBe('too_long');
    expect(faultOf(await net.helping.preview('anne', { ...request, need: 'x'.repeat(20_001) }))).toBe('too_long');
    expect(faultOf(await net.helping.preview('nobody', request))).toBe('not_yours');
    const preview = mustBe(await net.helping.preview('anne', request));
    const { case: id } = preview;
    const choices = { lifted: [], added: [], amountsAsRanges: false };
    for (const other of ['bob', 'cora', 'stan', 'nobody']) {
      expect(faultOf(await net.helping.revise(other, id, choices))).toBe('unknown_case');
      expect(faultOf(await net.helping.send(other, id, asShown(preview)))).toBe('unknown_case');
      expect(faultOf(await net.helping.view(other, id))).toBe('unknown_case');
    }
  });
});

describe('a case from the request to the opinion', () => {
  it('goes through both sides, each seeing what is theirs', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    await net.turn();
    expect(net.sent.map(({ person, kind }) => [person, kind])).toEqual([
      [lender, 'offer'],
      ['anne', 'searching'],
    ]);
    const offer = mustBe(await net.helping.view(lender, id));
    expect(offer.may).toEqual(['accept', 'decline']);
    expect(offer.lines).toEqual([]);
    expect(offer.other).toEqual({ name: undefined, organisation: 'commune, 10 000–20 000 hab.' });
    expect(plain(offer.standing)).toContain('votre réponse est attendue le mercredi 25 novembre à 11 h');
    expect(mustBe(await net.helping.desk(lender)).offers.map((row) => row.id)).toEqual([id]);

    const held = mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    expect(held.status).toBe('accepted');
    expect(mustBe(await net.helping.act(lender, id, { kind: 'accept' })).status).toBe('accepted');
    mustBe(await net.helping.act(lender, id, { kind: 'say', text: 'Bonjour, avez-vous mis en demeure ?' }));
    mustBe(await net.helping.act('anne', id, { kind: 'say', text: 'Oui, Mme Tanguy l’a signée.' }));
    const lines = mustBe(await net.helping.view(lender, id)).lines;
    expect(lines.filter(({ kind }) => kind === 'message')).toEqual([
      expect.objectContaining({ from: 'you', text: 'Bonjour, avez-vous mis en demeure ?' }),
      expect.objectContaining({ from: 'requester', text: expect.not.stringContaining('Tanguy') }),
    ]);
    expect(mustBe(await net.helping.view('anne', id)).lines).toContainEqual(
      expect.objectContaining({ kind: 'message', from: 'you', text: 'Oui, Mme Tanguy l’a signée.' }),
    );
    mustBe(await net.helping.act(lender, id, { kind: 'answer' }));
    const closed = mustBe(await net.helping.act('anne', id, { kind: 'close' }));
    expect(closed.may).toEqual(['rate', 'reopen']);
    const rated = mustBe(await net.helping.act('anne', id, { kind: 'rate', useful: true, comment: undefined }));
    expect(closed.standing).toContain('dites si la réponse vous a servi');
    expect(rated.standing).not.toContain('dites si');
    expect(rated.may).toEqual(['reopen']);
    const past = mustBe(await net.helping.view(lender, id));
    expect(past.may).toEqual(['propose_fiche']);
    await net.turn();
    const told = (who: string) => net.sent.filter(({ person }) => person === who).map(({ kind }) => kind);
    expect(told('anne')).toEqual(['searching', 'accepted', 'relayed', 'answered', 'closed']);
    expect(told(lender)).toEqual(['offer', 'yours', 'relayed', 'closed']);
    mustBe(await net.helping.act('anne', id, { kind: 'reopen', why: 'il reste un doute' }));
  });

  it('names each side once both agree, and not before', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    const asked = mustBe(await net.helping.act('anne', id, { kind: 'open_identity' }));
    expect(asked.identity).toEqual({ you: true, other: false });
    expect(asked.other.name).toBeUndefined();
    expect(asked.may).not.toContain('open_identity');
    expect(mustBe(await net.helping.view(lender, id)).other.name).toBeUndefined();
    const open = mustBe(await net.helping.act(lender, id, { kind: 'open_identity' }));
    expect(open.other).toEqual({ name: 'Anne Kerbrat', organisation: 'Ville de Vitré' });
    await net.turn();
    const told = net.sent.filter(({ kind }) => kind === 'identity_open');
    expect(told.find(({ person }) => person === lender)?.text).toContain('Anne Kerbrat');
    expect(told.find(({ person }) => person === 'anne')?.text).toMatch(/Robert Le Goff|Carl Thibault|Dora Quentel/);
    // The one who holds it may know her; what she hid of others stays hidden.
    mustBe(
      await net.helping.act('anne', id, { kind: 'say', text: 'Anne Kerbrat, 02 99 11 22 33 ; Sophie TANGUY aussi.' }),
    );
    await net.turn();
    expect(net.sent.at(-1)?.text).toContain('02 99 11 22 33');
    expect(net.sent.at(-1)?.text).not.toMatch(/tanguy/i);
  });

  it('hides who asks in later messages too, though the brief did not say it', async () => {
    const id = await ask(net, 'Le chantier a 40 jours de retard, que faire ?');
    const lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    for (const text of ['kerbrat anne, D0ANNE77', 'vitre, anne@exemple.fr', 'K E R B R A T'.replace(/ /g, '\u200b')])
      mustBe(await net.helping.act('anne', id, { kind: 'say', text }));
    await net.turn();
    const seen = JSON.stringify([net.sent.filter(({ person }) => person === lender).map(({ text }) => text)]);
    expect(seen.replace(/[^a-z0-9]/gi, '')).not.toMatch(/kerbrat|D0ANNE77|vitre|exemplefr/i);
  });

  it('lets the coordinator see the sealed question on the board, and no case', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    mustBe(await net.helping.act(lender, id, { kind: 'accept' }));
    const board = mustBe(await net.helping.board('cora'));
    expect(board.open.cases).toBe(1);
    expect(board.open.rows.map((row) => row.id)).toEqual([id]);
    expect(board.open.rows[0]?.question).not.toContain('Tanguy');
    expect(board.weeks).toHaveLength(12);
    expect(board.weeks.at(-1)).toEqual({ week: '2026-W48', opened: 1, taken: 1, medianWait: 0 });
    expect(board.reservists.find(({ cases }) => cases === 1)?.available).toBe(true);
    expect(faultOf(await net.helping.view('cora', id))).toBe('unknown_case');
    expect(faultOf(await net.helping.board('anne'))).toBe('not_yours');
    expect(faultOf(await net.helping.desk('anne'))).toBe('not_yours');
  });

  it('shows the fifty that have waited longest, and all of them to who asks', async () => {
    for (let n = 0; n < 52; n++) {
      await ask(net, QUESTION, n % 2 === 0 ? 'anne' : 'stan');
      net.wait(1);
    }
    const { queue } = mustBe(await net.helping.board('cora'));
    const all = mustBe(await net.helping.board('cora', true)).queue;
    expect([queue.cases, queue.rows.length, all.cases, all.rows.length]).toEqual([52, 50, 52, 52]);
    const opened = all.rows.map(({ openedAt }) => openedAt);
    expect(opened).toEqual(opened.toSorted());
    expect(queue.rows).toEqual(all.rows.slice(0, 50));
  });

  it('measures the wait in working time, and counts the themes nobody answers', async () => {
    net.wait(8 * 60 + 30);
    const id = await ask(net, QUESTION);
    net.wait(15 * 60);
    await net.turn();
    for (const who of ['bob', 'carl', 'dora']) await net.helping.act(who, id, { kind: 'accept' });
    await net.turn();
    const board = mustBe(await net.helping.board('cora'));
    expect(board.weeks.at(-1)?.medianWait).toBe(90);
    expect(board.themes).toEqual([]);
    await ask(net, QUESTION, 'stan');
    expect(mustBe(await net.helping.board('cora')).themes).toEqual([{ competence: 'execution', cases: 1 }]);
  });
});

describe('the rest of the desk', () => {
  it('plays back what was understood of someone’s hours, and keeps it once confirmed', async () => {
    const said = mustBe(await net.helping.availability('bob', 'pause jusqu’au 15 décembre', false));
    expect(said.done).toBe(false);
    expect(mustBe(await net.helping.desk('bob')).availability.paused).toBe(false);
    const done = mustBe(await net.helping.availability('bob', 'pause jusqu’au 15 décembre', true));
    expect(done.done).toBe(true);
    const { paused, nextAt } = mustBe(await net.helping.desk('bob')).availability;
    expect([paused, nextAt]).toEqual([true, '2026-12-16T07:00:00.000Z']);
    expect(faultOf(await net.helping.availability('bob', 'le chat dort', true))).toBe('not_understood');
    expect(faultOf(await net.helping.availability('anne', 'pause', true))).toBe('not_yours');
  });

  it('keeps what a reservist declares, names what is not right, and shows it to them alone', async () => {
    const declared = {
      competences: ['execution', 'seuils'],
      substitute: 'carl@exemple.fr',
      organisations: ['ville de vitré'],
      suppliers: ['Brezhon Travaux'],
    };
    mustBe(await net.helping.declare('bob', declared));
    expect(mustBe(await net.helping.desk('bob')).lent).toEqual({
      competences: ['execution', 'seuils'],
      allCompetences: ['execution', 'seuils'],
      substitute: 'Carl Thibault',
      conflicts: { organisations: ['Ville de Vitré'], suppliers: ['Brezhon Travaux'] },
    });
    // Declared, it holds for the next case: her own body is Vitré.
    const id = await ask(net, QUESTION);
    expect(mustBe(await net.cases.read(id)).offers.map((one) => one.reservist)).not.toContain('r-bob');
    for (const [over, word] of [
      [{ organisations: ['Atlantide'] }, 'Atlantide'],
      [{ substitute: 'personne' }, 'personne'],
      [{ substitute: 'Robert Le Goff' }, 'propre suppléant'],
      [{ competences: ['magie'] }, 'magie'],
      [{ competences: [] }, 'au moins une compétence'],
    ] as const) {
      const answer = await net.helping.declare('bob', { ...declared, ...over });
      expect(!answer.ok && answer.error.kind === 'not_understood' && answer.error.asked).toContain(word);
    }
    const long = 'x'.repeat(201);
    for (const over of [
      { organisations: [long] },
      { suppliers: [long] },
      { substitute: long },
      { competences: [long] },
    ])
      expect(faultOf(await net.helping.declare('bob', { ...declared, ...over }))).toBe('too_long');
    expect(mustBe(await net.helping.desk('bob')).lent.substitute).toBe('Carl Thibault');
    expect(faultOf(await net.helping.declare('anne', declared))).toBe('not_yours');
  });

  it('gives hours and absences as a calendar, and takes the busy times of one', async () => {
    const calendar = mustBe(await net.helping.calendar('bob'));
    expect(calendar).toContain('BEGIN:VCALENDAR');
    const busy = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//x//x//FR',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTAMP:20261101T000000Z',
      'DTSTART:20261202T080000Z',
      'DTEND:20261204T080000Z',
      'SUMMARY:Secret',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    expect(mustBe(await net.helping.takeCalendar('bob', busy))).toEqual({ absences: 1, leftOut: [] });
    const { absences } = mustBe(await net.helping.desk('bob')).availability;
    expect(absences).toEqual([{ from: '2026-12-02T08:00:00.000Z', to: '2026-12-04T08:00:00.000Z' }]);
    expect(JSON.stringify(mustBe(await store.reserve.reservists()))).not.toContain('Secret');
    expect(faultOf(await net.helping.takeCalendar('bob', 'bonjour'))).toBe('not_understood');
    expect(faultOf(await net.helping.calendar('anne'))).toBe('not_yours');
  });

  it('knows who is signed in', async () => {
    expect(await net.helping.signedIn('cora')).toEqual({
      person: 'cora',
      name: 'Coralie Madec',
      organisation: 'Rennes Métropole',
      role: 'buyer',
      reservist: false,
      coordinator: true,
      publicClass: 'métropole',
    });
    expect(await net.helping.signedIn('nobody')).toBeUndefined();
    expect(await net.helping.demoPeople()).toHaveLength(6);
  });

  it('speaks the language of each', async () => {
    const id = await ask(net, QUESTION);
    for (const who of ['bob', 'carl']) await net.helping.act(who, id, { kind: 'decline', reason: undefined });
    await net.turn();
    expect(mustBe(await net.helping.view('dora', id)).standing).toMatch(/^This case is offered to you/);
    expect(net.sent.find(({ person, kind }) => person === 'dora' && kind === 'offer')?.text).toContain(
      'A case is offered',
    );
  });

  it('writes down who saw which case, once a minute for the same look', async () => {
    const id = await ask(net, QUESTION);
    const lender = await offered(net, id);
    for (let times = 0; times < 3; times++) mustBe(await net.helping.view(lender, id));
    await net.helping.view('cora', id);
    const looks = mustBe(await store.help.looksAt(id));
    expect(looks.filter(({ person }) => person === lender).map(({ what }) => what)).toEqual(['offered']);
    expect(looks.some(({ person }) => person === 'cora')).toBe(false);
  });
});
