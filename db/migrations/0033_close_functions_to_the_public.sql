-- What runs with the owner's rights is called by the application alone.
revoke execute on function places_held_below, attendance_of, place_is_gone from public;
--> statement-breakpoint
grant execute on function places_held_below, attendance_of, place_is_gone to lianxin_app;
