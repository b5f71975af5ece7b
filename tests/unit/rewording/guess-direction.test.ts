import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDirection } from '../../../src/rewording/guess-direction.ts';

const BY_DEPARTMENTS = [
  'On a besoin de 12 ordis pour la rentrée.',
  'Bonjour, il nous faudrait une société de ménage pour la mairie annexe.',
  'Est-ce que je peux demander la marque Stihl ?',
  'Le presta est encore en retard, on fait quoi ?',
  'Remplacer la chaudière du gymnase avant novembre, budget 40 000 €.',
  "j'aimerais rencontrer des éditeurs avant d'écrire le cahier des charges",
  'Nous souhaitons une formation SST pour 20 agents.',
  "Le titulaire du marché de nettoyage ne vient plus, je veux qu'il soit sanctionné.",
  '350 repas par jour en liaison froide pour les écoles.',
  "Peut-on prolonger le contrat d'entretien des ascenseurs de trois mois ?",
  'y a plus de papier, comment je commande ?',
  'Notre copieur est HS, on voudrait en louer un.',
  'Il faut absolument que le logiciel soit compatible avec notre SIRH.',
  'Qui signe le contrat avec la compagnie de théâtre ?',
  "J'ai reçu la livraison mais deux tables sont cassées.",
  'Combien de devis faut-il pour 9 000 euros ?',
  'Le maire veut un feu d’artifice le 14 juillet, dans les 15 000 euros.',
  'Des gants et des masques pour le service de réanimation, environ 2 000 par mois.',
  'Je cherche un architecte pour la future médiathèque.',
  'On voudrait que le marché soit réservé à un ESAT.',
  'Mon cousin travaille chez le fournisseur, ça pose problème ?',
  'La plateforme ne marche pas et nos usagers se plaignent.',
  'Faut changer les fenêtres de l’école, elles ferment plus.',
  'Le fournisseur réclame 8 % de plus à cause de l’inflation.',
  'Achat de 3 véhicules électriques pour les aides à domicile.',
  'On a eu zéro réponse pour le transport, je relance comment ?',
  'svp c pour savoir si on peut acheter sur internet',
  "Le service des espaces verts aurait l'utilité de deux tondeuses.",
  'Je voudrais donner le boulot à l’imprimeur du coin.',
  'Nous avons besoin d’un vigile pour la fête de la musique.',
];
const BY_BUYERS = [
  "Votre besoin doit être alloti conformément à l'article L2113-10.",
  'Merci de nous transmettre votre estimation du besoin avant vendredi.',
  'Le DCE sera publié lundi ; les offres sont attendues pour le 30.',
  'La procédure adaptée sera publiée au BOAMP ; merci de valider le CCTP.',
  'Veuillez compléter le BPU et le DQE.',
  'Vous devez certifier le service fait avant la mise en paiement.',
  "L'offre du candidat est irrégulière, elle ne peut être régularisée.",
  'Nous vous rappelons que toute mention de marque doit être suivie de « ou équivalent ».',
  'Le titulaire sollicite une révision des prix ; votre avis est attendu.',
  "L'accord-cadre arrive à son montant maximum.",
  'Une mise en demeure préalable a été adressée au titulaire.',
  'Le délai de standstill court à compter de la notification du rejet.',
  'La tranche optionnelle doit être affermie avant le 30 juin, merci de confirmer.',
  "Pourriez-vous nous transmettre le rapport d'analyse des offres signé ?",
  'Il vous appartient de définir les critères techniques et leur pondération.',
  'Le marché est reconductible tacitement deux fois.',
  'Vous disposez de dix jours pour formuler vos observations sur le projet de cahier.',
  "La commission d'appel d'offres se réunit le 12 ; vos rapports sont à rendre le 5.",
  'Les seuils de procédure s’apprécient par famille homogène de fournitures.',
  "L'acte d'engagement a été notifié au titulaire ce jour.",
  'Je vous invite à recenser vos besoins annuels par nature de prestations.',
  'Un avenant est nécessaire : merci de justifier les circonstances imprévues.',
  "Conformément au CCAG-FCS, les pénalités s'appliquent sans mise en demeure.",
  'Le candidat devra produire ses attestations fiscales et sociales.',
  'Votre demande relève d’un fractionnement prohibé.',
  'Pour lancer la consultation, merci de compléter la fiche d’expression du besoin.',
  'Les variantes ne sont pas autorisées au règlement de la consultation.',
  'Le groupement momentané d’entreprises a désigné un mandataire solidaire.',
  'La décision de réception avec réserves vous est transmise pour signature.',
  'Vos spécifications techniques ne peuvent pas citer de marque.',
];

describe('guessDirection', () => {
  it('tells which side wrote, at least 95 times in a hundred', () => {
    const wrong = [
      ...BY_DEPARTMENTS.filter((text) => guessDirection(text) !== 'to_buyer'),
      ...BY_BUYERS.filter((text) => guessDirection(text) !== 'to_prescriber'),
    ];
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(3);
  });

  it('takes a text that tells nothing for a need', () => {
    expect(guessDirection('')).toBe('to_buyer');
    expect(guessDirection('???')).toBe('to_buyer');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
        ['to_buyer', 'to_prescriber'].includes(guessDirection(text)),
      ),
    );
  });
});
