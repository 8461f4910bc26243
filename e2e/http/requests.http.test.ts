// What only looks, and what is refused. What may change the demo is in changes.http.test.ts, with a portal
// of its own, so that the two run beside each other.
import './seeded-server';
import '../matrix/routes.cases';
import '../matrix/bypass.cases';
import './unique-ids.cases';
import './page-weight.cases';
import './searches.cases';
import './security-headers.cases';
import './bad-input.cases';
import './bad-handlers.cases';
