/** What the commands that back up, restore and migrate say. */
export const backupTexts = {
  usage: {
    backup: 'usage : npm run backup -- FICHIER',
    restore: 'usage : npm run restore -- FICHIER [--overwrite] [--verify]',
  },
  made: (file: string, bytes: number, sealed: boolean) =>
    `${file} : ${Math.ceil(bytes / 1024)} Kio, ${sealed ? 'chiffrée' : 'non chiffrée (TRUCHEMENT_BACKUP_KEY n’est pas donnée) : elle contient des identités'}`,
  verified: (file: string, madeAt: string, version: string) =>
    `${file} : entière, du ${madeAt}, faite par la version ${version}`,
  restored: (file: string, madeAt: string, version: string) =>
    `Restauré : ${file}, du ${madeAt}, faite par la version ${version}. L’assistant peut démarrer.`,
  aside: (folder: string) => `Ce qui était là est gardé dans ${folder}`,
  fault: {
    exists: (file: string) => `${file} existe déjà : rien n’est écrit par-dessus. Donnez un autre nom.`,
    no_file: (file: string) => `${file} n’existe pas.`,
    no_database: (data: string) => `${data} : il n’y a pas de base à sauvegarder (TRUCHEMENT_DATA).`,
    unsound: 'SQLite trouve la base abîmée : rien n’est écrit.',
    damaged: (file: string) =>
      `${file} : ce n’est pas une sauvegarde, ou elle a été abîmée ou changée. Rien n’a été touché ; prenez-en une autre.`,
    truncated: (file: string) =>
      `${file} : la sauvegarde est coupée, il en manque la fin. Rien n’a été touché ; prenez-en une autre.`,
    wrong_key: (file: string) =>
      `${file} : la clé n’est pas celle de cette sauvegarde (TRUCHEMENT_BACKUP_KEY). Rien n’a été touché.`,
    key_needed: (file: string) => `${file} : la sauvegarde est chiffrée ; donnez sa clé (TRUCHEMENT_BACKUP_KEY).`,
    newer: (file: string, version: string, migrations: string) =>
      `${file} : faite par une version plus récente (${version} : ${migrations}). Installez-la d’abord. Rien n’a été touché.`,
    other_store: (file: string, postgres: boolean) =>
      postgres
        ? `${file} : c’est la sauvegarde d’une base PostgreSQL ; donnez son DATABASE_URL.`
        : `${file} : c’est la sauvegarde d’une base SQLite ; ôtez DATABASE_URL.`,
    not_empty:
      'Il y a déjà des données ici : rien n’est touché. Avec --overwrite, elles sont mises de côté, puis remplacées.',
    in_use: 'L’assistant a la base ouverte : arrêtez-le, puis recommencez. Rien n’a été touché.',
    tool: (name: string, said: string) =>
      said === 'ENOENT'
        ? `Le programme « ${name} » n’est pas installé (Debian : apt-get install ${name.startsWith('pg_') ? 'postgresql-client' : name}).`
        : `${name} a échoué : ${said}`,
  },
  migrations: {
    none: 'La base est à jour.',
    waiting: (names: string) => `À faire : ${names}`,
    tried: 'Essayé, puis défait : rien n’a été changé.',
    done: 'Fait.',
  },
};
