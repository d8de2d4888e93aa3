#!/usr/bin/env node
// Small changes of a Solidity file that its tests should notice, made on the compiler's syntax tree.
// On the command line: tools/mutants.js FILE... lists them.
'use strict';
const crypto = require('crypto');
const fs = require('fs');
const solc = require('solc');

const SWAPS = {
  '<': ['<='], '<=': ['<'], '>': ['>='], '>=': ['>'], '==': ['!='], '!=': ['=='], '&&': ['||'], '||': ['&&'],
  '+': ['-'], '-': ['+'], '*': ['/'], '/': ['*'], '%': ['*'], '&': ['|'], '|': ['&'], '<<': ['>>'], '>>': ['<<'],
  '+=': ['-=', '='], '-=': ['+=', '='],
};
// What is left when one operand goes: both are tried where they are conditions, the first one where they are amounts.
const KEPT_OPERANDS = {
  '&&': ['left', 'right'], '||': ['left', 'right'], '+': ['left'], '-': ['left'], '*': ['left'], '/': ['left'],
};

/** Per kind of syntax node, the replacements for it: [what changes, the node or range replaced, the new text]. */
const OPERATORS = {
  IfStatement: (node, text) => reverts(node.trueBody)
    ? [['guard removed', node.condition, 'false'], ...inverted(node.condition, text)]
    : [['always', node.condition, 'true'], ['never', node.condition, 'false']],
  Conditional: (node) => [['always', node.condition, 'true'], ['never', node.condition, 'false']],
  BinaryOperation: (node, text) => [
    ...swapped(node, node.leftExpression, node.rightExpression, text),
    ...(KEPT_OPERANDS[node.operator] || []).map((side) => ['operand dropped', node, text(node[`${side}Expression`])]),
  ],
  Assignment: (node, text) => swapped(node, node.leftHandSide, node.rightHandSide, text),
  UnaryOperation: (node, text) => node.operator === '!' ? [['negation dropped', node, text(node.subExpression)]] : [],
  ExpressionStatement: (node) => isRefusal(node.expression) ? [] : [['statement removed', node, '']],
  Return: (node) => {
    const value = node.expression;
    return value?.kind === 'bool' ? [['result flipped', value, value.value === 'true' ? 'false' : 'true']] : [];
  },
  FunctionDefinition: (node) => node.kind === 'constructor' ? []
    : node.modifiers.map((modifier) => ['modifier removed', modifier, '']),
  VariableDeclaration: (node) => node.constant && node.value.kind === 'number'
    ? [['constant enlarged', node.value, `(${node.value.value.replace(/_/g, '')}${unit(node.value)} + 1)`]] : [],
  FunctionCall: (node) => {
    const other = { min: 'max', max: 'min' }[node.expression.memberName];
    const name = node.expression;
    return other ? [['bound exchanged', name, ['.' + name.memberName, '.' + other]]] : [];
  },
};

/** @returns every mutant of a source text, in its order */
function mutantsOf(file, source) {
  const bytes = Buffer.from(source);
  const mutants = [];
  visit(parse(file, source), null);
  return mutants.sort((one, other) => one.line - other.line);

  function visit(node, member) {
    for (const [operator, where, change] of (OPERATORS[node.nodeType] || (() => []))(node, text)) {
      add(member || node, operator, where, change);
    }
    for (const child of children(node)) {
      // The name of a mutant depends on the function or constant around it alone, and survives changes elsewhere.
      visit(child, node.nodeType === 'ContractDefinition' ? child : member);
    }
  }

  function text(node) {
    const [start, end] = range(node);
    return bytes.toString('utf8', start, end);
  }

  function add(member, operator, where, change) {
    const [start, end] = range(where);
    const before = text(where);
    const after = Array.isArray(change) ? replaceLast(before, ...change) : change;
    const semicolon = operator === 'statement removed' && bytes[end] === 0x3b ? 1 : 0;
    const mutated = Buffer.concat([bytes.subarray(0, start), Buffer.from(after), bytes.subarray(end + semicolon)]);
    const position = start - range(member)[0];
    const id = crypto.createHash('sha256')
      .update([file, text(member), position, end - start, operator, after].join('\0')).digest('hex').slice(0, 12);
    const line = bytes.toString('utf8', 0, start).split('\n').length;
    mutants.push({ id, file, line, operator, diff: diff(source, mutated.toString()), mutated: mutated.toString() });
  }
}

function parse(file, source) {
  const output = JSON.parse(solc.compile(JSON.stringify({
    language: 'Solidity',
    sources: { [file]: { content: source } },
    settings: { stopAfter: 'parsing', outputSelection: { '*': { '': ['ast'] } } },
  }), { import: () => ({ contents: '' }) }));
  const errors = (output.errors || []).filter((error) => error.severity === 'error');
  if (errors.length) throw new Error(errors[0].formattedMessage);
  return output.sources[file].ast;
}

function children(node) {
  return Object.values(node).flat().filter((child) => child && typeof child.nodeType === 'string');
}

function range(node) {
  const [start, length] = node.src.split(':').map(Number);
  return [start, start + length];
}

/** The operator between two operands exchanged, whatever else stands between them. */
function swapped(node, left, right, text) {
  const [start, end] = [range(left)[1], range(right)[0]];
  const between = { src: `${start}:${end - start}` };
  return (SWAPS[node.operator] || []).map((other) => [
    `${node.operator} to ${other}`, between, text(between).replace(node.operator, other),
  ]);
}

/** Not where turning the condition's own operator does the same. */
function inverted(condition, text) {
  return ['==', '!=', '!'].includes(condition.operator) ? [] : [['guard inverted', condition, `!(${text(condition)})`]];
}

function reverts(statement) {
  const only = statement.nodeType === 'Block' && statement.statements.length === 1 ? statement.statements[0] : statement;
  return only.nodeType === 'RevertStatement' || (only.nodeType === 'ExpressionStatement' && isRefusal(only.expression));
}

function isRefusal(expression) {
  return expression.nodeType === 'FunctionCall' && expression.expression.name === 'revert';
}

function unit(literal) {
  return literal.subdenomination ? ` ${literal.subdenomination}` : '';
}

function replaceLast(text, part, other) {
  const at = text.lastIndexOf(part);
  return text.slice(0, at) + other + text.slice(at + part.length);
}

/** The lines that differ, as `-` and `+`. */
function diff(before, after) {
  const [old, made] = [before.split('\n'), after.split('\n')];
  let first = 0;
  while (old[first] === made[first]) ++first;
  let last = 0;
  while (last < Math.min(old.length, made.length) - first && old[old.length - 1 - last] === made[made.length - 1 - last]) {
    ++last;
  }
  const lines = (sign, all) => all.slice(first, all.length - last).map((line) => sign + line.trim());
  return [...lines('- ', old), ...lines('+ ', made)].join('\n');
}

module.exports = { mutantsOf };

if (require.main === module) {
  for (const file of process.argv.slice(2)) {
    for (const { line, operator, diff: change } of mutantsOf(file, fs.readFileSync(file, 'utf8'))) {
      console.log(`${line}: ${operator}\n${change.replace(/^/gm, '  ')}`);
    }
  }
}
