export function makeSecrets(): { APP_SECRET: string; FIELD_KEYS: string; INDEX_KEYS: string };
