/** The latest things, at most so many: the oldest give way. */
export interface Latest<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
}

export function createLatest<T>(limit: number): Latest<T> {
  const entries = new Map<string, T>();
  return {
    get: (key) => entries.get(key),
    set: (key, value) => {
      entries.delete(key);
      if (entries.size >= limit) entries.delete(entries.keys().next().value ?? '');
      entries.set(key, value);
    },
    delete: (key) => {
      entries.delete(key);
    },
  };
}
