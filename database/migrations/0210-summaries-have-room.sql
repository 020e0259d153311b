-- Every note renews the line of its case. With room on its page the new line stays beside the old one and none of the eleven indexes is
-- written; without, each of them is. What is there already finds its room as it is renewed and vacuumed.
alter table case_summary set (fillfactor = 75);
