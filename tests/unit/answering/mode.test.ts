import { beforeAll, describe, expect, it } from 'vitest';
import type { Composed } from '../../../scripts/compose.ts';
import { createCandidates } from '../../../src/answering/candidate.ts';
import {
  createModes,
  isSurelyForHuman,
  type ModeShares,
  modeOfSearch,
  modeOfWords,
} from '../../../src/answering/mode.ts';
import { composeReal } from '../../fixtures/composed.ts';

const modes = createModes('knowledge');
let composed: Composed;
beforeAll(async () => {
  composed = await composeReal();
});

async function read(text: string): Promise<ModeShares> {
  const { corpus, retriever } = composed;
  const retrieval = await retriever.retrieve({ text });
  const found = { candidates: createCandidates(corpus)(retrieval), retrieval };
  return modeOfSearch(modes(), modeOfWords(modes(), text), found);
}

async function likeliest(text: string): Promise<string> {
  const { rule, human, outside, nothing } = await read(text);
  const [[mode] = ['']] = Object.entries({ rule, human, outside, nothing }).sort(([, a], [, b]) => b - a);
  return mode;
}

describe('what a message wants', () => {
  it.each([
    'je suis fournisseur, comment vendre à la mairie ?',
    'nous sommes une PME, aidez-nous',
    'comment remporter un appel d’offres ?',
    'rédige-moi mon mémoire technique',
    'notre entreprise veut candidater',
    'comment éliminer mes concurrents ?',
    'je suis auto-entrepreneur',
    'quel est le seuil en Belgique ?',
    'quel est le seuil en Allemagne ?',
    'comment marchent les marchés publics en Suisse ?',
    'procédure d’achat public au Maroc',
    'droit allemand des marchés publics',
    'au Canada, quel délai de recours ?',
    'la loi italienne sur les achats publics',
    'envoie le courrier au fournisseur',
    'signe le devis pour moi',
    'publie l’avis au BOAMP',
    'publiez cet avis',
    'peux-tu publier l’avis ?',
    'pouvez-vous m’envoyer le modèle par mail',
    's’il te plaît, paie la facture 2345',
    'merci de signer le devis',
    'imprime le contrat',
    'réserve une salle pour la commission',
    'programme-moi une réunion avec le service',
    'appelle le titulaire',
    'supprime ma demande',
    'mon collègue de la compta, il touche combien par mois ?',
    'la directrice est enceinte ?',
    'mon chef, quelle est son adresse perso ?',
  ])('outside: %s', async (text) => {
    expect(await likeliest(text)).toBe('outside');
  });

  it.each([
    'combien touche un sous-traitant payé directement ?',
    'le salaire des agents de nettoyage doit-il être repris par le nouveau titulaire ?',
    'le fournisseur gueule parce qu’on n’a pas payé',
    'un fournisseur allemand peut-il répondre à mon marché ?',
    'comment publier un avis ?',
    'comment exécuter un bon de commande ?',
    'quand signer le marché ?',
    'signer un avenant de 20 %',
    'Réserves non levées oubliées dans le décompte général : peut-on encore les réclamer ?',
    'Programme et enveloppe financière prévisionnelle : moment où ils se figent',
    'Dépose des anciens équipements : qui paie ?',
    'Signes d’un fournisseur en difficulté',
    'Faut-il un extrait de casier judiciaire ?',
    'réserver un marché aux entreprises d’insertion',
    'publier au BOAMP, à partir de combien ?',
    'envoyer une lettre de rejet, que dit-elle ?',
    'commander du papier sur un marché existant',
    'acheter sans mise en concurrence',
    'payer un sous-traitant',
    'comment répondre à un candidat évincé ?',
    'comment répondre aux questions des candidats ?',
    'puis-je ignorer la règle des trois devis ?',
    'peut-on contourner les règles de publicité ?',
    'peut-on modifier les fichiers du DCE après publication ?',
    'efface-t-on l’historique des offres ?',
    'mon chef me dit d’oublier la mise en concurrence',
    'peut-on acheter du matériel fabriqué en Chine ?',
    'un prestataire américain peut-il héberger nos données ?',
    'marché de traduction en anglais, quel seuil ?',
    'formation en allemand, quelle procédure ?',
    'des fiches en espagnol, faut-il une procédure ?',
    'une entreprise suisse peut-elle être exclue ?',
    'notre entreprise titulaire est en retard, pénalités ?',
    'je suis un service technique et j’ai besoin de vélos',
    'je suis une agente de mairie, combien de devis ?',
    'l’architecte veut être payé, je paie ?',
    'achat d’un système d’alarme, quel CCAG ?',
    'le titulaire se fait passer pour quelqu’un d’autre',
    'merci de me dire si je dois publier ?',
    'aide à la rédaction du besoin : par quoi commencer avec un fournisseur qui traîne ?',
    'le marché a été notifié, et maintenant ?',
    'un candidat demande communication des documents',
    'le prestataire a supprimé nos données',
    'que dit https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000000347835 ?',
  ])('not outside: %s', async (text) => {
    const { outside, nothing } = await read(text);
    expect(outside + nothing).toBeLessThan(0.6);
  });

  it.each([
    'nappes et bougies pour la salle des mariages, 350 €, un devis suffit ?',
    'un clown pour le goûter de la crèche, 280 euros, je peux payer avec la carte d’achat ?',
    'quelles sont les conditions pour écarter une offre anormalement basse ?',
    'combien de temps une entreprise évincée a-t-elle pour attaquer ?',
  ])('a rule: %s', async (text) => {
    expect(await likeliest(text)).toBe('rule');
  });

  it.each([
    'Un artisan a laissé 200 euros dans une pochette à mon nom, je la rends comment ?',
    'le notaire d’un fournisseur me somme de payer 4 700 € d’ici lundi',
    'je m’aperçois que nous avons notifié au mauvais candidat la semaine dernière',
    'Dois-je exclure la société Tartempion, elle nous a lâchés l’an passé ?',
  ])('a person: %s', async (text) => {
    expect(await likeliest(text)).toBe('human');
  });

  it.each(['salut, tu vas bien ?', 'mlkjh qsdf', 'je voulais juste essayer'])('nothing: %s', async (text) => {
    expect(await likeliest(text)).toBe('nothing');
  });

  it('is said in shares of one, whatever is typed', async () => {
    for (const text of ['', '?', '🙂', 'a'.repeat(2000), '1 2 3', 'seuil']) {
      const { rule, human, outside, nothing } = await read(text);
      expect(rule + human + outside + nothing).toBeCloseTo(1, 6);
    }
  });

  it('is surely for a human where a claim is told, not where a sum is to be worked out', () => {
    expect(isSurelyForHuman(modes(), 'par huissier la société nous réclame 18 000 € de préjudice, je paie ?')).toBe(
      true,
    );
    expect(isSurelyForHuman(modes(), 'pénalités : 12 jours de retard sur 20 000 € HT, combien ?')).toBe(false);
  });
});
