-- The line of a case in the lists is derived, as its sight and its places are, and whoever takes away a case takes it away first: to ask for its
-- case and its person again with each line took a twentieth of an import.
alter table case_summary drop constraint case_summary_case_id_fkey, drop constraint case_summary_person_id_fkey;
