// SPDX-License-Identifier: Apache-2.0
// redirect_lint.h — where redirects lead: out of the allowed hosts, or back to themselves.
#ifndef SIGNPOST_RULES_REDIRECT_LINT_H_
#define SIGNPOST_RULES_REDIRECT_LINT_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/moved_set.h"
#include "rules/rule_set.h"

namespace signpost::rules {

// Returns the host of a URL in lower case; empty for a relative one.
std::string HostOf(std::string_view url);

// Follows a redirect that leads to a search (?q=... and the like), or to an address that has moved, as long as rules redirect that
// search on. Returns the steps back to `start`, a redirect of rule `rule` or of a moved address `from`, when it comes back.
struct RedirectStart {
  std::string_view url;
  std::string_view rule;  // object_id; empty: a moved address
  std::string_view from;
};
std::optional<std::string> FindRedirectLoop(const RedirectStart& start, const RuleSet& rules, const MovedSet& moved,
                                            const RuleRequest& request);

}  // namespace signpost::rules

#endif  // SIGNPOST_RULES_REDIRECT_LINT_H_
