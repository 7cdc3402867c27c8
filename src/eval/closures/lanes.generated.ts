// Written by test/bench/eval-generate.ts from lane.ts and connective.ts; do not edit.
import { type Data, nothing } from "./data.ts";
import type { Lane } from "./lane.ts";
import type { Level } from "./connective.ts";

export const lanes: readonly ((name: string | number) => Lane)[] = [lane1, lane2, lane3, lane4, lane5, lane6, lane7, lane8, lane9, lane10, lane11, lane12, lane13, lane14, lane15, lane16];

export const levels: readonly (() => Level)[] = [level1, level2, level3];

function lane1(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane2(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane3(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane4(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane5(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane6(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane7(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane8(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane9(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane10(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane11(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane12(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane13(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane14(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane15(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function lane16(name: string | number): Lane {
	return {
		read: (fallback) => (data) => {
			const value = data[name];
			return value === undefined ? fallback : value;
		},
		within: (inner) => (data) => inner((data[name] ?? nothing) as Data),
		satisfies: (test) => (data) => {
			const value = data[name];
			return test(value === undefined ? null : value);
		},
		isTruthy: () => (data) => {
			const value = data[name];
			if (value === true) return true;
			return Array.isArray(value) && value.length === 0 ? false : !!value;
		},
		isSet: () => (data) => {
			const value = data[name];
			return value !== null && value !== undefined;
		},
		isNotSet: () => (data) => {
			const value = data[name];
			return value === null || value === undefined;
		},
		isEqual: (constant) => (data) => data[name] === constant,
		isNotEqual: (constant) => (data) => data[name] !== constant,
		isLess: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) < constant;
		},
		isAtMost: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) <= constant;
		},
		isGreater: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) > constant;
		},
		isAtLeast: (constant) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return (value as number) >= constant;
		},
		isBetween: (low, high) => (data) => {
			const value = data[name];
			if (value === null || value === undefined) return false;
			return low <= (value as number) && (value as number) <= high;
		},
	};
}

function level1(): Level {
	return {
		and: {
			two: (a, b) => (data) => a(data) && b(data),
			three: (a, b, c) => (data) => a(data) && b(data) && c(data),
			four: (a, b, c, d) => (data) => a(data) && b(data) && c(data) && d(data),
			many: (tests) => (data) => {
				for (const test of tests) if (!test(data)) return false;
				return true;
			},
		},
		or: {
			two: (a, b) => (data) => a(data) || b(data),
			three: (a, b, c) => (data) => a(data) || b(data) || c(data),
			four: (a, b, c, d) => (data) => a(data) || b(data) || c(data) || d(data),
			many: (tests) => (data) => {
				for (const test of tests) if (test(data)) return true;
				return false;
			},
		},
		not: (test) => (data) => !test(data),
	};
}

function level2(): Level {
	return {
		and: {
			two: (a, b) => (data) => a(data) && b(data),
			three: (a, b, c) => (data) => a(data) && b(data) && c(data),
			four: (a, b, c, d) => (data) => a(data) && b(data) && c(data) && d(data),
			many: (tests) => (data) => {
				for (const test of tests) if (!test(data)) return false;
				return true;
			},
		},
		or: {
			two: (a, b) => (data) => a(data) || b(data),
			three: (a, b, c) => (data) => a(data) || b(data) || c(data),
			four: (a, b, c, d) => (data) => a(data) || b(data) || c(data) || d(data),
			many: (tests) => (data) => {
				for (const test of tests) if (test(data)) return true;
				return false;
			},
		},
		not: (test) => (data) => !test(data),
	};
}

function level3(): Level {
	return {
		and: {
			two: (a, b) => (data) => a(data) && b(data),
			three: (a, b, c) => (data) => a(data) && b(data) && c(data),
			four: (a, b, c, d) => (data) => a(data) && b(data) && c(data) && d(data),
			many: (tests) => (data) => {
				for (const test of tests) if (!test(data)) return false;
				return true;
			},
		},
		or: {
			two: (a, b) => (data) => a(data) || b(data),
			three: (a, b, c) => (data) => a(data) || b(data) || c(data),
			four: (a, b, c, d) => (data) => a(data) || b(data) || c(data) || d(data),
			many: (tests) => (data) => {
				for (const test of tests) if (test(data)) return true;
				return false;
			},
		},
		not: (test) => (data) => !test(data),
	};
}
