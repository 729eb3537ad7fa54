/** The names of a text in which they are parted by 、, commas or spaces. */
export function namesIn(text: string): string[] {
  return text.split(/[、,，;；\s]+/).filter((name) => name !== '');
}
