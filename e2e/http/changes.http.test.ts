// One file, because the order matters: what may change the demo most comes last.
import './seeded-server';
import './bad-fields.cases';
import './doors.cases';
import './limits.cases';
import './replay.cases';
import './sessions.cases';
import './canary.cases';
import './workbook.cases';
import './ended-session.cases';
import './correction.cases';
import './publicity.cases';
import './as-browsers-post.cases';
import './cold.cases';
import '../matrix/actions.cases';
import './keeps.cases';
import './odd-text.cases';
import './inert.cases';
