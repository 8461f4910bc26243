import { testSecrets } from './secrets';

// Settings are whole or refused; at this address no database answers, so what asks one fails at once.
const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
Object.assign(process.env, testSecrets, nowhere);
