import { testSecrets } from './secrets';

Object.assign(process.env, testSecrets);
