/** Who may import whom: the floors of `floors.cjs`; `scripts → adapters → ports of src`; one door per heavy library. */
const { FLOORS, OPEN } = require('./floors.cjs');

const inRooms = (rooms) => `^src/(${rooms.join('|')})(/|\\.ts$)`;

/** One rule a floor: neither sideways nor up. */
const floors = FLOORS.map((rooms, floor) => ({
  name: `floor-${floor + 1}-imports-lower-floors-only`,
  severity: 'error',
  from: { path: inRooms(rooms) },
  to: { path: inRooms(FLOORS.slice(floor).flat()), pathNot: '^src/$1(/|\\.ts$)' },
}));

const door = (name, pattern, file) => ({
  name: `one-door-${name}`,
  comment: `${name} is imported by one file only, so that it can be replaced there.`,
  severity: 'error',
  from: { path: '^(src|adapters|scripts)/', pathNot: file },
  to: { path: `node_modules/${pattern}/` },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...floors,
    {
      name: 'every-room-stands-on-a-floor',
      comment: 'A room of src that floors.cjs does not name.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: inRooms(FLOORS.flat()) },
    },
    {
      name: 'src-knows-no-adapter',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(adapters|scripts|tests)/' },
    },
    {
      name: 'adapters-enter-by-the-port',
      severity: 'error',
      from: { path: '^adapters/' },
      to: { path: '^(src|scripts|tests)/', pathNot: [inRooms(OPEN), '^src/[^/]+/port/'] },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^adapters/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'src-knows-no-platform-sdk',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/(@slack|botbuilder|fastify)' },
    },
    door('slack-bolt', '@slack/bolt', '^adapters/slack/slack\\.ts$'),
    door('slack-socket', '@slack/socket-mode', '^adapters/slack/slack\\.ts$'),
    door('botbuilder', 'botbuilder', '^adapters/teams/teams\\.ts$'),
    door('fastify', 'fastify', '^adapters/web/(web|uploads|endpoints)\\.ts$'),
    door('mcp', '@modelcontextprotocol', '^(adapters/mcp/(server|http|tools)\\.ts|scripts/mcp\\.ts)$'),
    door('rate-limiter', 'rate-limiter-flexible', '^src/limits\\.ts$'),
    door('nodemailer', 'nodemailer', '^adapters/mail/mail\\.ts$'),
    door('openid-client', 'openid-client', '^adapters/web/session/oidc\\.ts$'),
    door('langchain-openai', '@langchain/openai', '^src/model/openai\\.ts$'),
    door('prom-client', 'prom-client', '^src/(?:model/model-metrics|watching/metrics)\\.ts$'),
    door('better-sqlite3', 'better-sqlite3', '^src/store/(sqlite|sqlite-driver)\\.ts$'),
    door('pg', 'pg', '^src/store/postgres\\.ts$'),
    door('publicodes', 'publicodes', '^src/rules/engine\\.ts$'),
    door(
      'docx',
      'docx',
      '^src/(?:rewording/agreement/export-docx|interviews/export/sheet-docx|purchases/purchase-docx)\\.ts$',
    ),
    door('ical', 'ical.js', '^src/(?:reserve/ical|interviews/export/sheet-calendar)'),
    door('hnswlib', 'hnswlib-node', '^src/retrieval/vector-index\\.ts$'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
