import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sentences to spoil: those of the fiches, the golden questions, and prescribers' and buyers' lines written for this. */
export function readSentences(): readonly string[] {
  return [
    ...new Set([
      ...OWN,
      ...fiches(),
      ...golden('own.jsonl'),
      ...golden('second.jsonl'),
      ...golden('questions.jsonl'),
      ...golden('lexicon/sentences.jsonl'),
    ]),
  ];
}

function fiches(): readonly string[] {
  const root = 'knowledge/modules';
  return readdirSync(root).flatMap((module) =>
    readdirSync(join(root, module))
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => {
        const body = readFileSync(join(root, module, file), 'utf8').split('\n---\n')[1] ?? '';
        return body
          .split('\n')
          .filter((line) => !/^[#|>]|\{\{|\[/.test(line))
          .flatMap((line) =>
            line
              .replace(/^[-*\d.]+\s+/, '')
              .replace(/\*\*/g, '')
              .split(/(?<=[.!?]) (?=[A-ZÀÉ])/),
          )
          .filter((sentence) => sentence.length > 30 && sentence.length < 200);
      }),
  );
}

const golden = (file: string): readonly string[] =>
  readFileSync(join('tests/golden', file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);

const OWN: readonly string[] = `
Il nous faut 12 chaises pour la salle du conseil avant le 15 mars 2027, budget 3 000 € TTC.
On a besoin de 3 PC portables Dell pour la rentrée, le budget c'est 4500 euros HT.
Faut pas que le prestataire vienne pendant les cours, sauf le mercredi.
Le titulaire doit remettre le rapport dans un délai de 24 mois.
Les offres doivent parvenir à la mairie de Lyon avant le 12 mai 2027 à 12 h.
Vous devez me transmettre le service fait sous 48 h.
Ménage des bureaux tous les soirs sauf le vendredi.
L'imprimante Ricoh du 2e étage ne marche plus, il faut la remplacer.
Le marché n'est pas reconductible et dure 2 ans.
La visite du site est obligatoire le lundi 3 février.
On voudrait si possible des produits bio à la cantine.
Une trentaine de mille euros pour repeindre le gymnase Jean Moulin à Nantes.
Il faudrait 200 repas par jour, livrés avant 11h30, sans porc.
L'accord-cadre est conclu pour 1 an, reconductible 3 fois.
Pas de livraison le lundi ni le mardi à l'école Jules Ferry.
Le nettoyage doit se faire uniquement avec des produits écolabellisés.
Le prestataire ne doit pas utiliser d'eau de Javel dans les crèches.
Si le matériel tombe en panne, il doit être remplacé sous 4 h.
On achète des Dell ou équivalent, 25 unités, livrées à Rennes.
Les pénalités sont plafonnées à 10 % du montant HT.
Merci d'envoyer la liste des agents à Mme Durand avant vendredi.
L'entretien des espaces verts représente 1 500 m² de pelouse.
Le candidat peut proposer une variante.
Les candidats peuvent visiter le site le mardi 12 janvier.
La maintenance des ascenseurs Otis court jusqu'à fin juin 2027.
Transmettez votre analyse 5 jours ouvrés avant la commission.
Il faut au moins 3 devis.
Le montant maximum est de 90 000 € HT sur 4 ans.
L'attributaire doit fournir ses attestations sous 10 jours.
Il nous faut un traiteur pour 80 personnes le jeudi 14 janvier à Toulouse.
Le logiciel doit être hébergé en France, sous réserve de l'accord de la DSI.
Il faut former 12 agents du CCAS, deux jours, en mars 2027.
Les travaux bruyants sont interdits avant 9 h.
Une clause d'insertion de 5 % des heures est exigée.
On cherche une entreprise pour tondre 2 ha de pelouse, 2 fois par mois d'avril à octobre.
Le véhicule Renault doit peser moins de 3 tonnes.
La livraison se fait à l'accueil, à condition d'avoir prévenu la veille.
Groupes de 10 personnes maximum, pendant trois semaines.
La collecte concerne 300 kg de papier par mois.
Les agents peuvent emprunter 5 vélos électriques.
Le chauffage est garanti 7 jours sur 7, en cas de panne un dépannage est exigé.
Un rayon de 30 km autour de Nantes, pas plus.
La visite est facultative mais recommandée.
Deux chaudières sont à remplacer à l'hôpital, sans coupure d'eau chaude.
Le contrat avec Canon se termine en septembre 2027.
`
  .trim()
  .split('\n');
