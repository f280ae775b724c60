-- Characters of a text's first line that serve as its heading: 0 where there is a title, or the line is a paragraph.
create or replace macro memory.main.heading_length(title, text) as
    case
        when title is not null then 0
        when instr(text, chr(10)) between 2 and 121 then instr(text, chr(10)) - 1
        else 0
    end
