import { createHash } from 'node:crypto'
import type { Client } from 'pg'

// To apply all policies takes every table for itself: beside a program that runs it would wait for it, and it for us. So a
// command that starts beside one applies only what does not stand.

/** Functions, who may run them, policies, grants and triggers, as they lie in the catalogue; not what an extension brought. */
const catalogue = `
  select md5(string_agg(line, ' ' order by line)) as stands from (
    select concat_ws(' ', 'function', p.oid::regprocedure, md5(p.prosrc), p.proowner::regrole, p.proacl, p.prosecdef, p.proconfig, p.prorettype)
    from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all select concat_ws(' ', 'policy', p.polrelid::regclass, p.polname, p.polcmd, p.polpermissive, p.polroles, p.polqual, p.polwithcheck)
    from pg_policy p
    union all select concat_ws(' ', 'relation', c.oid::regclass, c.relowner::regrole, c.relrowsecurity, c.relforcerowsecurity, c.relacl)
    from pg_class c where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
    union all select concat_ws(' ', 'column', a.attrelid::regclass, a.attname, a.attacl) from pg_attribute a where a.attacl is not null
    union all select concat_ws(' ', 'trigger', g.tgrelid::regclass, pg_get_triggerdef(g.oid), g.tgenabled) from pg_trigger g where not g.tgisinternal
  ) all_of_it (line)`

/** Whether these texts were the last that were applied, and nobody has changed what they made. */
export async function stillStands(owner: Client, texts: readonly string[]): Promise<boolean> {
  const { rows: known } = await owner.query(`select to_regclass('applied.standing') is not null as is_known`)
  if (!known[0].is_known) return false
  const { rows } = await owner.query<{ texts: string; stands: string }>('select texts, stands from applied.standing')
  return rows[0]?.texts === hashOf(texts) && rows[0].stands === (await readCatalogue(owner))
}

/** Remembers, in the transaction that applied them, which texts made what stands. */
export async function rememberStanding(owner: Client, texts: readonly string[]): Promise<void> {
  await owner.query('create schema if not exists applied') // of its own: a backup has the record, not what our files made
  await owner.query('create table if not exists applied.standing (texts text not null, stands text not null)')
  await owner.query('delete from applied.standing')
  await owner.query('insert into applied.standing values ($1, $2)', [hashOf(texts), await readCatalogue(owner)])
}

/** All of it as 32 hexadecimal digits. */
export async function readCatalogue(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ stands: string }>(catalogue)
  return rows[0]!.stands
}

function hashOf(texts: readonly string[]): string {
  return createHash('sha256').update(texts.join('\n')).digest('hex')
}
