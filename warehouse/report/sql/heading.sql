-- What an article is called: its title, a short first line, or its name at its source.
create or replace macro memory.main.heading(title, text, source_id) as
    case
        when title is not null then title
        when instr(text, chr(10)) between 2 and 121 then left(text, instr(text, chr(10)) - 1)
        else source_id
    end
