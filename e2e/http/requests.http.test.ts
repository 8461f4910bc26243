// One file, because the order matters: what only looks comes first, what may change the demo last.
import '../matrix/routes.cases';
import '../matrix/bypass.cases';
import './unique-ids.cases';
import './security-headers.cases';
import './bad-input.cases';
import './bad-fields.cases';
import './limits.cases';
import './replay.cases';
import './sessions.cases';
import './bad-handlers.cases';
import './canary.cases';
import './workbook.cases';
import './ended-session.cases';
import './as-browsers-post.cases';
import '../matrix/actions.cases';
import './odd-text.cases';
import './inert.cases';
