/** The ground under most of a run, apart from its facts: a list of thousands opened the JSON of each. */
export const mainGround = `
  alter table runs add column ground text;
  update runs set ground = (
    select nullif(json_extract(value, '$.type'), 'unknown') from json_each(facts, '$.surfaces')
    group by json_extract(value, '$.type') order by sum(json_extract(value, '$.distanceM')) desc limit 1
  );
`;
