-- What My day counts for a whole agency, from indexes alone: open cases in which nobody is named, inside and outside.
create index summary_unnamed_inside on case_summary (case_id) include (person_id) where is_open and died_on is null and key_worker_id is null;
create index summary_unnamed_outside on case_summary (case_id) include (person_id) where is_open and died_on is null and community_manager_id is null;
-- Steps that an agency has to do and no worker of it by name.
create index steps_of_agency on step (responsible_agency_id, due_on) where closed_at is null and responsible_account_id is null;
