/*
 * Tasks, scripts and programs that prepare or check the repository, as their names say.
 */

const CHORES =
  "tests?|lint(?:ers?)?|builds?|rebuild|checks?|ci|compile|assemble|format|fmt|type-?check|types|clean|install|deps|dependencies|" +
  "setup|bootstrap|prepare|init|all|verify|validate|coverage|e2e|bench(?:mark)?s?|docs?|audit|package|codegen|migrate|help";

const FIRST = new RegExp(`^(?:run[-_:.])?(?:${CHORES})(?![a-z])`);

/** Fewer than the first words: `agent-ci` may be an agent, `agent-tests` are tests. */
const LAST = /[-_:.](?:tests?|lint|builds?|checks?|type-?check|install|setup|deps)$/;

/** A check whose name says that Codex does it. */
const CHECK_BY_CODEX = /(?:by|with|using)[-_]?codex|^codex[-_:.](?:check|lint|docs|test)/;

/** Whether a task or a script of that name prepares or checks the repository. */
export function isChore(name: string): boolean {
  return (FIRST.test(name) || LAST.test(name)) && !CHECK_BY_CODEX.test(name);
}

const TOOLS =
  /^(?:eslint|prettier|biome|tsc|vitest|jest|mocha|playwright|cypress|ruff|mypy|pyright|pytest|unittest|doctest|black|isort|flake8|pylint|tox|nox|bandit|pip|venv|virtualenv|ensurepip|compileall|json\.tool|http\.server|twine|hatchling|alembic|mkdocs|sphinx(?:-build)?|django|uvicorn|gunicorn|flask|pre[-_]commit|poe|invoke)$/;

/** Whether a program is a well-known tool for developers. */
export function isTool(name: string): boolean {
  return TOOLS.test(name) || isChore(name);
}
