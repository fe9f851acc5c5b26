const KEY = 'tandem.device';
let inMemory: string | null = null;

/** A random name of this browser, the same after a reload; in memory where storage is blocked. */
export function deviceId(): string {
  if (inMemory !== null) return inMemory;
  const id = stored() ?? crypto.randomUUID();
  inMemory = id;
  return id;
}

function stored(): string | null {
  try {
    const known = localStorage.getItem(KEY);
    if (known !== null) return known;
    const made = crypto.randomUUID();
    localStorage.setItem(KEY, made);
    return made;
  } catch {
    return null;
  }
}
