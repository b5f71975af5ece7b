import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hearLine } from '../../../../src/handoff/help/hear.ts';
import { readAvailability } from '../../../../src/reserve/say-availability.ts';
import { PEOPLE, RESERVISTS } from '../../../fixtures/network.ts';

/** A Wednesday, 10:00 in Paris. */
const NOW = new Date('2026-11-25T09:00:00Z');
const [reservist] = RESERVISTS;
const person = PEOPLE.find(({ id }) => id === reservist?.person);
if (reservist === undefined || person === undefined) throw new Error('the network has a reservist');
const lending = { person, reservist };
const hear = (text: string, who: typeof lending | undefined) =>
  hearLine({ readAvailability, now: () => NOW }, text, who);
const kindOf = (text: string) => hear(text, lending).kind;
const kindFromOthers = (text: string) => hear(text, undefined).kind;

describe('a line of the chat', () => {
  it.each([
    ['je suis disponible jeudi matin', /jeudi de 9.h à 12.h/],
    ['Pause jusqu’au 15 décembre', /16 décembre/],
    ['4 h par mois', /4.h/],
  ])('is about a reservist’s hours: %s', (text, playback) => {
    const heard = hear(text, lending);
    expect(heard).toMatchObject({ kind: 'availability', confirms: true });
    expect('playback' in heard && heard.playback).toMatch(playback);
  });

  it('shows hours that are asked for, and asks back what is unclear', () => {
    expect(hear('mes dispos ?', lending)).toMatchObject({ kind: 'availability', confirms: false });
    expect(kindOf('dispo un mardi sur deux')).toBe('unclear');
  });

  it('is a question from whoever lends no hours', () => {
    expect(kindFromOthers('je suis disponible jeudi matin')).toBe('question');
  });

  it.each([
    'mes données',
    'Mes données personnelles svp',
    'je veux recevoir mes données',
    'exporte mes données',
    'my data',
    'Peux-tu me donner mes données ?',
    'Bonjour, pourriez-vous m’envoyer une copie de mes données personnelles, s’il vous plaît ?',
    'je voudrais que tu me transmettes toutes mes infos',
    'comment récupérer mes données ?',
    'Que sais-tu de moi ?',
    'Quelles données avez-vous sur moi ?',
    'qu’est-ce que vous gardez sur moi ?',
    'je souhaite exercer mon droit d’accès',
    'Could you send me a copy of my data, please?',
    'what do you know about me?',
  ])('asks for one’s data: %s', (text) => expect(kindFromOthers(text)).toBe('my_data'));

  it.each([
    'oublie-moi',
    'Oubliez-moi !',
    'bonjour, oublie moi stp',
    'efface toutes mes données',
    'je veux supprimer mes données',
    'delete my data',
    'Peux-tu m’oublier ?',
    'je veux être oubliée',
    'je souhaite que vous m’oubliiez, merci',
    'Pouvez-vous supprimer mon compte ?',
    'efface tout ce que tu sais de moi',
    'merci de supprimer toutes les informations me concernant',
    'je demande la suppression de mes données personnelles',
    'je souhaite exercer mon droit à l’effacement',
    'Please delete everything you know about me',
  ])('asks to be forgotten: %s', (text) => expect(kindFromOthers(text)).toBe('forget_me'));

  it.each([
    'oublie-moi pas dans la boucle',
    'mes données de vente sont fausses, que faire ?',
    'peut-on supprimer mes données du marché après 5 ans ?',
    'mes données sont-elles publiées avec l’avis d’attribution ?',
    'que sais-tu de moi, Dupont Travaux, et de mes références ?',
    'peut-on oublier un candidat ?',
    'quelles données avez-vous sur mon fournisseur ?',
    'supprime le lot 2 de mon marché',
    'qu’est-ce que le droit à l’oubli ?',
    'oublie, je me suis trompé',
    'la commission est disponible jeudi matin ?',
    'combien de temps garder les données personnelles d’un candidat ?',
  ])('is a question: %s', (text) => expect(kindOf(text)).toBe('question'));

  it('takes none of the golden questions for anything else', () => {
    const files = ['questions.jsonl', 'own.jsonl', 'second.jsonl', 'masking/texts.jsonl'];
    const texts = files.flatMap((file) =>
      readFileSync(`tests/golden/${file}`, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => String(JSON.parse(line).text)),
    );
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => kindOf(text) !== 'question')).toEqual([]);
  });
});
