-- One person of a handed-in list is replaced in her own line: it then speaks of the new one and of hers.
grant update (outcome, booking_id) on unit_list_rows to lianxin_app;
