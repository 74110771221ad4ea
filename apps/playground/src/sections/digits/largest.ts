/** The place of the largest number; of equal ones the first. */
export function largest(numbers: ArrayLike<number>): number {
  let place = 0
  for (let i = 1; i < numbers.length; i++) if ((numbers[i] ?? 0) > (numbers[place] ?? 0)) place = i
  return place
}
