/** A text for a YAML file that a person edits: as it stands where that is safe in YAML, else in quotes. */
export function scalar(text: string): string {
  const plain = /^[\p{Script=Han}A-Za-z][\p{Script=Han}\w().+\-/（）]*$/u.test(text);
  return plain && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
