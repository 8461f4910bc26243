// Brings the database of DATABASE_URL up to date, for tests that need it to be a process.
import { migrate } from '../migrate';

await migrate();
