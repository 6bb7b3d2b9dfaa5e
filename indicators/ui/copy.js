// Browsers keep navigator.clipboard for https and localhost; a server in a closed network has neither.
async function copy(words) {
  if (navigator.clipboard) return navigator.clipboard.writeText(words)
  const field = document.createElement("textarea")
  field.value = words
  document.body.append(field)
  field.select()
  const done = document.execCommand("copy")
  field.remove()
  if (!done) throw new Error("not copied")
}
