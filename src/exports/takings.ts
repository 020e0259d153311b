/** How often an approved file may be taken; the key of export_taking keeps it too. */
export const mostTakings = 3
