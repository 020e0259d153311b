-- How alike two people are is now told for many pairs at once (private.link_levels).
drop function if exists link_levels(person, person);
