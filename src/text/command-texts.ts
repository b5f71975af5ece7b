/** What the commands say for themselves, to whoever installs the assistant. */
export const commandTexts = {
  noSqlite: `Le module compilé « better-sqlite3 », qui tient la base, n’est pas là ou ne convient pas à cette version de Node.
Une commande l’apporte (Debian, Ubuntu) : sudo apt-get install -y g++ make python3 && npm ci
Sans lui : donnez un serveur PostgreSQL (DATABASE_URL). « npm run ask » et « npm run reword » s’en passent.`,
  log: { error: 'erreur', warning: 'attention' },
  start: {
    what: 'Truchement répond aux services et aux acheteurs, et les fait se comprendre.',
    demo: 'Truchement, démonstration : des personnes inventées, de quatre organismes.',
    first: 'Premier démarrage : Truchement lit ses fiches et fait son index, une demi-minute environ.',
    address: (address: string) => `Ouvrez ${address} dans votre navigateur.`,
    stop: 'Pour l’arrêter : Ctrl+C.',
  },
  line: {
    usage: (written: string) => `Usage : ${written}`,
    help: 'montre cette aide',
    unknown: (option: string) => `option inconnue : ${option} ; voir --help`,
    unexpected: (word: string) => `argument inattendu : ${word} ; voir --help`,
    missing: (option: string, value: string) => `il manque ${value} après ${option} ; voir --help`,
    noValue: (option: string) => `${option} ne prend pas de valeur ; voir --help`,
    notNumber: (option: string, given: string) => `${option} attend un nombre entier, pas « ${given} » ; voir --help`,
    notOneOf: (option: string, given: string, value: string) =>
      `${option} attend ${value}, pas « ${given} » ; voir --help`,
  },
} as const;
