-- Why somebody with an appointment is here is said by the appointment, to whoever may see it: its title is no longer copied into
-- the queue, which desks read that may see only who it is.
alter table hub_visitor add appointment_id uuid references appointment on delete set null;
create index visitors_by_appointment on hub_visitor (appointment_id);
update hub_visitor v set why = '' from hub_ticket t where t.id = v.ticket_id and t.source = 'APPOINTMENT';
