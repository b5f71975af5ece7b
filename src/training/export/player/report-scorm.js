// Reports to a SCORM 1.2 platform by the API it puts in a window above. Without one the module plays all the same.
globalThis.truchementReport = (() => {
  const find = (from) => {
    let at = from;
    for (let up = 0; up < 500 && at !== null; up += 1) {
      if (at.API) return at.API;
      if (at.parent === at) break;
      at = at.parent;
    }
    return undefined;
  };
  const api = find(window) ?? (window.opener ? find(window.opener) : undefined);
  const set = (name, value) => api?.LMSSetValue(name, String(value));
  const startedAt = Date.now();
  const spent = () => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const two = (n) => String(n).padStart(2, '0');
    return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  };
  let over = false;
  return {
    start: () => {
      api?.LMSInitialize('');
      const status = api?.LMSGetValue('cmi.core.lesson_status');
      if (status === 'not attempted' || status === '') set('cmi.core.lesson_status', 'incomplete');
      api?.LMSCommit('');
      return api?.LMSGetValue('cmi.suspend_data') ?? '';
    },
    keep: (place) => {
      set('cmi.suspend_data', place);
      api?.LMSCommit('');
    },
    answered: (index, question, chosen, right) => {
      set(`cmi.interactions.${index}.id`, question.id.replace(/[^A-Za-z0-9]/g, '_'));
      set(`cmi.interactions.${index}.type`, 'choice');
      set(`cmi.interactions.${index}.student_response`, chosen.map((at) => String.fromCharCode(97 + at)).join(','));
      set(`cmi.interactions.${index}.result`, right ? 'correct' : 'wrong');
    },
    ended: (right, of, passed) => {
      set('cmi.core.score.min', 0);
      set('cmi.core.score.max', 100);
      set('cmi.core.score.raw', Math.round((100 * right) / of));
      set('cmi.core.lesson_status', passed ? 'passed' : 'failed');
      api?.LMSCommit('');
    },
    leave: () => {
      if (over) return;
      over = true;
      set('cmi.core.session_time', spent());
      set('cmi.core.exit', 'suspend');
      api?.LMSCommit('');
      api?.LMSFinish('');
    },
  };
})();
