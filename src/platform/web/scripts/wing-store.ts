import type { Prepared, SealedNote } from './wing-seal.ts'

const store = async <T>(name: 'notes' | 'prepared', work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const database = await opened()
  try {
    return await settled(work(database.transaction(name, 'readwrite').objectStore(name)))
  } finally {
    database.close()
  }
}

export const savePrepared = (prepared: Prepared) => store('prepared', (kept) => kept.put(prepared, 'now'))
export const readPrepared = () => store<Prepared | undefined>('prepared', (kept) => kept.get('now'))
export const forgetPrepared = () => store('prepared', (kept) => kept.clear())
export const keepNote = (note: SealedNote) => store('notes', (kept) => kept.put(note, note.id))
export const allNotes = () => store<SealedNote[]>('notes', (kept) => kept.getAll())
export const deleteNote = (id: string) => store('notes', (kept) => kept.delete(id))

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('tl-wing', 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore('notes')
    request.result.createObjectStore('prepared')
  })
  return settled(request)
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
