// SPDX-License-Identifier: Apache-2.0
// synonym_lint.h — what is wrong with a list of synonyms although each of them is valid.
//
// Threads:  functions of their arguments.
#ifndef SIGNPOST_RULES_SYNONYM_LINT_H_
#define SIGNPOST_RULES_SYNONYM_LINT_H_
#endif
