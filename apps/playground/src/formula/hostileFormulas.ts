/** Texts that somebody might write to break or to hold up a reader of formulas: hundreds, of every kind. */
export function hostileFormulas(): readonly string[] {
  return [...new Set([...known, ...powers(), ...nested(), ...names(), ...mangled(), ...long()])]
}

const known = [
  '', ' ', '\t\n', '\0', 'f(x)=x', 'z=3', 'a=b=c', 'z;z', 'z\nz', '"text"', "'text'", '`text`', '#', '# comment', '//', '/*z*/', '[1,2,3]', '[[1,2],[3,4]]', '{a:1}', '{}', 'z[1]', 'z.z',
  'z.constructor', 'z.constructor("return 1")()', '"".constructor', '[].constructor.constructor("alert(1)")()', 'constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty',
  'this', 'self', 'window', 'globalThis', 'document.cookie', 'process.exit()', 'require("fs")', 'import("fs")', 'import(z)', 'eval(z)', 'eval("1")', 'evaluate("1")', 'parse("z")', 'simplify(z)',
  'derivative(z,z)', 'createUnit("z")', 'unit(5)', '5 cm', '5cm to inch', '2 inch in cm', 'range(1,1e8)', 'ones(1e9)', 'zeros(1e9,1e9)', 'factorial(1e8)', 'z!', '170!', 'z!!', '5!z', 'z%2', '5%', 'z mod 2',
  'mod(z,2)', 'gcd(1,2)', 'random()', 'while(1){}', 'for(;;);', '(()=>{for(;;);})()', 'function(){}', 'z=>z', 'new Date', 'async z', 'await z', 'yield z', 'z<1', 'z>1', 'z<=1', 'z>=1', 'z==1',
  'z!=1', 'z===1', 'z<1<2', 'z and 1', 'z or 1', 'not z', 'z xor 1', 'z&&1', 'z||1', '!z', 'z&1', 'z|1', '~z', 'z<<1', 'z>>1', 'z>>>1', 'z?1:0', 'z>0?z:0', 'z ? z : z ? z : z', '1:10', '1:z:10', ':',
  'true', 'false', 'null', 'undefined', 'NaN', 'Infinity', 'i', '2i', 'x', 'y', 'Z', 'π', 'σ(z)', 'z²', '２z', 'ｚ', 'z−1', 'z×2', 'z÷2', '√z', '∞', 'z·2', '𝒛', '\u202Ez', '\u200Bz', 'z\u0301', '\uD800', '💥', '零',
  'z^', '^z', 'z+', '*z', 'z**2', 'z^^2', '()', '(', ')', ')(', '(z', 'z)', ',', 'z,z', 'exp', 'exp()', 'exp z', 'exp(z,z)', 'exp(,)', 'log(z,2)', 'log()', 'max()', 'max(z)', 'pow(z)', 'pow(1,2,3)', 'z(z)', '(z)(z)', '2(z)',
  'exp(exp)', 'exp(z)(z)', 'exp.exp', 'exp.constructor(z)', 'sin', 'sin.call(z)', 'z.^2', 'z.*2', 'z./2', "z'", 'z"', '1.2.3', '.', '..', '1..2', '.z', 'z.', '1e', '1e999', '-1e999', '1e-999', '0x', '0xFFFFFFFFFFFFFFFFF', '0b2', '0o9', '1_000',
  '1,000', '$z', '_z', 'z_1', '@z', '\\z', 'a.b.c.d', 'exp(z).z', 'sqrt(-1)', '0/0', '1/0', 'log(0)', '0^0', '0^-1', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '%00', '&#x41;', '${z}', '{{z}}',
  '../../etc/passwd', '; DROP TABLE z', 'z'.repeat(200), 'end', 'z end', 'e', 'pi', 'e^e^e^e', 'tau', 'phi', 'Math.exp(z)', 'exp(z', 'expm1', 'help(z)', 'typed(z)', 'config({})', 'import({z:1})', 'chain(z)', 'map(z,z)', 'sum(z)', 'det(z)', 'inv(z)',
]

/** Powers, which grow fastest, and whose derivatives are longest. */
function powers(): string[] {
  const towers = [2, 5, 10, 20, 40, 80, 99].flatMap((n) => [Array(n).fill('z').join('^'), Array(n).fill('9').join('^'), `(${Array(n).fill('z').join(')^(')})`])
  const products = [5, 20, 50, 99].flatMap((n) => [Array(n).fill('z').join('*'), Array(n).fill('z').join('/'), Array(n).fill('z').join('+'), Array(n).fill('z').join('-'), Array(n).fill('z').join(' ')])
  return [...towers, ...products, '9^9^9^9^9^9', 'z^1e308', 'z^-1e308', '1e308^z', 'exp(exp(exp(exp(exp(exp(z))))))', '(z^z)^(z^z)^(z^z)', '10^10^10^10*z', `max(${Array(95).fill('z').join(',')})`, `min(${Array(95).fill('z').join(',')})`]
}

/** Parentheses, calls and signs within each other. */
function nested(): string[] {
  return [1, 10, 29, 30, 31, 60, 99, 100, 1000, 10_000].flatMap((n) => [
    '('.repeat(n) + 'z' + ')'.repeat(n), '('.repeat(n), ')'.repeat(n), '-'.repeat(n) + 'z', '+'.repeat(n) + 'z', 'exp('.repeat(n) + 'z' + ')'.repeat(n), '['.repeat(n), '{'.repeat(n), 'z^('.repeat(n) + 'z' + ')'.repeat(n), '1/('.repeat(n) + 'z' + ')'.repeat(n),
    'not '.repeat(n) + 'z', '!'.repeat(n), 'z!'.repeat(n), '2 '.repeat(n), '1/2 z '.repeat(n),
  ])
}

/** Names that objects, modules and mathematics have, as a number, a call and a property. */
function names(): string[] {
  const all = ['__defineGetter__', '__lookupSetter__', 'isPrototypeOf', 'arguments', 'caller', 'callee', 'apply', 'bind', 'call', 'name', 'length', 'Function', 'Object', 'Array', 'Symbol', 'Proxy', 'Reflect', 'fetch', 'setTimeout', 'postMessage', 'gamma', 'erf', 'cross', 'matrix', 'string', 'bignumber', 'complex', 'compile', 'parser', 'print', 'format', 'reviver']
  return all.flatMap((name) => [name, `${name}(z)`, `z.${name}`, `exp(${name})`])
}

/** A good formula with one character changed, left out or put in. */
function mangled(): string[] {
  const good = 'max(0.1*z, z/(1+exp(-z)))'
  const strangers = ['(', ')', '.', '^', '"', '=', '[', '\\']
  return Array.from(good).flatMap((_, i) => [good.slice(0, i) + good.slice(i + 1), ...strangers.slice(i % 4, (i % 4) + 4).map((sign) => good.slice(0, i) + sign + good.slice(i))])
}

function long(): string[] {
  return [201, 1000, 100_000, 1_000_000].flatMap((n) => ['z'.repeat(n), '1'.repeat(n), ' '.repeat(n), 'z+'.repeat(n / 2), '💥'.repeat(n / 2)])
}
