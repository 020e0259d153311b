-- With whom an agency ever worked, those of the past too: what a contract pays for is looked for among them.
create index parties_of_agency on case_party (agency_id, case_id);
