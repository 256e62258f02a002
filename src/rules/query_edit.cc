// SPDX-License-Identifier: Apache-2.0
#include "rules/query_edit.h"

#include <algorithm>
#include <vector>

#include "rules/unit_terms.h"

namespace signpost::rules {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Drops blanks at the end.
void TrimEnd(std::string* text) {
  while (!text->empty() && IsBlank(text->back())) text->pop_back();
}

// Appends what stands between two places of the words; where something is taken out before it, its blanks go.
void AppendKept(std::string_view kept, std::string* out) {
  const bool blank_before = out->empty() || IsBlank(out->back());
  while (blank_before && !kept.empty() && IsBlank(kept.front())) kept.remove_prefix(1);
  out->append(kept);
}

}  // namespace

std::string WithEdit(std::string_view query, std::string_view words, std::string_view replacement,
                     const text::Analyzer& analyzer) {
  text::TokenList of_query;
  text::TokenList of_words;
  analyzer.Analyze(query, &of_query);
  analyzer.Analyze(words, &of_words);
  const std::vector<std::string_view> terms = UnitTerms(of_query);
  std::vector<std::string_view> wanted = UnitTerms(of_words);
  std::erase(wanted, std::string_view());
  if (wanted.empty()) return std::string(query);
  std::string out;
  std::size_t kept = 0;  // bytes of the query that are in `out`, or gone
  for (std::size_t unit = 0; unit + wanted.size() <= terms.size();) {
    if (!std::equal(wanted.begin(), wanted.end(), terms.begin() + static_cast<std::ptrdiff_t>(unit))) {
      ++unit;
      continue;
    }
    AppendKept(query.substr(kept, of_query.units[unit].begin - kept), &out);
    out += replacement;
    kept = of_query.units[unit + wanted.size() - 1].end;
    unit += wanted.size();
  }
  if (kept == 0) return std::string(query);
  AppendKept(query.substr(kept), &out);
  TrimEnd(&out);
  return out;
}

}  // namespace signpost::rules
