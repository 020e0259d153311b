-- What waits for an agency is counted from the index alone: all that the policy asks of a referral stands in it.
drop index referrals_received_open;
create index referrals_received_open on referral (to_agency_id, status, sent_at, id) include (from_agency_id, person_id, case_id)
  where status in ('SENT', 'RECEIVED', 'ACCEPTED', 'STARTED');
