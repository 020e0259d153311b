-- What no agreement opens is left out of the record as it is left out of sight. It reads nothing: codes in, yes or no out.
grant execute on function is_walled(text, text, text) to throughline_app;
