// SPDX-License-Identifier: Apache-2.0
#include "catalog/intent_rules.h"

#include <algorithm>
#include <map>

#include "rules/unit_terms.h"
#include "text/analyzer.h"
#include "text/language_pack.h"

namespace signpost::catalog {
namespace {

constexpr double kUnknownWord = 1;  // information of what no index has read, such as a character inside a number

// The units of the query and what they say.
struct QueryUnits {
  text::TokenList tokens;
  std::map<std::string, double, std::less<>> information;  // by term
  double total = 0;
};

QueryUnits UnitsOf(std::string_view query, const text::Analyzer& analyzer, const QueryWords& words) {
  QueryUnits out;
  analyzer.Analyze(query, &out.tokens);
  const std::vector<std::string_view> terms = rules::UnitTerms(out.tokens);
  for (std::size_t t = 0; t < terms.size(); ++t) {
    const text::Unit& unit = out.tokens.units[t];
    const auto word = words.words().find(query.substr(unit.begin, unit.end - unit.begin));
    const double information = word == words.words().end() ? kUnknownWord : word->second.information;
    out.information.emplace(terms[t], information);
    out.total += information;
  }
  return out;
}

// The pattern without its captures: `track {code:ups}` -> `track `.
std::string LiteralsOf(std::string_view pattern) {
  std::string out;
  int depth = 0;
  for (const char c : pattern) {
    if (c == '{') ++depth;
    if (depth == 0) out += c;
    if (c == '}' && depth > 0) --depth;
  }
  return out;
}

double ShareOf(const RuleCondition& condition, const QueryUnits& query, const text::Analyzer& analyzer) {
  if (condition.pattern.empty() || query.total <= 0) return 0;
  text::TokenList tokens;
  analyzer.Analyze(LiteralsOf(condition.pattern), &tokens);
  double share = 0;
  for (const std::string_view term : rules::UnitTerms(tokens)) {
    const auto found = query.information.find(term);
    if (found != query.information.end()) {
      share += found->second;
    } else if (condition.alternatives.any()) {
      share += query.total / static_cast<double>(query.information.size());  // another word met it; which one is not said
    } else {
      return 0;
    }
  }
  return condition.anchoring == Anchoring::kIs ? 1 : std::min(1.0, share / query.total);
}

// A banner is shown to whoever says the word; where a query goes, or what stands first, is decided for what it asks.
bool DecidesAnswer(const RuleConsequence& consequence) {
  return !consequence.redirect_url.empty() || !consequence.promote.empty() || !consequence.hide.empty();
}

}  // namespace

std::vector<RuleShare> SharesOfRules(const std::vector<Rule>& rules, const std::vector<std::string>& applied,
                                     std::string_view query, const QueryWords& words) {
  std::vector<RuleShare> out;
  if (applied.empty()) return out;
  const text::Analyzer analyzer(text::FindLanguagePack(""));
  const QueryUnits units = UnitsOf(query, analyzer, words);
  for (const std::string& id : applied) {
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.object_id == id; });
    if (rule == rules.end() || !DecidesAnswer(rule->consequence)) continue;
    double share = 0;
    for (const RuleCondition& condition : rule->conditions)
      share = std::max(share, ShareOf(condition, units, analyzer));
    if (share > 0) out.push_back({id, share});
  }
  return out;
}

}  // namespace signpost::catalog
