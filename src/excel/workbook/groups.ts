/** Items in groups, in their order, whose sizes come to no more than there is room; one that is larger is a group of its own. */
export function groupsBySize<T>(items: readonly T[], size: (item: T) => number, room: number): T[][] {
  const groups: T[][] = [];
  let left = 0;
  for (const item of items) {
    const taken = size(item);
    const last = groups.at(-1);
    if (last === undefined || taken > left) {
      groups.push([item]);
      left = room - taken;
    } else {
      last.push(item);
      left -= taken;
    }
  }
  return groups;
}
