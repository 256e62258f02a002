// SPDX-License-Identifier: Apache-2.0
// moved_lint.h — what is wrong with moved addresses although each is valid.
#ifndef SIGNPOST_RULES_MOVED_LINT_H_
#define SIGNPOST_RULES_MOVED_LINT_H_

#include <vector>

#include "rules/rule_lint.h"

namespace signpost::rules {

// Adds the findings, in the order of the list.
void LintMoved(const LintInput& input, std::vector<LintFinding>* out);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_MOVED_LINT_H_
