// SPDX-License-Identifier: Apache-2.0
#include "rules/redirect_lint.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "base/strings.h"
#include "rules/address.h"

namespace signpost::rules {
namespace {

// What a URL asks a search page for; empty: nothing.
std::string SearchOf(std::string_view url) {
  constexpr std::array<std::string_view, 6> kNames = {"q", "query", "search", "s", "text", "keywords"};
  url = url.substr(0, url.find('#'));
  const std::size_t question = url.find('?');
  if (question == std::string_view::npos) return {};
  std::string_view pairs = url.substr(question + 1);
  while (!pairs.empty()) {
    const std::string_view pair = pairs.substr(0, pairs.find('&'));
    pairs.remove_prefix(std::min(pair.size() + 1, pairs.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (std::find(kNames.begin(), kNames.end(), pair.substr(0, equals)) == kNames.end()) continue;
    std::string value(pair.substr(std::min(equals + 1, pair.size())));
    std::replace(value.begin(), value.end(), '+', ' ');
    return PercentDecoded(value);
  }
  return {};
}

}  // namespace

std::string HostOf(std::string_view url) { return ReadAddress(url).host; }

std::optional<std::string> FindRedirectLoop(const RedirectStart& start, const RuleSet& rules, const MovedSet& moved,
                                            const RuleRequest& request) {
  constexpr int kMaxSteps = 16;
  std::string url(start.url);
  std::string steps(start.url);
  for (int step = 0; step < kMaxSteps; ++step) {
    if (const auto end = moved.FindUrl(url)) {
      if (start.rule.empty() && end->from == start.from) return steps;
      url = end->to;
      steps += StrCat(" -> ", url);
    }
    RuleRequest next = request;
    const std::string searched = SearchOf(url);
    if (searched.empty()) return std::nullopt;
    next.query = searched;
    const Outcome outcome = rules.Apply(next);
    if (!outcome.redirect) return std::nullopt;
    if (outcome.redirect->rule == start.rule) return StrCat(steps, " -> the same rule");
    url = outcome.redirect->url;
    steps += StrCat(" -> ", url);
  }
  return std::nullopt;
}

}  // namespace signpost::rules
