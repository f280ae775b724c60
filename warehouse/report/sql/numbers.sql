-- Figures numbered as they stand in their article: those of the title first.
create or replace table memory.main.numbers as
select
    figure_id,
    article_id,
    row_number() over (partition by article_id order by field desc, char_start, char_end, figure_id) as number
from figures
