-- When somebody last proved who they are in a session; until they did so again, when it began (T26).
alter table session add proved_at timestamptz;
