// Reports to a cmi5 platform: the launch address says where to write and as whom (cmi5, section 8). Without one it plays alone.
globalThis.truchementReport = (() => {
  const asked = new URL(location.href).searchParams;
  const endpoint = asked.get('endpoint')?.replace(/\/?$/, '/');
  const fetchAddress = asked.get('fetch');
  const actor = asked.get('actor');
  const registration = asked.get('registration');
  const activity = asked.get('activityId');
  const launched = [endpoint, fetchAddress, actor, registration, activity].every(
    (one) => one !== null && one !== undefined,
  );
  const startedAt = Date.now();
  const VERB = 'http://adlnet.gov/expapi/verbs/';
  const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
  const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
  let token;
  let launchData = {};
  let over = false;
  let line = Promise.resolve();

  const headers = () => ({
    authorization: `Basic ${token}`,
    'content-type': 'application/json',
    'x-experience-api-version': '1.0.3',
  });
  /** One statement after the other; what the platform refuses is said in the console and does not stop the learner. */
  const send = (verb, { moveOn = false, result, keepalive = false } = {}) => {
    line = line
      .then(async () => {
        if (token === undefined) return;
        const base = launchData.contextTemplate ?? {};
        const categories = [
          ...(base.contextActivities?.category ?? []),
          { id: CMI5 },
          ...(moveOn ? [{ id: MOVE_ON }] : []),
        ];
        const statement = {
          id: crypto.randomUUID(),
          timestamp: new Date().toISOString(),
          actor: JSON.parse(actor),
          verb: { id: VERB + verb, display: { en: verb } },
          object: { id: activity, objectType: 'Activity' },
          context: { ...base, registration, contextActivities: { ...base.contextActivities, category: categories } },
          ...(result === undefined ? {} : { result }),
        };
        const reply = await fetch(`${endpoint}statements?statementId=${statement.id}`, {
          method: 'PUT',
          headers: headers(),
          body: JSON.stringify(statement),
          keepalive,
        });
        if (!reply.ok) console.error(`statement ${verb} refused: ${reply.status}`);
      })
      .catch((error) => console.error(error));
    return line;
  };
  const stateAddress = (id) =>
    `${endpoint}activities/state?${new URLSearchParams({ stateId: id, activityId: activity, agent: actor, registration })}`;
  const lasted = () => `PT${Math.max(1, Math.round((Date.now() - startedAt) / 1000))}S`;

  return {
    start: async () => {
      if (!launched) return '';
      const reply = await fetch(fetchAddress, { method: 'POST' });
      ({ 'auth-token': token } = await reply.json());
      launchData = await (await fetch(stateAddress('LMS.LaunchData'), { headers: headers() })).json();
      await send('initialized');
      const kept = await fetch(stateAddress('place'), { headers: headers() });
      return kept.ok ? await kept.text() : '';
    },
    keep: (place) => {
      if (token !== undefined)
        line = line
          .then(() =>
            fetch(stateAddress('place'), {
              method: 'PUT',
              headers: { ...headers(), 'content-type': 'text/plain' },
              body: place,
            }),
          )
          .catch((error) => console.error(error));
    },
    answered: () => undefined,
    ended: (right, of, passed) =>
      send(passed ? 'passed' : 'failed', {
        moveOn: true,
        result: { success: passed, score: { scaled: right / of, raw: right, min: 0, max: of }, duration: lasted() },
      }),
    leave: () => {
      if (over) return line;
      over = true;
      return send('terminated', { result: { duration: lasted() }, keepalive: true }).then(() => {
        if (launchData.returnURL) location.assign(launchData.returnURL);
      });
    },
  };
})();
