/** What the commands say for themselves, to whoever installs the assistant. */
export const commandTexts = {
  noSqlite: `Le module compilé « better-sqlite3 », qui tient la base, n’est pas là ou ne convient pas à cette version de Node.
Une commande l’apporte (Debian, Ubuntu) : sudo apt-get install -y g++ make python3 && npm ci
Sans lui : donnez un serveur PostgreSQL (DATABASE_URL). « npm run ask » et « npm run reword » s’en passent.`,
} as const;
