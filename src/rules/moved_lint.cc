// SPDX-License-Identifier: Apache-2.0
#include "rules/moved_lint.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/strings.h"
#include "rules/redirect_lint.h"

namespace signpost::rules {

void LintMoved(const LintInput& input, std::vector<LintFinding>* out) {
  const std::vector<std::string>& allowed = input.options->allowed_hosts;
  for (const MovedAddress& moved : input.moved->list()) {
    auto add = [&](LintKind kind, std::string reason, std::string suggestion) {
      out->push_back({LintSubject::kMoved, moved.from, kind, "", std::move(reason), std::move(suggestion)});
    };
    const auto end = input.moved->Find(moved.from);
    if (!end) continue;
    if (end->is_article) {
      if (input.contents->HasDocument(end->to)) continue;
      add(LintKind::kNeverMatches, StrCat("to: no document of this index has the object_id ", Quoted(end->to)),
          "lead to an article that is there, or to a URL");
      continue;
    }
    const std::string host = HostOf(end->to);
    if (!host.empty() && !allowed.empty() && std::find(allowed.begin(), allowed.end(), host) == allowed.end()) {
      add(LintKind::kForeignHost, StrCat("to ", Quoted(end->to), " leads to ", Quoted(host), ", which is not allowed"),
          "lead to an allowed host, or allow this one");
    }
    RuleRequest request{.query = {}, .now = input.options->now, .index = &input.contents->words()};
    if (const auto loop =
            FindRedirectLoop({.url = end->to, .rule = {}, .from = moved.from}, *input.rules, *input.moved, request)) {
      add(LintKind::kRedirectLoop, StrCat("to: leads back to this address: ", *loop),
          "lead to a page that is no search");
    }
  }
}

}  // namespace signpost::rules
