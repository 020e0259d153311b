-- Who closed a record for a mentor: within a day they may open it again, if it was somebody else's.
alter table own_record add column closed_by uuid references account;
