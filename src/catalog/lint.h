// SPDX-License-Identifier: Apache-2.0
// lint.h — what is wrong with an owner's lists, seen against all that an index holds.
#ifndef SIGNPOST_CATALOG_LINT_H_
#define SIGNPOST_CATALOG_LINT_H_

#include <vector>

#include <signpost/lint.h>

#include "index/view.h"

namespace signpost::catalog {

std::vector<LintFinding> Lint(const index::View& view, LintOptions options);

}  // namespace signpost::catalog

#endif  // SIGNPOST_CATALOG_LINT_H_
