import type { Roster, RosterPerson } from '../book/model';
import type { Person } from '../book/model';
import { similarNames } from '../words/similarNames';

/** What a 职务 makes of somebody in the evaluation (三（二）3). */
export type EvaluationRole = '局领导' | '科室负责人' | '工作人员' | '未注明';

/** 局领导 of the bureau and of 市贸促会; any of them may be the 分管领导, as no roster says who is in charge of what. */
const LEADER = /局领导|分管领导|^(党组(书记|副书记|成员)|(常务)?副?局长|副?会长|纪检监察组组?长|总(经济|工程|会计)师)$/;
/** 主任科员 and 调研员 are ranks, not posts. */
const HEAD = /(科长|主任|部长|处长|所长|队长|书记|负责人)$/;
/** Deputies are evaluated by their 科长, unless they lead the 科室 themselves. */
const DEPUTY = /^副|副(科长|主任|部长|处长|所长|队长|书记)/;
const IN_CHARGE = /主持|专职副书记/;

/** The role behind a 职务 such as 「科长、一级主任科员」 or 「副科长（主持工作）」. */
export function evaluationRole(position: string): EvaluationRole {
  const posts = position.split(/[\s、,，;；/兼()（）]+/).filter((post) => post !== '');
  if (posts.length === 0) return '未注明';
  if (posts.some((post) => LEADER.test(post))) return '局领导';
  const leads = IN_CHARGE.test(position) || posts.some((post) => HEAD.test(post) && !DEPUTY.test(post));
  return leads ? '科室负责人' : '工作人员';
}

/** Why a signature on 附件2 is not the one that 三（二）3 asks for. */
export type EvaluatorFault =
  | { readonly kind: 'self' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'role'; readonly expected: string; readonly actual: string };

/** Who may evaluate whom, by the roster's 科室 and 职务 (R21). */
export class Evaluators {
  private readonly byName = new Map<string, RosterPerson[]>();
  private readonly ledDepartments = new Set<string>();

  constructor(private readonly roster: Roster | null) {
    for (const person of roster?.people ?? []) {
      this.byName.set(person.name, [...(this.byName.get(person.name) ?? []), person]);
      if (evaluationRole(person.position) === '科室负责人') this.ledDepartments.add(person.department);
    }
  }

  /**
   * What is wrong with a signature: 科长 sign for the people of their 科室, 分管领导 for 科长 and where a 科室 has none.
   * Null when nothing is, or when the roster says too little to tell.
   *
   * @param signer normalised like a name, not blank
   */
  faultOf(person: Person, signer: string): EvaluatorFault | null {
    const isSelf = ({ department, name }: RosterPerson) => name === person.name && department === person.department;
    const candidates = (this.byName.get(signer) ?? []).filter((candidate) => !isSelf(candidate));
    const [first] = candidates;
    if (signer === person.name && first === undefined) return { kind: 'self' };
    if (this.roster === null) return null;
    if (first === undefined || candidates.every(({ position }) => evaluationRole(position) === '未注明')) {
      return { kind: 'unknown' };
    }
    const expected = this.expectedFor(person);
    if (expected === null || candidates.some((candidate) => this.fits(candidate, person))) return null;
    return { kind: 'role', expected, actual: `${first.department}${first.position}` };
  }

  /** Names of the roster like that of a signer; none for one that it has. */
  similarTo(signer: string): string[] {
    return this.byName.has(signer) ? [] : similarNames(signer, this.byName.keys());
  }

  private fits({ department, position }: RosterPerson, person: Person): boolean {
    const role = evaluationRole(position);
    return this.needsLeader(person) ? role === '局领导' : role === '科室负责人' && department === person.department;
  }

  /** The notice says nothing of who evaluates 局领导. */
  private expectedFor(person: Person): string | null {
    const role = evaluationRole(person.position);
    if (role === '未注明' || role === '局领导') return null;
    return this.needsLeader(person) ? '分管领导' : `${person.department}的科长（科室负责人）`;
  }

  private needsLeader({ department, position }: Person): boolean {
    return evaluationRole(position) === '科室负责人' || !this.ledDepartments.has(department);
  }
}
