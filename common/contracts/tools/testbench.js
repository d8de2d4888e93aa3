// Runs the contracts' tests on changed sources, in a copy of the module. The copy's tests load each contract from its
// artifact; so only what was changed is compiled, in this process, and put into the artifacts.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');
const solc = require('solc');

const MODULE = path.dirname(__dirname);
const HOME = path.join(MODULE, 'mutation');
const SCRATCH = path.join(HOME, 'scratch');
const PRISTINE = path.join(HOME, 'pristine');
const FORGE = path.join(MODULE, 'node_modules/@foundry-rs/forge-linux-amd64/bin/forge');
const LONGEST_TEST_MS = 300_000;

class TestBench {
  /** @param sources the files whose contracts may be changed, and contain what is changed */
  constructor(sources) {
    this.sources = sources;
    this.remembered = new Map();
    restore();
    for (const folder of ['src', 'test', 'tools']) {
      fs.rmSync(path.join(SCRATCH, folder), { recursive: true, force: true });
      for (const file of listed(folder)) copy(path.join(MODULE, file), path.join(SCRATCH, file));
    }
    copy(path.join(MODULE, 'foundry.toml'), path.join(SCRATCH, 'foundry.toml'));
    const libraries = path.join(SCRATCH, 'node_modules');
    if (!fs.existsSync(libraries)) fs.symlinkSync(path.join(MODULE, 'node_modules'), libraries);
    this.testUnchanged();
    const anyArtifact = JSON.parse(fs.readFileSync(artifact(sources[0]), 'utf8'));
    const { compilationTarget, ...settings } = anyArtifact.metadata.settings;
    this.settings = settings;
  }

  testUnchanged() {
    const green = path.join(HOME, 'green');
    if (fs.existsSync(green) && fs.readFileSync(green, 'utf8') === testsDigest()) return;
    fs.rmSync(path.join(HOME, 'answers'), { recursive: true, force: true });
    const killer = test();
    if (killer) throw new Error(`${killer} fails without any change`);
    fs.writeFileSync(green, testsDigest());
  }

  /** What becomes of another text of a file: killed by a test, survived, equivalent to the original or invalid. */
  judge({ file, mutated }) {
    const mirror = path.join('test', path.relative('src', file)).replace(/\.sol$/, '');
    const rehearsed = listed('test', SCRATCH).filter((name) => name.startsWith(mirror) && name.endsWith('.t.sol'));
    // A library's own tests contain its code, the others load contracts that do.
    const first = file.startsWith('src/libraries/') ? rehearsed : this.sources;
    let [compiled, changed] = [null, 0];
    try {
      for (const [sources, tests] of [[first, rehearsed], [this.sources, null]]) {
        if (tests && !tests.length) continue;
        if (sources !== compiled) {
          const different = this.differing(file, mutated, sources);
          if (!different) return { outcome: 'invalid' };
          for (const { unit, evm } of different) patch(unit, evm);
          [compiled, changed] = [sources, changed + different.length];
        }
        const killer = changed ? test(tests) : null;
        if (killer) return { outcome: 'killed', by: killer };
      }
      return { outcome: changed ? 'survived' : 'equivalent' };
    } finally {
      restore();
    }
  }

  /** The contracts among these sources whose code another text of the file changes, or null if that does not compile. */
  differing(file, mutated, sources) {
    const users = this.usersOf(file, sources);
    // Compared after compiling from the same sources, as the order of functions may depend on them.
    const before = this.remember(`original of ${file} in ${sources}`, () => this.compile(users));
    const after = this.compile(users, { [file]: mutated });
    return after && users
      .map((unit) => ({ unit, old: evmOf(before, unit), evm: evmOf(after, unit) }))
      .filter(({ old, evm }) => old.bytecode.object !== evm.bytecode.object);
  }

  /** The contracts among these sources whose code comes partly from this file. */
  usersOf(file, sources) {
    return this.remember(`users of ${file} in ${sources}`, () => {
      const units = sources.map((source) => ({ file: source, name: '*' }));
      const all = this.remember(`${sources}`, () => this.compile(units, {}, ['sourceMap']));
      const id = all.sources[file]?.id;
      return sources.flatMap((source) => Object.entries(all.contracts[source])
        .filter(([, { evm }]) => comesFrom(evm.bytecode, id) || comesFrom(evm.deployedBytecode, id))
        .map(([name]) => ({ file: source, name })));
    });
  }

  compile(units, changes = {}, more = []) {
    const read = (name) => changes[name] ?? fs.readFileSync(path.join(SCRATCH, name), 'utf8');
    const parts = ['object', 'linkReferences', ...more];
    const wanted = parts.flatMap((part) => [`evm.bytecode.${part}`, `evm.deployedBytecode.${part}`]);
    const outputSelection = {};
    for (const { file, name } of units) (outputSelection[file] ||= {})[name] = wanted;
    const sources = Object.fromEntries(Object.keys(outputSelection).map((name) => [name, { content: read(name) }]));
    const input = JSON.stringify({ language: 'Solidity', sources, settings: { ...this.settings, outputSelection } });
    const output = JSON.parse(solc.compile(input, { import: (name) => ({ contents: read(name) }) }));
    return (output.errors || []).some(({ severity }) => severity === 'error') ? null : output;
  }

  remember(key, find) {
    if (!this.remembered.has(key)) this.remembered.set(key, find());
    return this.remembered.get(key);
  }
}

function evmOf(output, { file, name }) {
  return output.contracts[file][name].evm;
}

function comesFrom({ object, sourceMap }, id) {
  return object !== '' && sourceMap.split(';').some((entry) => entry.split(':')[2] === String(id));
}

function artifact(file, name = path.basename(file, '.sol')) {
  return path.join(SCRATCH, 'out', path.basename(file), `${name}.json`);
}

/** Puts the mutant's code where the tests load it from; forge takes the artifact for its own. */
function patch({ file, name }, evm) {
  const where = artifact(file, name);
  const kept = path.join(PRISTINE, path.relative(SCRATCH, where));
  if (!fs.existsSync(kept)) copy(where, kept);
  const content = JSON.parse(fs.readFileSync(where, 'utf8'));
  for (const part of ['bytecode', 'deployedBytecode']) {
    Object.assign(content[part], { object: `0x${evm[part].object}`, linkReferences: evm[part].linkReferences });
  }
  fs.writeFileSync(where, JSON.stringify(content));
}

function restore() {
  if (!fs.existsSync(PRISTINE)) return;
  for (const file of listed('.', PRISTINE)) copy(path.join(PRISTINE, file), path.join(SCRATCH, file));
  fs.rmSync(PRISTINE, { recursive: true });
}

/** Runs these test files, or all of them: the name of a test that fails, or null. */
function test(files) {
  const paths = files ? ['--match-path', files.length > 1 ? `{${files.join(',')}}` : files[0]] : [];
  const run = spawnSync(FORGE, ['test', '--fail-fast', ...paths], {
    cwd: SCRATCH,
    env: { ...process.env, FOUNDRY_PROFILE: 'mutation' },
    encoding: 'utf8',
    timeout: LONGEST_TEST_MS,
    maxBuffer: 1 << 28,
  });
  if (run.error?.code === 'ETIMEDOUT') return 'timeout';
  if (run.status === 0) return null;
  const failure = /^\[FAIL.*\] (\w+)\(/m.exec(run.stdout);
  if (!failure) throw new Error(`forge ended with ${run.status}:\n${run.stderr}`);
  return failure[1];
}

/** The files below a folder, without the Java ones. */
function listed(folder, base = MODULE) {
  return fs.readdirSync(path.join(base, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(base, path.join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => !/^src\/(main|test)\//.test(file))
    .sort();
}

/** Of everything that the outcome of a test depends on. */
function testsDigest() {
  const hash = crypto.createHash('sha256');
  const files = [...listed('src'), ...listed('test'), 'foundry.toml'];
  for (const file of files) hash.update(file).update('\0').update(fs.readFileSync(path.join(MODULE, file)));
  return hash.digest('hex').slice(0, 12);
}

function copy(from, to) {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
}

module.exports = { TestBench, listed, testsDigest };
