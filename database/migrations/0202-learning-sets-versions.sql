-- Two who write about the same learning set see it, and neither loses what the other wrote.
alter table learning_set add column version int not null default 1;
