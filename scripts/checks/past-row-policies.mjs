// Queries that read past the row policies, each with its reason. The list shrinks: a query that belongs on
// it is one whose reader may not see the rows, only what is made of them.
const reasons = {
  'features/member-records/queries/open-sheet.ts':
    'Whether a member holds an office anywhere is one word of their own sheet; the office may be of another union.',
  'features/announcements/queries/announcement.ts':
    'whom a message reaches and whether it was read: texts and notices are their readers’',
  'features/audit/queries/list-entries.ts': 'the ledger is open to its own permission alone',
  'features/corrections/queries/desk-corrections.ts':
    'a child is no desk’s to see, nor a member who has changed unions: only what was asked for',
  'features/desk/queries/overdue.ts':
    'how many cases of each matter are late at a desk below: numbers, no row of anybody',
  'features/desk/queries/case-tools.ts': 'who else may decide a case, from role rows of others',
  'features/identity/queries/deputies.ts':
    'colleagues by name, and whether one of them is away, from role rows of others',
  'features/employer-register/queries/keepers.ts':
    'officers by name, and whether one has the right at a place, from role rows of others',
  'features/family/queries/invitations.ts':
    'an invitation is found by the phone, before one is a guardian',
  'features/identity/queries/code-wait.ts': 'before signing in nobody is anybody',
  'features/identity/queries/demo-codes.ts': 'before signing in nobody is anybody',
  'features/identity/queries/responsible.ts':
    'who answers for a desk is told, their role rows are not',
  'features/review/queries/desk-application.ts': 'one yes or no about other people’s documents',
  'features/review/queries/desk-officers.ts': 'whom to tell, from role rows of others',
  'features/transfers/queries/desk-transfers.ts': 'where a 会籍 lies, which may be another union',
  'features/members/queries/document-in-use.ts': 'one yes or no about other people’s documents',
  'features/members/queries/my-card.ts': 'a card is checked by anyone, by its signed code',
  'features/notifications/queries/demo-messages.ts': 'the demo shows every text to everyone',
  'features/notifications/queries/undelivered.ts':
    'texts that failed, of all accounts, with phones masked',
  'features/bookings/queries/booking-check.ts':
    'a booking is checked by anyone, by its signed code',
  'features/enrolment/queries/desk-case.ts':
    'conditions rest on bookings elsewhere; only outcomes come out',
  'features/conditions/queries/fitting-members.ts': 'a rough count over all unions',
  'features/configuration/queries/install-facts.ts':
    'counts of how far an installation has come: no row of anybody',
  'features/configuration/queries/test-message.ts': 'what became of one’s own test message',
  'features/duplicates/queries/list-pairs.ts':
    'how the two records of a pair are called; the pair itself is read by who may see both',
  'features/duplicates/queries/merge.ts':
    'counts of rows that followed, and who merged; the merge itself is read by who may see it',
  'features/duplicates/queries/pair.ts':
    'a record without a union is nobody’s to see; the pair itself is read by who may see both',
  'features/figures/queries/read-figures.ts':
    'numbers without names; scope stands in the statement, small ones are hidden',
  'features/figures/queries/figure-lines.ts':
    'whether somebody was of new forms of work is asked of their own union',
  'features/figures/queries/union-figures.ts':
    'whether a first joining was the first of a life is asked of every union; scope stands in the statement',
  'features/figures/queries/union-rows.ts':
    'the rows that were counted, by the same statement; each look is recorded',
  'features/imports/queries/undo-preview.ts':
    'counts of who has been touched since, in whatever table; no row of anybody',
  'features/segments/queries/in-segment.ts':
    'services somebody attended elsewhere; only yes or no comes out',
  'features/segments/queries/segment-members.ts':
    'services somebody attended elsewhere are a condition; members of the own scope come out, which stands in the statement',
  'features/unit-lists/queries/evaluate-unit-rows.ts':
    'conditions rest on bookings elsewhere; only outcomes come out',
  'features/unit-lists/queries/unit-start.ts':
    'a chair learns who has not answered of the lists handed in, not of who else is in',
  'features/bookings/queries/my-bookings.ts': 'one’s place in a queue of others',
  'features/places/queries/my-turn.ts': 'one’s place in a queue of others',
  'features/eligibility/queries/no-shows.ts':
    'conditions rest on bookings elsewhere; only outcomes come out',
  'features/conditions/queries/preview-rules.ts':
    'conditions rest on bookings elsewhere; only outcomes come out',
  'features/unit-lists/queries/unit-list.ts':
    'a chair learns of the session, not of who else is in it',
  'features/places/queries/where-places.ts': 'the 会籍 of who waits lies with their own union',
  'features/ratings/queries/summary.ts':
    'an average for everyone, of ratings that nobody else reads',
  'features/screening/queries/hospital-day.ts':
    'no hospital sees a row of a screening: numbers ahead, names in minutes that a setting says',
  'features/training/queries/certificates.ts':
    'a certificate is checked by anyone, by the code on it',
  'features/enrolment/queries/book-for-screen.ts':
    '代办: whose number it is and the masked names of their children, each look on record; the officer may not open a family',
  'features/scheduling/queries/merge-preview.ts':
    'conditions rest on bookings elsewhere; only outcomes come out',
  'features/places/queries/reservations.ts':
    'the masked name of whom a place is reserved for, whose union may lie outside the officer’s',
  'features/transfers/queries/carried.ts':
    'how much a member has under way with every union, for the member alone; numbers only',
  'features/lifecycle/queries/closing-counts.ts':
    'what hangs on a union that is to be closed, for who may close it and may not see its members; numbers only',
  'features/secondments/queries/secondments.ts':
    'name of who works at a union of the officer’s for some time, whose 会籍 lies elsewhere; scoped in the statement',
  'features/transfers/queries/desk-sides.ts':
    'name and card number of who moves, told to both unions; the new one has no row of theirs yet',
};

const isQuery = /^features\/[^/]+\/queries\/(?!.*\.test(-helpers|-data)?\.ts$)/;
// Split, so that this file does not find itself.
const past = new RegExp('\\b(as|by|readAs)' + 'System\\b');

/** A query that reads as the system without a reason on the list, or no longer does although it is on it. */
export function checkRowPolicies(sources) {
  return sources
    .filter(({ file }) => isQuery.test(file))
    .flatMap(({ file, text }) => {
      const reads = past.test(text);
      if (reads && !(file in reasons))
        return [`${file}: reads past the row policies; let them know the reader instead`];
      if (!reads && file in reasons)
        return [`${file}: reads within the row policies: take it off past-row-policies.mjs`];
      return [];
    });
}
