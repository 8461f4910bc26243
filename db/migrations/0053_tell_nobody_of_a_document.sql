-- Who submits an application is told nothing of another one with the same document: both lie on their
-- desks, where an officer sees it, and the document makes one member (people_id_idx).
drop index applications_open_per_id_idx;
