-- What mentors and peer researchers came to themselves: a skill, work, a firm of their own. Said by them, and taken out when they want.
alter table mentor_entry drop constraint mentor_entry_kind_check;
alter table mentor_entry add constraint mentor_entry_kind_check check (kind in ('VETTING', 'TRAINING', 'SUPERVISION', 'GOAL', 'BACKGROUND', 'PROGRESS'));
